"""A recapture: the reader's white picture, shown on a display and photographed from it by telephone."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from docdesk.synthesis.capturing.camera import Rays, View, photographed, posed
from docdesk.synthesis.capturing.optics import Matrix, Size, remapped, softened
from docdesk.synthesis.capturing.reader import read
from docdesk.synthesis.capturing.sensor import Pixels
from docdesk.synthesis.capturing.shot import Shot
from docdesk.synthesis.capturing.telephone import processing
from docdesk.synthesis.chance import dice, drawn_seed
from docdesk.synthesis.drawing import Box
from docdesk.synthesis.materials.inks import Colour, linear
from docdesk.synthesis.materials.light import Plane, decoded, luminance
from docdesk.synthesis.models.model import Light, Side
from docdesk.synthesis.printing.printed import PrintedCopy

DISPLAYS: tuple[Size, ...] = ((1920, 1080), (1920, 1200), (2560, 1440))
"""Pixels of usual desktop displays."""

_TILT = 18.0
"""Degrees at most: people hold the telephone before a screen."""

_FILL = 0.72, 0.97
"""Share of the frame that the shown picture takes."""

_HEIGHT = 0.66, 0.90
"""Of the shown picture, as a share of the display's: a viewer has a bar above and below."""

_LIT = 0.29, 0.86
"""Width of a stripe of one colour, and height of a pixel, as a share of the pixel: the rest is black."""

_SPOT = 0.52, 0.85
"""Standard deviation of the telephone's lens in its own px: screens are flat, and it focuses well, yet not so
well that the lattice stands out as bars."""

_CHROME = ("#2b2b2b", "#f0f0f0", "#3c4043", "#202124", "#dcdcdc")
"""Grounds of the windows in which pictures are looked at."""

_FRAME_PX = 26.0, 70.0
"""Width of the dark frame round the display, in its px: 7 to 18 mm."""


def recapture(
    copy: PrintedCopy, side: Side, lights: Sequence[Light], rng: np.random.Generator
) -> tuple[Shot, ...]:
    """Return a shot of one side as a display shows it, if white light is among the lights."""
    seed = drawn_seed(rng)
    if "VIS" not in lights:
        return ()
    (original,) = read(copy, side, ("VIS",), dice(seed, "reader"))
    shown = _shown(original, dice(seed, "display"))
    view = posed(shown.picture, _TILT, _FILL, dice(seed, "pose"), turn=5.0)
    scene = _lit(shown, view, dice(seed, "light"))
    pixels = photographed(view, scene.light, processing(dice(seed, "processing")), seed)
    homography = view.homography @ shown.placed @ original.homography
    return (Shot(pixels, side, "VIS", "screen", None, original.face, homography, view.distortion),)


@dataclass(frozen=True, slots=True, eq=False)
class _Shown:
    """What the display shows; places on it are its px, from its bottom-left corner, y up.

    Attributes:
        pixels: of the whole display.
        picture: where the reader's picture is.
        placed: from px of the reader's picture to places on the display.
        frame: width of the dark frame.
    """

    pixels: Pixels
    picture: Box
    placed: Matrix
    frame: float


def _shown(original: Shot, rng: np.random.Generator) -> _Shown:
    columns, rows = DISPLAYS[int(rng.integers(len(DISPLAYS)))]
    ground, bar = (_CHROME[int(at)] for at in rng.integers(len(_CHROME), size=2))
    pixels = np.empty((rows, columns, 3), np.uint8)
    pixels[:] = _bytes(ground)
    top, bottom = int(rng.integers(28, 64)), int(rng.integers(22, 48))
    pixels[:top] = _bytes(bar)
    pixels[rows - bottom :] = _bytes(bar)
    old_rows, old_columns = original.pixels.shape[:2]
    room = rows - top - bottom
    scale = min(float(rng.uniform(*_HEIGHT)) * rows, room) / old_rows
    scale = min(scale, 0.96 * columns / old_columns)
    wide, high = round(old_columns * scale), round(old_rows * scale)
    left = int(rng.uniform(0.3, 0.7) * (columns - wide))
    down = top + (room - high) // 2
    pixels[down : down + high, left : left + wide] = cv2.resize(
        original.pixels, (wide, high), interpolation=cv2.INTER_AREA
    )
    placed = np.array([
        [wide / old_columns, 0.0, left],
        [0.0, -high / old_rows, rows - down],
        [0.0, 0.0, 1.0],
    ])  # fmt: skip
    picture = (float(left), float(rows - down - high), float(wide), float(high))
    return _Shown(pixels, picture, placed, float(rng.uniform(*_FRAME_PX)))


