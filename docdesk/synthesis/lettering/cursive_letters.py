"""The skeletons of joined handwriting: where the pen passes as it writes each letter, drawn by docdesk.

In hundredths of the height of a small x, base line at 0: "x y x y" for each time the pen is set down; a
smooth curve runs through the points. The next letter goes on from the last point of a letter that joins.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple


class CursiveLetter(NamedTuple):
    """A letter.

    Attributes:
        strokes: before the pen goes on to the next letter; the last one is joined to it.
        advance: where the next letter begins.
        late: what is added when the word is written: dots, and bars.
        joins: whether the pen goes on to the next letter without being lifted.
    """

    strokes: tuple[str, ...]
    advance: float
    late: tuple[str, ...] = ()
    joins: bool = True


def _joined(stroke: str, advance: float, *late: str) -> CursiveLetter:
    return CursiveLetter((stroke,), advance, late)


def _apart(advance: float, *strokes: str) -> CursiveLetter:
    return CursiveLetter(strokes, advance, joins=False)


_BOWL: Final = "62 84 30 97 4 48 24 2 54 36"

CURSIVE: Final[Mapping[str, CursiveLetter]] = MappingProxyType(
    {
        "a": _joined(f"{_BOWL} 68 92 66 28 78 0", 96),
        "b": _joined("22 95 44 190 32 216 16 170 15 45 32 2 62 34 50 80 44 72", 82),
        "c": _joined("26 70 54 97 56 84 34 92 6 46 30 0", 66),
        "d": _joined(f"{_BOWL} 76 195 72 100 70 22 82 0", 100),
        "e": _joined("14 32 48 68 34 98 9 52 30 0", 66),
        "f": _joined("28 90 54 190 41 216 26 170 18 20 14 -90 28 -106 40 -50 30 5", 68),
        "g": _joined(f"{_BOWL} 66 92 60 -60 36 -112 14 -84 48 -22", 92),
        "h": _joined("22 95 46 190 33 216 16 170 11 2 16 36 42 96 60 78 58 18 70 0", 92),
        "i": _joined("10 40 24 95 24 24 38 0", 58, "34 152 42 138"),
        "j": _joined("10 40 30 95 24 -60 4 -108 -12 -84 18 -22", 58, "38 152 46 138"),
        "k": _joined("22 95 44 190 31 216 16 170 11 2 15 42 48 98 55 74 18 50 50 6", 82),
        "l": _joined("22 95 46 190 33 216 16 160 15 28 30 0", 54),
        "m": _joined("6 50 20 95 21 2 28 44 50 98 58 60 57 2 64 44 88 98 95 60 94 18 106 0", 126),
        "n": _joined("6 50 20 95 21 2 28 44 52 98 62 60 61 18 74 0", 94),
        "o": _joined("50 90 26 95 4 44 30 0 58 46 40 94 54 80", 84),
        "p": _joined("10 50 22 95 18 -20 14 -112 20 -40 26 50 48 98 66 50 40 4 32 16 58 2", 86),
        "q": _joined(f"{_BOWL} 66 92 62 -60 68 -110 82 -72 72 -10", 98),
        "r": _joined("10 50 22 106 31 92 50 88 48 28 60 0", 82),
        "s": _joined("14 40 38 103 42 70 55 26 30 0 10 14 42 4", 76),
        "t": _joined("12 50 36 165 28 80 27 20 40 0", 62, "0 112 28 122 72 120"),
        "u": _joined("8 50 20 95 18 28 34 0 56 32 66 94 64 24 77 0", 98),
        "v": _joined("6 60 18 97 26 48 36 2 52 42 60 92", 88),
        "w": _joined("6 50 18 95 18 28 32 0 48 42 56 90 56 28 70 0 86 42 90 92", 118),
        "x": _joined("10 74 26 96 36 50 52 4", 82, "62 96 36 48 4 2"),
        "y": _joined("8 50 20 95 20 34 38 5 60 48 68 95 60 -52 36 -112 14 -84 48 -22", 92),
        "z": _joined("10 80 30 98 54 86 30 38 6 2 40 8", 80),
        "A": _joined("-12 14 8 0 58 120 94 214 100 120 106 8 94 30 34 78 60 94", 136),
        "B": _apart(118, "32 190 25 100 14 0 20 100 36 206 86 212 90 160 44 114 96 100 102 40 58 0 8 18"),
        "C": _joined("100 168 84 212 40 180 4 88 36 4 88 14", 116),
        "D": _apart(124, "42 190 32 100 20 10 8 26 42 2 102 40 116 130 80 208 18 212 -4 168"),
        "E": _joined("94 180 64 216 30 176 64 122 40 114 4 58 36 2 86 18", 112),
        "F": _apart(112, "54 190 46 100 30 8 4 6", "2 172 28 212 70 200 124 216", "24 104 54 108 82 116"),
        "G": _joined("100 168 80 212 30 170 4 88 36 8 80 42 96 100 88 10 58 -62 18 -70 40 -20", 118),
        "H": _joined("4 176 25 212 24 100 10 2 20 80 96 212 90 100 84 8 74 50 28 98 52 112", 130),
        "I": _joined("8 148 50 212 50 150 34 28 8 0 -10 24 34 30", 82),
        "J": _joined("6 158 56 212 54 100 40 -50 8 -106 -10 -62 42 -4", 88),
        "K": CursiveLetter(("32 212 24 100 10 0", "106 214 70 150 30 106 46 100 80 20 100 0"), 124),
        "L": _joined("18 146 58 176 76 214 52 202 40 100 20 14 0 10 30 16 80 0", 116),
        "M": _joined("-8 20 4 4 28 150 40 212 45 120 50 8 64 120 90 212 95 120 104 6", 130),
        "N": _apart(122, "-6 10 6 0 22 110 32 204 46 168 76 8 86 60 102 204 130 224"),
        "O": _apart(126, "72 206 30 188 4 88 40 0 90 48 100 150 64 210 50 178 92 160 130 176"),
        "P": _apart(106, "36 184 30 100 14 0 20 100 36 200 82 216 102 160 70 106 26 112"),
        "Q": _joined("72 206 30 188 4 88 40 0 90 48 100 150 60 210 40 170 50 40 70 10 106 -16", 134),
        "R": _joined("36 184 30 100 14 0 20 100 36 200 82 216 96 164 44 110 70 70 94 4", 122),
        "S": _joined("8 30 58 140 86 212 62 200 50 150 82 68 50 0 4 24 40 32", 104),
        "T": _apart(104, "-6 172 18 212 70 196 130 216", "66 200 56 100 40 8 12 2"),
        "U": _joined("0 176 20 212 18 80 40 0 80 60 96 212 93 80 104 0", 130),
        "V": _apart(112, "-2 176 18 212 36 100 50 0 76 120 102 206 136 222"),
        "W": _apart(154, "-2 176 14 212 25 100 40 0 60 100 76 180 84 80 96 0 120 120 142 206 174 222"),
        "X": CursiveLetter(("96 212 50 108 2 2", "8 186 30 212 50 108 80 6"), 112),
        "Y": _joined("-2 176 20 212 24 130 50 100 84 150 96 212 80 30 50 -96 18 -84 48 -22", 116),
        "Z": _joined("8 176 30 212 94 202 50 100 4 4 48 20", 112),
    }
)
"""By letter."""
