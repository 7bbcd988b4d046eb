"""Bands: long thin strips of a picture that may be a line of print."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.imaging.details import dark_detail, row_ridges
from docdesk.imaging.grey import Grey

Floats = NDArray[np.float32]

# Long sides in pixels at which a picture is searched. The filters below suit a pitch of 6 to 12 pixels; an
# MRZ as wide as its picture has that at the first, one that fills a sixth of it at the last.
WORKING_SIDES = (480, 720, 1080, 1620, 2430)
# Enlarging more than this adds no detail; a thumbnail of 190 pixels holds no readable MRZ.
MOST_ENLARGED = 2.6
# Strokes are narrower than this at every working side, background shade is wider.
STROKE = 9
# The strip whose energy is gathered: some characters long, less than a character high, compared one
# character height above and below.
STRIP_LENGTH, STRIP_HEIGHT, STRIP_REACH = 41, 5, 8
# A ridge belongs to a band above this part of the energy of the strongest ones on the picture.
RIDGE_PART = 0.18
# Energy (grey values of gradient) of the strongest ridges below which there is only paper: blank pages have 2
# to 4, the faintest drawn MRZ (half contrast, 106 ppi) has 8 at its worst size and 35 at its best.
PAPER = 5.0
# Thirty characters at a pitch of 6 are 180 pixels; a stamp may cut a line into parts.
SHORTEST = 100
# Ratio of length to thickness: half an MRZ line has 15.
SLIMMEST = 6.0
# Bands handed on for each direction; each costs about 10 ms to judge.
MOST_BANDS = 24


@dataclass(frozen=True, slots=True)
class Band:
    """A strip of print, in pixels of the picture.

    `x`, `y` is the centre, `angle` in radians clockwise as seen, `strength` ranks bands of one picture,
    `unit` is picture pixels per pixel of the size at which it was found.
    """

    x: float
    y: float
    angle: float
    length: float
    strength: float
    unit: float


def find_bands(grey: Grey) -> tuple[Band, ...]:
    """Return near-horizontal bands, the strongest first."""
    found: list[Band] = []
    longest = max(grey.shape)
    for side in WORKING_SIDES:
        scale = side / longest
        if scale > MOST_ENLARGED or (scale > 1 and side != _least_side(longest)):
            continue
        how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        size = (max(1, round(grey.shape[1] * scale)), max(1, round(grey.shape[0] * scale)))
        if min(size) < 2 * STROKE:
            continue
        found += _bands_at(np.asarray(cv2.resize(grey, size, interpolation=how), np.uint8), 1 / scale)
    found.sort(key=lambda band: -band.strength)
    return tuple(found[:MOST_BANDS])


def _least_side(longest: int) -> int:
    """Return the one working side to which a small picture is enlarged."""
    return next((side for side in WORKING_SIDES if side >= longest), WORKING_SIDES[-1])


def _bands_at(small: Grey, unit: float) -> list[Band]:
    detail = dark_detail(small, STROKE)
    energy = np.abs(np.asarray(cv2.Sobel(detail, cv2.CV_32F, 1, 0, ksize=3), np.float32))
    ridges = row_ridges(energy, STRIP_LENGTH, STRIP_HEIGHT, STRIP_REACH)
    strongest = float(np.percentile(ridges, 99.7))
    if strongest < PAPER:
        return []
    mask = (ridges > RIDGE_PART * strongest).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    bands: list[Band] = []
    for label in range(1, count):
        left, top, wide, high = (int(v) for v in stats[label, :4])
        if wide < SHORTEST:
            continue
        here = labels[top : top + high, left : left + wide] == label
        weights = np.where(here, ridges[top : top + high, left : left + wide], 0)
        band = _fitted(weights, left, top, unit)
        if band is not None:
            bands.append(band)
    return bands


def _fitted(weights: Floats, left: int, top: int, unit: float) -> Band | None:
    """Return the straight band through weighted pixels, None where it is no thin strip."""
    columns = weights.sum(axis=0)
    rows = np.arange(weights.shape[0], dtype=np.float32)[:, None]
    middles = (weights * rows).sum(axis=0) / np.maximum(columns, 1e-6)
    x = np.arange(weights.shape[1], dtype=np.float32)
    slope, offset = np.polyfit(x, middles, 1, w=np.sqrt(np.maximum(columns, 1e-6)))
    thickness = float((weights > 0).sum() / max(1, int((columns > 0).sum())))
    angle = float(np.arctan(slope))
    length = weights.shape[1] / np.cos(angle)
    if length < SLIMMEST * thickness or abs(angle) > np.deg2rad(25):
        return None
    middle = weights.shape[1] / 2
    return Band(
        x=(left + middle + 0.5) * unit - 0.5,
        y=(top + slope * middle + offset + 0.5) * unit - 0.5,
        angle=angle,
        length=length * unit,
        strength=float(columns.sum()),
        unit=unit,
    )
