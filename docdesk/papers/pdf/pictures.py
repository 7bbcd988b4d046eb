"""Pictures for the paper: of whole captures, of lines of an MRZ, and of what was found."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import copysign

import numpy as np

from docdesk.foundation.geometry import Polygon, Quad
from docdesk.imaging.crops import (
    box_round,
    crop,
    fitted,
    flattening,
    grown,
    height_of,
    is_convex,
    projected,
    straightened,
)
from docdesk.imaging.deep import Pixels
from docdesk.imaging.encoding import Shown, eight_bits, png
from docdesk.imaging.shrinking import shrunk
from docdesk.inspection.checks.finding import Finding
from docdesk.inspection.readings.mrz_reading import MrzReading
from docdesk.papers.omitting import Omit

PRINTED_PPI = 300
"""What office printers resolve in half-tones and captures are made at; more only swells the file."""

THUMBNAIL_PIXELS = 400
"""The longer side of a thumbnail: 200 ppi where it is printed largest; for more there is the file."""

CROP_WIDTH = 190.0
"""Points: a quarter of an MRZ line is then larger than on the document."""

LONG_CROP_WIDTH = 276.0
"""Points for a crop of a whole line: still over half of its size on the document."""

CROP_MARGIN = 0.8
"""Room round what was found, by the height of the place: one more line of print on each side."""

OUTLINE_MARGIN = 0.2
"""By how much of that room the outline keeps off what it surrounds, so that it covers no stroke."""

LINE_MARGIN = 0.3
"""Room above and below the characters of a line, by their height: no stroke is cut, and the neighbouring
line, over a height away, is not seen."""

SIDE_MARGIN = 0.5
"""Room left and right of a line, in characters."""

LINE_ROWS = 96
"""Pixels of a line's strip at most: 23 points at 300 ppi."""


@dataclass(frozen=True, slots=True)
class Image:
    """An encoded picture; `outline` is a polygon on it, each point as shares of its width and height."""

    png: bytes
    size: tuple[int, int]
    outline: Polygon = ()


@dataclass(frozen=True, slots=True)
class Strip:
    """A straightened line of an MRZ.

    The middle of its character `i` lies at `first + i * pitch`, as shares of the strip's width.
    """

    image: Image
    first: float
    pitch: float


class Pictures:
    """Cuts pictures out of the captures at hand, each once."""

    def __init__(self, pixels: Mapping[int, Pixels], omit: Omit) -> None:
        self._pixels = pixels
        self._omit = omit
        self._shown: dict[int, Shown] = {}
        self._thumbnails: dict[int, Image] = {}
        self._crops: dict[tuple[int, Polygon], Image] = {}
        self._strips: dict[int, Strip] = {}

    def thumbnail(self, index: int) -> Image | None:
        """Return the whole capture in small, None where it is not at hand or left out."""
        if index not in self._pixels or Omit.THUMBNAILS in self._omit:
            return None
        if index not in self._thumbnails:
            self._thumbnails[index] = _image(shrunk(self._capture(index), THUMBNAIL_PIXELS))
        return self._thumbnails[index]

    def evidence(self, finding: Finding) -> Image | None:
        """Return where the finding was made, outlined, None where there is no place or no picture."""
        index, region = finding.capture, finding.region
        if index is None or region is None or index not in self._pixels or Omit.CROPS in self._omit:
            return None
        if (index, region) not in self._crops:
            self._crops[index, region] = _outlined(self._capture(index), region)
        return self._crops[index, region]

    def line(self, reading: MrzReading, capture: int, number: int) -> Strip | None:
        """Return a line of the MRZ laid straight, None where its picture is not at hand or left out."""
        row = reading.characters[number]
        if capture not in self._pixels or Omit.CROPS in self._omit or not row or not _can_lie_flat(row):
            return None
        if number not in self._strips:
            self._strips[number] = _strip(self._capture(capture), row)
        return self._strips[number]

    def _capture(self, index: int) -> Shown:
        if index not in self._shown:
            self._shown[index] = eight_bits(self._pixels[index])
        return self._shown[index]


def _outlined(pixels: Shown, region: Polygon) -> Image:
    height, width = pixels.shape[:2]
    down = [y for _, y in region]
    margin = CROP_MARGIN * max(max(down) - min(down), 1.0)
    left, top, right, bottom = box_round((width, height), region, margin)
    part = fitted(crop(pixels, region, margin), _px(LONG_CROP_WIDTH), _px(CROP_WIDTH))
    outline = tuple(
        (
            min(max((x - left) / (right - left), 0.0), 1.0),
            min(max((y - top) / (bottom - top), 0.0), 1.0),
        )
        for x, y in _moved_out(region, OUTLINE_MARGIN * margin)
    )
    return _image(part, outline)


def _moved_out(region: Polygon, by: float) -> Polygon:
    """Return the polygon with each point moved away from its middle, across and down."""
    middle = [sum(axis) / len(region) for axis in zip(*region, strict=True)]
    return tuple((x + copysign(by, x - middle[0]), y + copysign(by, y - middle[1])) for x, y in region)


def _can_lie_flat(row: tuple[Quad, ...]) -> bool:
    """Return whether the outline of a line holds an area at all."""
    return is_convex(_outline(row))


def _outline(row: tuple[Quad, ...]) -> Quad:
    return (row[0][0], row[-1][1], row[-1][2], row[0][3])


def _strip(pixels: Shown, row: tuple[Quad, ...]) -> Strip:
    quad = grown(_outline(row), SIDE_MARGIN / len(row), LINE_MARGIN)
    strip = straightened(pixels, quad, min(LINE_ROWS, max(1, round(height_of(quad)))))
    middles = np.array([np.mean(np.array(cell), axis=0) for cell in row])
    flat = projected(middles, flattening(quad))[:, 0]
    # MRZs are printed at one pitch, so one line through all middles is truer than each of them.
    pitch, first = np.polyfit(np.arange(len(row)), flat, 1) if len(row) > 1 else (1.0, float(flat[0]))
    return Strip(_image(strip), float(first), float(pitch))


def _image(pixels: Shown, outline: Polygon = ()) -> Image:
    height, width = pixels.shape[:2]
    return Image(png(pixels), (width, height), outline)


def _px(points: float) -> float:
    return points * PRINTED_PPI / 72
