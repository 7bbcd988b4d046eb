"""Portraits of nobody: a head modelled as a height field, lit from the left, then cut into engraved lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from drawing.sheet import PIXELS_PER_MM, Colour, Mask, Plane

WIDTH, HEIGHT = 35.0, 45.0
"""The largest portrait of Doc 9303-4, in mm; the drawing is laid out in it from the top-left corner."""
MIDDLE = WIDTH / 2
LIGHT = np.array([-0.36, -0.42, 0.83])
BROW = ((1.9, 18.7), (3.4, 18.2), (5.4, 18.1), (7.7, 19.4), (5.5, 18.75), (3.5, 19.0), (2.0, 19.5))
ENGRAVED_LINE = 0.36
"""mm from one engraved line to the next: wide enough to survive 300 pixels per inch."""

Points = Sequence[tuple[float, float]]
FloatField = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Looks:
    """What tells one drawn head from another."""

    skin: Colour
    hair: Colour
    cloth: Colour
    style: Literal["long", "short", "tied"]
    jaw: float = 1.0
    eyes: Colour = (0.33, 0.40, 0.45)
    beard: bool = False
    glasses: bool = False
    seed: int = 1


@lru_cache
def draw_portrait(looks: Looks) -> Plane:
    """The portrait as RGB between 0 and 1, at the scale of a sheet."""
    drawing = _Drawing(looks)
    drawing.background()
    drawing.hair_behind()
    drawing.bust()
    drawing.head()
    drawing.features()
    if looks.beard:
        drawing.beard()
    drawing.hair_in_front()
    if looks.glasses:
        drawing.glasses()
    return _engrave(np.clip(drawing.picture, 0, 1).astype(np.float32))


class _Drawing:
    def __init__(self, looks: Looks) -> None:
        self.looks = looks
        self.rows, self.columns = round(HEIGHT * PIXELS_PER_MM), round(WIDTH * PIXELS_PER_MM)
        y, x = np.mgrid[0 : self.rows, 0 : self.columns]
        self.x: FloatField = (x + 0.5) / PIXELS_PER_MM - MIDDLE
        self.y: FloatField = (y + 0.5) / PIXELS_PER_MM
        self.picture: FloatField = np.empty((self.rows, self.columns, 3))
        self.strands = _strands(self.x, self.y, looks)

    def background(self) -> None:
        light = 0.93 - 0.05 * self.y / HEIGHT + 0.02 * self.x / MIDDLE
        self.picture[:] = light[:, :, None] * np.array([0.97, 0.99, 1.0])

    def hair_behind(self) -> None:
        if self.looks.style == "long":
            half = [
                (0, 3.9),
                (5.5, 4.6),
                (10, 8.2),
                (12.3, 14),
                (12.9, 21),
                (13.1, 29),
                (13.6, 35),
                (12.2, 41.5),
                (6, 43),
            ]
            self._hair(_both_sides(half), 0.62)
        if self.looks.style == "tied":
            self._hair([(-3.9, 5), (-4.3, 2.6), (-2, 0.9), (2, 0.9), (4.3, 2.6), (3.9, 5), (0, 6.5)], 0.85)

    def bust(self) -> None:
        looks = self.looks
        neck = [(5.6, 29), (5.4, 36), (6.3, 39), (9, 42), (9, 46)]
        shade = 0.80 - 0.10 * np.abs(self.x) / 6 - 0.05 * (self.x > 0) * self.x / 6
        under_chin = np.exp(-(((self.y - 36.6) / 2.6) ** 2) - (self.x / 7.5) ** 2)
        self._paint(
            self._shape(_both_sides(neck, closed_top=True), 0.4), looks.skin, shade - 0.26 * under_chin
        )
        shoulders = [(5.9, 39.2), (8.5, 40.4), (12.5, 41.6), (15.6, 43.2), (17.6, 46.5), (17.6, 48)]
        cloth = self._shape(
            [*[(-a, b) for a, b in shoulders[::-1]], (-3, 44.0), (0, 46.2), (3, 44.0), *shoulders], 0.25
        )
        folds = (
            0.86
            + 0.10 * np.sin(self.x * 0.55 + 1.3) * np.exp(-((self.y - 44) ** 2) / 12)
            - 0.012 * (self.x + 4)
        )
        self._paint(cloth, looks.cloth, folds)
        for side in (-1, 1):
            collar = [
                (side * 5.6, 38.6),
                (side * 8.2, 40.4),
                (side * 6.4, 44.4),
                (side * 3.0, 45.6),
                (side * 5.0, 42),
            ]
            self._paint(self._shape(collar, 0.12), looks.cloth, 1.16 - 0.05 * side + 0 * self.x)

    def head(self) -> None:
        skin, jaw = self.looks.skin, self.looks.jaw
        for side in (-1, 1):
            ear = self._ellipse(side * 10.55, 23.4, 1.5, 2.9, side * 8)
            self._paint(
                ear, skin, 0.80 - 0.05 * side - 0.16 * np.exp(-(((np.abs(self.x) - 10.6) / 0.5) ** 2))
            )
        half = [(0, 5.4), (6.2, 6.6), (9.2, 10.4), (10.4, 15.5), (10.5, 20.5), (10.0, 25.5),
                (8.9 * jaw, 29.8), (6.9 * jaw, 33.8), (4.2 * jaw, 36.9), (0, 38.1)]  # fmt: skip
        self.face = self._shape(_both_sides(half), 0.22)
        self._paint(self.face, skin, self._relief())

    def features(self) -> None:
        hair = np.array(self.looks.hair)
        for side in (-1, 1):
            self._eye(side)
            brow = [(side * across, down) for across, down in BROW]
            self._paint(0.85 * self._shape(brow, 0.16), tuple(hair * 0.62), 1 + 0.25 * self.strands)
            self._paint(
                0.75 * self._ellipse(side * 1.12, 29.35, 0.62, 0.27, -side * 14, 0.16), (0.22, 0.12, 0.10)
            )
            wing = [(side * 2.15, 27.9), (side * 2.55, 28.8), (side * 2.2, 29.5)]
            self._line(wing, 0.16, (0.35, 0.22, 0.17), 0.45)
        rose = tuple(np.array(self.looks.skin) * (0.80, 0.58, 0.56))
        upper = [(-3.5, 32.75), (-1.7, 31.95), (-0.6, 31.65), (0, 31.85), (0.6, 31.65), (1.7, 31.95),
                 (3.5, 32.75), (1.6, 32.75), (0, 32.9), (-1.6, 32.75)]  # fmt: skip
        lower = [
            (-3.3, 32.8),
            (-1.6, 32.8),
            (0, 32.95),
            (1.6, 32.8),
            (3.3, 32.8),
            (1.9, 33.95),
            (0, 34.35),
            (-1.9, 33.95),
        ]
        self._paint(0.85 * self._shape(upper, 0.12), rose, 0.86 + 0 * self.x)
        shine = 1.0 + 0.20 * np.exp(-(((self.y - 33.5) / 0.32) ** 2) - ((self.x + 0.4) / 1.5) ** 2)
        self._paint(0.80 * self._shape(lower, 0.14), rose, shine)
        self._line(
            [(-3.6, 32.65), (-1.7, 32.72), (0, 32.92), (1.7, 32.72), (3.6, 32.65)],
            0.20,
            (0.30, 0.13, 0.12),
            0.8,
        )

    def beard(self) -> None:
        cheek = 20.5 + 9.9 * np.exp(-((self.x / 8.4) ** 8))
        grown = self.face * _step((self.y - cheek) / 1.3)
        mouth = np.exp(-((self.x / 3.7) ** 4) - ((self.y - 33.05) / 1.15) ** 4)
        self._paint(0.86 * grown * (1 - mouth), self.looks.hair, 0.85 + 0.5 * self.strands)

    def hair_in_front(self) -> None:
        style = self.looks.style
        if style == "long":
            outer = [
                (2.6, 4.0),
                (-4.5, 4.0),
                (-9.6, 7.4),
                (-12.3, 14),
                (-12.9, 22),
                (-13.2, 30),
                (-13.8, 36),
                (-12, 42),
            ]
            inner = [
                (-9.2, 42.5),
                (-9.4, 37),
                (-9.7, 30),
                (-10.0, 24),
                (-9.4, 18.5),
                (-6.6, 13),
                (-1.0, 9.6),
                (2.2, 8.0),
            ]
            self._hair([*outer, *inner], 1.0)
            outer = [
                (1.6, 4.0),
                (6.0, 4.4),
                (10.4, 8.4),
                (12.5, 15),
                (13, 22),
                (13.3, 30),
                (13.8, 36),
                (12, 42),
            ]
            inner = [
                (9.6, 42.5),
                (9.5, 37),
                (9.7, 30),
                (10.1, 24),
                (9.9, 19),
                (8.6, 14),
                (5.4, 10.4),
                (2.0, 8.0),
            ]
            self._hair([*outer, *inner], 0.94)
        else:
            temple = 20.5 if style == "short" else 19.0
            outer = [(-10.9, temple + 2), (-11.3, 15), (-9.9, 9), (-6, 5.2), (0, 3.8), (6, 5.2), (9.9, 9),
                     (11.3, 15), (10.9, temple + 2)]  # fmt: skip
            fringe = [(9.9, temple), (9.3, 15), (7.4, 11.6), (4.2, 9.7), (-0.5, 10.4), (-4.8, 11.6),
                      (-8.4, 12.6), (-9.5, 15.5), (-9.9, temple)]  # fmt: skip
            swept = [(9.9, temple), (9.5, 14.6), (7.2, 10.9), (3.2, 9.0), (0, 8.6), (-3.2, 9.0), (-7.2, 10.9),
                     (-9.5, 14.6), (-9.9, temple)]  # fmt: skip
            self._hair([*outer, *(fringe if style == "short" else swept)], 1.0)

    def glasses(self) -> None:
        dark = (0.13, 0.13, 0.16)
        angle = np.linspace(0, 2 * np.pi, 60)
        for side in (-1, 1):
            x = side * 4.75 + 3.75 * np.sign(np.cos(angle)) * np.abs(np.cos(angle)) ** 0.6
            y = 22.1 + 2.65 * np.sign(np.sin(angle)) * np.abs(np.sin(angle)) ** 0.7
            self._line(list(zip(x, y, strict=True)), 0.36, dark, 0.95, smooth=False)
            self._line([(side * 8.5, 21.2), (side * 10.6, 21.7)], 0.36, dark, 0.95, smooth=False)
        self._line([(-1.1, 21.5), (0, 21.0), (1.1, 21.5)], 0.36, dark, 0.95)

    def _relief(self) -> FloatField:
        """Light on the face: a dome with nose, sockets, cheekbones, lips and chin raised on it."""
        x, y = self.x, self.y

        def bump(cx: float, cy: float, sx: float, sy: float) -> FloatField:
            out: FloatField = np.exp(-(((x - cx) / sx) ** 2) - ((y - cy) / sy) ** 2)
            return out

        height = 10.5 * np.sqrt(np.clip(1 - (x / 12.2) ** 2 - ((y - 21.8) / 18.5) ** 2, 0.02, None))
        bridge = np.clip((y - 19.5) / 8.5, 0, 1) * _step((29.9 - y) / 0.9)
        height += (0.4 + 2.1 * bridge) * np.exp(-((x / (1.15 + 0.55 * bridge)) ** 2)) * _step((y - 18.5) / 3)
        height += (
            0.9 * bump(0, 28.2, 1.7, 1.4) + 0.8 * bump(0, 36.0, 2.4, 1.5) - 0.25 * bump(0, 30.7, 0.5, 0.8)
        )
        height += (
            0.42 * bump(0, 32.0, 3.0, 0.55) + 0.62 * bump(0, 33.6, 2.4, 0.75) - 0.5 * bump(0, 34.9, 2.2, 0.6)
        )
        for side in (-1, 1):
            height += 0.55 * bump(side * 1.9, 28.7, 0.75, 0.8) - 1.25 * bump(side * 4.6, 21.4, 2.7, 1.7)
            height += 0.55 * bump(side * 4.9, 18.9, 3.2, 1.0) + 0.7 * bump(side * 6.4, 26.2, 2.8, 2.2)
            height += 0.28 * bump(side * 4.6, 21.9, 1.9, 0.9)
        height = np.asarray(cv2.GaussianBlur(height, (0, 0), 4.0), np.float64)
        down, across = np.gradient(height, 1 / PIXELS_PER_MM)
        length = np.sqrt(down**2 + across**2 + 1)
        facing = (-across * LIGHT[0] - down * LIGHT[1] + LIGHT[2]) / length
        light: FloatField = 0.60 + 0.46 * np.clip(facing, 0, 1) + 0.06 * np.clip(facing, 0, 1) ** 12
        return light

    def _eye(self, side: int) -> None:
        centre, level = side * 4.6, 21.75
        t = np.linspace(-1, 1, 25)
        tilt = -0.18 * side * t
        upper = np.column_stack((centre + 2.2 * t, level + tilt - 1.18 * (1 - t**2) ** 0.85))
        lower = np.column_stack((centre + 2.2 * t, level + tilt + 0.72 * (1 - t**2)))
        almond = self._polygon(np.vstack((upper, lower[::-1])), 0.07)
        shadow = (
            1 - 0.30 * np.exp(-(((self.y - level + 1.0) / 0.6) ** 2)) - 0.10 * np.abs(self.x - centre) / 2.2
        )
        self._paint(almond, (0.93, 0.91, 0.89), shadow)
        iris = almond * self._ellipse(centre, level - 0.18, 1.06, 1.06, 0, 0.06)
        ring = 0.85 + 0.35 * np.clip(1 - np.hypot(self.x - centre, self.y - level + 0.18) / 1.06, 0, 1)
        self._paint(iris, self.looks.eyes, ring)
        self._paint(almond * self._ellipse(centre, level - 0.18, 0.46, 0.46, 0, 0.05), (0.05, 0.05, 0.06))
        self._paint(0.95 * self._ellipse(centre - 0.38, level - 0.55, 0.19, 0.19, 0, 0.04), (1, 1, 1))
        lash = (0.16, 0.10, 0.09)
        self._line([(float(a), float(b)) for a, b in upper], 0.30, lash, 0.85)
        self._line([(float(a), float(b) - 0.75) for a, b in upper[3:-3]], 0.15, lash, 0.35)
        self._line([(float(a), float(b)) for a, b in lower], 0.12, lash, 0.45)

    def _hair(self, outline: Points, light: float) -> None:
        mask = self._shape(outline, 0.18)
        crown = 0.32 * np.exp(-(((self.y - 8.8 - 0.028 * self.x**2) / 2.2) ** 2)) * (1 - 0.03 * self.x)
        shade = light * (0.84 + 0.30 * self.strands + crown - 0.010 * self.x)
        self._paint(mask, self.looks.hair, shade)

    def _paint(self, cover: FloatField, colour: Sequence[float], shade: FloatField | float = 1.0) -> None:
        tone = np.asarray(colour)[None, None, :] * np.broadcast_to(shade, self.x.shape)[:, :, None]
        self.picture += cover[:, :, None] * (tone - self.picture)

    def _shape(self, outline: Points, softness: float) -> FloatField:
        return self._polygon(_rounded(np.array(outline, dtype=np.float64), closed=True), softness)

    def _polygon(self, outline: FloatField, softness: float) -> FloatField:
        mask: Mask = np.zeros((self.rows, self.columns), np.uint8)
        cv2.fillPoly(mask, [self._fixed(outline)], 255, cv2.LINE_AA, 4)
        return cv2.GaussianBlur(mask, (0, 0), max(softness * PIXELS_PER_MM / 2, 0.5)).astype(np.float64) / 255

    def _line(
        self, points: Points, width: float, colour: Colour, strength: float, *, smooth: bool = True
    ) -> None:
        curve = np.array(points, dtype=np.float64)
        curve = _rounded(curve, closed=False) if smooth else curve
        mask: Mask = np.zeros((self.rows, self.columns), np.uint8)
        pixels = max(1, round(width * PIXELS_PER_MM))
        cv2.polylines(mask, [self._fixed(curve)], False, 255, pixels, cv2.LINE_AA, 4)  # noqa: FBT003
        self._paint(strength * cv2.GaussianBlur(mask, (0, 0), 0.9).astype(np.float64) / 255, colour)

    def _ellipse(
        self, x: float, y: float, rx: float, ry: float, degrees: float, softness: float = 0.15
    ) -> FloatField:
        angle = np.linspace(0, 2 * np.pi, 60)
        turn = np.radians(degrees)
        u, v = rx * np.cos(angle), ry * np.sin(angle)
        outline = np.column_stack(
            (x + u * np.cos(turn) - v * np.sin(turn), y + u * np.sin(turn) + v * np.cos(turn))
        )
        return self._polygon(outline, softness)

    def _fixed(self, curve: FloatField) -> NDArray[np.int32]:
        return np.asarray(np.round((curve + np.array([MIDDLE, 0])) * PIXELS_PER_MM * 16), np.int32)


def _both_sides(half: Points, *, closed_top: bool = False) -> Points:
    right = list(half)
    left = [(-x, y) for x, y in reversed(right) if x != 0 or closed_top]
    return [*right, *left]


def _rounded(points: FloatField, *, closed: bool) -> FloatField:
    """A smooth curve through points (Catmull-Rom)."""
    if closed:
        around = np.vstack((points[-1:], points, points[:2]))
    else:
        around = np.vstack((points[:1], points, points[-1:]))
    t = np.linspace(0, 1, 14, endpoint=False)[:, None]
    pieces = []
    for a, b, c, d in zip(around, around[1:], around[2:], around[3:], strict=False):
        pieces.append(
            0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
        )
    if not closed:
        pieces.append(points[-1:])
    return np.vstack(pieces)


def _step(value: FloatField) -> FloatField:
    clipped = np.clip(value, 0, 1)
    out: FloatField = clipped * clipped * (3 - 2 * clipped)
    return out


def _strands(x: FloatField, y: FloatField, looks: Looks) -> FloatField:
    """Light and dark strands between -1 and 1, falling from the parting."""
    parting = 2.0 if looks.style != "tied" else 0.0
    fall = np.arctan2(x - parting, 4 + 3 * np.log1p(np.exp((22 - y) / 3)) + 0.5 * np.abs(x))
    along = fall * 60 + 0.35 * np.sin(y * 0.5 + x)
    dice = np.random.default_rng(looks.seed)
    coarse, fine = dice.normal(size=400), dice.normal(size=1200)
    places = np.linspace(-130, 130, 400), np.linspace(-130, 130, 1200)
    mix = 0.5 * np.interp(along, places[0], coarse) + 0.3 * np.interp(along, places[1], fine)
    out: FloatField = np.clip(mix, -1, 1)
    return out


def _engrave(picture: Plane) -> Plane:
    """Cut the tones into fine curved lines that swell in the shadows."""
    rows, columns = picture.shape[:2]
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32) / np.float32(PIXELS_PER_MM)
    bent = y + 0.9 * np.sin(x * 0.24 + 0.4) + 0.25 * x
    wave = 0.5 + 0.5 * np.cos(2 * np.pi * bent / ENGRAVED_LINE)
    dark = 1 - picture.mean(axis=2)
    cut = (wave - 0.5) * 0.30 * np.sqrt(dark) * (1.15 - dark)
    toned = picture * (1 - cut[:, :, None])
    return np.asarray(np.clip(toned, 0, 1), np.float32)
