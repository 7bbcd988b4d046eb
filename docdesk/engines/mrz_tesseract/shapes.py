"""The second witness: how much each cell looks like each character of the installed OCR-B font.

Debian's `fonts-ocr-b` is looked for at run time. Without it only the filler, two strokes, can be told.
"""

import os
import sys
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Floats = NDArray[np.float32]

ALPHABET = "<0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Size of a cell: a height that holds the tallest character and some slack, less than the lines of a TD1
# are apart.
PITCH, HEIGHT = 24, 40
# The part of a cell that is compared: neighbours and other lines stay outside.
WIDE, HIGH = 22, 32
# How far a character may lie from the middle of its cell, pixels of the cell.
REACH_X, REACH_Y = 4, 4
# Advance of a character of the font in units of its size, measured on fonts-ocr-b 0.3.
ADVANCE = 0.7229
# Renderings tried: blur (sigma, pixels of the cell), extra stroke (pixels), height to width.
BLURS = (0.8, 1.6, 2.6, 4.0)
STROKES = (0.0, 1.6)
STRETCHES = (0.92, 1.0, 1.08)
# One in so many cells is enough to choose the look.
LOOKED_AT = 3
# Stretches tried once the look is chosen, and shapes that a stretch turns into one another.
FINE_STRETCHES = (0.92, 0.945, 0.97, 1.0, 1.03, 1.055, 1.08)
EITHER = "0O"
PLACES = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


@dataclass(frozen=True, slots=True)
class Look:
    """One manner of rendering: blur and extra stroke in pixels of a cell, stretch of the height."""

    blur: float
    stroke: float
    stretch: float


LOOKS = tuple(Look(blur, stroke, stretch) for blur in BLURS for stroke in STROKES for stretch in STRETCHES)
QUICK = Look(1.8, 0.4, 1.0)
"""Suits most captures well enough to tell OCR-B from what is none."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much each cell of a line looks like each character: correlation in [-1, 1], cells x characters.

    `alphabet` names the characters of the columns.
    """

    scores: Floats
    alphabet: str
    look: Look

    @property
    def best(self) -> Floats:
        """Return each cell's best correlation."""
        return np.asarray(self.scores.max(axis=1), np.float32)


