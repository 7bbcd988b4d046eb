"""Signatures fit their box, follow their seed, and are written without gaps or holes."""

import numpy as np
import pytest

from docdesk.foundation.errors import WrongUse
from docdesk.synthesis.drawing import Area, Drawing, bounds
from docdesk.synthesis.lettering.cursive_letters import CURSIVE
from docdesk.synthesis.lettering.handwriting import letters_of, smooth
from docdesk.synthesis.lettering.signature import _inked, signature
from docdesk.synthesis.rasterising import Window, rasterise

BOX = (70.0, 20.0, 40.0, 12.0)
SEEDS = range(30)


def outlines(drawing: Drawing) -> list[np.ndarray]:
    return [mark.outlines[0] for mark in drawing if isinstance(mark, Area)]


@pytest.mark.parametrize("seed", SEEDS)
def test_signature_fills_its_box_and_stays_within(seed: int) -> None:
    left, bottom, width, height = bounds(signature("Anna Maria Eriksson", seed, BOX)) or (0,) * 4
    assert left >= BOX[0]
    assert bottom >= BOX[1]
    assert left + width <= BOX[0] + BOX[2]
    assert bottom + height <= BOX[1] + BOX[3]
    assert width > 0.9 * BOX[2] or height > 0.85 * BOX[3]


def test_same_seed_signs_alike_to_the_last_point() -> None:
    for one, other in zip(*(outlines(signature("Tomas Halvorsen", 7, BOX)) for _ in range(2)), strict=True):
        np.testing.assert_array_equal(one, other)


def test_other_seeds_and_other_names_sign_otherwise() -> None:
    signed = {bounds(signature("Tomas Halvorsen", seed, BOX)) for seed in SEEDS}
    assert len(signed) == len(SEEDS)
    assert bounds(signature("Thomas Halvorsen", 7, BOX)) != bounds(signature("Tomas Halvorsen", 7, BOX))


def test_line_is_thicker_here_and_thinner_there() -> None:
    pieces = outlines(signature("Mirela Kovač", 3, BOX))
    area = [
        abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2 for x, y in (piece.T for piece in pieces)
    ]
    around = [np.hypot(*(piece - np.roll(piece, 1, axis=0)).T).sum() for piece in pieces]
    widths = 2 * np.array(area) / np.array(around)
    assert widths.max() > 1.4 * widths.min()
    assert widths.max() < 0.5


def test_letters_of_other_spellings_are_written_in_latin_ones() -> None:
    assert letters_of("Jürgen Weiß-Øster") == ["Jurgen", "Weiss", "Oster"]
    assert letters_of("PETER O'NEIL") == ["Peter", "Oneil"]


def test_every_letter_can_be_written() -> None:
    for letter in CURSIVE:
        assert signature(letter * 3, 1, BOX)


def test_name_without_a_latin_letter_is_refused() -> None:
    with pytest.raises(WrongUse) as refused:
        signature("好 1-2", 1, BOX)
    assert refused.value.message.key == "synthesis.no_signature"


def test_smoothed_curve_passes_its_points_and_turns_no_corner() -> None:
    points = np.array(((0.0, 0.0), (1.0, 2.0), (2.0, -1.0), (3.0, 0.5)))
    curve = smooth(points, per_point=40)
    np.testing.assert_allclose(curve[::40], points, atol=1e-9)
    steps = np.diff(curve, axis=0)
    angles = np.unwrap(np.arctan2(steps[:, 1], steps[:, 0]))
    assert np.abs(np.diff(angles)).max() < 0.4


@pytest.mark.parametrize("step", [1, -1])
def test_long_line_has_no_nick_whichever_way_it_is_written(step: int) -> None:
    x = np.linspace(1, 29, 200)
    way = np.column_stack((x, 3 + 0.05 * np.sin(3 * x)))[::step]
    window = Window.whole((30.0, 6.0), 1200)
    thickness = rasterise(_inked(way, 0.4), window).sum(axis=0) / 255
    middle = thickness[window.columns // 4 : -window.columns // 4]
    assert middle.min() > 0.75 * np.median(middle)
