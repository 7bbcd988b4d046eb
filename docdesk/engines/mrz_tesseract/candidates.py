"""Zones that look like OCR-B, upright, one for each MRZ of a picture."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_tesseract import shapes
from docdesk.engines.mrz_tesseract.bands import Band, find_bands
from docdesk.engines.mrz_tesseract.extent import settled
from docdesk.engines.mrz_tesseract.zones import Line, Zone, zone_of
from docdesk.foundation.geometry import Point, Quad
from docdesk.imaging.grey import Grey
from docdesk.imaging.turning import turned

Floats = NDArray[np.float32]

# Mean likeness to OCR-B below which a zone is no MRZ, and from which no other band of the same place is
# tried. Drawn MRZs from 90 ppi on have 0.84 to 0.98, other places up to 0.80 (seeds 100 to 149).
LEAST_LIKENESS, SURE_LIKENESS = 0.62, 0.85
# Bands of one place that are tried: the second is found at another size and may fit better.
TRIES = 2
# Bands looked at in both directions together; each costs some 30 ms.
MOST_BANDS = 30
# A band weaker than this part of the one that gave a sure zone is not tried any more: a second document of
# the same picture is about as strong.
WEAK_PART = 0.12
# Half the height of a character's quadrilateral, in pitches: digits are 1.1 high.
HALF_HEIGHT = 0.55


@dataclass(frozen=True, slots=True)
class Candidate:
    """A zone in the frame `grey`, which is the picture turned by 0 or 90 degrees.

    `turned` is the turn clockwise that makes the zone upright; where `flipped`, the zone stands on its
    head in `grey`. `likeness` ranks candidates.
    """

    zone: Zone
    grey: Grey
    turned: int
    flipped: bool
    likeness: float

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines in reading order."""
        return self.zone.lines[::-1] if self.flipped else self.zone.lines

    def strips(self, pitch: int, height: int, margin: int) -> list[Floats]:
        """Return the lines' grey values, upright, in reading order; see `Zone.strip`."""
        strips = [self.zone.strip(self.grey, line, pitch, height, margin) for line in self.lines]
        return [np.ascontiguousarray(s[::-1, ::-1]) for s in strips] if self.flipped else strips

    def quads(self, line: Line) -> list[Quad]:
        """Return each character's corners in the upright frame, in reading order."""
        edges = np.arange(self.zone.cells + 1, dtype=np.float64)
        top = self.zone.at(line, edges, np.full(edges.size, -HALF_HEIGHT))
        bottom = self.zone.at(line, edges, np.full(edges.size, HALF_HEIGHT))
        if self.flipped:
            last = np.array([self.grey.shape[1] - 1, self.grey.shape[0] - 1])
            top, bottom = (last - bottom)[::-1], (last - top)[::-1]
        cells = range(self.zone.cells)
        return [(_point(top[i]), _point(top[i + 1]), _point(bottom[i + 1]), _point(bottom[i])) for i in cells]


def candidates(grey: Grey) -> list[Candidate]:
    """Return zones that do not overlap, those most like OCR-B first."""
    found: list[Candidate] = []
    tried: list[tuple[int, Band]] = []
    frames = {degrees: turned(grey, degrees) for degrees in (0, 90)}
    bands = [(degrees, band) for degrees, frame in frames.items() for band in find_bands(frame)]
    bands = sorted(bands, key=lambda entry: -entry[1].strength)[:MOST_BANDS]
    enough = 0.0
    for degrees, band in bands:
        if band.strength < enough or _known(degrees, band, tried, found):
            continue
        tried.append((degrees, band))
        zone = zone_of(frames[degrees], band)
        if zone is None:
            continue
        candidate = _upright(zone, frames[degrees], degrees)
        found.append(candidate)
        if candidate.likeness >= SURE_LIKENESS:
            enough = max(enough, WEAK_PART * band.strength)
    return _apart(found, grey)


