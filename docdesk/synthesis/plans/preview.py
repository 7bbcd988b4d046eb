"""A document as a window shows it: its captures, and the places on them that the truth speaks of."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.foundation.geometry import Polygon
from docdesk.imaging.deep import DeepImage, deepened
from docdesk.synthesis.alterations.alteration import Cue, Mask
from docdesk.synthesis.capturing.shot import Shot
from docdesk.synthesis.drawing import Curve
from docdesk.synthesis.models.model import Light, Side
from docdesk.synthesis.plans.making import Made
from docdesk.synthesis.plans.masks import MASK_PPI, flat
from docdesk.synthesis.plans.plan import Order

_COVERED: Final = 25
"""Of 255: a trace thinner than a pixel of the flat mask still counts."""

_JOINED_MM: Final = 1.0
"""Parts nearer than this are one place: the letters of a word, the lines of a guilloche."""

_ROOM_MM: Final = 0.4
"""Left free round a place, so that its outline covers nothing of what is to be looked at."""

_SMOOTH_PX: Final = 1.0
"""By which an outline may miss its place, in px of the flat mask: tens of corners then, not thousands."""

_MOST_PLACES: Final = 40
"""Of one mask, the largest: more outlines hide the picture."""


@dataclass(frozen=True, slots=True, eq=False)
class Pictured:
    """A capture.

    Attributes:
        side, light: what it shows.
        ppi: that its file states, None for none.
        image: its picture, before the loss of a JPEG.
        changed: outlines of what was altered, in px.
    """

    side: Side
    light: Light
    ppi: float | None
    image: DeepImage
    changed: tuple[Polygon, ...]


@dataclass(frozen=True, slots=True)
class Clue:
    """Something that an examiner would see, and where a capture shows it.

    Attributes:
        feature: word for it.
        side, light: under which it shows.
        min_ppi: least resolution of a capture that shows it.
        capture: index of the capture of that side and light, None where there is none.
        places: outlines on that capture, in px.
        fine_enough: whether that capture has the resolution.
    """

    feature: str
    side: Side
    light: Light
    min_ppi: int
    capture: int | None
    places: tuple[Polygon, ...]
    fine_enough: bool


@dataclass(frozen=True, slots=True, eq=False)
class Preview:
    """A document that was made to be looked at, and what it was made from."""

    order: Order
    pictures: tuple[Pictured, ...]
    clues: tuple[Clue, ...]


def preview(made: Made) -> Preview:
    """Return a document as a window shows it."""
    sizes = {face.face.side: face.face.size for face in made.altered.copy.faces}
    shots = tuple(each.shot for each in made.captures)
    traces = made.altered.traces
    changed = {side: outlines(mask, sizes[side]) for side, mask in traces.masks}
    pictures = tuple(_pictured(shot, changed.get(shot.side, ())) for shot in shots)
    # Several cues of one place share its mask.
    curves = {id(cue.mask): outlines(cue.mask, sizes[cue.side]) for cue in traces.cues}
    clues = tuple(_clue(cue, shots, curves[id(cue.mask)]) for cue in traces.cues)
    return Preview(made.order, pictures, clues)


def outlines(mask: Mask, size: tuple[float, float]) -> tuple[Curve, ...]:
    """Return the outlines of what a mask of a whole face covers, in mm of the face, the largest first."""
    small = flat(mask, size)
    rows, columns = small.shape
    covered = np.asarray(small > _COVERED, np.uint8)
    joined = cv2.morphologyEx(covered, cv2.MORPH_CLOSE, _disc(_JOINED_MM / 2))
    found, _ = cv2.findContours(cv2.dilate(joined, _disc(_ROOM_MM)), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    largest = sorted(found, key=cv2.contourArea, reverse=True)[:_MOST_PLACES]
    per_mm = columns / size[0], rows / size[1]
    curves = []
    for contour in largest:
        corners = cv2.approxPolyDP(contour, _SMOOTH_PX, closed=True)[:, 0] + 0.5
        curves.append(np.column_stack((corners[:, 0] / per_mm[0], size[1] - corners[:, 1] / per_mm[1])))
    return tuple(curves)


def ppi_of(shot: Shot) -> float:
    """Return the resolution of the document on a shot, on the average of its face."""
    width, height = shot.face
    corners = np.asarray(shot.quad((0.0, 0.0, width, height)), np.float32)
    return 25.4 * math.sqrt(cv2.contourArea(corners) / (width * height))


def _pictured(shot: Shot, curves: tuple[Curve, ...]) -> Pictured:
    return Pictured(shot.side, shot.light, shot.ppi, deepened(shot.pixels), tuple(_on(shot, curves)))


def _clue(cue: Cue, shots: tuple[Shot, ...], curves: tuple[Curve, ...]) -> Clue:
    at = next(
        (number for number, shot in enumerate(shots) if (shot.side, shot.light) == (cue.side, cue.light)),
        None,
    )
    if at is None:
        return Clue(cue.feature, cue.side, cue.light, cue.min_ppi, None, (), fine_enough=False)
    fine = ppi_of(shots[at]) >= cue.min_ppi
    places = tuple(_on(shots[at], curves))
    return Clue(cue.feature, cue.side, cue.light, cue.min_ppi, at, places, fine_enough=fine)


def _on(shot: Shot, curves: tuple[Curve, ...]) -> Iterator[Polygon]:
    """Yield outlines as a shot shows them, in px."""
    for curve in curves:
        yield tuple((float(x), float(y)) for x, y in shot.to_pixels(curve))


def _disc(radius: float) -> NDArray[np.uint8]:
    """Return a disc of a radius in mm, for masks of `MASK_PPI`."""
    side = 2 * max(1, round(radius * MASK_PPI / 25.4)) + 1
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)), np.uint8)
