"""The light of a room on a table: from one side, with shadows, and with lamps mirrored in what shines."""

from dataclasses import dataclass

import numpy as np

from docdesk.synthesis.capturing.optics import beyond_edge, within
from docdesk.synthesis.materials.light import Plane
from docdesk.synthesis.models.model import Face

_SHADED = 0.45
"""Share of photographs in which a hand or the telephone itself throws a shadow."""

_MATT = 0.04
"""Below this gloss no lamp is seen mirrored."""

_HAZE = 2.5, 0.2
"""Any surface but a mirror throws a haze round a mirrored lamp: so much wider, and so much fainter."""

_DIMMEST = np.float32(0.3)
"""No place of a table gets less than this share of the light in the middle."""


@dataclass(frozen=True, slots=True)
class Lamp:
    """A lamp or window mirrored in the document: its middle and its half axes in mm, and its strength."""

    x: float
    y: float
    wide: float
    high: float
    strength: float


@dataclass(frozen=True, slots=True)
class Shade:
    """A shadow with a straight edge.

    Attributes:
        direction: radians, from the light to the dark.
        at: mm from the middle of the face to the edge.
        softness: of the edge, mm.
        share: of the light that it takes.
    """

    direction: float
    at: float
    softness: float
    share: float


@dataclass(frozen=True, slots=True)
class Cast:
    """The shadow of the document on the table: right and up in mm, softness in mm, share of the light."""

    right: float
    up: float
    softness: float
    share: float


@dataclass(frozen=True, slots=True)
class Lighting:
    """Light at places given in mm of a face.

    Attributes:
        face: that lies there.
        slope: change of light to the mm, right and up.
        lamps: mirrored in the document.
        shade: None where nothing stands in the light.
        cast: by the document.
    """

    face: Face
    slope: tuple[float, float]
    lamps: tuple[Lamp, ...]
    shade: Shade | None
    cast: Cast

    def falling(self, x: Plane, y: Plane) -> Plane:
        """Return how much light falls on each place, 1 in the middle of the face."""
        across, up = x - np.float32(self.face.size[0] / 2), y - np.float32(self.face.size[1] / 2)
        slope_x, slope_y = (np.float32(v) for v in self.slope)
        light = np.maximum(1 + across * slope_x + up * slope_y, _DIMMEST)
        if self.shade is not None:
            cosine, sine = np.float32(np.cos(self.shade.direction)), np.float32(np.sin(self.shade.direction))
            before = np.float32(self.shade.at) - across * cosine - up * sine
            light *= 1 - np.float32(self.shade.share) * within(before, self.shade.softness)
        return np.asarray(light, np.float32)

    def mirrored(self, x: Plane, y: Plane) -> Plane:
        """Return the light of lamps that the document throws straight into the lens."""
        light = np.zeros_like(x)
        for lamp in self.lamps:
            across = (x - np.float32(lamp.x)) * np.float32(1 / lamp.wide)
            up = (y - np.float32(lamp.y)) * np.float32(1 / lamp.high)
            light += np.exp((across * across + up * up) * np.float32(-0.5)) * np.float32(lamp.strength)
        return light

    def left_on_table(self, x: Plane, y: Plane, beyond: Plane) -> Plane:
        """Return the share of light that the document leaves to the table; `beyond` as of `beyond_edge`."""
        shifted = beyond_edge(x - np.float32(self.cast.right), y - np.float32(self.cast.up), self.face)
        cast = within(shifted, self.cast.softness)
        close = np.exp(np.maximum(beyond, 0) * np.float32(-1.2))  # into the crack no light comes
        return np.asarray(
            (1 - np.float32(self.cast.share) * cast) * (1 - np.float32(0.35) * close), np.float32
        )


def lighting(face: Face, gloss: float, rng: np.random.Generator) -> Lighting:
    """Return the light of some room on a face of this gloss."""
    width, height = face.size
    long = max(width, height)
    slope_x, slope_y = rng.normal(0, 0.10, 2) / long
    lamps = _lamps(face, gloss, rng) if gloss > _MATT else ()
    shade = Shade(
        float(rng.uniform(0, 2 * np.pi)),
        float(rng.uniform(-0.3, 0.45) * width),
        float(rng.uniform(6, 40)),
        float(rng.uniform(0.12, 0.42)),
    )
    right, up = rng.normal(0, 1.2, 2)
    cast = Cast(float(right), float(up), float(rng.uniform(1.0, 4.0)), float(rng.uniform(0.15, 0.5)))
    shaded = rng.random() < _SHADED
    return Lighting(face, (float(slope_x), float(slope_y)), lamps, shade if shaded else None, cast)


def _lamps(face: Face, gloss: float, rng: np.random.Generator) -> tuple[Lamp, ...]:
    width, height = face.size
    lamps: list[Lamp] = []
    for _ in range(int(rng.poisson(0.5 + 0.7 * gloss))):
        x, y = rng.uniform((-0.1 * width, -0.1 * height), (1.1 * width, 1.1 * height))
        wide, high = rng.uniform(0.04, 0.16, 2) * max(width, height)
        core = Lamp(float(x), float(y), float(wide), float(high), gloss * float(rng.uniform(0.25, 1.1)))
        wider, fainter = _HAZE
        haze = Lamp(core.x, core.y, core.wide * wider, core.high * wider, core.strength * fainter)
        lamps += [core, haze]
    return tuple(lamps)
