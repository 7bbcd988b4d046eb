"""The centre lines of the technical face as pen paths: Latin capitals, digits and signs of printed data.

In hundredths of a capital's height, for a stroke of 12: capitals reach from 6 to 94. Each character has the
width between its outermost centre lines, and how close its neighbours come on its left and right: straight
sides need more room than round and open ones.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple


class TechnicalShape(NamedTuple):
    """A character: its path from x = 0, its width, and its room on the left and right, stroke not counted."""

    path: str
    width: float
    left: float
    right: float


_STRAIGHT: Final = 11.0
_ROUND: Final = 8.0
_OPEN: Final = 5.0
"""Between edges of strokes; two straight stems stand 22 apart, near the 25 of the counters of E."""


def _straight(path: str, width: float, right: float = _STRAIGHT) -> TechnicalShape:
    return TechnicalShape(path, width, _STRAIGHT, right)


def _round(path: str, width: float, right: float = _ROUND) -> TechnicalShape:
    return TechnicalShape(path, width, _ROUND, right)


def _open(path: str, width: float) -> TechnicalShape:
    return TechnicalShape(path, width, _OPEN, _OPEN)


def _digit(path: str) -> TechnicalShape:
    # All digits are 46 wide, so that numbers stand in columns.
    return TechnicalShape(path, 46.0, 9.0, 9.0)


SHAPES: Final[Mapping[str, TechnicalShape]] = MappingProxyType(
    {
        "A": _open("M 0 6 L 27 94 L 31 94 L 58 6 M 9 34 L 49 34", 58),
        "B": _straight("M 0 52 L 28 52 R 48 29 U 26 6 L 0 6 L 0 94 L 25 94 R 44 73 U 26 52", 48, _ROUND),
        "C": _round("M 48 78 C 44 89 36 94 26 94 R 0 66 L 0 34 U 26 6 C 36 6 44 11 48 22", 48, _OPEN),
        "D": _straight("M 0 6 L 0 94 L 18 94 R 51 62 L 51 38 U 18 6 L 0 6", 51, _ROUND),
        "E": _straight("M 43 94 L 0 94 L 0 6 L 44 6 M 0 52 L 36 52", 44, _OPEN),
        "F": _straight("M 42 94 L 0 94 L 0 6 M 0 50 L 35 50", 42, _OPEN),
        "G": _round("M 50 78 C 46 89 37 94 27 94 R 0 66 L 0 34 U 26 6 R 51 30 L 51 46 L 29 46", 51, 10.0),
        "H": _straight("M 0 94 L 0 6 M 50 94 L 50 6 M 0 52 L 50 52", 50),
        "I": TechnicalShape("M 4 94 L 28 94 M 16 94 L 16 6 M 4 6 L 28 6", 32, _OPEN, _OPEN),
        "J": TechnicalShape("M 36 94 L 36 30 U 18 6 R 0 26", 36, _OPEN, _STRAIGHT),
        "K": _straight("M 0 94 L 0 6 M 46 94 L 0 40 M 14 56 L 49 6", 49, _OPEN),
        "L": _straight("M 0 94 L 0 6 L 41 6", 41, _OPEN),
        "M": _straight("M 0 6 L 0 94 L 4 94 L 30 42 L 56 94 L 60 94 L 60 6", 60),
        "N": _straight("M 0 6 L 0 94 L 3 94 L 48 6 L 51 6 L 51 94", 51),
        "O": _round("M 27 94 R 0 66 L 0 34 U 27 6 R 54 34 L 54 66 U 27 94", 54),
        "P": _straight("M 0 6 L 0 94 L 26 94 R 47 69 U 26 44 L 0 44", 47, _OPEN),
        "Q": _round("M 27 94 R 0 66 L 0 34 U 27 6 R 54 34 L 54 66 U 27 94 M 33 25 L 55 1", 55),
        "R": _straight("M 0 6 L 0 94 L 26 94 R 47 70 U 26 46 L 0 46 M 23 46 L 49 6", 49, _OPEN),
        "S": _round(
            "M 45 77 C 42 88 34 94 24 94 C 10 94 1 86 1 73 C 1 61 10 57 24 52 C 38 47 48 42 48 28"
            " C 48 14 38 6 24 6 C 12 6 3 13 0 25",
            48,
        ),
        "T": _open("M 0 94 L 52 94 M 26 94 L 26 6", 52),
        "U": _straight("M 0 94 L 0 34 U 25 6 R 50 34 L 50 94", 50),
        "V": _open("M 0 94 L 26 6 L 30 6 L 56 94", 56),
        "W": _open("M 0 94 L 17 6 L 20 6 L 38 72 L 42 72 L 60 6 L 63 6 L 80 94", 80),
        "X": _open("M 1 94 L 53 6 M 53 94 L 0 6", 54),
        "Y": _open("M 0 94 L 27 47 L 54 94 M 27 47 L 27 6", 54),
        "Z": _round("M 2 94 L 48 94 L 0 6 L 49 6", 49),
        "Æ": _open("M 78 94 L 38 94 L 0 6 M 43 94 L 43 6 L 80 6 M 13 34 L 43 34 M 43 52 L 73 52", 80),
        "Œ": _round("M 78 94 L 24 94 R 0 66 L 0 34 U 24 6 L 80 6 M 40 94 L 40 6 M 40 52 L 72 52", 80, _OPEN),
        "Ø": _round("M 27 94 R 0 66 L 0 34 U 27 6 R 54 34 L 54 66 U 27 94 M 4 0 L 50 100", 54),
        "Đ": TechnicalShape(
            "M 6 6 L 6 94 L 24 94 R 57 62 L 57 38 U 24 6 L 6 6 M 0 52 L 28 52",
            57,
            5,
            _ROUND,
        ),
        "Ð": TechnicalShape(
            "M 6 6 L 6 94 L 24 94 R 57 62 L 57 38 U 24 6 L 6 6 M 0 52 L 28 52",
            57,
            5,
            _ROUND,
        ),
        "Ł": TechnicalShape("M 8 94 L 8 6 L 49 6 M 0 42 L 26 62", 49, _OPEN, _OPEN),
        "Þ": _straight("M 0 94 L 0 6 M 0 74 L 26 74 R 47 52 U 26 28 L 0 28", 47, _OPEN),
        "Ħ": TechnicalShape("M 7 94 L 7 6 M 57 94 L 57 6 M 7 48 L 57 48 M 0 74 L 64 74", 64, _OPEN, _OPEN),
        "Ŧ": _open("M 0 94 L 52 94 M 26 94 L 26 6 M 11 50 L 41 50", 52),
        "Ŋ": _straight("M 0 6 L 0 94 L 3 94 L 48 12 M 51 94 L 51 10 U 36 -10", 51),
        "ẞ": _straight(
            "M 0 6 L 0 66 U 26 94 L 44 94 L 24 60 C 40 58 50 48 50 32 C 50 16 40 6 24 6 L 20 6",
            50,
            _ROUND,
        ),
        "0": _digit("M 23 94 R 0 66 L 0 34 U 23 6 R 46 34 L 46 66 U 23 94"),
        "1": _digit("M 8 76 L 25 94 L 27 94 L 27 6"),
        "2": _digit("M 2 76 C 5 88 12 94 23 94 C 36 94 45 86 45 72 C 45 61 40 53 30 42 L 0 8 L 0 6 L 46 6"),
        "3": _digit("M 2 94 L 42 94 L 42 91 L 20 58 C 37 58 46 48 46 33 C 46 16 36 6 22 6 C 11 6 4 11 0 20"),
        "4": _digit("M 28 94 L 0 31 L 0 28 L 46 28 M 34 52 L 34 6"),
        "5": _digit(
            "M 43 94 L 5 94 L 2 54 C 8 59 14 61 22 61 C 37 61 46 50 46 34 C 46 17 36 6 21 6 C 11 6 4 11 0 20"
        ),
        "6": _digit("M 36 94 C 14 78 0 56 0 33 U 23 6 R 46 33 U 23 60 R 0 33"),
        "7": _digit("M 0 94 L 46 94 L 46 90 C 28 66 18 38 17 6"),
        "8": _digit("M 23 53 R 3 74 U 23 94 R 43 74 U 23 53 R 0 29 U 23 6 R 46 29 U 23 53"),
        "9": _digit("M 10 6 C 32 22 46 44 46 67 U 23 94 R 0 67 U 23 40 R 46 67"),
        "<": _round("M 46 84 L 0 52 L 46 20", 46),
        ">": _round("M 0 84 L 46 52 L 0 20", 46),
        ".": _straight("D 0 8", 0),
        ",": _straight("M 5 7 L 5 5 L 0 -10", 5),
        ":": _straight("D 0 62 D 0 18", 0),
        ";": _straight("D 5 60 M 5 18 L 5 15 L 0 1", 5),
        "-": _round("M 0 44 L 26 44", 26),
        "–": _round("M 0 44 L 40 44", 40),
        "_": _open("M 0 -8 L 46 -8", 46),
        "/": _open("M 0 -4 L 38 104", 38),
        "\\": _open("M 0 104 L 38 -4", 38),
        "'": _round("M 0 96 L 0 74", 0),
        "’": _round("M 5 95 L 5 92 L 0 76", 5),
        '"': _round("M 0 96 L 0 74 M 18 96 L 18 74", 18),
        "(": _round("M 16 106 C -5 80 -5 22 16 -6", 16),
        ")": _round("M 0 106 C 21 80 21 22 0 -6", 16),
        "+": _round("M 0 48 L 46 48 M 23 71 L 23 25", 46),
        "=": _round("M 0 60 L 46 60 M 0 36 L 46 36", 46),
        "*": _round("M 15 94 L 15 60 M 0 86 L 30 68 M 0 68 L 30 86", 30),
        "#": _round("M 14 90 L 8 10 M 42 90 L 36 10 M 2 64 L 50 64 M 0 36 L 48 36", 50),
        "?": _round("M 0 76 C 3 88 10 94 21 94 C 34 94 42 86 42 74 C 42 56 20 54 20 32 D 20 8", 42),
        "!": _straight("M 0 94 L 0 32 D 0 8", 0),
        "%": _round(
            "M 52 94 L 6 6 M 12 94 R 0 82 U 12 70 R 24 82 U 12 94 M 46 30 R 34 18 U 46 6 R 58 18 U 46 30",
            58,
        ),
        "&": _round(
            "M 58 6 L 12 68 C 5 78 10 94 24 94 C 38 94 42 78 31 68"
            " L 14 54 C -6 38 -2 6 22 6 C 42 6 52 24 53 42",
            58,
        ),
        "°": _round("M 13 96 R 0 83 U 13 70 R 26 83 U 13 96", 26),
        "º": _round("M 13 96 R 0 83 U 13 70 R 26 83 U 13 96", 26),
        "•": _round("D 0 49", 0),
        "·": _round("D 0 49", 0),
    }
)
"""By character."""

MARKS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "̀": "M -13 127 L 7 110",
        "́": "M 13 127 L -7 110",
        "̂": "M -17 111 L 0 126 L 17 111",
        "̃": "M -19 112 C -13 126 -5 124 0 119 C 5 113 13 112 19 125",
        "̄": "M -17 117 L 17 117",
        "̆": "M -17 125 C -12 109 12 109 17 125",
        "̇": "D 0 119",
        "̈": "D -13 119 D 13 119",
        "̊": "M 0 130 R -11 119 U 0 108 R 11 119 U 0 130",
        "̋": "M 2 127 L -15 110 M 23 127 L 6 110",
        "̌": "M -17 126 L 0 111 L 17 126",
        "̦": "M 4 -15 L 4 -17 L -2 -29",
        "̧": "M 0 6 L 0 -6 C 8 -6 13 -11 13 -17 C 13 -25 4 -28 -10 -27",
        "̨": "M 10 6 C -6 -4 -6 -26 13 -24",
    }
)
"""By combining character of Unicode; x from the middle of the letter beneath."""
