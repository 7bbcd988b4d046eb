"""The reader itself: bands, zones, witnesses, readings."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_tesseract import setting, shapes, tesseract
from docdesk.engines.mrz_tesseract.bands import Band, find_bands
from docdesk.engines.mrz_tesseract.fusion import SURE_ENOUGH, Judged, judged
from docdesk.engines.mrz_tesseract.proposing import proposed
from docdesk.engines.mrz_tesseract.setting import Cells, Vote
from docdesk.engines.mrz_tesseract.shapes import Likeness
from docdesk.engines.mrz_tesseract.zones import Line, Zone, zone_of
from docdesk.foundation.errors import EngineMissing
from docdesk.foundation.geometry import Point, Quad
from docdesk.foundation.messages import Message
from docdesk.imaging.grey import Grey, grey_of
from docdesk.imaging.turning import turned
from docdesk.inspection.captures.decoding import Pixels
from docdesk.inspection.readings.mrz_reading import MrzReading

Floats = NDArray[np.float32]

# Mean correlation with OCR-B below which a zone is no MRZ, and from which it is surely one.
LEAST_LIKENESS, SURE_LIKENESS = 0.62, 0.8
# Fillers that an MRZ has at the least: the two between the names.
LEAST_FILLERS = 2
# Half the height of a character's quadrilateral, in pitches: digits are 1.1 high.
HALF_HEIGHT = 0.55


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A zone in the frame `grey`, turned as far as makes it upright; `likeness` ranks candidates."""

    zone: Zone
    grey: Grey
    turned: int
    flipped: bool
    likeness: float


class TesseractMrzReader:
    """Implements `Reader` with Tesseract and, where it is installed, the OCR-B font as second witness."""

    def __init__(self, program: str = "tesseract") -> None:
        self._program = program

    def missing(self) -> Message | None:
        """Return what this reader lacks on this computer, or None."""
        return tesseract.missing(self._program)

    def read(self, pixels: Pixels) -> tuple[MrzReading, ...]:
        """Return every MRZ found, from the most to the least like OCR-B; none where there is none.

        Raises:
            EngineMissing: the program that reads is not on this computer.
        """
        lacking = self.missing()
        if lacking is not None:
            raise EngineMissing(lacking)
        candidates = _candidates(grey_of(pixels))
        readings = [self._reading(candidate) for candidate in candidates]
        return tuple(reading for reading in readings if reading is not None)

    def _reading(self, candidate: _Candidate) -> MrzReading | None:
        zone = candidate.zone
        strips = _strips(candidate, shapes.PITCH, shapes.HEIGHT, 1)
        witness = shapes.likenesses(strips, zone.cells)
        cells = [
            Cells(strip, tuple(bool(v) for v in _fillers(likeness)))
            for strip, likeness in zip(
                _strips(candidate, setting.PITCH, setting.HEIGHT, 0), witness, strict=True
            )
        ]
        if sum(sum(line.left_out) for line in cells) < LEAST_FILLERS:
            return None
        seen = tesseract.seen_on(setting.page_of(cells), self._program)
        votes = setting.votes_of(seen, cells)
        return _told(candidate, witness, votes)


def _candidates(grey: Grey) -> list[_Candidate]:
    """Return zones that do not overlap, those most like OCR-B first."""
    found: list[_Candidate] = []
    for degrees in (0, 90):
        frame = turned(grey, degrees)
        for band in find_bands(frame):
            if any(c.likeness >= SURE_LIKENESS and c.grey is frame and _inside(band, c.zone) for c in found):
                continue
            zone = zone_of(frame, band)
            if zone is not None:
                found.append(_upright(zone, frame, degrees))
    found = sorted((c for c in found if c.likeness >= LEAST_LIKENESS), key=lambda c: -c.likeness)
    kept: list[_Candidate] = []
    for candidate in found:
        if not any(_overlap(candidate, other, grey) for other in kept):
            kept.append(candidate)
    return kept


def _upright(zone: Zone, frame: Grey, degrees: int) -> _Candidate:
    ways = [_Candidate(zone, frame, (degrees + 180 * flip) % 360, bool(flip), 0.0) for flip in (0, 1)]
    marks = [shapes.quick_likeness(_strips(way, shapes.PITCH, shapes.HEIGHT, 1), zone.cells) for way in ways]
    best = int(np.argmax(marks))
    return _Candidate(zone, frame, ways[best].turned, bool(best), marks[best])


