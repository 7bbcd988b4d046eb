"""Lines laid straight for the recogniser, and the exact way from a strip back to the frame.

A strip has `ROWS` rows and `PITCH` columns for each character; the middle of the print lies on row `MIDDLE`,
the left edge of the first character `MARGIN` characters from the left.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_networks.curves import Curve, Doubles, fitted
from docdesk.engines.mrz_networks.picture import resized
from docdesk.foundation.geometry import Point, Quad
from docdesk.imaging.grey import Grey

Floats = NDArray[np.float32]

PITCH: Final = 20
ROWS: Final = 32
MIDDLE: Final = 15.5
MARGIN: Final = 3.0
# The recogniser has a column for each four pixels.
_WIDTH_STEP: Final = 4
# A page that is one line of print from edge to edge is no MRZ; nor is memory without end.
_MOST_CHARACTERS: Final = 80
# Columns sampled at a time: the part of the picture round a whole slanting line would be most of the picture.
_AT_A_TIME: Final = 160
# Between samples farther apart than this, in pixels, print would fall through: the picture is shrunk first.
_FINE_STEP: Final = 1.3
# Bicubic sampling looks two pixels about; one more for rounding.
_ROUND: Final = 3
# Powers of a line through the middles of its characters, of which there are 30 and more, each known to a
# twentieth of a pitch: enough for a page that curls twice.
_MOST_BENT: Final = 5


@dataclass(frozen=True, slots=True)
class Strip:
    """One line of a frame laid straight: `values` are `ROWS` x W grey values, 0 to 255, W in fours."""

    curve: Curve
    values: Floats

    def in_frame(self, points: Doubles) -> Doubles:
        """Return where points of the strip (... x 2: column, row) lie in the frame."""
        return in_frame(self.curve, points)

    def in_strip(self, points: Doubles) -> Doubles:
        """Return where points of the frame (... x 2: x, y) near the line lie in the strip."""
        t = self.curve.nearest(points)
        off = ((points - self.curve.at(t)) * self.curve.normal(t)).sum(axis=-1)
        rows = MIDDLE + off * PITCH / self.curve.pitch(t)
        return np.stack([(t + MARGIN) * PITCH - 0.5, rows], axis=-1)

    def quads(self, centres: Doubles, drops: Doubles, widths: Doubles, heights: Doubles) -> tuple[Quad, ...]:
        """Return the corners of characters in the frame, clockwise from the top left as they are read.

        Args:
            centres: columns of the strip in which the characters have their middles.
            drops: rows by which these lie below row `MIDDLE`.
            widths: of the characters, columns; as wide as the pitch where they stand side by side.
            heights: of the characters, rows.
        """
        sides = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]])
        sizes = np.stack(np.broadcast_arrays(widths, heights), axis=-1)
        middles = np.stack([centres, MIDDLE + drops], axis=-1)
        corners = self.in_frame(middles[:, None, :] + sides[None] * sizes[:, None, :])
        return tuple((_point(a), _point(b), _point(c), _point(d)) for a, b, c, d in corners)

    def refined(self, centres: Doubles, drops: Doubles, weights: Doubles) -> Curve:
        """Return the line through the characters that were found in this strip.

        Straightened along it, character k has its middle in column `PITCH * (k + 0.5 + MARGIN) - 0.5` of row
        `MIDDLE`. Characters far off the smooth line through the others have no say.

        Args:
            centres: columns of the middles of all characters of the line, in order, two at least.
            drops: rows by which they lie below row `MIDDLE`.
            weights: how sure each is, 0 for a place where nothing was seen; two at least are above 0.
        """
        seen = weights > 0
        points = self.in_frame(np.stack([centres, MIDDLE + drops], axis=-1)[seen])
        places = np.asarray(np.arange(len(centres)) + 0.5, np.float64)[seen]
        return fitted(points, places, weights[seen], float(len(centres)), _MOST_BENT)


def in_frame(curve: Curve, points: Doubles) -> Doubles:
    """Return where points (... x 2: column, row) of the strip along a curve lie in the frame."""
    t = (points[..., 0] + 0.5) / PITCH - MARGIN
    return _off(curve, t, points[..., 1])


def straightened(grey: Grey, curve: Curve) -> Strip:
    """Return the strip along a line of the frame; beyond the frame its border is repeated."""
    characters = min(curve.length, _MOST_CHARACTERS) + 2 * MARGIN
    width = int(np.ceil(characters * PITCH / _WIDTH_STEP)) * _WIDTH_STEP
    below = (np.arange(ROWS, dtype=np.float64)[:, None] - MIDDLE) / PITCH
    parts: list[Floats] = []
    for columns in _stretches(width):
        t = (columns + 0.5) / PITCH - MARGIN
        middle, speed = curve.at(t), curve.speed(t)
        across = middle[:, 0] - speed[:, 1] * below
        down = middle[:, 1] + speed[:, 0] * below
        step = float(np.hypot(speed[:, 0], speed[:, 1]).mean()) / PITCH
        parts.append(_sampled(grey, np.stack([across, down]), step))
    return Strip(curve, np.concatenate(parts, axis=1))


def _off(curve: Curve, t: Doubles, rows: Doubles) -> Doubles:
    """Return the frame's points at places of a line and rows of its strip, broadcast together."""
    speed = curve.speed(t)
    # The normal times the pitch: a strip's row is as high as its column is wide.
    down = np.stack([-speed[..., 1], speed[..., 0]], axis=-1)
    return curve.at(t) + down * ((rows - MIDDLE) / PITCH)[..., None]


def _stretches(width: int) -> Iterator[Doubles]:
    for left in range(0, width, _AT_A_TIME):
        yield np.arange(left, min(left + _AT_A_TIME, width), dtype=np.float64)


def _sampled(grey: Grey, points: Doubles, step: float) -> Floats:
    """Return grey values at points of a picture, each the mean of its area.

    Args:
        grey: the picture.
        points: across and down, [2, rows, columns].
        step: pixels from one to the next.
    """
    last = np.array([grey.shape[1] - 1, grey.shape[0] - 1])
    room = _ROUND * max(1, int(step) + 1)
    # Rows lie on straight lines between the first and the last, so these reach as far as any.
    edges = points[:, [0, -1]]
    low = np.clip(np.floor(edges.min(axis=(1, 2))).astype(int) - room, 0, last)
    high = np.clip(np.ceil(edges.max(axis=(1, 2))).astype(int) + room, low, last) + 1
    part = grey[low[1] : high[1], low[0] : high[0]]
    local = points - low[:, None, None]
    if step > _FINE_STEP:
        wide, tall = np.maximum(1, np.round((high - low) / step)).astype(int).tolist()
        part, scale = resized(part, (wide, tall))
        local = (local + 0.5) / np.array(scale)[:, None, None] - 0.5
    across, down = local.astype(np.float32)
    taken = cv2.remap(
        np.asarray(part, np.float32), across, down, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(np.clip(taken, 0, 255), np.float32)


def _point(corner: Doubles) -> Point:
    return float(corner[0]), float(corner[1])
