import numpy as np
import pytest

from docdesk.synthesis.drawing import Area, Drawing, Stroke
from docdesk.synthesis.rasterising import Window, rasterise

FACE = (30.0, 30.0)
SQUARE = np.array([[5.0, 5.0], [9.0, 5.0], [9.0, 9.0], [5.0, 9.0]])


def area_mm2(drawing: Drawing, dpi: int = 1200) -> float:
    window = Window.whole(FACE, dpi)
    return float(rasterise(drawing, window).sum()) / 255 / window.per_mm**2


@pytest.mark.parametrize("width", [0.05, 0.08, 0.1, 0.35, 1.0])
@pytest.mark.parametrize("degrees", [3, 20, 45, 80])
def test_line_is_as_wide_as_it_says(width: float, degrees: float) -> None:
    angle = np.radians(degrees)
    way = np.array([np.cos(angle), np.sin(angle)]) * 8
    long, short = (
        area_mm2((Stroke(np.array([[15, 15] - way * part, [15, 15] + way * part]), width),))
        for part in (1, 0.5)
    )
    assert (long - short) / 8 == pytest.approx(width, abs=0.007)


def test_area_is_as_large_as_it_says_and_a_ring_has_its_hole() -> None:
    inner = (SQUARE - 7) / 2 + 7
    assert area_mm2((Area((SQUARE,)),)) == pytest.approx(16, rel=0.01)
    assert area_mm2((Area((SQUARE, inner)),)) == pytest.approx(12, rel=0.01)


def test_overlapping_marks_do_not_add_up() -> None:
    assert area_mm2((Area((SQUARE,)), Area((SQUARE,)))) == area_mm2((Area((SQUARE,)),))


def test_part_of_a_face_is_what_the_whole_shows_there() -> None:
    drawing = (
        Stroke(np.array([[1.0, 2.0], [28.0, 25.0]]), 0.1),
        Area((SQUARE,)),
        *(Stroke(np.array([[x, 3.0], [x + 0.3, 3.4]]), 0.05) for x in np.arange(1, 28, 0.5)),
    )
    whole = Window.whole(FACE, 1200)
    part = whole.around((4.0, 2.0, 6.0, 6.0))
    # OpenCV cuts a line at the border of what it draws on, which may move its steps by a part of a pixel.
    differs = np.abs(rasterise(drawing, whole)[part.slices_in(whole)].astype(int) - rasterise(drawing, part))
    assert differs.max() < 80
    assert (differs > 16).mean() < 0.001


def test_y_goes_up_from_the_bottom_left_corner() -> None:
    window = Window.whole(FACE, 600)
    mask = rasterise((Area((SQUARE,)),), window)
    rows, columns = np.nonzero(mask)
    assert columns.min() / window.per_mm == pytest.approx(5, abs=0.1)
    assert (window.rows - rows.max()) / window.per_mm == pytest.approx(5, abs=0.1)


def test_what_lies_outside_the_window_or_beyond_all_measure_leaves_nothing() -> None:
    window = Window.whole(FACE, 600)
    far = Stroke(np.array([[1e7, 1e7], [2e7, 1e7]]), 0.1)
    assert not rasterise((far, Area((SQUARE + 100,))), window).any()
    assert rasterise((far,), window.around((50.0, 50.0, 2.0, 2.0))).size == 0