def _strips(candidate: _Candidate, pitch: int, height: int, margin: int) -> list[Floats]:
    """Return the strips of the lines, upright, from the first line down."""
    zone = candidate.zone
    strips = [zone.strip(candidate.grey, line, pitch, height, margin) for line in zone.lines]
    if candidate.flipped:
        return [np.ascontiguousarray(strip[::-1, ::-1]) for strip in strips[::-1]]
    return strips


def _fillers(likeness: Likeness) -> NDArray[np.bool_]:
    """Return which cells surely hold a filler by their shape."""
    filler = likeness.scores[:, likeness.alphabet.index("<")]
    others = np.delete(likeness.scores, likeness.alphabet.index("<"), axis=1).max(axis=1)
    return np.asarray((filler > 0.6) & (filler > others + 0.02), bool)


def _quads(candidate: _Candidate, line: Line) -> list[Quad]:
    """Return each character's corners in the upright frame, in reading order."""
    zone = candidate.zone
    edges = np.arange(zone.cells + 1, dtype=np.float64)
    top = zone.at(line, edges, np.full(edges.size, -HALF_HEIGHT))
    bottom = zone.at(line, edges, np.full(edges.size, HALF_HEIGHT))
    if candidate.flipped:
        size = np.array([candidate.grey.shape[1] - 1, candidate.grey.shape[0] - 1])
        top, bottom = (size - bottom)[::-1], (size - top)[::-1]

    def point(values: NDArray[np.float64]) -> Point:
        return (float(values[0]), float(values[1]))

    return [
        (point(top[i]), point(top[i + 1]), point(bottom[i + 1]), point(bottom[i])) for i in range(zone.cells)
    ]


def _told(candidate: _Candidate, witness: list[Likeness], votes: list[list[list[Vote]]]) -> MrzReading:
    lines = candidate.zone.lines[::-1] if candidate.flipped else candidate.zone.lines
    rows: list[list[Judged]] = [
        judged(likeness, cast, candidate.zone.pitch) for likeness, cast in zip(witness, votes, strict=True)
    ]
    printed = tuple("".join(cell.letter for cell in row) for row in rows)
    quads = tuple(tuple(_quads(candidate, line)) for line in lines)
    return MrzReading(
        format=_format(printed),
        lines=printed,
        proposed=proposed(printed),
        confidence=tuple(tuple(cell.confidence for cell in row) for row in rows),
        certain=tuple(tuple(cell.confidence >= SURE_ENOUGH for cell in row) for row in rows),
        turned=candidate.turned,
        quad=(quads[0][0][0], quads[0][-1][1], quads[-1][-1][2], quads[-1][0][3]),
        characters=quads,
    )


def _format(lines: tuple[str, ...]) -> str:
    if len(lines) == 3:
        return "TD1"
    visa = lines[0].startswith("V")
    return ("MRVA" if visa else "TD3") if len(lines[0]) == 44 else ("MRVB" if visa else "TD2")


def _outline(zone: Zone) -> NDArray[np.float64]:
    first, last = zone.lines[0], zone.lines[-1]
    ends = np.array([0.0, float(zone.cells)])
    top = zone.at(first, ends, np.full(2, -HALF_HEIGHT))
    bottom = zone.at(last, ends, np.full(2, HALF_HEIGHT))
    return np.stack([top[0], top[1], bottom[1], bottom[0]])


def _inside(band: Band, zone: Zone) -> bool:
    corners = _outline(zone)
    return bool(corners[:, 0].min() < band.x < corners[:, 0].max()) and bool(
        corners[:, 1].min() < band.y < corners[:, 1].max()
    )


def _overlap(one: _Candidate, other: _Candidate, grey: Grey) -> bool:
    """Return whether the boxes round two zones meet, in the frame as it came."""
    first, second = (_box(candidate, grey) for candidate in (one, other))
    return not (first[2] < second[0] or second[2] < first[0] or first[3] < second[1] or second[3] < first[1])


def _box(candidate: _Candidate, grey: Grey) -> tuple[float, float, float, float]:
    corners = _outline(candidate.zone)
    if candidate.turned % 180 == 90:  # found in the frame turned by 90: back to the frame as it came
        corners = np.stack([corners[:, 1], grey.shape[0] - 1 - corners[:, 0]], axis=1)
    return (
        float(corners[:, 0].min()),
        float(corners[:, 1].min()),
        float(corners[:, 0].max()),
        float(corners[:, 1].max()),
    )
