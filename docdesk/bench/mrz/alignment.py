"""Which character that was read stands for which printed one."""

from dataclasses import dataclass

from docdesk.inspection.readings.mrz_reading import MrzReading

BETWEEN = "\n"
"""Stands between lines."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A place of an MRZ: the character printed there and the one read there, either empty without one.

    `line` and `index` count from 0 in what was read; a printed character for which none was read stands at
    the place of the one read next, with confidence 0. `printed_line` counts from 0 in what is printed.
    """

    line: int
    index: int
    printed_line: int
    printed: str
    read: str
    confidence: float = 0.0
    certain: bool = False

    @property
    def right(self) -> bool:
        """Whether the printed character was read."""
        return self.read == self.printed


Pair = tuple[int | None, int | None]
"""Places in the text that was read and in the printed one, None where the other has one more character."""


def judged(reading: MrzReading, printed: tuple[str, ...]) -> tuple[Judged, ...]:
    """Return every place of a reading against the printed lines, in the order of reading."""
    text, truth = BETWEEN.join(reading.lines), BETWEEN.join(printed)
    line = index = printed_line = 0
    found = []
    for at, meant in aligned(text, truth):
        read = "" if at is None else text[at]
        char = "" if meant is None else truth[meant]
        if BETWEEN in (read, char):
            printed_line += char == BETWEEN
            if read == BETWEEN:
                line, index = line + 1, 0
        elif read:
            sure, certain = reading.confidence[line][index], reading.certain[line][index]
            found.append(Judged(line, index, printed_line, char, read, sure, certain))
            index += 1
        else:
            found.append(Judged(line, index, printed_line, char, ""))
    return tuple(found)


def aligned(read: str, printed: str) -> tuple[Pair, ...]:
    """Return the places of both texts side by side, with as few differing ones as can be.

    The end of a line is never laid beside a character.
    """
    cost = _costs(read, printed)
    pairs: list[Pair] = []
    i, j = len(read), len(printed)
    while i or j:
        # A character taken for another before one left out or put in: a misreading is what it mostly is.
        if i and j and cost[i][j] == cost[i - 1][j - 1] + _change(read[i - 1], printed[j - 1]):
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif i and cost[i][j] == cost[i - 1][j] + 1:
            i -= 1
            pairs.append((i, None))
        else:
            j -= 1
            pairs.append((None, j))
    return tuple(reversed(pairs))


def _costs(read: str, printed: str) -> list[list[int]]:
    """Return what it costs to make each beginning of one text each beginning of the other."""
    rows = [list(range(len(printed) + 1))]
    for i, char in enumerate(read, 1):
        above, row = rows[-1], [i]
        for j, right in enumerate(printed, 1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + _change(char, right)))
        rows.append(row)
    return rows


def _change(read: str, printed: str) -> int:
    """Return what one character in the place of another costs; for an end of a line, more than two gaps."""
    if read == printed:
        return 0
    return 3 if BETWEEN in (read, printed) else 1
