"""Whether a confidence means what it says: of characters read at 0.99, one in a hundred should be wrong."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from docdesk.bench.mrz.scoring import Scored

EDGES = (0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999)
"""Between bins. They narrow towards 1, where nearly all characters are and where a check is decided."""

Z = 1.96
"""Standard deviations of an interval that holds 95 % of a normal distribution."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Characters of like confidence, from `above` to `below`: their mean confidence, and what was right.

    `low` and `high` bound the share that is right, at 95 % (Wilson's interval).
    """

    above: float
    below: float
    characters: int
    right: int
    confidence: float
    low: float
    high: float

    @property
    def share(self) -> float:
        """The share of characters that are right."""
        return self.right / self.characters


def reliability(scored: Iterable[Scored]) -> tuple[Bin, ...]:
    """Return the bins in which there are characters, from the lowest confidence to the highest."""
    edges = (0.0, *EDGES, 1.0)
    found: list[list[tuple[float, bool]]] = [[] for _ in range(len(EDGES) + 1)]
    for entry in scored:
        for place in entry.characters:
            if place.read:
                found[bisect_right(EDGES, place.confidence)].append((place.confidence, place.right))
    return tuple(_bin(edges[index], edges[index + 1], within) for index, within in enumerate(found) if within)


def calibration_error(bins: Iterable[Bin]) -> float:
    """Return by how much share and mean confidence differ, averaged over all characters."""
    bins = tuple(bins)
    total = sum(each.characters for each in bins)
    return sum(each.characters * abs(each.share - each.confidence) for each in bins) / max(1, total)


def _bin(above: float, below: float, within: list[tuple[float, bool]]) -> Bin:
    count, right = len(within), sum(is_right for _, is_right in within)
    low, high = wilson(right, count)
    return Bin(above, below, count, right, sum(sure for sure, _ in within) / count, low, high)


def wilson(hits: int, count: int) -> tuple[float, float]:
    """Return the interval in which a share lies at 95 % when `hits` of `count`, at least 1, were seen."""
    share, square = hits / count, Z * Z
    middle = (share + square / (2 * count)) / (1 + square / count)
    half = Z / (1 + square / count) * sqrt(share * (1 - share) / count + square / (4 * count * count))
    return max(0.0, middle - half), min(1.0, middle + half)
