"""Where characters stand: a run within one line of an MRZ."""

from collections.abc import Sequence
from dataclasses import dataclass

from docdesk.mrz.errors import MrzError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of characters within one line.

    Attributes:
        line: number of the line, from 0.
        start: first position, from 0 (Doc 9303 counts from 1).
        end: the position after the last.
    """

    line: int
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


def slice_of(lines: Sequence[str], span: Span) -> str:
    """Return the characters of one span.

    Raises:
        MrzError: `no_such_place`, the span lies outside the lines.
    """
    if not 0 <= span.line < len(lines) or not 0 <= span.start <= span.end <= len(lines[span.line]):
        raise MrzError("no_such_place", line=span.line, position=span.start)
    return lines[span.line][span.start : span.end]


def joined(lines: Sequence[str], spans: Sequence[Span]) -> str:
    """Return the characters of several spans, one after another.

    Raises:
        MrzError: `no_such_place`, a span lies outside the lines.
    """
    return "".join(slice_of(lines, span) for span in spans)
