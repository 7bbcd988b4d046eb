import json
from pathlib import Path

import cv2
import jsonschema
import numpy as np

from docdesk.reference.reading import read_reference
from docdesk.synthesis.printing.press import Press
from docdesk.synthesis.printing.printed import PrintedCopy
from docdesk.synthesis.referencing import PPI, views, written_reference
from tests.synthesis.printing.stage_of_print import SIZE, holder, layer, model

SCHEMA = json.loads(Path("docs/schemas/reference.schema.json").read_text(encoding="utf-8"))


def copy(folder: Path) -> PrintedCopy:
    one = model(
        layer("black", (4, 4, 20, 10), "black"), layer("motif", (30, 4, 20, 10), "red_glow", over=True)
    )
    return Press(folder / "films").printed(one, holder(), 5)


def test_reference_that_is_written_is_read_again_with_every_light(tmp_path: Path) -> None:
    written_reference(copy(tmp_path), tmp_path / "small")
    jsonschema.validate(json.loads((tmp_path / "small" / "reference.json").read_bytes()), SCHEMA)
    reference = read_reference(tmp_path / "small")
    assert (reference.name, reference.state, reference.fictitious) == ("small", "UTO", True)
    page = reference.pages[0]
    assert page.size == SIZE
    for light in ("VIS", "IR", "UV"):
        picture = page.picture(light)
        assert picture is not None
        pixels = cv2.imread(str(picture.file), cv2.IMREAD_UNCHANGED)
        assert pixels.shape[:2] == (round(SIZE[1] * PPI / 25.4), round(SIZE[0] * PPI / 25.4))
        assert (pixels.ndim == 2) == (light == "IR")


def test_page_fills_the_picture_and_shows_each_reaction_in_its_place(tmp_path: Path) -> None:
    shown = views(copy(tmp_path).faces[0].sheet)

    def mean(light: str, box: tuple[float, float, float, float]) -> np.ndarray:
        per_mm = shown[light].shape[1] / SIZE[0]
        left, bottom, width, height = box
        top = SIZE[1] - bottom - height
        part = shown[light][
            round(top * per_mm) : round((top + height) * per_mm),
            round(left * per_mm) : round((left + width) * per_mm),
        ]
        return part.reshape(-1, part.shape[2] if part.ndim == 3 else 1).mean(axis=0)

    inside, motif, bare = (8, 6, 8, 6), (34, 6, 8, 6), (26, 5, 2, 6)
    assert mean("VIS", inside)[0] < 80 < mean("VIS", bare)[0]
    assert mean("IR", inside)[0] < 90 < mean("IR", motif)[0]
    red, green, _ = mean("UV", motif)
    assert red > 150 > green + 20
    assert mean("UV", bare).max() < 90
