"""Filtered tiles: no seams, no waiting, no more memory than was granted."""

from dataclasses import dataclass

import cv2
import numpy as np
import pytest

from docdesk.imaging.deep import DeepImage, deepened
from docdesk.imaging.showing import Sight
from docdesk.imaging.tiles import TILE, FilteredTiles, TileAt, base_tile, worked_out


@dataclass(frozen=True)
class Blurred:
    """A filter that looks at its surroundings, so that seams would show."""

    key: str = "blurred"

    def margin(self, scale: float) -> int:
        return 4

    def apply(self, part: np.ndarray, scale: float) -> np.ndarray:
        return np.asarray(cv2.blur(part, (9, 9), borderType=cv2.BORDER_REPLICATE), np.uint8)


@pytest.fixture
def image() -> DeepImage:
    return deepened(np.random.default_rng(3).integers(0, 256, (1300, 1700, 3), np.uint8))


def fill(tiles: FilteredTiles, image: DeepImage, seen: Sight) -> None:
    for tile in tiles.missing(image, "blurred", seen):
        tiles.keep(tile, worked_out(tile, Blurred()))


def test_tiles_put_together_are_the_whole_picture_filtered(image: DeepImage) -> None:
    tiles, seen = FilteredTiles(), Sight(0, (300, 200, 1650, 1290))
    fill(tiles, image, seen)
    part = tiles.cut(image, "blurred", 0, seen.box)
    assert (part == Blurred().apply(image.original, 1.0)[200:1290, 300:1650]).all()


def test_the_base_is_asked_for_first_and_the_middle_before_the_rim(image: DeepImage) -> None:
    missing = FilteredTiles().missing(image, "blurred", Sight(0, (0, 0, 1700, 1300)))
    assert missing[0] == base_tile(image, "blurred")
    assert (missing[1].row, missing[1].column) == (1, 1)
    assert len(missing) == 1 + 3 * 4


def test_what_is_here_is_not_missing(image: DeepImage) -> None:
    tiles, seen = FilteredTiles(), Sight(0, (0, 0, TILE, TILE))
    fill(tiles, image, seen)
    assert tiles.missing(image, "blurred", seen) == ()
    assert len(tiles.missing(image, "other", seen)) == 2


def test_until_a_tile_is_there_the_base_enlarged_stands_in(image: DeepImage) -> None:
    flat = deepened(np.full((1300, 1700), 90, np.uint8))
    tiles = FilteredTiles()
    base = base_tile(flat, "x")
    tiles.keep(base, np.full(flat.levels[base.level].shape, 17, np.uint8))
    assert (tiles.cut(flat, "x", 0, (100, 100, 1200, 900)) == 17).all()


def test_without_the_base_nothing_is_shown_half_filtered(image: DeepImage) -> None:
    with pytest.raises(KeyError):
        FilteredTiles().cut(image, "x", 0, (0, 0, 10, 10))


def test_the_base_enlarged_lies_where_the_tile_would(image: DeepImage) -> None:
    ramp = np.repeat(np.linspace(0, 255, 1600, dtype=np.uint8)[None], 1200, axis=0)
    deep = deepened(ramp)
    tiles = FilteredTiles()
    base = base_tile(deep, "x")
    tiles.keep(base, deep.levels[base.level])
    part = tiles.cut(deep, "x", 0, (400, 100, 1400, 900))
    assert abs(part.astype(int) - ramp[100:900, 400:1400]).max() <= 2


def test_the_longest_unused_go_first_when_there_are_too_many(image: DeepImage) -> None:
    one = TILE * TILE * 3
    tiles = FilteredTiles(kept_bytes=3 * one)
    for column in range(3):
        tiles.keep(TileAt(image, "x", 0, 0, column), np.zeros((TILE, TILE, 3), np.uint8))
    tiles.keep(base_tile(image, "x"), np.zeros((10, 10, 3), np.uint8))
    assert not tiles.has(TileAt(image, "x", 0, 0, 0))
    assert tiles.has(TileAt(image, "x", 0, 0, 2))
    tiles.cut(image, "x", 0, (TILE, 0, TILE + 5, 5))  # uses column 1
    tiles.keep(TileAt(image, "x", 0, 1, 0), np.zeros((TILE, TILE, 3), np.uint8))
    assert tiles.has(TileAt(image, "x", 0, 0, 1))
    assert not tiles.has(TileAt(image, "x", 0, 0, 2))
    assert tiles.kept_bytes <= 3 * one


def test_a_picture_that_is_gone_leaves_nothing(image: DeepImage) -> None:
    tiles = FilteredTiles()
    fill(tiles, image, Sight(0, (0, 0, 600, 600)))
    tiles.forget(image)
    assert tiles.kept_bytes == 0
