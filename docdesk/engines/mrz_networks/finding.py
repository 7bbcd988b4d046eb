"""From the finder's map to lines of print, each a smooth curve with its pitch.

The map tells of each cell whether it lies in the core of a line of MRZ print, in which direction that is
read, and its pitch. Cores of neighbouring lines may touch, and a stamp or a fold may break a line apart.
"""

import cmath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_networks.curves import Curve, Doubles, fitted
from docdesk.engines.mrz_networks.picture import CELL

Floats = NDArray[np.float32]

# Logits of the core: a piece has a cell above the higher one and takes in its neighbours above the lower. At
# the edges of a core, by its definition, the finder says 0; a core of fine print (5 pixels to the pitch) that
# lies between two rows of cells fills three eighths of both, a logit of -0.5.
_SURE, _POSSIBLE = 0.0, -1.0
# ln(pitch / 16) is what the finder's fourth channel tells.
_PITCH_UNIT: Final = 16.0
# Columns of cells of a touching pair of lines are looked at this many pitches at a time, at least two cells.
_BIN: Final = 1.0
_BIN_CELLS: Final = 2.0
# Rows of cells nearer than this, in pitches or cells, are one ridge: half the way to the next line (1.67
# pitches in TD1), and more than a step from one row to the next.
_ACROSS: Final = 0.8
_ACROSS_CELLS: Final = 1.5
# A ridge beside one in the same column is a line of its own from this part of the other's say.
_RIDGE_PART: Final = 0.35
# Lines go on from column to column by less than this across, pitches or cells: 27 degrees, or the next row.
_STRAY: Final = 0.5
_STRAY_CELLS: Final = 1.1
# Empty columns over which a ridge is followed within one piece.
_SKIPPED: Final = 3
# Shorter pieces, in pitches, are specks; shorter lines no part of an MRZ that could be read.
_SHORTEST_PIECE, _SHORTEST_LINE = 2.5, 6.0
# Pieces that are looked at, the longest first: a page of nothing but MRZ has some thirty.
_MOST_PIECES: Final = 60
# Places that are looked at, the longest first: each costs a third of a millisecond, and a page of texture
# that passes for print has thousands.
_MOST_BLOBS: Final = 200
# A line has at most 44 characters; its ends and pitch are known to a twentieth.
_LONGEST: Final = 47.0
# Pieces of one line: a stamp hides up to so many pitches; where it goes on lies off the straight by no more
# than this many pitches, and this more for each pitch of the gap; direction and ln(pitch) are this near.
# Pieces may overlap a little, where a line of fine print goes on in the next row of cells.
_GAP, _BACK = 16.0, -3.0
_OFF, _OFF_EACH = 0.35, 0.04
_TURN: Final = float(np.deg2rad(9.0))
# A core of fine print is one cell high and goes on in the next row of cells: so far its middle may be off.
_OFF_CELLS: Final = 0.6
# A piece within so many pitches, or cells, of the middle of a longer one, all along, is a sliver of it.
_ON: Final = 0.6
# Print sags between its ends by at most this part of its length.
_SAG: Final = 0.15
_PITCH_NEAR: Final = 0.18
# Powers of the curve: paper that curls bends print once or twice.
_MOST_BENT: Final = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print in a picture.

    `strength` is how sure the finder is of its core, the mean in [0, 1]; `upright` in [-1, 1] how well its
    cells agree on the side from which it is read: 1 all do, 0 as many say the other, -1 all say the other.
    """

    curve: Curve
    strength: float
    upright: float

    def scaled(self, scale: tuple[float, float], shift: tuple[float, float]) -> "Line":
        """Return the line in the pixels of another picture."""
        return Line(self.curve.scaled(scale, shift), self.strength, self.upright)

    def reversed(self) -> "Line":
        """Return the line as it is read upside down."""
        return Line(self.curve.reversed(), self.strength, -self.upright)


def lines_of(found: Floats) -> tuple[Line, ...]:
    """Return the lines of a map (4 x rows x columns), in pixels of the picture that the finder saw."""
    pieces = [piece for blob in _blobs(found) for piece in _parted(blob)]
    pieces = [piece for piece in pieces if piece.reach > _SHORTEST_PIECE]
    pieces = sorted(pieces, key=lambda piece: -piece.reach)[:_MOST_PIECES]
    return tuple(line for line in _joined(pieces) if line.curve.length > _SHORTEST_LINE)


@dataclass(frozen=True, slots=True)
class _Cells:
    """Cells of one piece: middles (N x 2, pixels), say in (0, 1], direction (N x 2), ln(pitch)."""

    middles: Doubles
    say: Doubles
    ways: Doubles
    sizes: Doubles

    def those(self, chosen: NDArray[np.bool_]) -> "_Cells":
        return _Cells(self.middles[chosen], self.say[chosen], self.ways[chosen], self.sizes[chosen])

    @property
    def pitch(self) -> float:
        return float(np.exp(np.average(self.sizes, weights=self.say)))

    @property
    def way(self) -> Doubles:
        """The direction, length 1: the axis on which cells agree, and the end that most of them name."""
        doubled = self.ways[:, 0] + 1j * self.ways[:, 1]
        axis = np.sqrt(np.sum(self.say * doubled**2) + 1e-12)
        way = np.array([axis.real, axis.imag]) / abs(axis)
        return np.asarray(way if float(self.say @ (self.ways @ way)) >= 0 else -way)

    @property
    def reach(self) -> float:
        """How far the piece goes along its direction, in pitches."""
        along = self.middles @ self.way
        return float(along.max() - along.min() + CELL) / self.pitch


def _blobs(found: Floats) -> Iterator[_Cells]:
    """Yield the cells of each place where cores hang together."""
    core = found[0]
    count, labels, stats, _ = cv2.connectedComponentsWithStats(
        (core > _POSSIBLE).astype(np.uint8), None, None, None, 8
    )
    sure = np.zeros(count, bool)
    sure[labels[core > _SURE]] = True
    sure[0] = False
    reach = np.hypot(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    longest = np.argsort(np.where(sure, -reach, np.inf), kind="stable")[: min(sure.sum(), _MOST_BLOBS)]
    for label in sorted(longest.tolist()):
        left, top, wide, high = (int(value) for value in stats[label, :4])
        box = np.s_[top : top + high, left : left + wide]
        rows, columns = np.nonzero(labels[box] == label)
        logit, across, down, size = (
            np.asarray(found[channel][box][rows, columns], np.float64) for channel in range(4)
        )
        places = np.asarray(np.stack([columns + left, rows + top], axis=-1), np.float64)
        middles = places * CELL + (CELL - 1) / 2
        ways = np.stack([across, down], axis=-1)
        ways /= np.maximum(np.hypot(across, down), 1e-6)[:, None]
        yield _Cells(middles, 1 / (1 + np.exp(-logit)), ways, size + np.log(_PITCH_UNIT))


def _parted(cells: _Cells) -> list[_Cells]:
    """Return each line of a blob alone: cells belong to the nearest of the ridges that run through it."""
    pitch, way = cells.pitch, cells.way
    along = cells.middles @ way
    aside = cells.middles @ np.array([-way[1], way[0]])
    wide = max(_BIN * pitch, _BIN_CELLS * CELL)
    columns = ((along - along.min()) / wide).astype(int)
    order = np.argsort(columns, kind="stable")
    starts = np.searchsorted(columns[order], np.arange(columns.max() + 2))
    here = [order[begin:end] for begin, end in pairwise(starts.tolist())]
    tracks = _tracks([(aside[column], cells.say[column]) for column in here], pitch)
    if len(tracks) < 2:
        return [cells]
    owners = np.full(len(along), -1)
    nearest = np.full(len(along), _stray(pitch))
    for owner, track in enumerate(tracks):
        known = np.array([place for place, _ in track])
        # A line ends up to a column beyond its last ridge.
        those = order[starts[max(known[0] - 1, 0)] : starts[min(known[-1] + 2, len(here))]]
        off = np.abs(aside[those] - np.interp(columns[those], known, np.array([at for _, at in track])))
        nearer = off < nearest[those]
        nearest[those[nearer]], owners[those[nearer]] = off[nearer], owner
    longest = sorted(range(len(tracks)), key=lambda owner: tracks[owner][0][0] - tracks[owner][-1][0])
    chosen = (owners == owner for owner in sorted(longest[:_MOST_PIECES]))
    return [cells.those(mine) for mine in chosen if mine.any()]


def _tracks(columns: Sequence[tuple[Doubles, Doubles]], pitch: float) -> list[list[tuple[int, float]]]:
    """Return for each ridge the columns through which it runs, and where across.

    `columns` are where across their cells lie, and the say of these.
    """
    tracks: list[list[tuple[int, float]]] = []
    open_tracks: list[list[tuple[int, float]]] = []
    stray = _stray(pitch)
    for column, (aside, say) in enumerate(columns):
        if not len(aside):
            continue
        open_tracks = [track for track in open_tracks if column - track[-1][0] <= _SKIPPED]
        waiting = open_tracks.copy()
        for place in _ridges(aside, say, pitch):
            near = [track for track in waiting if abs(track[-1][1] - place) < stray]
            if near:
                track = min(near, key=lambda track: abs(track[-1][1] - place))
                waiting = [other for other in waiting if other is not track]
                track.append((column, place))
            else:
                tracks.append([(column, place)])
                open_tracks.append(tracks[-1])
    return [track for track in tracks if len(track) > 1]


def _stray(pitch: float) -> float:
    return max(_STRAY * pitch, _STRAY_CELLS * CELL)


def _ridges(aside: Doubles, say: Doubles, pitch: float) -> list[float]:
    """Return where across a column of cells the say is greatest, for each line that runs through it."""
    span = max(_ACROSS * pitch, _ACROSS_CELLS * CELL)
    if aside.max() - aside.min() < span:
        return [float(np.average(aside, weights=say))]
    places = np.arange(aside.min(), aside.max() + 1.0)
    dense = np.bincount(np.round(aside - aside.min()).astype(int), say, len(places))
    triangle = np.clip(1 - np.abs(np.arange(-int(span), int(span) + 1)) / span, 0, None)
    total = np.convolve(dense, triangle)[int(span) : int(span) + len(dense)]
    steps = np.diff(total, prepend=-1.0, append=-1.0)
    peaks = np.flatnonzero((steps[:-1] > 0) & (steps[1:] <= 0) & (total > _RIDGE_PART * total.max()))
    return [float(places[peak]) for peak in peaks]


@dataclass(frozen=True, slots=True)
class _End:
    """Where a piece begins or ends and in which direction (length 1), as x + y i, and its pitch there."""

    point: complex
    way: complex
    pitch: float

    def backwards(self) -> "_End":
        return _End(self.point, -self.way, self.pitch)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Cells of one line, the line through them, and its ends."""

    cells: _Cells
    line: Line
    begin: _End
    end: _End

    @property
    def pixels(self) -> float:
        return self.line.curve.length * (self.begin.pitch + self.end.pitch) / 2


