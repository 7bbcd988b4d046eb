"""Filtered tiles: parts of a picture with filters laid over them, kept so that each is worked out once.

Nothing here starts work: a tile is `worked_out` wherever the caller likes, then handed back to `keep`.
"""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.imaging.deep import DeepImage
from docdesk.imaging.showing import Box, Sight

TILE = 512
"""Pixels along a side: small enough that one is filtered in the time of a frame or two, large enough that the
margin which filters need beside it stays a small part of the work."""

KEPT_BYTES = 96_000_000
"""About 120 tiles in colour: what two linked views of a full-HD screen show, ten times over."""


class Pipeline(Protocol):
    """Filters to lay over a picture for showing it."""

    @property
    def key(self) -> Hashable:
        """Equal for pipelines that show every picture alike."""
        ...

    def margin(self, scale: float) -> int:
        """Return how many pixels beside a part at this scale the filters look at."""
        ...

    def apply(self, part: NDArray[np.uint8], scale: float) -> NDArray[np.uint8]:
        """Return the part filtered: same shape, the part itself left alone.

        Args:
            part: rows x columns, or rows x columns x 3.
            scale: pixels of the part per pixel of the picture.
        """
        ...


@dataclass(frozen=True, slots=True)
class TileAt:
    """Which tile: of which picture, with which filters, and where."""

    image: DeepImage
    filters: Hashable
    level: int
    row: int
    column: int

    @property
    def box(self) -> Box:
        """The tile's box in its level; the last ones are smaller."""
        height, width = self.image.levels[self.level].shape[:2]
        left, top = self.column * TILE, self.row * TILE
        return left, top, min(left + TILE, width), min(top + TILE, height)


def worked_out(tile: TileAt, pipeline: Pipeline) -> NDArray[np.uint8]:
    """Return the pixels of a tile, filtered so that no seam is seen between it and the next."""
    level = tile.image.levels[tile.level]
    height, width = level.shape[:2]
    scale = width / tile.image.size[0]
    margin = pipeline.margin(scale)
    left, top, right, bottom = tile.box
    from_x, from_y = max(0, left - margin), max(0, top - margin)
    part = level[from_y : min(bottom + margin, height), from_x : min(right + margin, width)]
    filtered = pipeline.apply(part, scale)
    return np.ascontiguousarray(
        filtered[top - from_y : bottom - from_y, left - from_x : right - from_x], np.uint8
    )


def base_tile(image: DeepImage, filters: Hashable) -> TileAt:
    """Return the one tile that holds the whole picture, small: what is shown where a finer one is awaited."""
    level = next(number for number, each in enumerate(image.levels) if max(each.shape[:2]) <= TILE)
    return TileAt(image, filters, level, 0, 0)


class FilteredTiles:
    """The tiles that were worked out, the longest unused given up first where they grow too many."""

    def __init__(self, kept_bytes: int = KEPT_BYTES) -> None:
        self._most = kept_bytes
        self._bytes = 0
        self._tiles: OrderedDict[TileAt, NDArray[np.uint8]] = OrderedDict()

    def keep(self, tile: TileAt, pixels: NDArray[np.uint8]) -> None:
        """Keep the pixels of a tile."""
        self._drop(tile)
        self._tiles[tile] = pixels
        self._bytes += pixels.nbytes
        while self._bytes > self._most and len(self._tiles) > 1:
            self._drop(next(iter(self._tiles)))

    def has(self, tile: TileAt) -> bool:
        """Return whether a tile is here."""
        return tile in self._tiles

    def forget(self, image: DeepImage) -> None:
        """Give up all tiles of a picture that is shown no more."""
        for tile in [tile for tile in self._tiles if tile.image is image]:
            self._drop(tile)

    @property
    def kept_bytes(self) -> int:
        """What the tiles take up."""
        return self._bytes

    def missing(self, image: DeepImage, filters: Hashable, seen: Sight) -> tuple[TileAt, ...]:
        """Return the tiles that this sight lacks: the base first, then from the middle outward."""
        left, top, right, bottom = seen.box
        middle = (left + right) / 2 / TILE, (top + bottom) / 2 / TILE

        def distance(tile: TileAt) -> float:
            return abs(tile.column + 0.5 - middle[0]) + abs(tile.row + 0.5 - middle[1])

        needed = sorted(_tiles_of(image, filters, seen.level, seen.box), key=distance)
        base = base_tile(image, filters)
        ordered = dict.fromkeys((base, *needed))
        return tuple(tile for tile in ordered if tile not in self._tiles)

    def cut(self, image: DeepImage, filters: Hashable, level: int, box: Box) -> NDArray[np.uint8]:
        """Return a part of a level, filtered; where a tile is missing, the base enlarged stands in for it.

        The base has to be here: filtered and unfiltered parts are never mixed in one view.

        Raises:
            KeyError: the base is not here.
        """
        left, top, right, bottom = box
        source = image.levels[level]
        part = np.empty((bottom - top, right - left, *source.shape[2:]), np.uint8)
        for tile in _tiles_of(image, filters, level, box):
            x0, y0, x1, y1 = tile.box
            inner = max(x0, left), max(y0, top), min(x1, right), min(y1, bottom)
            target = part[inner[1] - top : inner[3] - top, inner[0] - left : inner[2] - left]
            pixels = self._tiles.get(tile)
            if pixels is None:
                target[:] = self._from_base(tile, inner)
            else:
                self._tiles.move_to_end(tile)
                target[:] = pixels[inner[1] - y0 : inner[3] - y0, inner[0] - x0 : inner[2] - x0]
        return part

    def _from_base(self, tile: TileAt, inner: Box) -> NDArray[np.uint8]:
        base = base_tile(tile.image, tile.filters)
        pixels = self._tiles[base]
        self._tiles.move_to_end(base)
        height, width = tile.image.levels[tile.level].shape[:2]
        x, y = pixels.shape[1] / width, pixels.shape[0] / height
        # From the middle of a pixel here to the middle of one there.
        matrix = np.array([[x, 0, (inner[0] + 0.5) * x - 0.5], [0, y, (inner[1] + 0.5) * y - 0.5]])
        size = inner[2] - inner[0], inner[3] - inner[1]
        how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        grown = cv2.warpAffine(pixels, matrix, size, flags=how, borderMode=cv2.BORDER_REPLICATE)
        return np.asarray(grown, np.uint8)

    def _drop(self, tile: TileAt) -> None:
        pixels = self._tiles.pop(tile, None)
        if pixels is not None:
            self._bytes -= pixels.nbytes


def _tiles_of(image: DeepImage, filters: Hashable, level: int, box: Box) -> list[TileAt]:
    left, top, right, bottom = box
    return [
        TileAt(image, filters, level, row, column)
        for row in range(top // TILE, (bottom - 1) // TILE + 1)
        for column in range(left // TILE, (right - 1) // TILE + 1)
    ]
