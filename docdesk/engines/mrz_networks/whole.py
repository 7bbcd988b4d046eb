"""Whether a reading as a whole can be trusted: a zone cut off or covered at an end can be read shifted.

Every character may then look right in itself and still stand in the wrong place; so none of them is certain.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from docdesk.mrz.alphabet import DIGITS, FILLER
from docdesk.mrz.formats import nearest
from docdesk.mrz.layout import FieldKind

Doubles = NDArray[np.float64]

# What the first character of a zone can be, by the lengths of its lines (ICAO Doc 9303-4 to -7, 4.2.2). In
# one or two lines of 30 only forms that have no more: a card of three lines of which one was not found is not
# whole.
_FIRST: Final = {(30, 30, 30): "ACI", (36, 36): "ACIV", (44, 44): "PV", (30,): "CD", (30, 30): "C"}
# Pitches between the zone and the edge of the picture below which the zone may go on outside. Doc 9303 asks
# for 2 mm of clear margin, 0.8 of a pitch.
_CLEAR_MARGIN: Final = 0.5
# A forger's slip may put one letter where a digit belongs; a zone read out of step does so all along a line,
# and of a passport read as a card or visa at least three of its characters stand so.
_MISPLACED_AT_MOST: Final = 1
# The part of a reading in doubt above which the rest is not believed either: a mirrored zone keeps its
# symmetric letters.
_DOUBTFUL_AT_MOST: Final = 1 / 3
# The probability that a line has another length above which it may be out of step: clear prints of which
# nothing is covered have 1 in 1,000 and less, those with one end in doubt more than 1 in 20.
LENGTH_DOUBT: Final = 0.01
# X is printed by some states against the rule.
_SEXES: Final = "MFX" + FILLER
_DIGITS_ONLY: Final[tuple[FieldKind, ...]] = ("date", "month")
_LETTERS_ONLY: Final[tuple[FieldKind, ...]] = ("code", "state", "names", "primary", "secondary")


def is_whole(
    lines: tuple[str, ...], certain: Sequence[Sequence[bool]], length_doubts: Sequence[float]
) -> bool:
    """Return whether nothing in the characters suggests that the zone was read out of step or in part.

    Args:
        lines: the lines as printed.
        certain: which characters are clear by themselves, in step with the lines.
        length_doubts: for each line the probability that it has another length.
    """
    lengths = tuple(map(len, lines))
    return (
        nearest(lines).lengths == lengths
        and lines[0][0] in _FIRST.get(lengths, lines[0][0])
        and max(length_doubts) <= LENGTH_DOUBT
        and _doubtful_part(certain) <= _DOUBTFUL_AT_MOST
        and not _has_assumed_column(certain)
        and _misplaced(lines) <= _MISPLACED_AT_MOST
    )


def has_margin(middles: Sequence[Doubles], size: tuple[int, int]) -> bool:
    """Return whether the zone keeps off the edges of the picture, so that it cannot go on outside.

    Args:
        middles: for each line the middles of its characters (N x 2), pixels of the picture.
        size: width and height of the picture.
    """
    for row in middles:
        step = (row[-1] - row[0]) / max(len(row) - 1, 1)
        # Half a pitch to the edge of the character, and the margin.
        beyond = np.array([row[0], row[-1]]) + np.array([[-1], [1]]) * (0.5 + _CLEAR_MARGIN) * step
        if (beyond < 0).any() or (beyond > np.array(size) - 1).any():
            return False
    return True


def _doubtful_part(certain: Sequence[Sequence[bool]]) -> float:
    cells = [sure for row in certain for sure in row]
    return cells.count(False) / len(cells)


def _has_assumed_column(certain: Sequence[Sequence[bool]]) -> bool:
    """Return whether an outer column is in doubt on every line, as one that was filled up and not read.

    Then a column may be missing anywhere, as under a fold, and what is behind it stands in the wrong places.
    """
    return any(not any(row[end] for row in certain) for end in (0, -1))


def _misplaced(lines: tuple[str, ...]) -> int:
    """Count letters in dates and check digits, digits in codes and names, and what is no sex."""
    layout = nearest(lines)
    if not layout.verified:
        return 0
    count = 0
    for place in layout.fields:
        text = lines[place.span.line][place.span.start : place.span.end]
        if place.kind in _DIGITS_ONLY:
            count += sum(char not in DIGITS + FILLER for char in text)
        elif place.kind in _LETTERS_ONLY:
            count += sum(char in DIGITS for char in text)
        elif place.kind == "sex":
            count += text not in _SEXES
    return count + sum(
        lines[digit.span.line][digit.span.start] not in DIGITS + FILLER for digit in layout.digits
    )
