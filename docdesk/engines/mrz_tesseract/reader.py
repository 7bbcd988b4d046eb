"""The reader itself: candidates, witnesses, readings."""

from dataclasses import replace
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_tesseract import setting, shapes, tesseract
from docdesk.engines.mrz_tesseract.candidates import Candidate, candidates
from docdesk.engines.mrz_tesseract.fusion import CHOSEN_CONFIDENCE, SURE_ENOUGH, Judged, agreement, judged
from docdesk.engines.mrz_tesseract.proposing import placed, proposed
from docdesk.engines.mrz_tesseract.setting import Cells, Vote
from docdesk.engines.mrz_tesseract.shapes import Likeness
from docdesk.engines.mrz_tesseract.whole import is_whole
from docdesk.foundation.errors import EngineMissing
from docdesk.foundation.messages import Message
from docdesk.imaging.grey import grey_of
from docdesk.inspection.captures.decoding import Pixels
from docdesk.inspection.readings.mrz_reading import MrzReading
from docdesk.mrz.formats import nearest

# Every MRZ has two fillers side by side, between the names or after the only one.
LEAST_RUN = 2
# A cell is left out as a filler from this likeness to one and this lead over any other character.
FILLER_LIKENESS, FILLER_LEAD = 0.6, 0.02
# The part of the characters on which Tesseract and the font agree in an MRZ, at the least: drawn ones have
# 0.8 and more, text of other fonts and patterns that pass for a zone below 0.2 (seeds 100 to 149).
LEAST_AGREEMENT = 0.35
# The highest confidence in a reading that may be cut off or out of step: well below what is certain.
IN_PART = 0.5


class TesseractMrzReader:
    """Implements `Reader` with Tesseract and, where it is installed, the OCR-B font as second witness."""

    def __init__(self, program: str = "tesseract") -> None:
        self._program = program

    def missing(self) -> Message | None:
        """Return what this reader lacks on this computer, or None."""
        return tesseract.missing(self._program)

    def weakened(self) -> Message | None:
        """Return what this reader lacks to be certain of a character, or None."""
        return None if shapes.knows_all() else Message("reader.ocr_b_missing")

    def read(self, pixels: Pixels) -> tuple[MrzReading, ...]:
        """Return every MRZ found, from the most to the least like OCR-B; none where there is none.

        Raises:
            EngineMissing: the program that reads is not on this computer.
            ReadingFailed: the program that reads broke off or took too long.
        """
        lacking = self.missing()
        if lacking is not None:
            raise EngineMissing(lacking)
        found = [(candidate, _witness(candidate)) for candidate in candidates(grey_of(pixels))]
        found = [(candidate, witness) for candidate, witness in found if _has_fillers(witness)]
        pages = [_cells(candidate, witness) for candidate, witness in found]
        votes = self._votes(pages)
        readings = [_reading(*entry, cast) for entry, cast in zip(found, votes, strict=True)]
        return tuple(reading for reading in readings if reading is not None)

    def _votes(self, pages: list[list[Cells]]) -> list[list[list[list[Vote]]]]:
        """Return the votes for each candidate, line and cell, from one run over all of them."""
        lines = [line for page in pages for line in page]
        if not lines:
            return []
        votes = iter(setting.votes_of(tesseract.seen_on(setting.page_of(lines), self._program), lines))
        return [[next(votes) for _ in page] for page in pages]


def _witness(candidate: Candidate) -> list[Likeness]:
    strips = candidate.strips(shapes.PITCH, shapes.HEIGHT, 1)
    return shapes.likenesses(strips, candidate.zone.cells)


def _cells(candidate: Candidate, witness: list[Likeness]) -> list[Cells]:
    strips = candidate.strips(setting.PITCH, setting.HEIGHT, 0)
    return [
        Cells(strip, tuple(bool(blank) for blank in _fillers(likeness)))
        for strip, likeness in zip(strips, witness, strict=True)
    ]


def _fillers(likeness: Likeness) -> NDArray[np.bool_]:
    """Return which cells surely hold a filler by their shape."""
    place = likeness.alphabet.index("<")
    others = np.delete(likeness.scores, place, axis=1).max(axis=1)
    filler = likeness.scores[:, place]
    return np.asarray((filler > FILLER_LIKENESS) & (filler > others + FILLER_LEAD), bool)


def _has_fillers(witness: list[Likeness]) -> bool:
    """Return whether fillers stand side by side somewhere, as in every MRZ."""
    runs = [len(list(run)) for row in witness for filler, run in groupby(_fillers(row)) if filler]
    return max(runs, default=0) >= LEAST_RUN


def _reading(
    candidate: Candidate, witness: list[Likeness], votes: list[list[list[Vote]]]
) -> MrzReading | None:
    """Return what the witnesses make of a candidate, None where they do not bear one another out."""
    rows: list[list[Judged]] = []
    for line, likeness, cast in zip(candidate.lines, witness, votes, strict=True):
        cells = range(candidate.zone.cells)
        ink = [line.ink_at(cell) for cell in (reversed(cells) if candidate.flipped else cells)]
        rows.append(judged(likeness, cast, ink, candidate.zone.pitch))
    if agreement(rows, votes) < LEAST_AGREEMENT:
        return None
    printed = placed(tuple(tuple((cell.letter, cell.tied) for cell in row) for row in rows))
    rows = [
        [
            cell
            if cell.letter == letter
            else replace(cell, confidence=min(cell.confidence, CHOSEN_CONFIDENCE))
            for cell, letter in zip(row, line, strict=True)
        ]
        for row, line in zip(rows, printed, strict=True)
    ]
    certain = tuple(tuple(cell.confidence >= SURE_ENOUGH for cell in row) for row in rows)
    confidence = tuple(tuple(cell.confidence for cell in row) for row in rows)
    quads = tuple(tuple(candidate.quads(line)) for line in candidate.lines)
    height, width = candidate.grey.shape[:2]
    if not is_whole(printed, certain, quads, (width, height)):
        certain = tuple(tuple(False for _ in row) for row in rows)
        confidence = tuple(tuple(min(value, IN_PART) for value in row) for row in confidence)
    return MrzReading(
        format=nearest(printed).name,
        lines=printed,
        proposed=proposed(printed, certain),
        confidence=confidence,
        certain=certain,
        turned=candidate.turned,
        quad=(quads[0][0][0], quads[0][-1][1], quads[-1][-1][2], quads[-1][0][3]),
        characters=quads,
    )
