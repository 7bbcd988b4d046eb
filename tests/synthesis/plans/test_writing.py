"""What is written of a document fits its contract, tells the truth, and joins as one inspection."""

import hashlib
import json
from pathlib import Path
from typing import Any

import cv2
import jsonschema
import numpy as np
import pytest

from docdesk.engines.decoding.sniff import sniff
from docdesk.inspection.captures.handing_in import hand_in
from docdesk.inspection.captures.names import Naming
from docdesk.synthesis.capturing.last_step import USUAL
from docdesk.synthesis.plans.making import Made
from docdesk.synthesis.plans.plan import Order, Sitting
from docdesk.synthesis.plans.writing import write
from docdesk.synthesis.synthesise import synthesise
from tests.synthesis.plans import stage

SCHEMA = jsonschema.Draft202012Validator(
    json.loads(Path("docs/schemas/truth.schema.json").read_text(encoding="utf-8")),
    format_checker=jsonschema.FormatChecker(),
)
CARD = stage.model("front", "back")
TELEPHONE = Sitting("telephone", ("VIS",))


def written(folder: Path, order: Order, made: Made | None = None) -> Any:
    write(made or synthesise(order, stage.studio()), folder, stage.EDITION)
    told = json.loads((folder / "truth" / f"{order.id}.json").read_text(encoding="utf-8"))
    SCHEMA.validate(told)
    return told


def picture(path: Path) -> Any:
    return cv2.imread(str(path), cv2.IMREAD_UNCHANGED)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_document_as_issued_is_told_so_with_what_stands_where(tmp_path: Path) -> None:
    told = written(tmp_path, stage.order())
    assert told["genuine"] is True
    assert told["alterations"] == []
    assert not list((tmp_path / "truth").glob("*/*"))
    capture = told["captures"][0]
    surname = next(item for item in capture["items"] if item["name"] == "surname")
    assert surname["text"] == told["holder"]["texts"]["surname"]
    # 5 mm from the left, 7 mm from the bottom of 20: with a margin of 2 mm, at 8 px to the mm.
    assert surname["quad_px"][0] == [56.0, 120.0]
    assert [item["text"] for item in capture["items"] if item["kind"] == "mrz"] == told["mrz"]
    assert capture["corners_px"] == [[16.0, 16.0], [256.0, 16.0], [256.0, 176.0], [16.0, 176.0]]


def test_a_capture_is_the_file_that_the_truth_names(tmp_path: Path) -> None:
    told = written(tmp_path, stage.order(limits=USUAL))
    for capture in told["captures"]:
        content = (tmp_path / capture["file"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == capture["sha256"]
        height, width = picture(tmp_path / capture["file"]).shape[:2]
        assert capture["size_px"] == [width, height]
        assert capture["last_step"] == told["captures"][0]["last_step"]


def test_an_altered_document_tells_what_it_was_and_where_it_was_changed(tmp_path: Path) -> None:
    told = written(tmp_path, stage.order("scratched"))
    assert told["genuine"] is False
    before, now = (told[key]["texts"]["surname"] for key in ("holder_original", "holder"))
    assert before != now
    assert told["captures"][0]["items"][0]["text"] == now
    (alteration,) = told["alterations"]
    assert (alteration["name"], alteration["code"]) == ("scratched", "FO-DA")
    mottled, glow, bright = alteration["cues"]
    assert (mottled["feature"], mottled["light"], mottled["min_ppi"]) == ("paper_mottled", "VIS", 385)
    assert mottled["mask"] == glow["mask"] == alteration["masks"][0]["file"], "one mask, one file"
    assert picture(tmp_path / bright["mask"]).min() == 255
    vis, ir, uv = told["captures"]
    assert picture(tmp_path / vis["mask"]).shape == (192, 272)
    assert "mask" not in ir
    assert "mask" not in uv


def test_an_edit_is_made_under_its_own_lights_only_and_after_the_capture(tmp_path: Path) -> None:
    plain = synthesise(stage.order(), stage.studio()).captures
    changed = synthesise(stage.order("scratched"), stage.studio()).captures
    assert np.array_equal(changed[0].shot.pixels, plain[0].shot.pixels // 2)
    assert [a.content == b.content for a, b in zip(plain, changed, strict=True)] == [False, True, True]


def test_the_same_order_gives_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        written(tmp_path / folder, stage.order("scratched", limits=USUAL))
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_another_seed_gives_another_person_on_another_sheet(tmp_path: Path) -> None:
    one, two = (written(tmp_path / str(seed), stage.order(seed=seed)) for seed in (1, 2))
    assert one["mrz"] != two["mrz"]
    assert one["captures"][0]["sha256"] != two["captures"][0]["sha256"]


@pytest.mark.parametrize(
    ("sides", "count"), [("all", 6), ("front", 3), ("back", 3)]
)  # fmt: skip
def test_the_sides_that_were_asked_for_are_captured(tmp_path: Path, sides: Any, count: int) -> None:
    order = stage.order(sitting=Sitting("reader", ("VIS", "IR", "UV"), sides))
    told = written(tmp_path, order, synthesise(order, stage.studio(CARD)))
    assert len(told["captures"]) == count
    assert {capture["side"] for capture in told["captures"]} == (
        {"front", "back"} if sides == "all" else {sides}
    )


@pytest.mark.parametrize("sitting", [Sitting("reader", ("VIS", "IR", "UV")), TELEPHONE])
@pytest.mark.parametrize("kind", [stage.model(), CARD])
def test_the_captures_of_a_document_are_one_inspection(tmp_path: Path, sitting: Sitting, kind: Any) -> None:
    order = stage.order(sitting=sitting)
    told = written(tmp_path, order, synthesise(order, stage.studio(kind)))
    handed_in = hand_in([str(tmp_path / "captures")], Naming.usual(), sniff)
    bundle, *rest = handed_in.bundles
    assert all(member.without == {1} for other in rest for member in other.members), "nothing is left"
    assert bundle.name == "000001"
    assert bundle.fault is None
    assert handed_in.passed_over == 0
    seen = {(member.label.side.value, member.label.light.value) for member in bundle.members}
    shown = {(each["side"], "PHOTO" if sitting == TELEPHONE else each["light"]) for each in told["captures"]}
    assert seen == shown


def test_the_truth_comes_last(tmp_path: Path) -> None:
    (tmp_path / "truth" / "000001.json").mkdir(parents=True)
    with pytest.raises(OSError, match=r"000001\.json"):
        write(synthesise(stage.order("scratched"), stage.studio()), tmp_path, stage.EDITION)
    assert len(list((tmp_path / "captures" / "000001").iterdir())) == 3
    assert len(list((tmp_path / "truth" / "000001").iterdir())) == 3
