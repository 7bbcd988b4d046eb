"""Characters set anew on a clean page for Tesseract, and what it saw brought back to their cells.

`eng` reads OCR-B well once the wide gaps are closed and the fillers are left out, which it takes for K.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_tesseract.tesseract import Seen
from docdesk.imaging.grey import Grey

Floats = NDArray[np.float32]

# Pixels of a cell when it is cut out: capitals are then about 31 pixels high, what `eng` likes best.
PITCH, HEIGHT = 32, 52
# Widths at which cells are set again; `eng` was right more often at 24 and 27 than at the printed 32.
STEPS = (24, 27)
# Rows from one line of the page to the next and white around it all.
LINE_STEP, BORDER = 92, 40
# A cell lost or a character too many costs as much as this shift, in cells.
SKIP = 0.7


@dataclass(frozen=True, slots=True)
class Cells:
    """One line to be read: its strip (`HEIGHT` rows, `PITCH` columns for each cell), cells to leave out."""

    strip: Floats
    left_out: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Vote:
    """What Tesseract saw in one cell in one setting."""

    letter: str
    confidence: float


def page_of(lines: list[Cells]) -> Grey:
    """Return a white page with every line in every step, one below the other."""
    widest = max(len(line.left_out) for line in lines)
    rows = len(lines) * len(STEPS)
    page = np.full((2 * BORDER + rows * LINE_STEP, 2 * BORDER + widest * max(STEPS)), 255, np.uint8)
    for row, (step, line) in enumerate((step, line) for step in STEPS for line in lines):
        clean = _cleaned(line.strip)
        top = BORDER + row * LINE_STEP
        for cell, blank in enumerate(line.left_out):
            if blank:
                continue
            left = cell * PITCH + (PITCH - step) // 2
            at = BORDER + cell * step
            page[top : top + HEIGHT, at : at + step] = clean[:, left : left + step]
    return page


def votes_of(seen: tuple[Seen, ...], lines: list[Cells]) -> list[list[list[Vote]]]:
    """Return for each line and cell what Tesseract saw there in the settings."""
    votes: list[list[list[Vote]]] = [[[] for _ in line.left_out] for line in lines]
    for row, (step, index) in enumerate((step, index) for step in STEPS for index in range(len(lines))):
        top = BORDER + row * LINE_STEP
        here = sorted((s for s in seen if top - 10 <= s.y < top + HEIGHT + 10), key=lambda s: s.x)
        cells = [cell for cell, blank in enumerate(lines[index].left_out) if not blank]
        places = np.array([(s.x - BORDER) / step - 0.5 for s in here])
        for cell, which in _aligned(np.array(cells, float), places):
            vote = Vote(here[which].letter, here[which].confidence)
            votes[index][int(cells[cell])].append(vote)
    return votes


def _aligned(cells: NDArray[np.float64], places: NDArray[np.float64]) -> list[tuple[int, int]]:
    """Return pairs of cell and character in order, with the least total shift."""
    n, m = cells.size, places.size
    cost = np.zeros((n + 1, m + 1))
    cost[:, 0], cost[0, :] = SKIP * np.arange(n + 1), SKIP * np.arange(m + 1)
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            shift = abs(cells[i - 1] - places[j - 1])
            cost[i, j] = min(cost[i - 1, j - 1] + shift, cost[i - 1, j] + SKIP, cost[i, j - 1] + SKIP)
    pairs = []
    i, j = n, m
    while i and j:
        shift = abs(cells[i - 1] - places[j - 1])
        if cost[i, j] == cost[i - 1, j - 1] + shift:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif cost[i, j] == cost[i - 1, j] + SKIP:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]


def _cleaned(strip: Floats) -> Grey:
    """Return the strip with its paper white and its ink black, whatever the shade of both."""
    paper = cv2.GaussianBlur(cv2.dilate(strip, np.ones((HEIGHT // 2, PITCH), np.uint8)), (0, 0), PITCH / 2)
    ratio = strip / np.maximum(paper, 1)
    dark, light = np.percentile(ratio, [4, 75])
    return np.asarray(np.clip((ratio - dark) / max(float(light - dark), 0.02), 0, 1) * 255, np.uint8)
