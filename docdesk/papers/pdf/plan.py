"""How much room the parts of a page get: what is tried, one after another, until everything fits one page."""

from collections.abc import Iterator
from dataclasses import dataclass

MOST_ROWS = 40
"""Rows of one list that could ever fit: one of 5 mm each is a whole page."""


@dataclass(frozen=True, slots=True)
class Plan:
    """`crop` and `thumbnail` are the greatest heights of a picture in points, `text` by what letters shrink,
    `rows` how many entries of each list are shown before the rest is only counted."""

    crop: float
    thumbnail: float
    text: float
    rows: int


PICTURES = ((44.0, 100.0), (44.0, 76.0), (44.0, 54.0), (32.0, 40.0), (22.0, 28.0), (15.0, 19.0))
"""Crop and thumbnail: from half the size of a card, on which a portrait is still recognised, down to two
lines of text, below which a picture saves no room."""

LETTERS = (0.92, 0.85)
"""The smallest letters are then 5.6 points high, as in a timetable; smaller ones nobody reads in a copy."""


def plans(longest: int) -> Iterator[Plan]:
    """Yield plans from the roomiest to the tightest.

    Pictures shrink first, since the files can be looked at anew; then letters; and only then lists are cut,
    every one to the same number of rows, of which there is at least one.

    Args:
        longest: entries of the longest list.
    """
    rows = max(min(longest, MOST_ROWS), 1)
    for crop, thumbnail in PICTURES:
        yield Plan(crop, thumbnail, 1.0, rows)
    crop, thumbnail = PICTURES[-1]
    for text in LETTERS:
        yield Plan(crop, thumbnail, text, rows)
    for fewer in range(rows - 1, 0, -1):
        yield Plan(crop, thumbnail, LETTERS[-1], fewer)
