import numpy as np
import pytest

from docdesk.synthesis.lettering.loops import without_loops

WAISTED = np.array(
    [[0.0, 0.0], [10.0, 0.0], [5.0, 6.0], [5.0, 4.0], [10.0, 10.0], [5.0, 10.0], [2.5, 10.0], [0.0, 10.0]]
)
"""As in a heavy B: both bowls run on beyond the waist, into the body, and cross there."""

CROSSED = np.array([
    [0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [6.0, 10.0], [4.0, 14.0], [8.0, 14.0], [3.0, 9.0], [0.0, 10.0],
])  # fmt: skip
"""A loop that turns against the body and lies outside of it."""


def area(outline: np.ndarray) -> float:
    x, y = outline.T
    return float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2


@pytest.mark.parametrize("outline", [WAISTED, WAISTED[::-1]])
def test_loop_that_turns_as_its_outline_is_cut_off_where_it_crosses(outline: np.ndarray) -> None:
    once = without_loops(outline)
    assert len(once) == len(outline) - 1
    assert np.isclose(once, [35 / 6, 5]).all(axis=1).any()
    assert abs(area(once)) < abs(area(outline))
    assert np.array_equal(without_loops(once), once)


def test_outline_that_does_not_cross_itself_stays_as_it_is() -> None:
    square = np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0]])
    assert np.array_equal(without_loops(square), square)


def test_loop_that_turns_against_its_outline_is_kept_for_it_is_no_overlap() -> None:
    assert np.array_equal(without_loops(CROSSED), CROSSED)
