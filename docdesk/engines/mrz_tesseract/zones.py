"""From a band of print to a zone: two or three parallel lines of one fixed pitch and one length."""

from dataclasses import dataclass, replace
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_tesseract.bands import Band
from docdesk.engines.mrz_tesseract.pitch import Grid, fitted_grid, likely_pitches
from docdesk.imaging.details import dark_detail
from docdesk.imaging.grey import Grey
from docdesk.imaging.warping import Matrix, frame_matrix, mapped, sampled, straight

Floats = NDArray[np.float32]

# The size at which lines are fitted: enough for gaps between characters, little enough to be quick.
BLOCK_PITCH = 12.0
# Rows above and below the band's centre, in pitches: the third line of a TD1 is 3.3 away.
BLOCK_REACH = 6.0
# Characters of the longest format, and cells looked at beyond them.
LONGEST, BEYOND = 44, 5
# Residual tilt of a band, tangent: what a band fitted through half a line may be off.
TILT_REACH, TILT_STEP = 0.06, 0.004
# Distance between lines, pitches: 2.5 in TD2, TD3 and visas, 1.67 in TD1 (Doc 9303), with room for
# perspective and for documents that do not follow it.
APART = (1.35, 3.4)
# The ink of a line follows its pitch at least this well; drawn MRZs reach 0.25 to 0.5 at 90 ppi and over,
# proportional text stays below 0.15 over the length of a line (seeds 0 to 99).
LEAST_STEADINESS = 0.14
# Pitches of the lines of one zone differ by less.
PITCH_TOLERANCE = 0.05
# Lines begin at one edge; Doc 9303 allows 1 mm, perspective and drift of the grid add to it.
LEFT_TOLERANCE = 2
# A cell with this part of the line's median ink holds a character; a filler has about half.
BLANK_PART, FULL_PART = 0.15, 0.45
# From this fit on a second guess of the pitch is not tried.
GOOD_FIT = 0.9
# Formats: lines and characters for each.
SHAPES = ((3, 30), (2, 44), (2, 36))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a zone in the pixels of its block: `y = rise * x + top` through the middle of the print.

    `first` is the grid's number of the first cell. `ink` is for each cell from number `low` on, as a part of
    the usual ink.
    """

    top: float
    rise: float
    grid: Grid
    first: int
    low: int
    ink: tuple[float, ...]

    def ink_at(self, cell: int) -> float:
        """Return the ink of a cell, counted from the first of the line; 0 beyond what was looked at."""
        place = self.first - self.low + cell
        return self.ink[place] if 0 <= place < len(self.ink) else 0.0


@dataclass(frozen=True, slots=True)
class Zone:
    """Lines from the top of the block down, and `place`, the 2 x 3 matrix from block to picture pixels.

    `cells` is the number of characters of each line, `pitch` their distance in picture pixels. `fit` ranks
    zones: the part of cells that are as inked or blank as the shape wants, 1 at best.
    """

    place: Matrix
    lines: tuple[Line, ...]
    cells: int
    pitch: float
    fit: float

    def at(self, line: Line, cells: Matrix, heights: Matrix) -> Matrix:
        """Return picture points for cells (0 is the left edge of the first) and heights in pitches."""
        x = line.grid.x_at(cells + line.first - 0.5)
        y = line.top + line.rise * x + heights * BLOCK_PITCH
        return mapped(np.stack([x - line.rise * heights * BLOCK_PITCH, y], axis=-1), self.place)

    def strip(self, grey: Grey, line: Line, pitch: int, height: int, margin: int) -> Floats:
        """Return a line's grey values, straight, `pitch` pixels a cell, `margin` cells on each side."""
        columns = (np.arange((self.cells + 2 * margin) * pitch) + 0.5) / pitch - margin
        rows = (np.arange(height) + 0.5 - height / 2) / pitch
        grid = np.meshgrid(columns, rows)
        return sampled(grey, self.at(line, grid[0], grid[1]), self.pitch / pitch)


def zone_of(grey: Grey, band: Band) -> Zone | None:
    """Return the zone that the band is a line of, None where its surroundings are no MRZ's."""
    best: Zone | None = None
    for pitch in likely_pitches(_profile(grey, band)):
        zone = _zone_at(grey, band, pitch * band.unit)
        if zone is not None and (best is None or zone.fit > best.fit):
            best = zone
        if best is not None and best.fit >= GOOD_FIT:
            break
    return best


