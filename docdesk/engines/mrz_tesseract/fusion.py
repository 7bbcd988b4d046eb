"""Two witnesses for each cell, the shape of the font and Tesseract, made one character and its certainty."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_tesseract.setting import Vote
from docdesk.engines.mrz_tesseract.shapes import ALPHABET, Likeness

Floats = NDArray[np.float32]

# A character is certain from this confidence. The confidence is NOT calibrated on captures: it is a margin
# between shapes pressed into [0, 1]. Measured on 120 drawn documents of 90 to 600 ppi (seeds 100 to 219,
# 9868 characters): every wrong shape led by a margin of 0.035 or less, every right one from 240 ppi on by
# 0.05 or more; this floor lies at a margin of 0.04 where Tesseract agrees.
SURE_ENOUGH = 0.9
MIDDLE_MARGIN, MARGIN_SCALE = 0.02, 0.009
# Where Tesseract does not bear a shape out, or takes it for its look-alike, the margin must be so much wider.
ALONE, DENIED = 0.015, 0.03
# The factor for each setting in which Tesseract saw quite another shape.
CONTRADICTED = 0.6
# A line is OCR-B from the second mean likeness on (drawn: 0.868 and more) and no OCR-B at the first (drawn
# in a monospaced sans serif: 0.82 at most, seeds 300 to 329); what is no OCR-B is never certain, because
# its shapes are not the font's.
OTHER_FONT, THIS_FONT = 0.77, 0.85
# The same for a single cell: a stamp or a hole in it.
SPOILT, WHOLE = 0.55, 0.72
# Pixels of the picture for each cell under which nothing was measured (90 ppi): nothing is certain there.
LEAST_PITCH = 9.0
# What one vote of Tesseract weighs against likeness to the font: little where the shape fits well, more
# where it does not, because print in another font or under a stamp has no likeness to go by.
VOTE_WEIGHT, MOST_WEIGHT = 0.02, 0.15
VAGUE, CLEAR = 0.6, 0.85
# Shapes within this of the best are tied, a position may choose among them: the widest margin by which a
# wrong shape led (see SURE_ENOUGH). A character so chosen has this confidence at the most.
TIED = 0.035
CHOSEN_CONFIDENCE = 0.5
# Confidence of a filler too faint to be seen, which only the length of the line asks for.
FAINT_CONFIDENCE = 0.3
# Cells with less ink than this part of the usual show nothing; drawn fillers have 0.35 and more.
FAINT_INK = 0.1
# Without the font: what one witness alone can reach. It tells 0 from O and 1 from I by chance.
WITHOUT_FONT = 0.85
# Shapes that Tesseract's `eng` takes for one another in OCR-B; its word does not count among them where the
# shape is clear.
BLIND = ("0OQD", "1I7LT", "5S", "2Z", "8B", "6G", "VY", "UV", "WM", "KX", "CG", "EF")


@dataclass(frozen=True, slots=True)
class Judged:
    """One cell: the character, the confidence in [0, 1], and the characters that cannot be told from it."""

    letter: str
    confidence: float
    tied: str


def judged(likeness: Likeness, votes: list[list[Vote]], ink: list[float], pitch: float) -> list[Judged]:
    """Return the characters of one line.

    Args:
        likeness: the shape's witness.
        votes: Tesseract's, for each cell.
        ink: each cell's ink as a part of the line's usual; a cell without any is a filler too faint to see.
        pitch: picture pixels for each cell.
    """
    cells = range(len(votes))
    if likeness.alphabet != ALPHABET:
        found = [_by_votes(likeness.scores[cell], votes[cell]) for cell in cells]
    else:
        trust = _part(float(likeness.best.mean()), OTHER_FONT, THIS_FONT) * min(1.0, pitch / LEAST_PITCH)
        found = [_by_both(likeness.scores[cell], votes[cell], trust) for cell in cells]
    return [Judged("<", FAINT_CONFIDENCE, "<") if ink[cell] < FAINT_INK else found[cell] for cell in cells]


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


def _by_both(scores: Floats, cast: list[Vote], trust: float) -> Judged:
    """Return the shape, moved by Tesseract only between shapes that are nearly as likely."""
    total = scores.astype(float)
    likely = ALPHABET[int(np.argmax(scores))]
    vague = 1 - _part(float(scores.max()), VAGUE, CLEAR)
    weight = VOTE_WEIGHT + (MOST_WEIGHT - VOTE_WEIGHT) * vague
    for vote in cast:
        if vote.letter == likely or vague > 0.5 or not _blind(likely, vote.letter):
            total[ALPHABET.index(vote.letter)] += weight * vote.confidence
    place = int(np.argmax(total))
    letter = ALPHABET[place]
    margin = float(scores[place] - np.delete(scores, place).max())
    if letter != "<" and not any(vote.letter == letter for vote in cast):
        margin -= DENIED if cast else ALONE
    against = sum(vote.letter != letter and not _blind(letter, vote.letter) for vote in cast)
    confidence = 1 / (1 + np.exp(-(margin - MIDDLE_MARGIN) / MARGIN_SCALE))
    confidence *= trust * CONTRADICTED**against * _part(float(scores[place]), SPOILT, WHOLE)
    tied = "".join(ALPHABET[i] for i in np.flatnonzero(total >= total[place] - TIED))
    return Judged(letter, float(min(confidence, 0.999)), tied)


def _by_votes(scores: Floats, cast: list[Vote]) -> Judged:
    """Return what Tesseract saw, without the font; where it saw nothing, a filler by its two strokes."""
    if not cast:
        return Judged("<", WITHOUT_FONT * float(np.clip(scores[0], 0, 1)), "<")
    letters = [vote.letter for vote in cast]
    letter = max(cast, key=lambda vote: (letters.count(vote.letter), vote.confidence)).letter
    agreed = len(letters) > 1 and letters.count(letter) == len(letters)
    least = min(vote.confidence for vote in cast if vote.letter == letter)
    tied = next((group for group in BLIND[:6] if letter in group), letter)
    return Judged(letter, WITHOUT_FONT * least * (1.0 if agreed else CONTRADICTED), tied)


def _part(value: float, low: float, high: float) -> float:
    return float(np.clip((value - low) / (high - low), 0, 1))


def _blind(one: str, other: str) -> bool:
    return any(one in group and other in group for group in BLIND)