def _known(degrees: int, band: Band, tried: list[tuple[int, Band]], found: list[Candidate]) -> bool:
    """Return whether the place of a band is a sure zone's, or was tried often enough."""
    for candidate in found:
        same = candidate.turned % 180 == degrees
        if same and candidate.likeness >= SURE_LIKENESS and _inside(band, candidate.zone):
            return True
    return sum(turn == degrees and _same_place(band, other) for turn, other in tried) >= TRIES


def _same_place(one: Band, other: Band) -> bool:
    near = 0.03 * max(one.length, other.length)
    return abs(one.y - other.y) < near and abs(one.x - other.x) < 0.25 * min(one.length, other.length)


def _upright(zone: Zone, frame: Grey, degrees: int) -> Candidate:
    """Return the zone the way up that looks more like OCR-B, its ends settled."""
    ways = [Candidate(zone, frame, (degrees + 180 * flip) % 360, bool(flip), 0.0) for flip in (0, 1)]
    marks = [_likeness(way) for way in ways]
    best = int(np.argmax(marks))
    chosen = replace(ways[best], likeness=marks[best])
    if marks[best] < LEAST_LIKENESS - 0.1 or not shapes.knows_all():
        return chosen
    chosen = replace(chosen, zone=settled(zone, lambda wide: _cell_likeness(replace(chosen, zone=wide))))
    return replace(chosen, likeness=_likeness(chosen))


def _likeness(candidate: Candidate) -> float:
    strips = candidate.strips(shapes.PITCH, shapes.HEIGHT, 1)
    return shapes.quick_likeness(strips, candidate.zone.cells)


def _cell_likeness(candidate: Candidate) -> list[Floats]:
    """Return each cell's likeness for each line, in the order of the zone's lines and cells."""
    strips = candidate.strips(shapes.PITCH, shapes.HEIGHT, 1)
    rows = [shapes.cell_likeness(strip, candidate.zone.cells) for strip in strips]
    return [row[::-1] for row in rows[::-1]] if candidate.flipped else rows


def _apart(found: list[Candidate], grey: Grey) -> list[Candidate]:
    """Return the best candidates that do not overlap."""
    kept: list[Candidate] = []
    for candidate in sorted(found, key=lambda c: -c.likeness):
        if candidate.likeness >= LEAST_LIKENESS and not any(_overlap(candidate, k, grey) for k in kept):
            kept.append(candidate)
    return kept


def _point(values: NDArray[np.float64]) -> Point:
    return (float(values[0]), float(values[1]))


def _outline(zone: Zone) -> NDArray[np.float64]:
    """Return the zone's corners in its frame."""
    ends = np.array([0.0, float(zone.cells)])
    top = zone.at(zone.lines[0], ends, np.full(2, -HALF_HEIGHT))
    bottom = zone.at(zone.lines[-1], ends, np.full(2, HALF_HEIGHT))
    return np.stack([top[0], top[1], bottom[1], bottom[0]])


def _inside(band: Band, zone: Zone) -> bool:
    corners = _outline(zone)
    low, high = corners.min(axis=0), corners.max(axis=0)
    return bool(low[0] < band.x < high[0]) and bool(low[1] < band.y < high[1])


def _overlap(one: Candidate, other: Candidate, grey: Grey) -> bool:
    """Return whether the boxes round two zones meet, in the frame as it came."""
    first, second = (_box(candidate, grey) for candidate in (one, other))
    return bool(np.all(first[0] <= second[1]) and np.all(second[0] <= first[1]))


def _box(candidate: Candidate, grey: Grey) -> NDArray[np.float64]:
    corners = _outline(candidate.zone)
    if candidate.turned % 180 == 90:  # found in the frame turned by 90: back to the frame as it came
        corners = np.stack([corners[:, 1], grey.shape[0] - 1 - corners[:, 0]], axis=1)
    return np.stack([corners.min(axis=0), corners.max(axis=0)])
