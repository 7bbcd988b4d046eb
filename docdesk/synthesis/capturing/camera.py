"""A telephone's camera: pose, lens, mosaic of colour filters, and the processing that makes a picture of it.

Light is gathered only where the sensor has a filter of its colour, one quarter of the pixels after the
other; colours are then worked out from neighbours, as in any telephone. So fine lines and the lattice of a
screen get the false colours that they get there, and a picture of 12 million pixels costs as much as one of
its planes.
"""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from docdesk.synthesis.capturing.optics import Matrix, Size
from docdesk.synthesis.capturing.sensor import Pixels, Sensor, add_noise
from docdesk.synthesis.chance import dice
from docdesk.synthesis.drawing import Box
from docdesk.synthesis.materials.light import Plane, encoded

FRAMES: tuple[Size, ...] = ((4032, 3024), (4000, 3000), (3840, 2880), (3264, 2448))
"""Pictures of 8 to 12 million pixels, as telephones of the last ten years hand out."""

_FOCAL = 0.72, 0.95
"""Focal length as a share of the frame's width: 26 to 34 mm on the small film that makers compare with."""

_LATTICES = ((0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 2))
"""Row, column and channel of each of the four filters: red, green, green, blue."""

_DEMOSAIC = cv2.COLOR_BayerRGGB2RGB_EA

_WHITE = 52000
_BLACK = 1024
"""What white and black count to in 16 bits: noise in the dark is not cut off, nor are highlights at once."""

_STEP = 16
"""The bend of lens and perspective is worked out on every so many pixels and drawn between them."""

_POSE_STEPS = 8
"""Rounds in which the camera is moved; after the eighth the document lies within a few px of its place."""

_LENS_STEPS = 5
"""Rounds that undo the lens: the fifth changes less than a hundredth of a pixel."""


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """What the camera looks at, a plane, and how.

    Attributes:
        homography: from places on the plane (x right, y up) to px.
        size: of the picture.
        distortion: as in `Shot`.
    """

    homography: Matrix
    size: Size
    distortion: float

    def per_unit(self, at: tuple[float, float]) -> float:
        """Return px to the unit of the plane near a place on it."""
        x, y = at
        corners = np.array([[x, x + 1, x], [y, y, y + 1], [1, 1, 1]], np.float64)
        seen = self.homography @ corners
        flat = seen[:2] / seen[2]
        return float(np.sqrt(abs(np.linalg.det(flat[:, 1:] - flat[:, :1]))))


@dataclass(frozen=True, slots=True, eq=False)
class Rays:
    """Where the pixels of one filter look; all planes of half the picture's size.

    Attributes:
        x, y: place on the plane.
        vignette: share of the light that the lens lets through to them.
    """

    x: Plane
    y: Plane
    vignette: Plane


@dataclass(frozen=True, slots=True)
class Processing:
    """What the telephone does with what it has seen.

    Attributes:
        sensor: noise.
        gains: of red, green and blue: exposure, and what is left of the colour of the light.
        contrast: how far tones are bent towards an S, 0 to 1.
        colour_blur: standard deviation in px over which colour noise is smoothed.
        sharpening: amount of unsharp masking.
        vignetting: light lost in the corners, as a share.
    """

    sensor: Sensor
    gains: tuple[float, float, float]
    contrast: float
    colour_blur: float
    sharpening: float
    vignetting: float


def posed(
    box: Box, tilt: float, fill: tuple[float, float], rng: np.random.Generator, turn: float = 8.0
) -> View:
    """Return a view in which a box of the plane is whole.

    Args:
        box: left, bottom, width, height on the plane.
        tilt: degrees at most between the camera's axis and the plane's normal.
        fill: least and greatest share of the frame, in width or height, that the box takes.
        rng: chance.
        turn: degrees at most that the camera is turned about its axis.
    """
    size = FRAMES[int(rng.integers(len(FRAMES)))]
    frame = np.array(size, np.float64)
    focal = float(rng.uniform(*_FOCAL)) * size[0]
    away = np.radians(tilt) * np.sqrt(rng.random())
    aims = rng.uniform(0, 2 * np.pi)
    rotation = _about_axis(np.radians(rng.uniform(-turn, turn))) @ _about_plane(away, aims)
    left, bottom, width, height = box
    middle = np.array([left + width / 2, bottom + height / 2])
    wanted, part = float(rng.uniform(*fill)), rng.uniform(0.15, 0.85, 2)
    distance = focal * max(width / size[0], height / size[1]) / wanted
    aside = np.zeros(2)
    for _ in range(_POSE_STEPS):  # nearer or farther, more to one side, until the box lies as wanted
        homography = _projected(rotation, middle, (*aside, distance), focal, size)
        low, high = _reach(homography, box)
        aside += ((frame - (high - low)) * part - low) * distance / focal
        distance *= float(((high - low) / frame).max()) / wanted
    return View(homography, size, float(rng.uniform(-0.025, 0.02)))


def _about_axis(angle: float) -> Matrix:
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1.0]])


def _about_plane(angle: float, aims: float) -> Matrix:
    """Return a turn by an angle about an axis within the plane."""
    axis = np.array([np.cos(aims), np.sin(aims), 0.0])
    vector, _ = cv2.Rodrigues(axis * angle)
    return np.asarray(vector, np.float64)


