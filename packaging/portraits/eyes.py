"""Eyeballs: white, iris and pupil, painted by the angle to the line of sight."""

import numpy as np
from basis import Basis, Floats
from noise import noise
from people import IRIS, Person
from skin import linear

IRIS_RADIUS = 0.0595
"""dm; hardly differs between people."""


def eye_centres(basis: Basis, places: Floats) -> tuple[Floats, Floats]:
    """Return the centres (2 x 3) and radii of the eyeballs, the one left in the picture first."""
    centres, radii = [], []
    for name in ("helper-r-eye", "helper-l-eye"):
        ball = places[np.unique(basis.quads[name])]
        low, high = ball.min(0), ball.max(0)
        middle = (low + high) / 2
        radius = (high[0] - low[0] + high[1] - low[1]) / 4
        middle[2] = low[2] + radius
        centres.append(middle)
        radii.append(radius)
    return np.array(centres, np.float32), np.array(radii, np.float32)


def paint_eyes(person: Person, place: Floats, centres: Floats, radii: Floats) -> tuple[Floats, Floats]:
    """Return the linear colour of places on the eyeballs (n x 3), and how much each is cornea, 0 to 1."""
    dice = np.random.default_rng(person.seed + 13)
    ball = (place[:, 0] > centres.mean(0)[0]).astype(int)
    away = place - centres[ball]
    # Seen from the front, what counts is the distance from the axis; both eyes look into the camera.
    across = away[:, :2] / (radii[ball] / radii.mean())[:, None]
    radius = np.linalg.norm(across, axis=1)
    turn = np.arctan2(across[:, 1], across[:, 0])
    grain = np.stack([np.cos(turn) * 6, np.sin(turn) * 6, radius * 25 + ball * 9.0], 1).astype(np.float32)
    fibres = noise(grain, 2.2, 4, person.seed)
    veins = noise(np.ascontiguousarray(place), 30, 3, person.seed + 1)
    white = np.array((0.54, 0.50, 0.475)) * (
        1 - 0.1 * np.clip((person.form.age - 40) / 40, 0, 1) * np.array((0.3, 0.6, 1.2))
    )
    if person.tone > 4:
        white = white * np.array((0.93, 0.88, 0.82))
    corner = np.clip((np.abs(across[:, 0]) - 0.075) / 0.05, 0, 1)
    red = np.clip(0.22 + 0.5 * corner + 0.3 * veins, 0, 1)[:, None]
    colour = white * (1 - red * np.array((0.05, 0.25, 0.25)))
    iris = linear(IRIS[person.iris]) * dice.uniform(0.8, 1.2)
    inner = linear((96, 62, 30)) if person.iris in ("green", "hazel", "blue") else iris * 0.7
    r = radius / IRIS_RADIUS
    collar = np.exp(-(((r - 0.45) / 0.16) ** 2))[:, None] * (
        0.55 if person.iris in ("green", "hazel") else 0.25
    )
    painted = (iris * (1 - collar) + inner * collar) * (1 + 0.5 * fibres)[:, None]
    lit = 1 + 0.55 * np.clip(-across[:, 1] / IRIS_RADIUS, -0.6, 1)
    painted = painted * lit[:, None]
    rim = np.clip((r - 0.76) / 0.24, 0, 1) ** 1.5
    painted = painted * (1 - 0.75 * rim)[:, None]
    pupil = dice.uniform(0.29, 0.37)
    hole = 1 / (1 + np.exp(-(r - pupil) / 0.018))
    painted = painted * hole[:, None] + 0.002
    edge = 1 / (1 + np.exp((r - 1.0) / 0.028))[:, None]
    return (colour * (1 - edge) + painted * edge).astype(np.float32), edge[:, 0].astype(np.float32)
