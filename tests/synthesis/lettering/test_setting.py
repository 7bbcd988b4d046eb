"""Lines are set where they are asked to be, as wide as they may be."""

import numpy as np
import pytest

from docdesk.foundation.errors import WrongUse
from docdesk.synthesis.drawing import Stroke, bounds
from docdesk.synthesis.lettering.setting import line_width, microprint, set_line, set_on_curve
from docdesk.wording.catalogue import Wording

FACES = ["sans", "geometric_extrabold", "technical", "ocr_b"]


def box_of(drawing: tuple) -> tuple[float, float, float, float]:
    box = bounds(drawing)
    assert box is not None
    return box


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(("align", "share"), [("left", 0), ("centre", 0.5), ("right", 1)])
def test_line_stands_at_its_place_by_its_alignment(face: str, align: str, share: float) -> None:
    width = line_width("HHH", 2.0, face)
    left, bottom, wide, high = box_of(set_line("HHH", (50, 20), 2.0, face, align=align))
    assert left - (50 - share * width) == pytest.approx((width - wide) / 2, abs=0.2)
    assert bottom == pytest.approx(20, abs=0.05)
    assert high == pytest.approx(2.0, abs=0.1)


def test_size_and_spacing_widen_a_line() -> None:
    plain = line_width("ABC", 2.0, "sans")
    assert line_width("ABC", 4.0, "sans") == pytest.approx(2 * plain)
    assert line_width("ABC", 2.0, "sans", spacing=0.5) == pytest.approx(plain + 1.0)
    spaced = set_line("HH", (0, 0), 2.0, "sans", spacing=0.5)
    near = set_line("HH", (0, 0), 2.0, "sans")
    assert box_of(spaced)[2] == pytest.approx(box_of(near)[2] + 0.5)


@pytest.mark.parametrize("face", FACES)
def test_long_line_is_made_narrower_but_not_lower(face: str) -> None:
    free = box_of(set_line("MAXIMILIANA", (0, 0), 2.0, face))
    tight = box_of(
        set_line("MAXIMILIANA", (0, 0), 2.0, face, max_width=0.85 * line_width("MAXIMILIANA", 2.0, face))
    )
    assert tight[2] == pytest.approx(0.85 * free[2], rel=0.01)
    assert tight[3] == pytest.approx(free[3])


def test_stroke_keeps_its_width_in_a_narrower_line() -> None:
    width = line_width("MAXIMILIANA", 2.0, "technical")
    (first, *_), (tight, *_) = (
        set_line("MAXIMILIANA", (0, 0), 2.0, "technical", max_width=share * width) for share in (1, 0.81)
    )
    assert isinstance(first, Stroke)
    assert isinstance(tight, Stroke)
    assert first.width == tight.width


def test_line_far_too_long_is_refused_with_what_it_needs() -> None:
    with pytest.raises(WrongUse) as refused:
        set_line("MAXIMILIANA", (0, 0), 2.0, "sans", max_width=5.0)
    sentence = Wording().say(refused.value.message)
    assert "MAXIMILIANA" in sentence
    assert "5.0 mm" in sentence


def test_missing_character_is_told_in_a_sentence() -> None:
    with pytest.raises(WrongUse) as refused:
        set_line("ab", (0, 0), 2.0, "technical")
    assert Wording().say(refused.value.message) == "The face technical has no character a."


def test_text_on_a_straight_curve_is_the_line_itself() -> None:
    curve = np.array(((10.0, 5.0), (60.0, 5.0)))
    along = set_on_curve("SEAL OF STATE", curve, 2.0, "serif")
    flat = set_line("SEAL OF STATE", (10, 5), 2.0, "serif")
    np.testing.assert_allclose(box_of(along), box_of(flat), atol=1e-9)


def test_text_on_an_upright_curve_is_turned_with_it() -> None:
    curve = np.array(((10.0, 5.0), (10.0, 60.0)))
    left, bottom, wide, _high = box_of(set_on_curve("H", curve, 2.0, "sans"))
    assert left + wide == pytest.approx(10, abs=0.01)
    assert wide == pytest.approx(2.0, abs=0.01)
    assert bottom > 5


def test_text_on_a_clockwise_circle_stands_outside_it() -> None:
    angle = np.linspace(np.pi, 0, 300)
    circle = 10 * np.column_stack((np.cos(angle), np.sin(angle)))
    drawing = set_on_curve("HOOOH", circle, 2.0, "sans", align="centre")
    points = np.concatenate([outline for area in drawing for outline in area.outlines])
    radii = np.hypot(*points.T)
    assert radii.min() > 9.9
    assert radii.max() == pytest.approx(12, abs=0.15)
    assert points[:, 0].min() == pytest.approx(-points[:, 0].max(), abs=0.3)


def test_text_longer_than_its_curve_is_refused() -> None:
    with pytest.raises(WrongUse):
        set_on_curve("MUCH TOO LONG", np.array(((0.0, 0.0), (5.0, 0.0))), 2.0, "sans")


def test_microprint_fills_its_curve_and_no_more() -> None:
    x = np.linspace(0, 40, 400)
    wave = np.column_stack((x, np.sin(x)))
    left, _bottom, wide, _high = box_of(microprint("UTOPIA SPECIMEN", wave, 0.25, "sans_semibold"))
    assert left == pytest.approx(0, abs=0.25)
    assert 39.5 < left + wide <= 40.25


def test_microprint_repeats_its_words() -> None:
    line = np.array(((0.0, 0.0), (30.0, 0.0)))
    one = line_width("SPECIMEN ", 0.25, "sans")
    drawing = microprint("SPECIMEN", line, 0.25, "sans")
    firsts = [mark.outlines[0][:, 0].min() for mark in drawing[:: len("SPECIMEN")]]
    np.testing.assert_allclose(np.diff(firsts), one, atol=1e-6)


def test_curve_shorter_than_a_character_takes_no_microprint() -> None:
    assert microprint("SPECIMEN", np.array(((0.0, 0.0), (0.05, 0.0))), 0.25, "sans") == ()


@pytest.mark.parametrize(("align", "share"), [("left", 0), ("centre", 0.5), ("right", 1)])
def test_line_made_narrower_keeps_its_place(align: str, share: float) -> None:
    width = line_width("MAXIMILIANA", 2.0, "sans")
    narrower = set_line("MAXIMILIANA", (50, 20), 2.0, "sans", align=align, max_width=0.85 * width)
    left, _bottom, wide, _high = box_of(narrower)
    assert left + wide * share == pytest.approx(50, abs=0.25)
