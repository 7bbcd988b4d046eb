"""Where pictures, characters and marks of an MRZ stand in the panel, in device-independent pixels."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

PICTURE, TEXT, GAP = 1.25, 0.95, 0.14
"""Heights of the picture of a line, of its characters and of the room below, in widths of a cell; the first
is the ratio of the cells in `mrz_pictures`."""

MARK, LEAST_MARK = 0.55, 13.0
"""Height of the row of marks below the characters, in widths of a cell, and at the least: what is proposed
must be read in it."""

LARGEST_CELL = 34.0
"""Larger ones say nothing more, and short lines would fill the screen."""

LEAST_CELL = 7.0
"""Below this nobody reads; the panel is then cut off at its right."""


@dataclass(frozen=True, slots=True)
class MrzGrid:
    """Lines of cells, each with its picture above its character above its mark.

    `cell` is the width of a cell, `marks` the height of the row of marks of each line, 0 where there is none.
    """

    lengths: tuple[int, ...]
    cell: float
    marks: tuple[float, ...]

    @classmethod
    def fitted(cls, lengths: Sequence[int], marked: Sequence[bool], width: float, height: float) -> "MrzGrid":
        """Return the largest grid that fits; `marked` tells which lines have something to mark."""
        plain, marks = len(lengths) * (PICTURE + TEXT + GAP), sum(marked)
        if not plain:
            return cls((), LARGEST_CELL, ())
        tall = min(height / (plain + marks * MARK), (height - marks * LEAST_MARK) / plain)
        # Whole pixels keep the strokes of all characters equally thick.
        cell = float(int(max(LEAST_CELL, min(width / max(*lengths, 1), tall, LARGEST_CELL))))
        return cls.of_cells(lengths, marked, cell)

    @classmethod
    def of_cells(cls, lengths: Sequence[int], marked: Sequence[bool], cell: float) -> "MrzGrid":
        """Return the grid with cells of this width."""
        mark = max(MARK * cell, LEAST_MARK)
        return cls(tuple(lengths), cell, tuple(mark if has else 0.0 for has in marked))

    @property
    def height(self) -> float:
        """Of all lines together."""
        return self._top(len(self.lengths))

    def _top(self, line: int) -> float:
        return line * self.cell * (PICTURE + TEXT + GAP) + sum(self.marks[:line])

    def line_picture(self, line: int) -> QRectF:
        """Return where the picture of a line stands."""
        return QRectF(0, self._top(line), self.cell * self.lengths[line], self.cell * PICTURE)

    def text(self, line: int, index: int) -> QRectF:
        """Return where a character stands."""
        top = self._top(line) + self.cell * PICTURE
        return QRectF(index * self.cell, top, self.cell, self.cell * TEXT)

    def mark(self, line: int, index: int) -> QRectF:
        """Return where the mark of a character stands."""
        text = self.text(line, index)
        return QRectF(text.left(), text.bottom(), self.cell, self.marks[line])

    def whole(self, line: int, index: int) -> QRectF:
        """Return picture and character together."""
        text = self.text(line, index)
        return text.adjusted(0, -self.cell * PICTURE, 0, 0)

    def place_at(self, point: QPointF) -> tuple[int, int] | None:
        """Return line and position of the character there, None where none stands."""
        index = int(point.x() // self.cell)
        tops = [self._top(line) for line in range(len(self.lengths) + 1)]
        for line, length in enumerate(self.lengths):
            if tops[line] <= point.y() < tops[line + 1] and 0 <= index < length:
                return line, index
        return None