def _bytes(code: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(code.removeprefix("#"))
    return red, green, blue


@dataclass(frozen=True, slots=True, eq=False)
class _Scene:
    """A display as it shines, and the room about it.

    Attributes:
        planes: light of each channel, one value to a pixel of the display.
        pitch: px of the display to one of the picture, in the picture's middle.
        spot: standard deviation of the lens, in px of the display.
        veil: light of the room that the glass throws back.
        frame: width of the frame in px of the display.
        surround: of the frame and of the wall behind, linear.
    """

    planes: tuple[Plane, ...]
    pitch: float
    spot: float
    veil: Colour
    frame: float
    surround: tuple[float, float]

    def light(self, channel: int, rays: Rays) -> Plane:
        """Return what pixels of a channel get from where they look."""
        rows, columns = self.planes[0].shape
        x, y = rays.x, np.float32(rows) - rays.y
        seen = remapped(self.planes[channel], x - np.float32(0.5), y - np.float32(0.5), cv2.BORDER_REPLICATE)
        seen *= self._lattice(x, (channel + 0.5) / 3, _LIT[0])
        seen *= self._lattice(y, 0.5, _LIT[1])
        seen += np.float32(self.veil[channel])
        beyond = np.maximum(
            np.abs(x - np.float32(columns / 2)) - np.float32(columns / 2),
            np.abs(y - np.float32(rows / 2)) - np.float32(rows / 2),
        )
        inside = np.clip(0.5 - beyond, 0, 1)
        framed = np.clip(np.float32(self.frame) - beyond, 0, 1)
        frame, wall = (np.float32(v) for v in self.surround)
        return np.asarray(inside * seen + (1 - inside) * (wall + framed * (frame - wall)), np.float32)

    def _lattice(self, along: Plane, middle: float, lit: float) -> Plane:
        """Return the light of stripes once in a pixel, 1 on average, as far as the lens resolves them."""
        wave = np.float32(2 * np.pi) * (along - np.float32(middle))
        field = np.ones_like(along)
        for order in (1, 2):
            kept = np.sinc(order * self.pitch) * np.exp(-2 * (np.pi * order * self.spot) ** 2)
            field += np.float32(2 * np.sinc(order * lit) * kept) * np.cos(np.float32(order) * wave)
        return field


def _lit(shown: _Shown, view: View, rng: np.random.Generator) -> _Scene:
    left, bottom, width, height = shown.picture
    pitch = 1 / view.per_unit((left + width / 2, bottom + height / 2))
    spot = pitch * float(rng.uniform(*_SPOT))
    # Primaries purer or poorer than the picture means, black that is not black, a cool or warm white.
    poorer, black = float(rng.uniform(-0.10, 0.16)), float(rng.uniform(0.002, 0.010))
    white = float(rng.uniform(0.80, 0.98)) * np.array([rng.normal(0.97, 0.03), 1.0, rng.normal(1.04, 0.04)])
    light = decoded(shown.pixels)
    grey = luminance(light)
    planes = tuple(
        softened(
            np.asarray(
                (light[..., c] + poorer * (grey - light[..., c]) + black) * np.float32(white[c]), np.float32
            ),
            spot,
        )
        for c in range(3)
    )
    room = float(rng.uniform(0.0, 0.03))
    tint = linear(("#fff2e0", "#ffffff", "#e8f0ff")[int(rng.integers(3))])
    veil = (room * tint[0], room * tint[1], room * tint[2])
    return _Scene(
        planes, pitch, spot, veil, shown.frame, (0.008 + 0.3 * room, float(rng.uniform(0.02, 0.25)))
    )
