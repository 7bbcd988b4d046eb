"""A photograph by telephone: a document on some surface, in the light of a room, held still or not."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from docdesk.synthesis.capturing.backgrounds import BACKGROUNDS, PER_MM
from docdesk.synthesis.capturing.camera import Processing, Rays, View, photographed, posed
from docdesk.synthesis.capturing.lighting import Lighting, lighting
from docdesk.synthesis.capturing.optics import beyond_edge, remapped, softened, within
from docdesk.synthesis.capturing.sensor import Sensor
from docdesk.synthesis.capturing.shot import Shot
from docdesk.synthesis.chance import dice, drawn_seed
from docdesk.synthesis.materials.light import Plane
from docdesk.synthesis.models.model import Face, Light, Side
from docdesk.synthesis.printing.printed import PrintedCopy, PrintedFace

_TILT = 35.0
"""Degrees at most."""

_FILL = 0.58, 0.92
"""Share of the frame that the document takes."""

_FOCUS = 0.55, 1.9
"""Standard deviation of the blur in px, from sharp to just out of focus."""

_SHAKEN = 0.35
"""Share of photographs that motion blurs."""

_SHAKE = 1.0, 5.0
"""Length of that motion in px."""

_EDGE_MM = 0.08
"""No document's edge is sharper: paper and card are cut, not drawn."""


def photograph(
    copy: PrintedCopy, side: Side, lights: Sequence[Light], rng: np.random.Generator
) -> tuple[Shot, ...]:
    """Return a shot of one side in white light, if it is among the lights."""
    seed = drawn_seed(rng)
    if "VIS" not in lights:
        return ()
    printed = copy.printed(side)
    size = printed.face.size
    view = posed((0.0, 0.0, *size), _TILT, _FILL, dice(seed, "pose"))
    scene = _scene(printed, view, seed)
    pixels = photographed(view, scene.light, processing(dice(seed, "processing")), seed)
    return (Shot(pixels, side, "VIS", "telephone", None, size, view.homography, view.distortion),)


def processing(rng: np.random.Generator) -> Processing:
    """Return what some telephone does in some light."""
    exposure, warmth, tint = rng.uniform(0.86, 1.03), rng.normal(0, 0.055), rng.normal(0, 0.015)
    dim = rng.random() ** 2  # few photographs are taken in poor light
    return Processing(
        Sensor(0.012 + 0.030 * dim, 0.002 + 0.006 * dim),
        (exposure * (1 + warmth), exposure * (1 + tint), exposure * (1 - warmth)),
        contrast=float(rng.uniform(0.1, 0.7)),
        colour_blur=float(rng.uniform(1.5, 3.0)),
        sharpening=float(rng.uniform(0.3, 1.1)),
        vignetting=float(rng.uniform(0.12, 0.38)),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Scene:
    """A document on a surface; planes are as blurred as they will be seen.

    Attributes:
        face: that lies there.
        document: its channels, `per_mm` px to the mm.
        per_mm: see there.
        background: channels of the surface, `PER_MM` px to the mm.
        turn: of the surface against the document, radians.
        softness: of the document's edge, mm.
        room: its light.
    """

    face: Face
    document: tuple[Plane, ...]
    per_mm: float
    background: tuple[Plane, ...]
    turn: float
    softness: float
    room: Lighting

    def light(self, channel: int, rays: Rays) -> Plane:
        """Return what pixels of a channel get from where they look."""
        x, y = rays.x, rays.y
        per_mm = np.float32(self.per_mm)
        top = np.float32(self.face.size[1] * self.per_mm - 0.5)
        page = remapped(
            self.document[channel], x * per_mm - np.float32(0.5), top - y * per_mm, cv2.BORDER_REPLICATE
        )
        beyond = beyond_edge(x, y, self.face)
        cover = within(beyond, self.softness)
        seen = self._surface(channel, x, y)
        seen *= self.room.left_on_table(x, y, beyond)
        seen += cover * (page - seen)
        seen *= self.room.falling(x, y)
        seen += cover * self.room.mirrored(x, y)
        return seen

    def _surface(self, channel: int, x: Plane, y: Plane) -> Plane:
        cosine, sine = np.float32(np.cos(self.turn) * PER_MM), np.float32(np.sin(self.turn) * PER_MM)
        return remapped(
            self.background[channel], x * cosine + y * sine, y * cosine - x * sine, cv2.BORDER_REFLECT_101
        )


def _scene(printed: PrintedFace, view: View, seed: int) -> _Scene:
    rng = dice(seed, "scene")
    width, height = printed.face.size
    per_mm = printed.sheet.window.per_mm
    # What blurs in the picture is blurred on the sheet, in the measure that it has in the document's middle.
    scale = per_mm / view.per_unit((width / 2, height / 2))
    spot = scale * float(_FOCUS[0] + (_FOCUS[1] - _FOCUS[0]) * rng.random() ** 2)
    kernel = _shake(scale, rng)
    document = tuple(
        _blurred(np.asarray(cv2.extractChannel(printed.sheet.visible, channel), np.float32), spot, kernel)
        for channel in range(3)
    )
    names = sorted(BACKGROUNDS)
    surface = BACKGROUNDS[names[int(rng.integers(len(names)))]](dice(seed, "background"))
    return _Scene(
        printed.face,
        document,
        per_mm,
        tuple(softened(plane, spot * PER_MM / per_mm) for plane in surface),
        float(rng.uniform(0, 2 * np.pi)),
        max(_EDGE_MM, 2.5 * spot / per_mm),
        lighting(printed.face, printed.gloss, dice(seed, "lighting")),
    )


def _blurred(plane: Plane, sigma: float, kernel: Plane | None) -> Plane:
    soft = softened(plane, sigma)
    if kernel is None:
        return soft
    return np.asarray(cv2.filter2D(soft, -1, kernel, borderType=cv2.BORDER_REPLICATE), np.float32)


def _shake(scale: float, rng: np.random.Generator) -> Plane | None:
    """Return the path of a hand that shook during the exposure, in px of the sheet; None if it held still."""
    shaken, length, direction = rng.random() < _SHAKEN, rng.uniform(*_SHAKE) * scale, rng.uniform(0, np.pi)
    if not shaken:
        return None
    side = 2 * int(np.ceil(length / 2)) + 3
    path = np.zeros((side, side), np.float32)
    half = length / 2 * np.array([np.cos(direction), np.sin(direction)])
    ends = [tuple(int(v) for v in np.round((side // 2 + sign * half) * 16)) for sign in (-1, 1)]
    cv2.line(path, ends[0], ends[1], 1.0, 1, cv2.LINE_8, 4)
    path += path[::-1, ::-1]  # as much to one side as to the other: places must not move
    return np.asarray(path / path.sum(), np.float32)
