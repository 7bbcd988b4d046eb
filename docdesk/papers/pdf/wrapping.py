"""Text broken into lines of a given width. No mark-up: whatever a file is called stands there as it is."""

from bisect import bisect_right
from collections.abc import Callable

LONGEST_TEXT = 4000
"""Characters looked at: more than a page holds, and little enough that a hostile name costs no time."""

Measure = Callable[[str], float]
"""Tells how wide a text is."""


def wrapped(text: str, width: float, measure: Measure, most: int, ending: str) -> tuple[str, ...]:
    """Return the lines of the text, at least one.

    Args:
        text: words with spaces between; a word wider than a line is broken anywhere.
        width: of a line, in the measure's unit.
        measure: tells how wide a text is.
        most: lines at most; where they do not do, the last one ends in `ending`.
        ending: says that something is left out, and where it stands.
    """
    lines = _lines(text[:LONGEST_TEXT], width, measure)
    if len(lines) <= most and len(text) <= LONGEST_TEXT:
        return tuple(lines)
    kept, last = lines[: most - 1], lines[min(most, len(lines)) - 1]
    shown = ending[: _fits(ending, width, measure)]
    begun = last[: _fits(last, width - measure(f" {shown}"), measure)].rstrip()
    return (*kept, f"{begun} {shown}" if begun else shown)


def _lines(text: str, width: float, measure: Measure) -> list[str]:
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if measure(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        rest = word
        while measure(rest) > width and len(rest) > 1:
            cut = max(1, _fits(rest, width, measure))
            lines.append(rest[:cut])
            rest = rest[cut:]
        line = rest
    return [*lines, line]


def _fits(text: str, width: float, measure: Measure) -> int:
    """Return how many characters from the beginning fit."""
    return bisect_right(range(1, len(text) + 1), width, key=lambda count: measure(text[:count]))