@lru_cache(maxsize=1)
def font_path() -> Path | None:
    """Return the OCR-B font file on this computer, None where there is none."""
    places = [Path(place).expanduser() for place in PLACES]
    if sys.platform == "win32":
        places = [Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"]
    for place in places:
        for name in ("OCRB.otf", "OCRB.ttf"):
            found = sorted(place.rglob(name)) if place.is_dir() else []
            if found:
                return found[0]
    return None


def knows_all() -> bool:
    """Return whether the font is there, so that every character can be told."""
    return font_path() is not None


def forget() -> None:
    """Look for the font anew, after it was installed or removed."""
    for remembered in (font_path, _alphabet, _templates):
        if hasattr(remembered, "cache_clear"):
            remembered.cache_clear()


def likenesses(strips: list[Floats], cells: int) -> list[Likeness]:
    """Return how the cells of each line look like characters, in the one look that suits all lines best.

    Args:
        strips: for each line `HEIGHT` rows and `(cells + 2) * PITCH` columns: one cell to spare on each side.
        cells: characters per line.
    """
    planes = [_patches(strip, cells, 2)[::LOOKED_AT] for strip in strips]
    marks = {
        look: float(np.mean([_scores(p, look).max(axis=(1, 2)).mean() for p in planes])) for look in LOOKS
    }
    look = max(marks, key=lambda one: marks[one])
    looks = _stretched(strips, cells, look)
    return [_settled(strip, cells, own) for strip, own in zip(strips, looks, strict=True)]


def cell_likeness(strip: Floats, cells: int) -> Floats:
    """Return each cell's best correlation with any character, in a middling look."""
    return np.asarray(_scores(_patches(strip, cells, 2), QUICK).max(axis=(1, 2)), np.float32)


def quick_likeness(strips: list[Floats], cells: int) -> float:
    """Return how much the lines look like OCR-B this way up, in [0, 1]: the mean of the best correlations.

    Without the font it is told by how many fillers point the right way.
    """
    planes = [_patches(strip, cells, 2) for strip in strips]
    if knows_all():
        return float(np.mean([_scores(plane[::2], QUICK).max(axis=(1, 2)).mean() for plane in planes]))
    scores = np.concatenate([_scores(plane, QUICK).max(axis=1) for plane in planes])
    pointing = (scores[:, 0] > 0.7) & (scores[:, 0] > scores[:, 1] + 0.1)
    return float(min(1.0, 0.5 + 0.04 * pointing.sum()))


def _stretched(strips: list[Floats], cells: int, look: Look) -> list[Look]:
    """Return the look of each line with the stretch that suits it among those near the whole zone's.

    A zero is told from the letter O by a fifteenth of its height, which a page that leans away takes off. A
    line of letters alone must not choose freely: some printers' capitals are lower than the font's.
    """
    marks = np.array([[_mark(strip, cells, look, step) for step in FINE_STRETCHES] for strip in strips])
    common = int(marks.mean(axis=0).argmax())
    low, high = max(0, common - 1), common + 2
    own = low + marks[:, low:high].argmax(axis=1)
    return [replace(look, stretch=look.stretch * FINE_STRETCHES[int(step)]) for step in own]


def _mark(strip: Floats, cells: int, look: Look, step: float) -> float:
    """Return how well a line fits with another stretch; what may be zero or O has no voice in this."""
    other = replace(look, stretch=look.stretch * step)
    scores = _scores(_patches(strip, cells, 2), other).max(axis=1)
    letters = np.array(list(_alphabet()))[scores.argmax(axis=1)]
    voices = ~np.isin(letters, list(EITHER))
    return float(scores.max(axis=1)[voices].mean()) if voices.any() else -1.0


def _settled(strip: Floats, cells: int, look: Look) -> Likeness:
    """Score once at every offset, then again near the offsets that the line as a whole has."""
    scores = _scores(_patches(strip, cells, 1), look)
    best = scores.max(axis=2)
    offsets = _offsets(1)
    peak = offsets[best.argmax(axis=1)]
    weight = np.maximum(best.max(axis=1), 0) ** 4 + 1e-6
    place = np.arange(cells)
    near = np.zeros((cells, len(offsets)), bool)
    wanted = []
    for axis, slack in ((0, 1.5), (1, 1.5)):
        fit = _robust_line(place, peak[:, axis].astype(float), weight)
        wanted.append((fit, slack))
    for index, (dy, dx) in enumerate(offsets):
        near[:, index] = (np.abs(dy - wanted[0][0]) <= wanted[0][1]) & (
            np.abs(dx - wanted[1][0]) <= wanted[1][1]
        )
    kept = np.where(near[..., None], scores, -1.0).max(axis=1)
    return Likeness(np.asarray(kept, np.float32), _alphabet(), look)


def _robust_line(
    x: NDArray[np.int64], y: NDArray[np.float64], weight: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the values of a straight line through y, outliers left out after the first of three fits."""
    fit = np.full(x.size, float(np.median(y)))
    for _ in range(2):
        use = weight * (np.abs(y - fit) <= 2)
        if (use > 0).sum() < 4:
            return fit
        slope, offset = np.polyfit(x, y, 1, w=np.sqrt(use))
        fit = offset + slope * x
    return fit


@lru_cache(maxsize=1)
def _alphabet() -> str:
    return ALPHABET if font_path() is not None else "<>"


def _offsets(step: int) -> NDArray[np.int64]:
    dy, dx = np.mgrid[-REACH_Y : REACH_Y + 1 : step, -REACH_X : REACH_X + 1 : step]
    return np.stack([dy.ravel(), dx.ravel()], axis=1)


def _patches(strip: Floats, cells: int, step: int) -> Floats:
    """Return cells x offsets x pixels, each patch of mean 0 and length 1."""
    top, left = (HEIGHT - HIGH) // 2, PITCH + (PITCH - WIDE) // 2
    views = np.lib.stride_tricks.sliding_window_view(strip, (HIGH, WIDE))
    starts = left + PITCH * np.arange(cells)
    rows = [views[top + dy, starts + dx] for dy, dx in _offsets(step)]
    patches = -np.stack(rows, axis=1).reshape(cells, -1, HIGH * WIDE)
    patches = patches - patches.mean(axis=2, keepdims=True)
    return np.asarray(patches / (np.linalg.norm(patches, axis=2, keepdims=True) + 1e-3), np.float32)


def _scores(patches: Floats, look: Look) -> Floats:
    """Return cells x offsets x characters: correlations with every character in this look."""
    return np.asarray(patches @ _templates(look).T, np.float32)


@lru_cache(maxsize=256)
def _templates(look: Look) -> Floats:
    """Return characters x pixels, each of mean 0 and length 1."""
    face = font_path()
    found = []
    for letter in _alphabet():
        plane = _drawn(letter, face, look) if face is not None else _chevron(letter, look)
        plane = np.asarray(cv2.GaussianBlur(plane, (0, 0), look.blur), np.float32)
        top, left = (plane.shape[0] - HIGH) // 2, (plane.shape[1] - WIDE) // 2
        part = plane[top : top + HIGH, left : left + WIDE].ravel()
        part = part - part.mean()
        found.append(part / (np.linalg.norm(part) + 1e-6))
    return np.asarray(found, np.float32)


def _drawn(letter: str, face: Path, look: Look) -> Floats:
    """Return the character, ink 1 on 0, in the middle of a plane of three cells."""
    fine = 4
    wide, high = 3 * PITCH * fine, 2 * HEIGHT * fine
    font = ImageFont.truetype(str(face), PITCH * fine / ADVANCE)
    plane = Image.new("L", (wide, high))
    stroke = round(look.stroke * fine / 2)
    ascent, descent = font.getbbox("0")[1], font.getbbox("0")[3]
    top = high / 2 - (ascent + descent) / 2
    left = (wide - font.getlength(letter)) / 2
    ImageDraw.Draw(plane).text((left, top), letter, fill=255, font=font, stroke_width=stroke)
    tall = round(2 * HEIGHT * look.stretch)
    small = cv2.resize(np.asarray(plane, np.float32) / 255, (3 * PITCH, tall), interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.float32)


def _chevron(letter: str, look: Look) -> Floats:
    """Return a filler or its mirror image, drawn as two strokes in the proportions of Doc 9303's sample."""
    plane = np.zeros((2 * HEIGHT, 3 * PITCH), np.float32)
    middle, side = plane.shape[0] / 2 + 1, 1 if letter == "<" else -1
    point = (round(plane.shape[1] / 2 - 7 * side), round(middle))
    for end in (-8, 8):
        tip = (round(plane.shape[1] / 2 + 7 * side), round(middle + end * look.stretch))
        cv2.line(plane, point, tip, 1.0, 2 + round(look.stroke))
    return plane