def _profile(grey: Grey, band: Band) -> Floats:
    """Return the ink along the band, at the size at which it was found."""
    width, height = int(band.length / band.unit) + 1, 27
    matrix = _centred(band, band.angle, band.unit, width, height)
    block = straight(grey, matrix, width, height)
    return np.asarray(dark_detail(block, 9)[height // 2 - 5 : height // 2 + 6].mean(axis=0), np.float32)


def _centred(band: Band, angle: float, step: float, width: int, height: int) -> Matrix:
    c, s = np.cos(angle) * step, np.sin(angle) * step
    dx, dy = (width - 1) / 2, (height - 1) / 2
    return frame_matrix((band.x - c * dx + s * dy, band.y - s * dx - c * dy), angle, step)


def _zone_at(grey: Grey, band: Band, pitch: float) -> Zone | None:
    across = band.length / pitch
    if across > 1.6 * LONGEST or across < 8:
        return None
    width = int((across + 2 * (max(0.0, LONGEST - across) + BEYOND)) * BLOCK_PITCH)
    height = int(2 * BLOCK_REACH * BLOCK_PITCH)
    span = across * BLOCK_PITCH / 2
    first, last = width / 2 - span, width / 2 + span
    angle, step = band.angle, pitch / BLOCK_PITCH
    place = _centred(band, angle, step, width, height)
    energy = _energy(straight(grey, place, width, height))
    tilt = _tilt(energy[:, max(0, int(first)) : int(last)])
    place = _centred(band, angle + float(np.arctan(tilt)), step, width, height)
    block = straight(grey, place, width, height)
    energy = _energy(block)
    ink = dark_detail(block, 9)
    rows = _rows(energy[:, max(0, int(first)) : int(last)])
    fits = [_line(ink, energy, row, first, last) for row in rows]
    zone = _grouped([line for line in fits if line is not None], place, pitch)
    if zone is None:
        return None
    return replace(zone, lines=tuple(_refitted(ink, energy, line, zone.cells) for line in zone.lines))


def _refitted(ink: Floats, energy: Floats, line: Line, cells: int) -> Line:
    """Return the line fitted over its whole length, where the band may have covered a part only."""
    ends = line.grid.x_at(np.array([line.first - 0.5, line.first + cells - 0.5]))
    left, right = max(0.0, float(ends[0])), min(float(ends[1]), energy.shape[1] - 1.0)
    top, rise = _straightened(energy, line.top, line.rise, 7, left, right)
    grid = fitted_grid(_along(ink, top, rise), BLOCK_PITCH, left, right)
    middle = round(line.first + cells / 2)
    shift = round(float(grid.place(line.grid.x_at(float(middle))))) - middle
    spread = abs(grid.b + grid.c * (left + right) - line.grid.b - line.grid.c * (left + right)) * cells
    if spread > 2 or grid.steadiness < line.grid.steadiness / 2:
        return line
    return replace(line, top=top, rise=rise, grid=grid, first=line.first + shift, low=line.low + shift)


def _energy(block: Grey) -> Floats:
    detail = dark_detail(block, 9)
    return np.abs(np.asarray(cv2.Sobel(detail, cv2.CV_32F, 1, 0, ksize=3), np.float32))


def _tilt(energy: Floats) -> float:
    """Return the tangent by which the rows of print still rise or fall."""
    chunk = int(2 * BLOCK_PITCH)
    count = max(1, energy.shape[1] // chunk)
    parts = np.stack([part.sum(axis=1) for part in np.array_split(energy, count, axis=1)])
    centres = (np.arange(count) - (count - 1) / 2) * (energy.shape[1] / count)
    best, best_spread = 0.0, -1.0
    for tilt in np.arange(-TILT_REACH, TILT_REACH + TILT_STEP / 2, TILT_STEP):
        profile = np.zeros(energy.shape[0])
        for part, centre in zip(parts, centres, strict=True):
            profile += np.interp(np.arange(energy.shape[0]) + tilt * centre, np.arange(energy.shape[0]), part)
        spread = float(np.var(profile))
        if spread > best_spread:
            best, best_spread = float(tilt), spread
    return best


def _rows(energy: Floats) -> list[float]:
    """Return the rows, in pixels, that stand out as lines of print, from the top."""
    profile = np.convolve(energy.mean(axis=1), np.ones(9) / 9, mode="same")
    reach = int(0.85 * BLOCK_PITCH)
    rows: list[float] = []
    for y in range(reach, profile.size - reach):
        beside = (profile[y - reach], profile[y + reach])
        near = profile[max(0, y - 7) : y + 8]
        if profile[y] >= near.max() and profile[y] > 1.25 * min(beside) and profile[y] > 1.05 * max(beside):
            rows.append(float(y))
    least = 0.25 * max((profile[int(y)] for y in rows), default=0.0)
    return [y for y in rows if profile[int(y)] >= least]


def _line(ink: Floats, energy: Floats, row: float, first: float, last: float) -> Line | None:
    """Return the line of print at this row with a grid as wide as the block, None where it has no pitch."""
    top, rise = row, 0.0
    for reach in (8, 7):
        top, rise = _straightened(energy, top, rise, reach, first, last)
    profile = _along(ink, top, rise)
    grid = fitted_grid(profile, BLOCK_PITCH, first, last)
    if grid.steadiness < LEAST_STEADINESS or abs(grid.b * BLOCK_PITCH - 1) > 0.15:
        return None
    low, high = int(np.ceil(grid.place(2.0))), int(np.floor(grid.place(profile.size - 3.0)))
    if high - low < 30:
        return None
    centres = grid.x_at(np.arange(low, high + 1).astype(np.float64))
    sums = np.concatenate([[0], np.cumsum(profile)])
    half = 0.36 * BLOCK_PITCH
    x = np.arange(sums.size)
    values = (np.interp(centres + 0.5 + half, x, sums) - np.interp(centres + 0.5 - half, x, sums)) / (
        2 * half
    )
    inside = (centres > first) & (centres < last)
    usual = float(np.median(values[inside])) if inside.any() else 0.0
    if usual <= 0:
        return None
    return Line(top, rise, grid, low, low, tuple(float(v) for v in values / usual))


def _straightened(
    energy: Floats, top: float, rise: float, reach: int, first: float, last: float
) -> tuple[float, float]:
    """Return the straight line through the middle of the print near a straight line."""
    chunk = int(3 * BLOCK_PITCH)
    xs, ys, weights = [], [], []
    for left in range(max(0, int(first)), int(min(last, energy.shape[1] - 1)) - chunk // 2, chunk):
        middle = left + chunk / 2
        y0 = top + rise * middle
        low, high = max(0, round(y0) - reach), min(energy.shape[0], round(y0) + reach + 1)
        part = energy[low:high, left : left + chunk].sum(axis=1)
        part = part - part.min() if part.size else part
        if part.size < 3 or part.sum() <= 0:
            continue
        xs.append(middle)
        ys.append(float((part * np.arange(low, high)).sum() / (part.sum() + 1e-6)))
        weights.append(float(np.sqrt(part.sum())))
    if len(xs) < 3:
        return top, rise
    slope, offset = np.polyfit(xs, ys, 1, w=weights)
    return float(offset), float(slope)


def _along(ink: Floats, top: float, rise: float) -> Floats:
    """Return the ink of each column within half a pitch of the line."""
    half = 7
    x = np.arange(ink.shape[1], dtype=np.float32)
    rows = np.arange(-half, half + 1, dtype=np.float32)[:, None] + (top + rise * x)[None]
    columns = np.broadcast_to(x, rows.shape)
    taken = cv2.remap(ink, np.ascontiguousarray(columns), rows.astype(np.float32), cv2.INTER_LINEAR)
    return np.asarray(np.asarray(taken, np.float32).mean(axis=0), np.float32)


def _grouped(lines: list[Line], place: Matrix, pitch: float) -> Zone | None:
    """Return the best group of two or three lines, None where none looks like an MRZ."""
    best: Zone | None = None
    for count, length in SHAPES:
        for start in range(len(lines) - count + 1):
            group = lines[start : start + count]
            if not _alike(group):
                continue
            zone = _filled(group, length, place, pitch)
            if zone is not None and (best is None or zone.fit > best.fit):
                best = zone
    return best


def _alike(group: list[Line]) -> bool:
    """Return whether lines stand apart as lines of one MRZ do and have one pitch."""
    middle = float(np.mean([line.grid.x_at(line.first + len(line.ink) / 2) for line in group]))
    heights = [line.top + line.rise * middle for line in group]
    gaps = [(low - high) / BLOCK_PITCH for high, low in pairwise(heights)]
    if not all(APART[0] <= gap <= APART[1] for gap in gaps) or max(gaps) > 1.25 * min(gaps):
        return False
    pitches = [line.grid.b + 2 * line.grid.c * middle for line in group]
    return max(pitches) / min(pitches) < 1 + PITCH_TOLERANCE


def _filled(group: list[Line], length: int, place: Matrix, pitch: float) -> Zone | None:
    """Return the zone whose lines begin where the most cells are inked within and blank without."""
    fullness = [np.clip((np.array(line.ink) - BLANK_PART) / (FULL_PART - BLANK_PART), 0, 1) for line in group]
    left = group[0].grid.x_at(float(group[0].first))
    best, best_fit = None, -9.0
    for start in range(-2, len(group[0].ink) - length + 3):
        x = float(left) + start / group[0].grid.b
        firsts, total = [], 0.0
        for line, full in zip(group, fullness, strict=True):
            guess = round(float(line.grid.place(x))) - line.first
            scores = {
                f: _agreement(full, f, length) - 0.001 * abs(f - guess)
                for f in range(guess - 1, guess + LEFT_TOLERANCE)
            }
            first = max(scores, key=lambda f: scores[f])
            firsts.append(first)
            total += scores[first] / len(group)
        if total > best_fit:
            best, best_fit = firsts, total
    if best is None or best_fit < 0.5:
        return None
    chosen = tuple(replace(line, first=line.low + first) for line, first in zip(group, best, strict=True))
    return Zone(place, chosen, length, pitch, best_fit)


def _agreement(full: NDArray[np.float64], first: int, length: int) -> float:
    """Return how inked the cells of a line are and how blank the two beside it, 1 at best."""
    if first < 0 or first + length > full.size:
        return -1.0
    within = 2 * full[first : first + length] - 1
    beside = np.concatenate([full[max(0, first - 2) : first], full[first + length : first + length + 2]])
    return float(within.sum() - (2 * beside - 1).sum() + 4 - beside.size) / (length + 4)
