import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from docdesk.bench.synthesised import measured_captures
from docdesk.engines.decoding.pool import DecodingPool
from docdesk.foundation.errors import WrongUse


def made(
    folder: Path, number: str, alteration: str | None, sides: tuple[str, ...] = ("front", "back")
) -> None:
    captures = []
    for side in sides:
        file = folder / "captures" / number / f"{side}.jpg"
        file.parent.mkdir(parents=True, exist_ok=True)
        cv2.imwrite(str(file), np.full((40, 60, 3), 120, np.uint8))
        path = f"captures/{number}/{side}.jpg"
        captures.append({"file": path, "side": side, "light": "VIS", "device": "reader"})
    alterations = (
        [] if alteration is None else [{"name": alteration, "masks": [{"side": "front", "file": "x"}]}]
    )
    truth = {"schema": "docdesk:truth", "model": "card", "alterations": alterations, "captures": captures}
    (folder / "truth").mkdir(exist_ok=True)
    (folder / "truth" / f"{number}.json").write_text(json.dumps(truth), encoding="utf-8")


def test_captures_are_measured_with_what_was_done_to_their_side(tmp_path: Path) -> None:
    made(tmp_path, "000001", None)
    made(tmp_path, "000002", "photo_substitution_pasted")
    with DecodingPool() as decoder:
        measured = list(measured_captures(tmp_path, decoder))
    assert [(one.group, one.alteration) for one in measured] == [
        (("card", "front", "VIS", "reader"), None),
        (("card", "back", "VIS", "reader"), None),
        (("card", "front", "VIS", "reader"), "photo_substitution_pasted"),
    ]
    assert measured[0].values["mean"] == pytest.approx(120, abs=2)
    assert measured[0].values["bytes"] == (tmp_path / "captures/000001/front.jpg").stat().st_size


@pytest.mark.parametrize("content", ["", "[]", '{"schema": "another"}', "{" * 3000])
def test_what_is_no_truth_is_refused_in_a_sentence(tmp_path: Path, content: str) -> None:
    (tmp_path / "truth").mkdir()
    (tmp_path / "truth" / "000001.json").write_text(content, encoding="utf-8")
    with DecodingPool() as decoder, pytest.raises(WrongUse) as refused:
        list(measured_captures(tmp_path, decoder))
    assert refused.value.message.key == "program.bad_truth_of_document"