def _piece(cells: _Cells) -> _Piece:
    line = _line(cells)
    places = np.array([0.0, line.curve.length])
    points, speeds = line.curve.at(places), line.curve.speed(places)
    begin, end = (_end(complex(*point), complex(*speed)) for point, speed in zip(points, speeds, strict=True))
    return _Piece(cells, line, begin, end)


def _end(point: complex, speed: complex) -> _End:
    return _End(point, speed / abs(speed), abs(speed))


def _joined(pieces: Sequence[_Cells]) -> list[Line]:
    """Return the lines of pieces, those laid together first that are parts of one line."""
    parts = {number: _piece(piece) for number, piece in enumerate(pieces)}
    gaps: dict[tuple[int, int], float] = {}
    fresh = set(parts)
    while True:
        for pair in permutations(parts, 2):
            if not fresh.isdisjoint(pair):
                gap = _gap(parts[pair[0]], parts[pair[1]])
                if gap is not None:
                    gaps[pair] = gap
        if not gaps:
            return [part.line for part in parts.values()]
        both = min(gaps, key=gaps.__getitem__)
        cells = _together([parts.pop(number).cells for number in both])
        gaps = {pair: gap for pair, gap in gaps.items() if not set(pair) & set(both)}
        # The number of one of the two is free again.
        parts[both[0]] = _piece(cells)
        fresh = {both[0]}