def _projected(
    rotation: Matrix, middle: Matrix, lies: tuple[float, float, float], focal: float, size: Size
) -> Matrix:
    """Return the homography of a plane turned about its middle, which lies so before the camera."""
    onto = np.column_stack((rotation[:, 0], -rotation[:, 1], lies))  # y runs down in pictures
    centred = np.array([[1, 0, -middle[0]], [0, 1, -middle[1]], [0, 0, 1.0]])
    film = np.array([[focal, 0, size[0] / 2], [0, focal, size[1] / 2], [0, 0, 1.0]])
    homography = film @ onto @ centred
    return np.asarray(homography / homography[2, 2], np.float64)


def _reach(homography: Matrix, box: Box) -> tuple[Matrix, Matrix]:
    left, bottom, width, height = box
    corners = np.array([
        [left, left + width, left + width, left],
        [bottom, bottom, bottom + height, bottom + height],
        [1, 1, 1, 1],
    ])  # fmt: skip
    seen = homography @ corners
    flat = seen[:2] / seen[2]
    return flat.min(axis=1), flat.max(axis=1)


def photographed(
    view: View, light: Callable[[int, Rays], Plane], processing: Processing, seed: int
) -> Pixels:
    """Return the picture of a plane.

    Args:
        view: where the plane lies.
        light: returns what pixels of a channel (0 red, 1 green, 2 blue) get from where they look, before
            vignetting; linear, 1 being white.
        processing: what is done with it.
        seed: of the noise.
    """
    columns, rows = view.size
    mosaic = np.empty((rows, columns), np.uint16)
    for row, column, channel in _LATTICES:
        rays = _rays(view, row, column, processing.vignetting)
        plane = light(channel, rays)
        plane *= rays.vignette * np.float32(processing.gains[channel])
        add_noise(plane, processing.sensor, dice(seed, "filter", row, column))
        plane *= np.float32(_WHITE - _BLACK)
        plane += np.float32(_BLACK)
        mosaic[row::2, column::2] = np.clip(plane, 0, 65535, out=plane)
    return _finished(_tones(processing.contrast)[cv2.demosaicing(mosaic, _DEMOSAIC)], processing)


def _rays(view: View, row: int, column: int, vignetting: float) -> Rays:
    """Return where the pixels of one filter look."""
    columns, rows = (each // 2 for each in view.size)
    # Points of a coarse grid, one beyond each edge, in px of the picture; between them, cubic.
    j = (np.arange(-1, columns // _STEP + 2) + 0.5) * _STEP - 0.5
    i = (np.arange(-1, rows // _STEP + 2) + 0.5) * _STEP - 0.5
    seen = np.stack(np.meshgrid(2 * j + column + 0.5, 2 * i + row + 0.5), axis=-1)
    centre = np.array(view.size) / 2
    away = (seen - centre) / np.hypot(*centre)
    flat = away.copy()
    for _ in range(_LENS_STEPS):
        flat = away / (1 + view.distortion * (flat**2).sum(axis=-1, keepdims=True))
    points = flat * np.hypot(*centre) + centre
    back = np.linalg.inv(view.homography)
    depth = points @ back[2, :2] + back[2, 2]
    x, y = ((points @ line[:2] + line[2]) / depth for line in back[:2])
    radius = (away**2).sum(axis=-1)
    fields = (x, y, 1 - vignetting * radius * (0.6 + 0.4 * radius))
    return Rays(*(_drawn_between(field, (columns, rows)) for field in fields))


def _drawn_between(coarse: Matrix, size: Size) -> Plane:
    columns, rows = size
    whole = (coarse.shape[1] * _STEP, coarse.shape[0] * _STEP)
    fine = cv2.resize(coarse.astype(np.float32), whole, interpolation=cv2.INTER_LINEAR)
    return np.ascontiguousarray(fine[_STEP : _STEP + rows, _STEP : _STEP + columns], np.float32)


def _tones(contrast: float) -> Pixels:
    """Return the table from counts of 16 bits to eight bits: contrast, then sRGB."""
    light = np.clip((np.arange(1 << 16) - _BLACK) / (_WHITE - _BLACK), 0, None)
    # A shoulder in place of a hard end: highlights keep some drawing.
    shoulder = np.where(light < 0.8, light, 0.8 + 0.2 * np.tanh((light - 0.8) / 0.2))
    shown = encoded(shoulder.astype(np.float32)) / 255.0
    bent = shown + contrast * 0.25 * np.sin(2 * np.pi * (shown - 0.5)) * 0.5
    return np.round(np.clip(bent, 0, 1) * 255).astype(np.uint8)


def _finished(pixels: Pixels, processing: Processing) -> Pixels:
    """Return the picture with smoothed colours and sharpened lightness."""
    split = cv2.cvtColor(pixels, cv2.COLOR_RGB2YCrCb)
    light, red, blue = cv2.split(split)
    soft = cv2.GaussianBlur(light, (0, 0), 1.1)
    light = cv2.addWeighted(light, 1 + processing.sharpening, soft, -processing.sharpening, 0)
    red, blue = (cv2.GaussianBlur(each, (0, 0), processing.colour_blur) for each in (red, blue))
    return np.asarray(cv2.cvtColor(cv2.merge((light, red, blue)), cv2.COLOR_YCrCb2RGB), np.uint8)
