"""What Tesseract reads in lines that docdesk's own reader laid straight and parted into characters.

Left alone with a line of an MRZ, `eng` counts its fillers wrong (of 27 lines of generated documents, 5 had
their length at the best). Shown character by character on a clean page, with fillers standing apart, it read
676 of 686 letters and digits of the same lines as printed, nine of the others being O for which it said 0.
"""

import logging
from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_networks.second_opinion import ShownLine
from docdesk.engines.mrz_tesseract import tesseract
from docdesk.engines.mrz_tesseract.hocr import Read, lines_of
from docdesk.engines.mrz_tesseract.tesseract import TookTooLong
from docdesk.foundation.errors import EngineMissing, ReadingFailed
from docdesk.foundation.messages import Message
from docdesk.imaging.grey import Grey
from docdesk.mrz.alphabet import ALPHABET

Floats = NDArray[np.float32]

# Pixels of a cell: capitals are then about 31 pixels high, what `eng` likes best.
PITCH, HEIGHT = 32, 52
# Columns of a cell that are shown: wide gaps between characters are closed. From 24 to 32 are as good.
STEP: Final = 27
# Rows from one line of the page to the next, and white around it all.
LINE_STEP, BORDER = 92, 40
# Rows by which a character may reach out of its cell.
_OUT: Final = 10
# Of a cell's width, how far from its middle a character's box may have its own: one halfway belongs to none.
_ASIDE: Final = 0.4
# One block of text; no dictionaries, because names in an MRZ are no words.
_OPTIONS: Final = (
    "--psm 6 --dpi 300 -c hocr_char_boxes=1 -c load_system_dawg=0 -c load_freq_dawg=0 "
    f"-c tessedit_char_whitelist={ALPHABET}"
)
# Somebody waits for the reading itself: 0.3 s is usual, 5 s was seen on a busy machine.
SECONDS: Final = 10
# The darkest and the lightest part of a line, in percent, that become black and white.
_INK, _PAPER = 4, 75

NOTHING: Final = " "
"""Stands in a place that was left out, or in which nothing clear was read."""

log = logging.getLogger(__name__)


class TesseractOpinion:
    """Implements `SecondOpinion` with Tesseract, where that is installed.

    A program that took too long once is not asked again: each reading in doubt would wait for it as long.
    """

    def __init__(self, program: str = "tesseract", seconds: int = SECONDS) -> None:
        """Take the program, and the seconds after which it is given up."""
        self._program = program
        self._seconds = seconds
        self._given_up = False

    def missing(self) -> Message | None:
        """Return what this computer lacks to have Tesseract's opinion, or None."""
        return tesseract.missing(self._program)

    def lines_of(self, shown: Sequence[ShownLine]) -> tuple[str, ...] | None:
        """Return a character or a blank for each place of each line, None where no opinion is to be had."""
        if self._given_up:
            return None
        try:
            hocr = tesseract.hocr_of(page_of(shown), _OPTIONS, self._program, self._seconds)
        except TookTooLong:
            # Of readings that wait for it at the same time, the first says so.
            if not self._given_up:
                log.warning("no second opinion from now on: Tesseract took more than %d s", self._seconds)
            self._given_up = True
            return None
        except (EngineMissing, ReadingFailed) as error:
            log.info("no second opinion: %s", error.message.key)
            return None
        return placed([read for line in lines_of(hocr) for read in line], shown)


def page_of(shown: Sequence[ShownLine]) -> Grey:
    """Return a white page with one line below the other, without what was left out."""
    longest = max(len(line.left_out) for line in shown)
    page = np.full((2 * BORDER + len(shown) * LINE_STEP, 2 * BORDER + longest * STEP), 255, np.uint8)
    for row, line in enumerate(shown):
        clean, top = _clean(line), BORDER + row * LINE_STEP
        for cell, blank in enumerate(line.left_out):
            if not blank:
                left, at = cell * PITCH + (PITCH - STEP) // 2, BORDER + cell * STEP
                page[top : top + HEIGHT, at : at + STEP] = clean[:, left : left + STEP]
    return page


def placed(reads: Sequence[Read], shown: Sequence[ShownLine]) -> tuple[str, ...]:
    """Return what was read on the page, brought back to its places; two in one place are nothing clear."""
    cells = [[""] * len(line.left_out) for line in shown]
    for char, (left, top, right, bottom), _ in reads:
        row, over = divmod((top + bottom) / 2 - BORDER + _OUT, LINE_STEP)
        at = ((left + right) / 2 - BORDER) / STEP - 0.5
        cell = round(at)
        if over > HEIGHT + 2 * _OUT or abs(at - cell) > _ASIDE:
            continue
        if 0 <= row < len(shown) and 0 <= cell < len(shown[int(row)].left_out):
            cells[int(row)][cell] += char
    return tuple(
        "".join(
            said if len(said) == 1 and not blank else NOTHING
            for said, blank in zip(row, line.left_out, strict=True)
        )
        for row, line in zip(cells, shown, strict=True)
    )


def _clean(line: ShownLine) -> Grey:
    """Return the line in cells of `PITCH` by `HEIGHT`, its paper white and its ink black."""
    size = (len(line.left_out) * PITCH, HEIGHT)
    cells = np.asarray(cv2.resize(line.cells, size, interpolation=cv2.INTER_CUBIC), np.float32)
    paper = cv2.GaussianBlur(cv2.dilate(cells, np.ones((HEIGHT // 2, PITCH), np.uint8)), (0, 0), PITCH / 2)
    ratio = cells / np.maximum(paper, 1)
    ink, white = np.percentile(ratio, [_INK, _PAPER])
    return np.asarray(np.clip((ratio - ink) / max(float(white - ink), 0.02), 0, 1) * 255, np.uint8)
