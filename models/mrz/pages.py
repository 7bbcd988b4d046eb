"""Pages with and without MRZs, drawn flat."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from models.mrz.backgrounds import paper
from models.mrz.blocks import Block, Line, flat_block
from models.mrz.clutter import Stock, clutter
from models.mrz.settings import Settings

Floats = NDArray[np.float32]
Points = NDArray[np.float64]

ZONES: Final = (0.26, 0.56, 0.13, 0.05)
"""Shares of pages with no, one, two and three MRZs: what is no MRZ is also on those that have one."""

PAGE_PITCH: Final = (9.0, 40.0)
"""Pitch in which pages are drawn; views are at most a little finer."""

LARGEST_PAGE: Final = (1100, 1500)
"""Rows and columns: a page of larger print is drawn in part."""


@dataclass(frozen=True, slots=True, eq=False)
class Printed:
    """A line on a page: points between its characters and at its ends, and from its middle to its foot.

    `between` is (count + 1) x 2 in pixels of the page, in the direction of reading; `foot` a vector, half
    of a capital long.
    """

    between: Points
    foot: Points


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A page in grey (0 to 255), its lines of MRZs, and the pitch of these or of one that would fit."""

    picture: Floats
    lines: tuple[Printed, ...]
    pitch: float


def random_page(rng: np.random.Generator, settings: Settings, kit: Stock) -> Page:
    """Return a page with clutter and none to three MRZs."""
    pitch = float(np.exp(rng.uniform(*np.log(PAGE_PITCH))))
    shape = (
        int(min(LARGEST_PAGE[0], pitch * rng.uniform(14, 45))),
        int(min(LARGEST_PAGE[1], pitch * rng.uniform(26, 62))),
    )
    picture = paper(rng, shape, pitch)
    clutter(picture, rng, pitch, kit, int(rng.integers(4, 26)))
    lines: list[Printed] = []
    taken = np.zeros(shape, bool)
    for number in range(int(rng.choice(len(ZONES), p=ZONES))):
        size = pitch if number == 0 else pitch * float(np.exp(rng.normal(0, 0.25)))
        lines += _placed(picture, taken, flat_block(rng, settings, size), size, rng)
    if rng.random() < 0.15:
        _across(picture, pitch, rng)
    return Page(np.clip(picture, 0, 255, out=picture), tuple(lines), pitch)


def _placed(
    picture: Floats, taken: NDArray[np.bool_], block: Block, pitch: float, rng: np.random.Generator
) -> list[Printed]:
    """Lay a block on the page where there is room, and return its lines; none where there is no room."""
    turns = int(rng.choice(4, p=(0.76, 0.07, 0.1, 0.07)))
    stuff = np.rot90(block.picture, turns)
    tall, wide = stuff.shape
    rows, columns = picture.shape
    for _ in range(4):
        if wide <= columns:
            left = int(rng.uniform(0, columns - wide + 1))
        else:  # the page is drawn in part: either end of the line, or its middle
            left = int(rng.uniform(columns - wide, 0))
        low = rows - tall - int(pitch * rng.uniform(0, 3))
        top = low if rng.random() < 0.5 else int(rng.uniform(min(0, rows - tall), max(1, rows - tall)))
        box = np.s_[max(0, top) : max(0, top + tall), max(0, left) : max(0, left + wide)]
        if taken[box].size and not taken[box].any():
            break
    else:
        return []
    taken[box] = True
    part = picture[box]
    cut = np.s_[max(0, -top) :, max(0, -left) :]
    stuff = stuff[cut][: part.shape[0], : part.shape[1]].copy()
    if rng.random() < 0.7:  # else the MRZ stands on a strip of another tone
        stuff += (np.median(part) - np.median(stuff)) * rng.uniform(0.4, 1)
    wideness = pitch * rng.uniform(0.05, 1)
    edge = np.minimum.outer(_ramp(tall, wideness), _ramp(wide, wideness))[cut]
    part += (stuff - part) * edge[: part.shape[0], : part.shape[1]]
    lines = [_printed(line, block.picture.shape, turns, (left, top)) for line in block.lines]
    return [whole for line in lines if (whole := on_page(line, picture.shape)) is not None]


def _printed(line: Line, shape: tuple[int, ...], turns: int, corner: tuple[int, int]) -> Printed:
    """Return where a line of a block comes to lie on the page that the turned block is laid on."""
    x = line.x
    inner = (x[1:] + x[:-1]) / 2
    along = np.concatenate([[x[0] - line.pitch / 2], inner, [x[-1] + line.pitch / 2]])
    between = np.stack([along, np.full(along.shape, line.y)], axis=1)
    foot = np.array([0.0, line.capital / 2])
    high, wide = shape[:2]
    for _ in range(turns):  # as numpy.rot90 does: counter-clockwise
        between = np.stack([between[:, 1], wide - 1 - between[:, 0]], axis=1)
        foot = np.array([foot[1], -foot[0]])
        high, wide = wide, high
    return Printed(between + np.array(corner), foot)


def on_page(line: Printed, shape: tuple[int, ...]) -> Printed | None:
    """Return the part of a line that lies on the page, None if none does."""
    centres = (line.between[1:] + line.between[:-1]) / 2
    on = np.flatnonzero((centres >= 0).all(axis=1) & (centres[:, 0] < shape[1]) & (centres[:, 1] < shape[0]))
    return Printed(line.between[on[0] : on[-1] + 2], line.foot) if on.size else None


def _ramp(length: int, width: float) -> Floats:
    at = np.arange(length, dtype=np.float32)
    return np.clip(np.minimum(at, length - 1 - at) / np.float32(max(width, 1.0)), 0, 1)


def _across(picture: Floats, pitch: float, rng: np.random.Generator) -> None:
    """Lay a crease or a rule over all of a page."""
    rows, columns = picture.shape
    tone, thick = float(rng.uniform(0, 255)), max(1, round(pitch * rng.uniform(0.04, 0.4)))
    ends = rng.uniform(0, 1, (2, 2)) * (columns, rows)
    along = int(rng.integers(2))
    ends[:, along] = (-20, picture.shape[1 - along] + 20)
    cv2.line(picture, tuple(ends[0].astype(int)), tuple(ends[1].astype(int)), tone, thick, cv2.LINE_AA)
