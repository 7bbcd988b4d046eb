"""Lines of print put together to machine-readable zones of one to three lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import Final

import numpy as np

from docdesk.engines.mrz_networks.curves import Curve
from docdesk.engines.mrz_networks.finding import Line, lines_of
from docdesk.engines.mrz_networks.picture import finder_map, scaled
from docdesk.engines.mrz_networks.sessions import Network
from docdesk.imaging.grey import Grey

# Lines of one zone, in pitches from one to the next: 1.67 in TD1, 2.5 in all others (Doc 9303-3 to -7), with
# room for perspective and for documents that do not follow it; 3.33 where the middle one of three was missed.
_NEAREST, _FARTHEST = 1.2, 3.7
# Two short lines farther apart than this may have a third between them.
_ROOM_BETWEEN: Final = 2.9
_CLOSE, _WIDE = 4.23 / 2.54, 6.35 / 2.54
# They are parallel to within this angle, of pitches whose ln differ by less, and the shorter lies beside the
# longer for this part of its length.
_PARALLEL: Final = np.cos(np.deg2rad(8.0))
_PITCH_NEAR: Final = 0.2
_BESIDE: Final = 0.5
# The middle of a line that bends or is seen in part lies off the straight through its neighbour's middle by
# at most this part of the longer one's length.
_SAG: Final = 0.15
# Spacings of one zone differ by this factor at most: perspective makes 1.1 of it.
_EVEN: Final = 1.35
# A line that stands alone must be this long, in pitches: half of the shortest.
_LONE: Final = 15.0
# Lines of 30 are up to this long by the finder's ends and pitch; those of 36 and 44 at least that.
_SHORT, _LONG = 33.5, 32.0
# A lone line shorter than this is a part of one of any length.
_SEEN_IN_PART: Final = 27.0
# A line shorter than this part of its neighbour was seen in part: its bend is then taken from the neighbour.
_IN_PART: Final = 0.8
# Below this agreement of its cells, the side from which a zone is read is left open.
_SURE_UP: Final = 0.6
_MOST_LINES: Final = 3
# Zones that are looked at, those with most print first: two documents on a picture, each offered both ways
# up, and as many patterns that pass for print. More would only cost time.
_MOST_ZONES: Final = 12


@dataclass(frozen=True, slots=True)
class Zone:
    """Lines that may be one MRZ, from the top down as they are read.

    All of `lines` begin and end side by side, so that column 0 of their strips lies on one axis. `guesses`
    are where further lines may stand that were not found, above, between and below. `strength` in [0, 1] is
    how sure the finder is of the lines. `rival` tells that the same lines are offered upside down as well.
    """

    lines: tuple[Curve, ...]
    guesses: tuple[Curve, ...]
    strength: float
    rival: bool

    def turned(self) -> int:
        """Return the turn clockwise, 0, 90, 180 or 270 degrees, that makes the zone upright."""
        middle = self.lines[0].speed(np.array(self.lines[0].length / 2))
        quarters = round(float(np.arctan2(middle[1], middle[0])) / (np.pi / 2))
        return -quarters * 90 % 360


def find_zones(grey: Grey, network: Network, side: int) -> tuple[Zone, ...]:
    """Return what may be an MRZ, in pixels of the picture, when it is looked at with this long side."""
    small = scaled(grey, side)
    return zones_of([line.scaled(small.scale, small.shift) for line in lines_of(finder_map(small, network))])


def zones_of(lines: Sequence[Line]) -> tuple[Zone, ...]:
    """Return the zones that lines make up, those with most print first, and of many only these."""
    groups = [part for group in _groups(lines) for part in _cut(group)]
    groups = [group for group in groups if len(group) > 1 or group[0].curve.length > _LONE]
    groups.sort(key=lambda group: -sum(line.curve.length * line.strength for line in group))
    return tuple(islice((zone for group in groups for zone in _zones(group)), _MOST_ZONES))


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    """Return lines that are neighbours of neighbours, from the top down, all read in one direction."""
    gaps = _gaps(lines)
    left = sorted(range(len(lines)), key=lambda number: -lines[number].curve.length)
    placed: dict[int, Line] = {}
    groups: list[list[Line]] = []
    while left:
        group = [left.pop(0)]
        placed[group[0]] = lines[group[0]]
        while (found := _neighbour(group, left, placed, lines, gaps)) is not None:
            place, number = found
            left.remove(number)
            placed[number] = _along(lines[number], placed[group[0]].curve)
            group.insert(place, number)
        groups.append(_the_right_way([placed[number] for number in group]))
    return groups


def _neighbour(
    group: Sequence[int],
    others: Sequence[int],
    placed: Mapping[int, Line],
    lines: Sequence[Line],
    gaps: Mapping[tuple[int, int], float],
) -> tuple[int, int] | None:
    """Return the line nearest above or below a group: its place in there, and its number."""
    found: list[tuple[float, int, int]] = []
    for place, at in ((0, group[0]), (len(group), group[-1])):
        # Whoever reads a line from its other side has above what was below.
        side = 1 if placed[at] is lines[at] else -1
        for number in others:
            gap = side * gaps.get((at, number), 0.0)
            if gap and (gap < 0) == (place == 0):
                found.append((abs(gap), place, number))
    return min(found)[1:] if found else None


def _gaps(lines: Sequence[Line]) -> dict[tuple[int, int], float]:
    """Return for each pair of neighbours by how many pitches the second runs below the first."""
    if not lines:
        return {}
    lengths = np.array([line.curve.length for line in lines])
    middles = np.array([line.curve.at(np.array(line.curve.length / 2)) for line in lines])
    speeds = np.array([line.curve.speed(np.array(line.curve.length / 2)) for line in lines])
    pitches = np.linalg.norm(speeds, axis=-1)
    # Most lines of a full page lie far apart: that is told by their middles alone, along and across.
    apart = middles[None] - middles[:, None]
    longest, widest = np.maximum.outer(lengths, lengths), np.maximum.outer(pitches, pitches)
    across = (
        np.abs(apart[..., 1] * speeds[:, None, 0] - apart[..., 0] * speeds[:, None, 1]) / pitches[:, None]
    )
    near = np.linalg.norm(apart, axis=-1) < (longest / 2 + _FARTHEST) * widest
    near &= across < (_FARTHEST + _SAG * longest) * widest
    # Parallel, whichever way round: a short line may have been taken for upside down.
    near &= np.abs(speeds @ speeds.T) >= _PARALLEL * np.outer(pitches, pitches)
    near &= np.abs(np.log(np.divide.outer(pitches, pitches))) < _PITCH_NEAR
    np.fill_diagonal(near, val=False)
    pairs = [(int(a), int(b)) for a, b in np.argwhere(near)]
    gaps = ((pair, _apart(lines[pair[0]].curve, lines[pair[1]].curve)) for pair in pairs)
    return {pair: gap for pair, gap in gaps if gap is not None}


def _apart(line: Curve, other: Curve) -> float | None:
    """Return by how many pitches a parallel line runs below, None where they do not lie side by side."""
    points = other.at(np.linspace(0, other.length, 9))
    t = line.nearest(points)
    beside = (t > 0) & (t < line.length)
    if beside.mean() * other.length < _BESIDE * min(line.length, other.length):
        return None
    off = ((points - line.at(t)) * line.normal(t)).sum(axis=-1) / line.pitch(t)
    apart = float(np.median(off[beside]))
    return apart if _NEAREST < abs(apart) < _FARTHEST else None


def _along(line: Line, curve: Curve) -> Line:
    """Return the line as it is read in the direction of a curve."""
    ways = line.curve.speed(np.array(line.curve.length / 2)), curve.speed(np.array(curve.length / 2))
    return line if float(ways[0] @ ways[1]) >= 0 else line.reversed()


def _the_right_way(group: list[Line]) -> list[Line]:
    """Return the group as most of its print says that it is read."""
    if _upright(group) >= 0:
        return group
    return [line.reversed() for line in reversed(group)]


def _upright(group: Sequence[Line]) -> float:
    total = sum(line.curve.length for line in group)
    return sum(line.upright * line.curve.length for line in group) / total


def _cut(group: list[Line]) -> list[list[Line]]:
    """Return a group parted where its spacing changes, and where it has more lines than an MRZ."""
    parts = [[group[0]]]
    for above, below in pairwise(group):
        part = parts[-1]
        gap = abs(_apart(above.curve, below.curve) or _FARTHEST)
        before = abs(_apart(part[-2].curve, part[-1].curve) or gap) if len(part) > 1 else gap
        if len(part) > 1 and gap > _EVEN * before:
            parts.append([below])
        elif len(part) > 1 and gap * _EVEN < before:
            parts[-1:] = [part[:-1], [part[-1], below]]
        else:
            part.append(below)
    return [piece for part in parts for piece in _portions(part)]


def _portions(group: list[Line]) -> list[list[Line]]:
    """Return a group as it is, or one of more than three lines in portions of as many as its format has."""
    longest = max(line.curve.length for line in group)
    if len(group) <= (_MOST_LINES if longest < _SHORT else 2):
        return [group]
    if len(group) == _MOST_LINES:
        # One line too many for its length: either may be the neighbour of the middle one.
        return [group, group[:2], group[1:]]
    size = _MOST_LINES if longest < _SHORT else 2
    return [group[start : start + size] for start in range(0, len(group), size)]


def _zones(group: list[Line]) -> list[Zone]:
    """Return the zone of a group, and the same upside down where the finder does not tell which it is."""
    curves = _side_by_side([line.curve for line in group])
    strength = float(np.mean([line.strength for line in group]))
    rival = _upright(group) < _SURE_UP
    ways = [curves, [curve.reversed() for curve in reversed(curves)]] if rival else [curves]
    return [Zone(tuple(way), _guesses(way), strength, rival) for way in ways]


def _side_by_side(curves: list[Curve]) -> list[Curve]:
    """Return the lines, each begun and ended where the outermost are, with one length that they share.

    A line that was seen in part bends as the longest does.
    """
    longest = max(curves, key=lambda curve: curve.length)
    whole = [
        curve if curve.length >= _IN_PART * longest.length else _like(longest, curve) for curve in curves
    ]
    ends = np.array([[0.0, longest.length] if curve is longest else _ends(longest, curve) for curve in whole])
    low, high = float(ends[:, 0].min()), float(ends[:, 1].max())
    frame = longest.between(low, high)
    found = [frame if curve is longest else curve.between(*_ends(curve, frame)) for curve in whole]
    # Printers keep the pitch: what the lines are said to have of it is known better together.
    length = float(np.average([curve.length for curve in found], weights=[curve.length for curve in curves]))
    return [replace(curve, length=length) for curve in found]


def _like(longest: Curve, curve: Curve) -> Curve:
    """Return the neighbour of a long line that runs through a short one, as long as the short one is."""
    points = curve.at(np.linspace(0, curve.length, 9))
    t = longest.nearest(points)
    off = ((points - longest.at(t)) * longest.normal(t)).sum(axis=-1) / longest.pitch(t)
    beside = longest.beside(float(np.median(off)))
    return beside.between(float(t[0]), float(t[-1]))


def _ends(curve: Curve, other: Curve) -> tuple[float, float]:
    """Return where beside a line another one begins and ends, in characters of the first."""
    start, end = curve.nearest(other.at(np.array([0.0, other.length])))
    return float(start), float(end)


def _guesses(curves: Sequence[Curve]) -> tuple[Curve, ...]:
    """Return where lines may stand that were not found."""
    length = max(curve.length for curve in curves)
    gaps: list[float] = []
    if len(curves) == 2 and length < _SHORT:
        gap = abs(_apart(curves[0], curves[1]) or _CLOSE)
        if gap > _ROOM_BETWEEN:
            return (curves[0].beside(gap / 2),)
        gaps = [gap]
    elif len(curves) == 1:
        gaps += [_CLOSE, 2 * _CLOSE] if length < _SHORT else []
        gaps += [_WIDE] if not _SEEN_IN_PART <= length <= _LONG else []
    return tuple(curves[0].beside(-gap) for gap in gaps) + tuple(curves[-1].beside(gap) for gap in gaps)
