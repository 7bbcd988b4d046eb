"""The page and the record of a run of the bench of MRZ readers."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest

from docdesk.bench.mrz.failures import Crop, crop_of
from docdesk.bench.mrz.page import page
from docdesk.bench.mrz.page_tables import MEASURES, OF
from docdesk.bench.mrz.run import Measured, Run, as_json
from docdesk.bench.mrz.scoring import Course, Scored, score
from docdesk.bench.mrz.truth import Truth
from docdesk.inspection.readings.mrz_reading import Alternative, MrzReading
from docdesk.wording.catalogue import Wording, english
from tests.bench.mrz.printed import LINES, WRONG, truth
from tests.inspection.checks.test_checks import LINE_1, changed
from tests.inspection.fakes import FakeDecoder, FakeReader, a_file, reading

SCHEMA = jsonschema.Draft202012Validator(
    json.loads(Path("docs/schemas/mrz-benchmark.schema.json").read_text(encoding="utf-8"))
)
CROP = Crop(b"jpeg", 40, 20, whole=False)
EVIL = "<script>alert(1)</script>\"'&.png"


def a_run(truths: list[Truth], *readings: tuple[MrzReading, ...], pictures: int | None = None) -> Run:
    decoder = FakeDecoder({entry.file: a_file(entry.file, mark=10 * i) for i, entry in enumerate(truths)})
    first = FakeReader({10 * i + 1: found for i, found in enumerate(readings)})
    second = FakeReader({10 * i + 1: (reading(*LINES),) for i in range(len(truths))})
    course = Course(Path(), decoder, (first, second), lambda: 0.0)
    columns = zip(*score(course, truths), strict=True)
    readers = tuple(
        Measured(name, size, column)
        for (name, size), column in zip((("docdesk", 2_500_000), ("other", None)), columns, strict=True)
    )
    total = len(truths) if pictures is None else pictures
    return Run("1.0", "2026-01-01", "a machine", "pictures", "lines", total, readers)


def shown(run: Run, crop: Crop | None = CROP) -> str:
    return page(run, lambda _: crop, Wording())


class _Tags(HTMLParser):
    """Collects what a browser would make of the page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [
            value or "" for name, value in attrs if name in {"src", "href"} or name.startswith("on")
        ]
        if tag not in {"meta", "img", "path", "circle", "rect"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_whole_and_fetches_and_runs_nothing() -> None:
    found = _Tags(shown(a_run([truth("a", *LINES), truth("b")], (reading(*WRONG),))))
    assert found.open == []
    assert "script" not in found.tags
    assert "svg" in found.tags
    assert all(link.startswith("data:image/jpeg;base64,") for link in found.links)


def test_names_notes_and_texts_that_nobody_trusts_stay_text() -> None:
    evil = replace(truth("a", "<B>\x1b", "<I>"), file=EVIL, path="a", notes="<img src=x>", difficulty="<hr>")
    text = shown(a_run([evil], (reading(*WRONG),)))
    found = _Tags(text)
    assert not {"script", "b>", "hr", "i"} & set(found.tags)
    assert found.tags.count("img") == 1
    assert "&lt;script&gt;" in text
    assert "\x1b" not in text


def test_differing_characters_are_marked_and_pointed_at_and_named() -> None:
    read = reading(LINE_1, changed(LINES[1], 3, "9"), doubtful=((1, 3),))
    text = shown(a_run([truth("a", *LINES)], (read,)))
    assert "<mark>4</mark>" in text
    assert "<mark>9</mark>" in text
    assert re.search(r"\n<b>differ +</b>   \^</pre>", text)
    assert re.search(
        r"<th scope=\"row\">2</th><td>4</td><td>4</td><td>9</td><td>0\.3000</td><td>no</td>", text
    )
    assert "other reads it as printed." in text


def test_a_long_list_of_wrong_characters_is_folded() -> None:
    text = shown(a_run([truth("a", "A" * 44, LINES[1])], (reading(*LINES),)))
    assert text.count("<details><summary>Show each wrong character</summary><table>") == 1
    _Tags(text)


def test_a_picture_without_an_mrz_or_not_found_or_not_opened_says_so() -> None:
    run = a_run([truth("a", *LINES), truth("b")], (), (reading(*LINES),))
    lost = Scored(truth("c", *LINES), failure="damaged")
    run = replace(run, readers=(replace(run.readers[0], scored=(*run.readers[0].scored, lost)),))
    text = shown(run, None)
    assert "No MRZ was found." in text
    assert "There is no MRZ in this picture." in text
    assert "This picture was not read (damaged)." in text
    assert "<img" not in text


def test_an_interrupted_run_says_what_it_lacks() -> None:
    run = a_run([truth("a", *LINES)], (reading(*LINES),), pictures=9)
    assert not run.complete
    assert "only 1 of 9 pictures" in shown(run)
    assert "Every picture is exact." in shown(run)


def test_a_reader_that_is_certain_of_nothing_is_not_flattered() -> None:
    doubt = reading(
        *LINES, doubtful=tuple((line, index) for line in range(2) for index in range(44)), confidence=0.3
    )
    row = re.search(
        r"wrong, yet every character certain</th>(.*?)</tr>", shown(a_run([truth("a")], (doubt,)))
    )
    assert row is not None
    text = shown(a_run([truth("a", *LINES)], (doubt,)))
    row = re.search(r"wrong, yet every character certain</th>(.*?)</tr>", text)
    assert row is not None
    assert row.group(1) == "<td>–</td><td>0 of 1</td>"


def test_every_measure_of_the_table_has_its_words() -> None:
    assert {f"bench.measure.{name}" for name in (*MEASURES, "model_bytes")} <= english().keys()
    assert OF.keys() <= set(MEASURES)


def test_the_record_keeps_to_its_schema() -> None:
    other = ((Alternative("8", 0.01),),) + ((),) * 43
    told = replace(reading(*LINES), raw=WRONG, alternatives=(other, ((),) * 44), ocr_b=(0.9, 0.8))
    run = a_run(
        [truth("a", *LINES), truth("b", *WRONG, digits=False, difficulty="hard"), truth("c")],
        (told,),
        (reading(*LINES),),
    )
    lost = Scored(truth("d", *LINES), failure="damaged")
    run = replace(
        run, readers=(replace(run.readers[0], scored=(*run.readers[0].scored, lost)), run.readers[1])
    )
    record = json.loads(json.dumps(as_json(run)))
    SCHEMA.validate(record)
    first, second, _, fourth = record["readers"][0]["pictures"]
    assert first["reading"]["alternatives"][0][0] == {"8": 0.01}
    assert (second["wrong_digits"], len(second["differing"])) == ("successful", 1)
    assert (fourth["reading"], fourth["errors"]) == (None, 88)


@pytest.mark.parametrize("turned", [0, 90])
def test_the_crop_is_the_zone_laid_straight_or_the_whole_picture(turned: int) -> None:
    decoder = FakeDecoder({"a": a_file("a")})
    inside = replace(
        reading(*LINES, turned=turned), quad=((2.0, 5.0), (38.0, 5.0), (38.0, 15.0), (2.0, 15.0))
    )
    zone = crop_of(Scored(truth("a", *LINES), inside), Path(), decoder)
    assert zone is not None
    assert (zone.whole, zone.jpeg[:2], zone.width > zone.height) == (False, b"\xff\xd8", True)
    flat = replace(inside, quad=((2.0, 5.0), (3.0, 5.0), (4.0, 5.0), (5.0, 5.0)))
    for missed in (None, flat):
        whole = crop_of(Scored(truth("a", *LINES), missed), Path(), decoder)
        assert whole is not None
        assert (whole.whole, whole.width, whole.height) == (True, 60, 40)
    assert crop_of(Scored(truth("gone", *LINES)), Path(), decoder) is None
