"""A frame as the finder looks at it: grey, at one of few sizes, and the way back to the frame's pixels.

A large page is looked at in tiles whose maps are laid together, so that memory and time stay within bounds.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_networks.sessions import Network
from docdesk.imaging.grey import Grey

Floats = NDArray[np.float32]

CELL: Final = 4
"""Pixels of a side of the picture for each cell of the finder's map."""
FIRST_SIDE: Final = 1024
"""Long side of the picture at which the finder looks first: an MRZ of 44 as wide as its picture has 20 pixels
to the pitch, one of an A4 page 9; the finder was trained on 5 to 44."""
SECOND_SIDE: Final = 2048
"""Long side at which it looks again for a small document on a large page."""
# Sides of the picture are multiples of this: the network halves them five times.
_STEP: Final = 32
# Below this gain in size a second look would see nothing new.
_WORTHWHILE: Final = 1.25
# Enlarging further adds no detail: a picture of 190 pixels holds no readable MRZ.
_MOST_ENLARGED: Final = 4.0
# A tile is at most this long, so that a network needs tens of megabytes, and two make up the second look.
# Neighbours share at least `_SHARED`, less one step: the finder looks some 100 pixels about, and near a cut
# the other tile has more to say.
_LONGEST_TILE: Final = 1152
_SHARED: Final = 256


@dataclass(frozen=True, slots=True)
class Scaled:
    """The frame at another size, `values` H x W in 0..1, sides multiples of 32.

    `width` and `height` are what the frame fills; the rest repeats its border. `scale` is frame pixels per
    pixel of this picture, across and down.
    """

    values: Floats
    width: int
    height: int
    scale: tuple[float, float]

    @property
    def shift(self) -> tuple[float, float]:
        """The frame's point that this picture's pixel 0, 0 has its middle in."""
        return (self.scale[0] - 1) / 2, (self.scale[1] - 1) / 2


def sides_of(grey: Grey) -> tuple[int, ...]:
    """Return the long sides at which a picture is worth looking at, in order."""
    longest = max(grey.shape)
    first = min(FIRST_SIDE, int(longest * _MOST_ENLARGED))
    second = min(SECOND_SIDE, longest)
    return (first, second) if second >= _WORTHWHILE * first else (first,)


def scaled(grey: Grey, side: int) -> Scaled:
    """Return the picture with about this long side, each pixel the mean of the area that it stands for."""
    share = side / max(grey.shape)
    width, height = max(1, round(grey.shape[1] * share)), max(1, round(grey.shape[0] * share))
    small, scale = resized(grey, (width, height))
    whole = cv2.copyMakeBorder(small, 0, -height % _STEP, 0, -width % _STEP, cv2.BORDER_REPLICATE)
    return Scaled(np.asarray(whole, np.float32) / np.float32(255), width, height, scale)


def resized(grey: Grey, size: tuple[int, int]) -> tuple[Grey, tuple[float, float]]:
    """Return the picture at another size, and its pixels per pixel of the result, across and down.

    Where it shrinks, each pixel is the mean of the area that it stands for. `size` is width and height. The
    last rows and columns may be left out, less than one of the result.
    """
    # A whole factor first: OpenCV does it ten times as fast as an odd one.
    factor = max(1, int(min(grey.shape[1] / size[0], grey.shape[0] / size[1])))
    high, wide = (length // factor * factor for length in grey.shape)
    small = _at_size(grey[:high, :wide], (wide // factor, high // factor), cv2.INTER_AREA)
    larger = size[0] > wide or size[1] > high
    small = _at_size(small, size, cv2.INTER_CUBIC if larger else cv2.INTER_AREA)
    return small, (wide / size[0], high / size[1])


def finder_map(picture: Scaled, network: Network) -> Floats:
    """Return what the finder says of each cell that the frame fills, 4 x rows x columns."""
    values = picture.values
    rows, columns = (side // CELL for side in values.shape)
    total = np.zeros((4, rows, columns), np.float32)
    weight = np.zeros((rows, columns), np.float32)
    for top, left, high, wide in tiles(values.shape):
        part = network.run(values[None, None, top : top + high, left : left + wide])[0]
        say = _say(high // CELL, wide // CELL)
        place = np.s_[top // CELL : (top + high) // CELL, left // CELL : (left + wide) // CELL]
        total[:, *place] += part * say
        weight[place] += say
    filled = np.s_[: -(-picture.height // CELL), : -(-picture.width // CELL)]
    return np.ascontiguousarray((total / weight)[:, *filled])


def tiles(shape: tuple[int, ...]) -> Iterator[tuple[int, int, int, int]]:
    """Yield top, left, height and width of tiles that cover a picture; one where it is small enough."""
    down, across = (list(_spans(side)) for side in shape)
    for (top, high), (left, wide) in product(down, across):
        yield top, left, high, wide


def _spans(side: int) -> Iterator[tuple[int, int]]:
    """Yield begin and length, multiples of 32, of overlapping spans of about one length."""
    if side <= _LONGEST_TILE:
        yield 0, side
        return
    count = -(-(side - _SHARED) // (_LONGEST_TILE - _SHARED))
    length = -(-(side + (count - 1) * _SHARED) // (count * _STEP)) * _STEP
    for number in range(count):
        yield (side - length) * number // (count - 1) // _STEP * _STEP, length


def _say(rows: int, columns: int) -> Floats:
    """Return how much a tile has to say in each cell: the more, the farther from its edges."""
    down, across = (np.minimum(np.arange(n) + 1, np.arange(n)[::-1] + 1) for n in (rows, columns))
    far = _SHARED // CELL / 2
    weights = np.minimum(down, far)[:, None] * np.minimum(across, far)[None]
    return np.asarray(weights**2, np.float32)


def _at_size(grey: Grey, size: tuple[int, int], how: int) -> Grey:
    if size == (grey.shape[1], grey.shape[0]):
        return grey
    return np.asarray(cv2.resize(grey, size, interpolation=how), np.uint8)
