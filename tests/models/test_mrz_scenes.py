"""Scenes that the finder learns from: of a line they tell where, which way, and how large it is seen."""

from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from models.mrz.pages import Page, Printed, on_page
from models.mrz.scenes import LEAST_SEEN, PITCH_UNIT, Scene, viewed
from models.mrz.settings import Settings

PITCH = 20.0
COUNT = 40
PAPER = 235.0
# Nothing is spoilt but by what cannot be switched off: light, compression.
CLEAN = Settings("trained", 0.0, (5.0, 44.0), 0.0, 0.0, (200.0, 201.0), 0.0, 0.0)


def _page(pitch: float = PITCH) -> Page:
    """Return a page whose one line is a bar as high as its core, darkest where it begins."""
    picture = np.full((800, 1000), PAPER, np.float32)
    left, row, half = 100, 400, round(0.3 * PITCH)
    width = round(COUNT * pitch)
    picture[row - half : row + half + 1, left : left + width] = np.linspace(0, 120, width)[None]
    between = np.stack([left + np.arange(COUNT + 1) * pitch - 0.5, np.full(COUNT + 1, float(row))], axis=1)
    return Page(picture, (Printed(between, np.array([0.0, half / 0.6])),), PITCH)


def _scenes(page: Page, count: int = 30) -> Iterator[tuple[Scene, NDArray[np.float32]]]:
    """Yield scenes in which there is enough of a core, and the grey of their cells."""
    rng = np.random.default_rng(3)
    for _ in range(count):
        scene = viewed(page, rng, CLEAN, (384, 384))
        grey = scene.picture.reshape(96, 4, 96, 4).astype(np.float32).mean(axis=(1, 3))
        yield scene, grey


def test_the_core_is_told_where_print_is_and_not_beside_it() -> None:
    right = []
    for scene, grey in _scenes(_page()):
        full = scene.target[0] > 0.99
        if full.sum() > 30:
            near = (scene.target[0] == 0) & (np.roll(scene.target[0], 3, axis=0) > 0)
            right.append(np.median(grey[full]) + 25 < np.median(grey[near]))
    assert len(right) > 8
    assert np.mean(right) > 0.9


def test_the_direction_is_that_in_which_the_line_is_read() -> None:
    matches = []
    for scene, grey in _scenes(_page()):
        full = scene.target[0] > 0.99
        if full.sum() > 60:
            rows, columns = np.nonzero(full)
            way = scene.target[1:3, full].mean(axis=1)
            along = columns * way[0] + rows * way[1]
            matches.append(np.corrcoef(along, grey[full])[0, 1])
    assert len(matches) > 8
    assert np.median(matches) > 0.9


def test_the_pitch_is_told_as_it_is_seen() -> None:
    for scene, _ in _scenes(_page()):
        core = scene.target[0] > 0.5
        if core.any():
            pitch = PITCH_UNIT * np.exp(scene.target[3][core].astype(np.float64))
            assert 4.5 < pitch.min() <= pitch.max() < 46
            # A bar is 0.6 of a pitch high, so that its cells say how large it is seen.
            height = scene.target[0].sum(dtype=np.float64) * 16 / _length(scene, core)
            assert np.median(pitch) == pytest.approx(height / 0.6, rel=0.35)


def _length(scene: Scene, core: NDArray[np.bool_]) -> float:
    rows, columns = np.nonzero(core)
    way = scene.target[1:3, core].mean(axis=1).astype(np.float64)
    along = (columns * way[0] + rows * way[1]) / np.hypot(*way)
    return float(along.max() - along.min() + 1) * 4


def test_print_too_small_to_read_is_neither_asked_for_nor_forbidden() -> None:
    page = _page(pitch=PITCH / 7)
    seen = [scene for scene, _ in _scenes(page)]
    assert not any(scene.target[0].any() for scene in seen)
    assert any((scene.target[4] == 0).any() for scene in seen)


def test_what_is_told_of_a_cell_is_finite_and_cells_without_a_line_count() -> None:
    blank = Page(np.full((700, 900), PAPER, np.float32), (), PITCH)
    for page in (_page(), blank):
        for scene, _ in _scenes(page, 6):
            assert np.isfinite(scene.target).all()
    assert all((scene.target[4] == 1).all() for scene, _ in _scenes(blank, 4))


def test_of_a_line_that_leaves_its_page_only_the_part_on_it_is_told() -> None:
    line = _page().lines[0]
    part = on_page(line, (800, 100 + round(LEAST_SEEN * PITCH)))
    assert part is not None
    assert len(part.between) == LEAST_SEEN + 1
    assert on_page(line, (300, 1000)) is None
