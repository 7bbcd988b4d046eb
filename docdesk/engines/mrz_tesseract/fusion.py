"""Two witnesses for each cell, the shape of the font and Tesseract, made one character and its certainty."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_tesseract.setting import Vote
from docdesk.engines.mrz_tesseract.shapes import ALPHABET, Likeness

Floats = NDArray[np.float32]

# A character is certain at this confidence. PLACEHOLDER until measured.
SURE_ENOUGH = 0.9
# What one vote of Tesseract weighs against correlation with the font.
VOTE_WEIGHT = 0.02
# Shapes that Tesseract's `eng` takes for one another in OCR-B; its word does not count among them.
# Cells with less ink than this part of the usual show nothing.
FAINT_INK = 0.1
BLIND = ("0OQD", "1I7LT", "5S", "2Z", "8B", "6G", "VY", "UV", "WM", "KX", "CG", "EF")


@dataclass(frozen=True, slots=True)
class Judged:
    """One cell: the character, the confidence in [0, 1], and the others in order of likeness."""

    letter: str
    confidence: float
    tied: str


def judged(likeness: Likeness, votes: list[list[Vote]], ink: list[float], pitch: float) -> list[Judged]:
    """Return the characters of one line.

    Args:
        likeness: the shape's witness.
        votes: Tesseract's, for each cell.
        ink: each cell's ink as a part of the line's usual; a cell without any is a filler too faint to see.
        pitch: picture pixels for each cell: fine detail tells more the more pixels showed it.
    """
    knows_all = likeness.alphabet == ALPHABET
    return [
        _faint()
        if ink[cell] < FAINT_INK
        else _by_both(likeness.scores[cell], cast, pitch)
        if knows_all
        else _by_votes(likeness, cell, cast)
        for cell, cast in enumerate(votes)
    ]


def agreement(rows: list[list[Judged]], votes: list[list[list[Vote]]]) -> float:
    """Return the part of the characters other than fillers for which Tesseract saw the same shape."""
    pairs = [
        (cell.letter, cast)
        for row, line in zip(rows, votes, strict=True)
        for cell, cast in zip(row, line, strict=True)
        if cell.letter != "<"
    ]
    same = sum(any(v.letter == letter or _blind(letter, v.letter) for v in cast) for letter, cast in pairs)
    return same / max(1, len(pairs))


def _faint() -> Judged:
    return Judged("<", 0.3, "<")


def _by_both(scores: Floats, cast: list[Vote], pitch: float) -> Judged:
    total = scores.astype(float).copy()
    likely = ALPHABET[int(np.argmax(scores))]
    for vote in cast:
        if vote.letter != likely and _blind(likely, vote.letter):
            continue
        total[ALPHABET.index(vote.letter)] += VOTE_WEIGHT * vote.confidence
    order = np.argsort(-total)
    letter = ALPHABET[int(order[0])]
    rivals = np.delete(scores, order[0])
    margin = float(scores[order[0]] - rivals.max())
    against = [v for v in cast if v.letter != letter and not _blind(letter, v.letter)]
    confidence = float(1 / (1 + np.exp(-(margin - 0.02) / 0.01))) * (0.5 if against else 1.0)
    confidence *= float(np.clip((scores[order[0]] - 0.5) / 0.3, 0, 1)) * min(1.0, pitch / 9)
    tied = "".join(ALPHABET[int(i)] for i in order if total[order[0]] - total[i] < 0.015)
    return Judged(letter, confidence, tied)


def _by_votes(likeness: Likeness, cell: int, cast: list[Vote]) -> Judged:
    filler = float(likeness.scores[cell, likeness.alphabet.index("<")])
    if not cast:
        return Judged("<", 0.5, "<")
    letters = [vote.letter for vote in cast]
    letter = max(cast, key=lambda v: (letters.count(v.letter), v.confidence)).letter
    agreed = letters.count(letter) == len(letters) and len(letters) > 1
    confidence = min(v.confidence for v in cast if v.letter == letter) * (1.0 if agreed else 0.5)
    return Judged(letter, confidence * min(1.0, 1.4 - filler), letter)


def _blind(one: str, other: str) -> bool:
    return any(one in group and other in group for group in BLIND)
