"""A full-page reader: white, infrared and ultraviolet pictures that lie exactly on one another."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import cv2
import numpy as np

from docdesk.synthesis.capturing.optics import (
    Matrix,
    Size,
    beyond_edge,
    bloomed,
    fall_off,
    laid,
    places,
    sheet_matrix,
    softened,
    warped,
    within,
)
from docdesk.synthesis.capturing.sensor import Pixels, Sensor, add_noise, developed, sharpened
from docdesk.synthesis.capturing.shot import Shot
from docdesk.synthesis.chance import dice, drawn_seed
from docdesk.synthesis.materials.light import Plane
from docdesk.synthesis.models.model import Light, Side
from docdesk.synthesis.printing.printed import PrintedCopy, PrintedFace
from docdesk.synthesis.sheet import Sheet

PPI = 400
"""What most full-page readers state; BSI TR-03135 asks for 385 at least."""

_TILT = 0.45
"""Degrees at most: the document is pushed against a stop."""

_MARGIN_MM = 3.0, 7.0
"""Of platen seen round the document: its edges are found, then the picture is cut."""

_Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Lamp:
    """How a reader sees under one of its lights; ranges are from one reader to another.

    Attributes:
        gain: of white, after the device's own white balance.
        depth: how much darker the darkest place is lit.
        platen: reflectance of the hood above the document, or what it glows.
        softness: of the lens, in px.
        scattered: share of the light that strays.
        reach: how far it strays, in px.
        sensor: its noise.
        sharpening: by the reader's software.
        contrast: power to which it takes the light, white staying white.
    """

    gain: _Range
    depth: _Range
    platen: float
    softness: _Range
    scattered: float
    reach: float
    sensor: Sensor
    sharpening: _Range
    contrast: float = 1.0


# Noise: about one of 255 steps at white, as in readers' pictures that we have seen. Infrared light falls
# behind the plane in focus and is scattered within paper, so that its picture is softer; readers stretch it:
# black print reads 50 to 80 of 255, though it throws back a tenth of the light. Ultraviolet lamps light less
# evenly than white ones, and the exposure is long.
_LAMPS: Mapping[Light, _Lamp] = MappingProxyType({
    "VIS": _Lamp(
        gain=(0.97, 1.03),
        depth=(0.03, 0.09),
        platen=0.008,
        softness=(0.45, 0.70),
        scattered=0.02,
        reach=60,
        sensor=Sensor(shot=0.010, read=0.0012),
        sharpening=(0.3, 0.7),
    ),
    "IR": _Lamp(
        gain=(0.97, 1.05),
        depth=(0.06, 0.16),
        platen=0.006,
        softness=(0.65, 0.95),
        scattered=0.03,
        reach=24,
        sensor=Sensor(shot=0.011, read=0.0014),
        sharpening=(0.2, 0.5),
        contrast=1.2,
    ),
    "UV": _Lamp(
        gain=(0.80, 1.18),
        depth=(0.10, 0.25),
        platen=0.0015,
        softness=(0.60, 0.90),
        scattered=0.04,
        reach=30,
        sensor=Sensor(shot=0.016, read=0.0008),
        sharpening=(0.5, 1.1),
    ),
})  # fmt: skip

_LEAK = 0.0035, 0.0075
"""Violet of the ultraviolet lamp that white paper throws back and the filter lets pass; 1 saturates. In
readers' pictures dull paper, its own faint glow included, reads 20 to 45 of 255, and print on it darker."""

_LEAK_TINT = (0.75, 1.05), (0.75, 1.05), (0.70, 1.50)
"""Of the leak in red, green and blue; filters differ."""


def read(
    copy: PrintedCopy, side: Side, lights: Sequence[Light], rng: np.random.Generator
) -> tuple[Shot, ...]:
    """Return a shot of one side under each of the lights, in their order; all have one homography."""
    printed = copy.printed(side)
    seed = drawn_seed(rng)
    homography, size = _placed(printed.face.size, dice(seed, "place"))
    x, y = places(homography, size)
    cover = within(beyond_edge(x, y, printed.face), 25.4 / PPI)
    return tuple(
        Shot(
            _pixels(printed, light, homography, cover, dice(seed, "light", light)),
            side,
            light,
            "reader",
            float(PPI),
            printed.face.size,
            homography,
        )
        for light in lights
    )


def _placed(face: tuple[float, float], rng: np.random.Generator) -> tuple[Matrix, Size]:
    """Return where a face lies in the picture, and the size of the picture."""
    per_mm = PPI / 25.4
    degrees = float(rng.uniform(-_TILT, _TILT))
    left, right, top, bottom = rng.uniform(*_MARGIN_MM, 4)
    size = round((face[0] + left + right) * per_mm), round((face[1] + top + bottom) * per_mm)
    centre = (left + face[0] / 2) * per_mm, (top + face[1] / 2) * per_mm
    return laid(face, centre, degrees, per_mm), size


def _pixels(
    printed: PrintedFace, light: Light, homography: Matrix, cover: Plane, rng: np.random.Generator
) -> Pixels:
    lamp = _LAMPS[light]
    size = cover.shape[1], cover.shape[0]
    matrix = homography @ np.linalg.inv(sheet_matrix(printed.sheet.window))
    field = fall_off(size, float(rng.uniform(*lamp.depth)), rng)
    gain, softness = float(rng.uniform(*lamp.gain)), float(rng.uniform(*lamp.softness))
    amount = float(rng.uniform(*lamp.sharpening))
    balance = rng.normal(1, 0.008, 3)
    planes: list[Plane] = []
    for channel, source in enumerate(_sent_back(printed.sheet, light, rng)):
        plane = warped(source, matrix, size)
        plane = (plane - np.float32(lamp.platen)) * cover + np.float32(lamp.platen)
        plane = bloomed(softened(plane, softness), lamp.scattered, lamp.reach)
        plane *= field
        plane *= np.float32(gain * balance[channel])
        if lamp.contrast != 1:
            plane = np.asarray(cv2.pow(plane, lamp.contrast), np.float32)
        add_noise(plane, lamp.sensor, rng)
        planes.append(plane)
    return sharpened(developed(planes), amount, 1.0 if light == "VIS" else 1.4)


def _sent_back(sheet: Sheet, light: Light, rng: np.random.Generator) -> Iterator[Plane]:
    """Yield what the sheet sends back, channel by channel."""
    if light == "IR":
        yield sheet.infrared
    elif light == "VIS":
        for channel in range(3):
            yield np.asarray(cv2.extractChannel(sheet.visible, channel), np.float32)
    else:
        leak = rng.uniform(*_LEAK) * np.array([rng.uniform(*tint) for tint in _LEAK_TINT])
        violet = cv2.extractChannel(sheet.visible, 2)  # of what we have, blue is nearest to violet
        for channel in range(3):
            glow = cv2.extractChannel(sheet.glow, channel)
            yield np.asarray(cv2.addWeighted(glow, 1.0, violet, float(leak[channel]), 0), np.float32)
