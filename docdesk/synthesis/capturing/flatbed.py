"""A flatbed scanner: a document somewhere on the glass, under a lid, with the dust of the office."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.capturing.optics import (
    Matrix,
    Size,
    beyond_edge,
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
from docdesk.synthesis.drawing import Stroke
from docdesk.synthesis.materials.inks import Colour
from docdesk.synthesis.materials.light import Plane
from docdesk.synthesis.models.model import Light, Side
from docdesk.synthesis.printing.printed import PrintedCopy, PrintedFace
from docdesk.synthesis.rasterising import Window, rasterise

GLASS_MM = 210.0, 297.0
"""A4, upright: what office scanners scan when nobody asks for less."""

RESOLUTIONS = (200, 300, 400, 600)

FULL_GLASS_PPI = 300
"""Beyond this only the part round the document is scanned, as people do: the rest is megabytes of lid."""

_TILT = 5.0
"""Degrees at most."""

_CUT_MM = 4.0, 25.0
"""Margins round the document where only its part of the glass is scanned."""

_LIDS: tuple[tuple[Colour, float], ...] = (((0.83, 0.84, 0.83), 0.75), ((0.022, 0.022, 0.024), 0.25))
"""White and dark lids, linear, and how many scanners have each: most are white."""

_SENSORS = Sensor(0.006, 0.0010), Sensor(0.014, 0.0022)
"""From the best to the worst."""

_SPECKS = 14, 60
"""Specks of dust and fluff to an A4 glass; a wiped one has the fewer."""

_HAIRS = 2.2
"""Hairs to an A4 glass, on average."""

_DUST = 0.42
"""What dust sends back: dark before a white lid, light before a dark one."""


@dataclass(frozen=True, slots=True)
class _Scan:
    """How a document lies on the glass.

    Attributes:
        ppi: resolution.
        size: of the picture.
        homography: from mm of the face to px.
        lid: what it sends back.
    """

    ppi: int
    size: Size
    homography: Matrix
    lid: Colour


def scan(
    copy: PrintedCopy, side: Side, lights: Sequence[Light], rng: np.random.Generator
) -> tuple[Shot, ...]:
    """Return a shot of one side under white light, if it is among the lights."""
    seed = drawn_seed(rng)
    if "VIS" not in lights:
        return ()
    printed = copy.printed(side)
    made = _placed(printed.face.size, dice(seed, "place"))
    pixels = _pixels(printed, made, seed)
    return (Shot(pixels, side, "VIS", "flatbed", float(made.ppi), printed.face.size, made.homography),)


def _placed(face: tuple[float, float], rng: np.random.Generator) -> _Scan:
    ppi = int(rng.choice(RESOLUTIONS))
    per_mm = ppi / 25.4
    degrees = float(rng.uniform(-_TILT, _TILT))
    angle = abs(np.radians(degrees))
    # The smallest upright rectangle that holds the turned face.
    reach = np.array([
        face[0] * np.cos(angle) + face[1] * np.sin(angle),
        face[0] * np.sin(angle) + face[1] * np.cos(angle),
    ])  # fmt: skip
    if ppi <= FULL_GLASS_PPI and rng.random() < 0.6:
        glass = np.array(GLASS_MM)
        first = rng.uniform(0.5, 1.0, 2) * 0.5 + rng.random(2) * (glass - reach - 1.5)
    else:
        margins = rng.uniform(*_CUT_MM, 4)
        glass, first = reach + margins[:2] + margins[2:], margins[:2]
    x, y = (first + reach / 2) * per_mm
    size = round(float(glass[0]) * per_mm), round(float(glass[1]) * per_mm)
    lids, shares = zip(*_LIDS, strict=True)
    lid = lids[int(rng.choice(len(lids), p=shares))]
    return _Scan(ppi, size, laid(face, (float(x), float(y)), degrees, per_mm), lid)


def _pixels(printed: PrintedFace, made: _Scan, seed: int) -> Pixels:
    rng = dice(seed, "light")
    per_mm = made.ppi / 25.4
    matrix = made.homography @ np.linalg.inv(sheet_matrix(printed.sheet.window))
    x, y = places(made.homography, made.size)
    beyond = beyond_edge(x, y, printed.face)
    cover = within(beyond, 1 / per_mm)
    lid_light = _shadow(x, y, beyond, printed, dice(seed, "shadow"))
    dust = softened(_dust(made, dice(seed, "dust")), 0.5)
    streaks = _streaks(made.size[0], dice(seed, "streaks"))
    weight = float(rng.uniform(0, 1))
    best, worst = _SENSORS
    sensor = Sensor(
        best.shot + weight * (worst.shot - best.shot), best.read + weight * (worst.read - best.read)
    )
    softness, amount = float(rng.uniform(0.40, 0.65)), float(rng.uniform(0.2, 0.8))
    balance = rng.uniform(0.985, 1.03) * rng.normal(1, 0.008, 3)
    planes: list[Plane] = []
    for channel in range(3):
        source = np.asarray(cv2.extractChannel(printed.sheet.visible, channel), np.float32)
        back = np.float32(made.lid[channel]) * lid_light
        plane = softened(back + cover * (warped(source, matrix, made.size) - back), softness)
        plane += dust * (np.float32(_DUST) - plane)
        plane *= streaks * np.float32(balance[channel])
        add_noise(plane, sensor, rng)
        planes.append(plane)
    return sharpened(developed(planes), amount, 0.9)


def _shadow(x: Plane, y: Plane, beyond: Plane, printed: PrintedFace, rng: np.random.Generator) -> Plane:
    """Return how the lid is lit: the document holds it off the glass, and the lamp comes from one side."""
    near, far = float(rng.uniform(0.15, 0.35)), float(rng.uniform(0.25, 0.55))
    side = float(rng.choice((-1, 1)) * rng.uniform(0.5, 1.1))
    cast = within(beyond_edge(x, y + np.float32(side), printed.face), float(rng.uniform(0.6, 1.2)))
    close = np.exp(np.maximum(beyond, 0) * np.float32(-1 / rng.uniform(0.8, 2.5)))
    return np.asarray((1 - np.float32(far) * cast) * (1 - np.float32(near) * close), np.float32)


def _dust(made: _Scan, rng: np.random.Generator) -> Plane:
    """Return what share of each px dust and hairs hide."""
    per_mm = made.ppi / 25.4
    width, height = made.size[0] / per_mm, made.size[1] / per_mm
    share = width * height / (GLASS_MM[0] * GLASS_MM[1])
    strokes: list[Stroke] = []
    for _ in range(int(rng.poisson(share * rng.uniform(*_SPECKS)))):
        start = rng.uniform((0, 0), (width, height))
        length = rng.gamma(1.5, 0.08)
        end = start + length * rng.standard_normal(2)
        strokes.append(Stroke(np.array([start, end]), float(rng.uniform(0.03, 0.10))))
    hairs = int(rng.poisson(share * _HAIRS))
    strokes += [_hair(rng.uniform((0, 0), (width, height)), rng) for _ in range(hairs)]
    window = Window((width, height), made.ppi, 0, 0, *made.size)
    thickness = rng.uniform(0.25, 0.8)
    return np.asarray(rasterise(strokes, window) * np.float32(thickness / 255), np.float32)


def _hair(start: NDArray[np.float64], rng: np.random.Generator) -> Stroke:
    """Return a hair: a line whose direction drifts."""
    steps = 40
    step = float(rng.uniform(2.0, 14.0)) / steps
    bend = np.cumsum(rng.normal(0, 0.03, steps)) + rng.normal(0, 0.02)
    heading = rng.uniform(0, 2 * np.pi) + np.cumsum(bend)
    path = np.cumsum(np.column_stack((np.cos(heading), np.sin(heading))) * step, axis=0)
    return Stroke(start + path, float(rng.uniform(0.03, 0.06)))


def _streaks(columns: int, rng: np.random.Generator) -> Plane:
    """Return the gain of each cell of the scanning line: it draws a line down the whole page."""
    gain = 1 + rng.normal(0, 0.0025, columns)
    for _ in range(int(rng.poisson(2.0))):  # cells with dust on them
        at, width = int(rng.integers(columns)), int(rng.integers(1, 3))
        gain[at : at + width] *= 1 - rng.uniform(0.02, 0.07)
    fade = np.cos(np.linspace(-1, 1, columns)) ** rng.uniform(0.0, 0.12)
    return np.asarray((gain * fade)[None, :], np.float32)
