"""The JSON of an inspection keeps its schema, whatever comes out of the walk."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docdesk.foundation.errors import EngineMissing, ReadingFailed
from docdesk.foundation.messages import Message
from docdesk.inspection.captures.capture import Known, Label, Light, Side
from docdesk.inspection.captures.handing_in import Bundle, pasted
from docdesk.mrz.formats import FORMATS
from docdesk.papers.inspection_json import inspections
from docdesk.papers.report_text import report_text
from docdesk.wording.catalogue import Wording
from tests.inspection.checks.test_checks import LINE_1, TODAY, changed, line_2
from tests.inspection.fakes import FakeDecoder, FakeReader, a_file, reading
from tests.inspection.report.test_next_step import last, read
from tests.inspection.test_inspect import GOOD, OTHER, member, walk
from tests.inspection.test_inspect_again import MISREAD, with_entries

SCHEMA = json.loads(Path("docs/schemas/inspection.schema.json").read_text())
VALIDATOR = jsonschema.Draft202012Validator(
    SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)


def closed(schema: Any) -> Any:
    """Return the schema with every object closed, so that a key forgotten in it shows."""
    if isinstance(schema, list):
        return [closed(entry) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(value) for key, value in schema.items()}
    if inner.get("type") == "object" and "properties" in inner:
        inner.setdefault("additionalProperties", False)
    return inner


CLOSED = jsonschema.Draft202012Validator(closed(SCHEMA))


def as_json(reader: FakeReader, decoder: FakeDecoder | None = None) -> Any:
    bundle = Bundle("a", (member("a.png"),))
    reports = walk(bundle, decoder or FakeDecoder({"a.png": a_file("a")}), reader)
    for report in reports:
        assert report_text(report, Wording())
    return json.loads(json.dumps(inspections(reports, TODAY, "0.1.0", Wording())))


READERS = {
    "good": FakeReader({1: (GOOD,)}),
    "two documents": FakeReader({1: (GOOD, OTHER)}),
    "nothing": FakeReader(),
    "no program": FakeReader(
        fails=EngineMissing(Message.of("reader.network_missing", file="mrz-finder.onnx"))
    ),
    "broken off": FakeReader(fails=ReadingFailed(Message("reader.tesseract_failed"))),
    "wrong digit": FakeReader({1: (reading(LINE_1, changed(line_2(), 3, "9")),)}),
    "in doubt": FakeReader(
        {1: (reading(LINE_1, changed(line_2(), 3, "9"), doubtful=tuple((1, i) for i in range(44))),)}
    ),
    "no format": FakeReader({1: (reading("ABC", "DEFG"),)}),
    "expired specimen": FakeReader(
        {1: (reading(LINE_1.replace("GBR", "UTO"), line_2(nationality="UTO", expiry="200101")),)}
    ),
    "old French card": FakeReader(
        {1: (reading("IDFRALOISEAU<<<<<<<<<<<<<<<<<<<<<<<<", "970675K002774HERVE<<DJAMEL<7303216M4"),)}
    ),
    "Russian internal passport": FakeReader(
        {1: (reading("PNRUSIVANOV<<IVAN".ljust(44, "<"), line_2(nationality="RUS")),)}
    ),
}


@pytest.mark.parametrize("case", READERS)
def test_what_the_walk_yields_keeps_the_schema(case: str) -> None:
    written = as_json(READERS[case])
    VALIDATOR.validate(written)
    CLOSED.validate(written)


def test_an_unreadable_file_keeps_the_schema() -> None:
    written = as_json(FakeReader(), FakeDecoder())
    CLOSED.validate(written)
    (inspection,) = written["inspections"]
    assert inspection["captures"][0]["error"]["code"] == "not_found"
    assert inspection["verdict"]["outcome"] == "not_inspected"


def test_what_was_entered_stands_beside_what_was_read() -> None:
    _, report = with_entries(last(read(LINE_1, MISREAD, doubtful=((1, 3),))), (1, 3, "8"))
    written = json.loads(json.dumps(inspections([report], TODAY, "0.1.0", Wording())))
    CLOSED.validate(written)
    (inspection,) = written["inspections"]
    mrz = inspection["mrz"]
    entry = {
        "line": 2,
        "position": 4,
        "entered": "8",
        "read": "9",
        "confidence": 0.3,
        "certain": False,
        "alternatives": [],
    }
    assert mrz["lines"] == [LINE_1, changed(MISREAD, 3, "8")]
    assert mrz["read"] == [LINE_1, MISREAD]
    assert mrz["entered"] == [entry]
    assert (mrz["confidence"][1][3], mrz["certain"][1][3]) == (1.0, True)
    failed = [finding for finding in inspection["findings"] if finding["outcome"] == "failed"]
    assert [finding["entered"] for finding in failed] == [[entry], [entry]]
    assert mrz["check_digits"]["document_number"] == "failed"


def test_what_the_reader_tells_of_shapes_and_alternatives_is_written_for_every_light() -> None:
    told = reading(LINE_1, MISREAD, doubtful=((1, 3),), alternatives={(1, 3): {"8": 0.6, "B": 0.05}})
    opinion = (" " * 44, " " * 3 + "8" + " " * 40)
    told = replace(told, raw=(LINE_1, changed(MISREAD, 3, "B")), second_opinion=opinion)
    _, report = last(FakeReader({1: (told,), 11: (told,)}), Light.VIS, Light.IR)
    written = json.loads(json.dumps(inspections([report], TODAY, "0.1.0", Wording())))
    CLOSED.validate(written)
    mrz = written["inspections"][0]["mrz"]
    for seen in (mrz, mrz["others"][0]):
        assert seen["raw"] == [LINE_1, changed(MISREAD, 3, "B")]
        assert seen["ocr_b"] == [0.99, 0.99]
        assert seen["second_opinion"] == list(opinion)
        assert seen["alternatives"][1][3] == [
            {"character": "8", "probability": 0.6},
            {"character": "B", "probability": 0.05},
        ]
    assert (mrz["capture"], mrz["others"][0]["capture"]) == (1, 0)


def test_without_entries_the_lines_are_those_that_were_read() -> None:
    mrz = as_json(READERS["in doubt"])["inspections"][0]["mrz"]
    assert (mrz["read"], mrz["entered"]) == (mrz["lines"], [])


def test_the_next_step_is_told_by_key_and_in_words() -> None:
    (inspection,) = as_json(READERS["good"])["inspections"]
    step = inspection["next_step"]
    assert (step["key"], step["values"]) == ("next_step.more_lights", {"lights": "UV, IR"})
    assert step["message"].startswith("Capture the page under UV, IR too")


def test_a_pasted_picture_and_what_a_person_said_of_it_keep_the_schema() -> None:
    said = Label(Side.BACK, Known.ENTERED, Light.UV, Known.ENTERED)
    pasted_uv = replace(pasted(b"a", 1).members[0], label=said)
    reports = walk(Bundle("a", (pasted_uv,)), FakeDecoder({"a": a_file("a")}), READERS["good"])
    written = json.loads(json.dumps(inspections(reports, TODAY, "0.1.0", Wording())))
    CLOSED.validate(written)
    (capture,) = written["inspections"][0]["captures"]
    assert (capture["path"], capture["light_known"], capture["side_known"]) == (
        "pasted-1",
        "entered",
        "entered",
    )


@settings(max_examples=25)
@given(
    st.lists(
        st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<", min_size=44, max_size=44), min_size=2, max_size=2
    )
)
def test_any_two_lines_keep_the_schema(lines: list[str]) -> None:
    CLOSED.validate(as_json(FakeReader({1: (reading(*lines),)})))


def test_fields_and_digits_have_the_names_of_doc_9303() -> None:
    mrz = as_json(READERS["good"])["inspections"][0]["mrz"]
    assert mrz["fields"]["primary_identifier"] == "SMITH"
    assert mrz["fields"]["secondary_identifier"] == "ANNA MARIA"
    assert list(mrz["check_digits"]) == [
        "document_number",
        "date_of_birth",
        "date_of_expiry",
        "optional_data",
        "composite",
    ]


def test_the_schema_lists_every_field_of_every_format() -> None:
    listed = SCHEMA["$defs"]["mrz"]["properties"]["fields"]["properties"].keys()
    named = {"primary_identifier", "secondary_identifier"}
    for layout in FORMATS.values():
        named |= {
            place.name for place in layout.fields if place.kind not in {"names", "primary", "secondary"}
        }
    assert named == set(listed)


def test_coverage_adds_up() -> None:
    for reader in READERS.values():
        for inspection in as_json(reader)["inspections"]:
            coverage = inspection["verdict"]["coverage"]
            outcomes = [finding["outcome"] for finding in inspection["findings"]]
            aborted = outcomes.count("aborted")
            assert coverage["applicable"] == coverage["run"] + coverage["not_supported"] + aborted
            assert coverage["run"] == len(outcomes) - coverage["not_supported"] - aborted


def test_digits_in_doubt_are_undetermined_and_certain_ones_failed() -> None:
    doubt = as_json(READERS["in doubt"])["inspections"][0]["mrz"]["check_digits"]
    wrong = as_json(READERS["wrong digit"])["inspections"][0]["mrz"]["check_digits"]
    assert (doubt["document_number"], wrong["document_number"]) == ("undetermined", "failed")
    assert wrong["date_of_birth"] == "successful"