def _together(parts: Sequence[_Cells]) -> _Cells:
    return _Cells(
        np.concatenate([part.middles for part in parts]),
        np.concatenate([part.say for part in parts]),
        np.concatenate([part.ways for part in parts]),
        np.concatenate([part.sizes for part in parts]),
    )


def _gap(first: _Piece, second: _Piece) -> float | None:
    """Return the pitches from the end of one piece to the begin of another, None if of two lines."""
    last, next_ = first.end, second.begin
    if (last.way * next_.way.conjugate()).real < 0:  # one of the two was taken for upside down
        next_ = second.end.backwards()
    pitch = (last.pitch + next_.pitch) / 2
    if abs(np.log(last.pitch / next_.pitch)) > _PITCH_NEAR:
        return None
    if _is_sliver(first, second, pitch):
        return _BACK
    # The chord lies between both tangents where print bends: compared with their mean, a bend costs nothing.
    way = last.way + next_.way
    apart = (next_.point - last.point) * way.conjugate() / abs(way) / pitch
    whole = first.line.curve.length + apart.real + second.line.curve.length
    if not _BACK < apart.real < _GAP or whole > _LONGEST:
        return None
    # A short piece of few cells does not know its direction well.
    turn = abs(cmath.phase(next_.way * last.way.conjugate()))
    if turn > _TURN + CELL / min(first.pixels, second.pixels):
        return None
    off = _OFF + _OFF_EACH * max(apart.real, 0.0) + _OFF_CELLS * CELL / pitch
    return apart.real if abs(apart.imag) < off else None


