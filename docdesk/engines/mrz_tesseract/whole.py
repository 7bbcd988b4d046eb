"""Whether a reading as a whole can be trusted: a zone cut off or covered at an end can be read shifted.

Every character may then look right in itself and still stand in the wrong place; so none of them is certain.
"""

from collections.abc import Sequence
from typing import Final

from docdesk.foundation.geometry import Quad
from docdesk.mrz.alphabet import DIGITS, FILLER
from docdesk.mrz.formats import FORMATS, nearest
from docdesk.mrz.layout import FieldKind

# What the first character of a zone can be, by the lengths of its lines (ICAO Doc 9303-4 to -7, 4.2.2).
FIRST: Final = {(30, 30, 30): "ACI", (36, 36): "ACIV", (44, 44): "PV"}
# Pitches between the zone and the edge of the picture below which the zone may go on outside. Doc 9303 asks
# for 2 mm of clear margin, 0.8 of a pitch.
CLEAR_MARGIN: Final = 0.5
# A forger's slip may put one letter where a digit belongs; a zone read out of step does so all along a line,
# and of a passport read as a card or visa at least three of its characters stand so.
MISPLACED_AT_MOST: Final = 1
# The part of a reading in doubt above which the rest is not believed either: a mirrored zone keeps its
# symmetric letters. Clean drawn zones from 110 ppi on have under a tenth (seeds 100 to 149).
DOUBTFUL_AT_MOST: Final = 1 / 3

# X is printed by some states against the rule.
SEXES: Final = "MFX" + FILLER

_DIGITS_ONLY: Final[tuple[FieldKind, ...]] = ("date", "month")
_LETTERS_ONLY: Final[tuple[FieldKind, ...]] = ("code", "state", "names", "primary", "secondary")


def is_whole(
    lines: tuple[str, ...],
    certain: Sequence[Sequence[bool]],
    quads: Sequence[Sequence[Quad]],
    size: tuple[int, int],
) -> bool:
    """Return whether nothing suggests that the zone was read out of step or in part.

    Args:
        lines: the lines as printed.
        certain: which characters the witnesses agree on, in step with the lines.
        quads: their corners, pixels of the upright frame.
        size: width and height of that frame.
    """
    lengths = tuple(len(line) for line in lines)
    return (
        lines[0][0] in FIRST.get(lengths, "")
        and _doubtful_part(certain) <= DOUBTFUL_AT_MOST
        and not _has_assumed_column(certain)
        and _misplaced(lines) <= MISPLACED_AT_MOST
        and _has_margin(quads, size)
    )


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
    if not FORMATS[layout.name].verified:
        return 0
    count = 0
    for place in layout.fields:
        text = lines[place.span.line][place.span.start : place.span.end]
        if place.kind in _DIGITS_ONLY:
            count += sum(char not in DIGITS + FILLER for char in text)
        elif place.kind in _LETTERS_ONLY:
            count += sum(char in DIGITS for char in text)
        elif place.kind == "sex":
            count += text not in SEXES
    return count + sum(
        lines[digit.span.line][digit.span.start] not in DIGITS + FILLER for digit in layout.digits
    )


def _has_margin(quads: Sequence[Sequence[Quad]], size: tuple[int, int]) -> bool:
    """Return whether the first and the last characters keep off the edges of the picture."""
    for row in quads:
        (left, top), (right, _) = row[0][0], row[0][1]
        pitch = max(abs(right - left), 1.0)
        if min(left, row[0][3][0]) < CLEAR_MARGIN * pitch:
            return False
        if max(row[-1][1][0], row[-1][2][0]) > size[0] - CLEAR_MARGIN * pitch:
            return False
        if top < 0 or row[0][3][1] > size[1]:
            return False
    return True
