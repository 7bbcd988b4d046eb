"""No model and no film gets rid of SPECIMEN."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from docdesk.foundation.errors import WrongUse
from docdesk.synthesis.artwork.art import Art
from docdesk.synthesis.artwork.parameters import read_art
from docdesk.synthesis.artwork.specimen import specimen
from docdesk.synthesis.drawing import Drawing
from docdesk.synthesis.materials.inks import Ink
from docdesk.synthesis.models.model import DocumentModel, Layer
from docdesk.synthesis.printing.press import SPECIMEN_INK, Press, printed_layers
from docdesk.synthesis.rasterising import SHEET_DPI, Window
from tests.synthesis.printing.stage_of_print import INKS, SIZE, Patch, holder, model

WHOLE = (-1.0, -1.0, SIZE[0] + 2, SIZE[1] + 2)
BLACK = Ink(((0.01, 0.01, 0.01),), infrared=0.0)
DARK_IN_INFRARED = Ink(((1.0, 1.0, 1.0),), infrared=0.99)
BRIGHT = Ink(((1.0, 1.0, 1.0),), infrared=0.0, glow=(1.0, 1.0, 1.0))


class Copied:
    """The letters of SPECIMEN themselves, as art that a layer leaves free."""

    def draw(self) -> Drawing:
        return specimen(SIZE, "data")[0]

    def texts(self) -> tuple[str, ...]:
        return ()


def stripes(degrees: float) -> Art:
    table: Mapping[str, Any] = {
        "kind": "stripes", "box": list(WHOLE), "spacing": 0.4, "width": 0.1, "degrees": degrees,
    }  # fmt: skip
    return read_art(table, "here")


def printed_with(ink: Ink, *layers: tuple[Art, dict[str, Any]]) -> DocumentModel:
    hiding = tuple(Layer(f"l{at}", art, "hiding", "offset", **more) for at, (art, more) in enumerate(layers))
    return replace(model(*hiding), inks=(*INKS, ("hiding", ink)))


HIDDEN = {
    "a black page": printed_with(BLACK, (Patch(WHOLE), {})),
    "a black overlay": printed_with(BLACK, (Patch(WHOLE), {"over": True})),
    "all but the letters": printed_with(SPECIMEN_INK, (Patch(WHOLE), {"without": Copied()})),
    "a mesh in its colour": printed_with(
        SPECIMEN_INK, *((stripes(degrees), {}) for degrees in (0, 20, 45, 70, 90, 135))
    ),
    "black in the infrared": printed_with(DARK_IN_INFRARED, (Patch(WHOLE), {})),
    "a glow that saturates": printed_with(BRIGHT, (Patch(WHOLE), {"over": True})),
}


@pytest.mark.parametrize("hidden", HIDDEN.values(), ids=HIDDEN)
def test_layers_that_hide_specimen_are_refused(hidden: DocumentModel, tmp_path: Path) -> None:
    with pytest.raises(WrongUse) as refused:
        Press(tmp_path).prepare(hidden)
    assert refused.value.message.key == "synthesis.specimen_hidden"
    assert not list(tmp_path.iterdir())


SEEN = {
    "nothing": model(),
    "a dark tint": printed_with(Ink(((0.2, 0.25, 0.3),), infrared=0.1), (Patch(WHOLE), {})),
    "white over all": printed_with(Ink(((1.0, 1.0, 1.0),), infrared=0.0), (Patch(WHOLE), {"over": True})),
    "a black corner": printed_with(BLACK, (Patch((0.0, 0.0, 16.0, 42.0)), {})),
    "fine lines": printed_with(SPECIMEN_INK, (stripes(20.0), {"strength": 0.4})),
}


@pytest.mark.parametrize("seen", SEEN.values(), ids=SEEN)
def test_specimen_is_read_through_artwork_as_documents_have_it(seen: DocumentModel, tmp_path: Path) -> None:
    Press(tmp_path).prepare(seen)


def test_film_on_disk_from_which_specimen_was_taken_is_printed_anew(tmp_path: Path) -> None:
    expected = Press(tmp_path).printed(model(), holder(), 5).faces[0].sheet.visible.copy()
    for file in tmp_path.rglob("under-visible.npy"):
        np.save(file, np.full(np.load(file).shape, 65535, np.uint16))
    again = Press(tmp_path).printed(model(), holder(), 5).faces[0].sheet.visible
    assert np.array_equal(again, expected)
    kept = np.load(next(tmp_path.rglob("under-visible.npy")))
    assert kept.min() < 65535


def test_a_part_of_a_film_is_the_film_there() -> None:
    film = printed_layers(model(), model().faces[0])[1]
    window = film.window.around((20.0, 30.0, 10.0, 5.0))
    cut = film.cut(window)
    assert cut.window == window
    assert np.array_equal(cut.visible, film.visible[window.slices_in(film.window)])
    below = Window(SIZE, SHEET_DPI, 0, film.window.row + film.window.rows + 5, 10, 10)
    assert film.cut(below).visible.size == 0