def _is_sliver(first: _Piece, second: _Piece, pitch: float) -> bool:
    """Whether the second piece lies on the first, a longer one, all along."""
    if second.pixels > first.pixels:
        return False
    # Most pieces lie far apart: that is told by their middles alone, along and across.
    chord = first.end.point - first.begin.point
    apart = (second.begin.point + second.end.point - first.begin.point - first.end.point) / 2
    apart = apart * chord.conjugate() / max(abs(chord), 1e-6)
    if abs(apart.real) > first.pixels / 2 - _BACK * pitch or abs(apart.imag) > _SAG * first.pixels + pitch:
        return False
    near = max(_ON * pitch, _ON * CELL)
    ends = np.array([[end.point.real, end.point.imag] for end in (second.begin, second.end)])
    t = first.line.curve.nearest(ends)
    apart = np.linalg.norm(ends - first.line.curve.at(t), axis=-1)
    return bool((apart < near).all() and (t > _BACK).all() and (t < first.line.curve.length - _BACK).all())


def _line(cells: _Cells) -> Line:
    """Return the curve through the core of one line."""
    way = cells.way
    aside = np.array([-way[1], way[0]])
    u, v = cells.middles @ way, cells.middles @ aside
    half = CELL / 2
    start, end = float(u.min()) - half, float(u.max()) + half
    wide = max(cells.pitch, CELL)
    columns = np.minimum(((u - start) / wide).astype(int), int((end - start) / wide))
    say = np.asarray(np.bincount(columns, cells.say), np.float64)
    used = say > 0
    mean_u, mean_v, mean_size = (
        np.bincount(columns, cells.say * row)[used] / say[used] for row in (u, v, cells.sizes)
    )
    t, length = _counted(mean_u, mean_v, mean_size, say[used], (start, end))
    points = mean_u[:, None] * way + mean_v[:, None] * aside
    curve = fitted(points, t, say[used], length, _MOST_BENT)
    agreed = float(np.average(cells.ways @ way, weights=cells.say))
    return Line(curve, float(cells.say.mean()), max(0.0, min(1.0, agreed)))


def _counted(
    u: Doubles, v: Doubles, sizes: Doubles, say: Doubles, ends: tuple[float, float]
) -> tuple[Doubles, float]:
    """Return how many characters from the begin of the line each place lies, and its length in characters."""
    size = _trend(u, sizes, say)
    bend = np.polyfit(u, v, 2, w=np.sqrt(say)) if len(u) > 4 else np.zeros(3)
    steps = np.linspace(ends[0], ends[1], 4 * len(u) + 2)
    stretch = np.hypot(1.0, np.polyval(np.polyder(bend), steps))
    each = stretch / np.exp(np.polyval(size, steps))
    total = np.concatenate([[0.0], np.cumsum((each[1:] + each[:-1]) / 2 * np.diff(steps))])
    return np.interp(u, steps, total), float(total[-1])


def _trend(u: Doubles, sizes: Doubles, say: Doubles) -> Doubles:
    """Return ln(pitch) along the line: straight where there is enough of it, else one value."""
    middle = np.average(sizes, weights=say)
    near = np.abs(sizes - middle) < 2 * _PITCH_NEAR
    if near.sum() < 8 or np.ptp(u[near]) < 8 * np.exp(middle):
        return np.array([middle])
    return np.polyfit(u[near], sizes[near], 1, w=np.sqrt(say[near]))
