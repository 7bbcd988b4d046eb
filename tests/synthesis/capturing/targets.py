"""Sheets with known marks, and where pictures show them: what the devices are tried with."""

import datetime as dt
from pathlib import Path
from typing import cast

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.capturing.shot import Shot
from docdesk.synthesis.drawing import Area
from docdesk.synthesis.models.model import DocumentModel, Face, State
from docdesk.synthesis.people.holder import Holder
from docdesk.synthesis.people.portraits import Portrait
from docdesk.synthesis.printing.printed import PrintedCopy, PrintedFace
from docdesk.synthesis.rasterising import SHEET_DPI, Window, rasterise
from docdesk.synthesis.sheet import Sheet

CARD = (85.6, 53.98)
PASSPORT = (125.0, 88.0)

DOT_MM = 0.9
"""Radius of a dot."""


def sheet(
    size: tuple[float, float],
    visible: float = 0.86,
    infrared: float = 0.88,
    glow: tuple[float, ...] = (0.02,) * 3,
) -> Sheet:
    """An even sheet."""
    window = Window.whole(size, SHEET_DPI)
    return Sheet(
        window,
        np.full((*window.shape, 3), visible, np.float32),
        np.full(window.shape, infrared, np.float32),
        np.full((*window.shape, 3), glow, np.float32),
    )


def copy_of(one: Sheet, gloss: float = 0.0, radius: float = 3.18) -> PrintedCopy:
    """A copy whose only face shows a sheet."""
    day = dt.date(2020, 1, 1)
    face = Face("data", one.window.face, radius, "security_paper", (), (), ())
    model = DocumentModel(
        "even",
        "Even",
        State("UTO", "Utopia", "UTOPIAN", (), "x"),
        "TD3",
        "P",
        10,
        (),
        (face,),
        "0" * 64,
        Path(),
    )
    holder = Holder(cast("Portrait", None), "F", day, day, day, "U1", (), (), 1)
    return PrintedCopy(model, holder, (PrintedFace(face, one, (), gloss),))


def dots(size: tuple[float, float]) -> NDArray[np.float64]:
    """Middles of the dots of a dotted sheet, in mm: a grid, and its corners near those of the face."""
    x = np.linspace(6.0, size[0] - 6.0, 6)
    y = np.linspace(6.0, size[1] - 6.0, 4)
    return np.array([(a, b) for a in x for b in y])


def dotted(size: tuple[float, float]) -> Sheet:
    """A pale sheet with dots that are black under white and infrared light, and bright under ultraviolet."""
    one = sheet(size)
    turn = np.linspace(0, 2 * np.pi, 65)
    circle = DOT_MM * np.column_stack((np.cos(turn), np.sin(turn)))
    cover = rasterise([Area((circle + middle,)) for middle in dots(size)], one.window) / np.float32(255)
    one.visible *= 1 - 0.95 * cover[..., None]
    one.infrared *= 1 - 0.95 * cover
    one.glow += cover[..., None] * np.float32(0.5)
    return one


def seen_at(shot: Shot, middle: NDArray[np.float64]) -> NDArray[np.float64]:
    """Where a picture shows a dot: the middle of gravity of what differs from the ground about it."""
    x, y = shot.to_pixels(middle[None])[0]
    reach = 2.2 * DOT_MM * np.abs(shot.to_pixels(middle + np.array([[1.0, 0.0]]))[0] - (x, y)).max()
    left, top = int(x - reach), int(y - reach)
    part = shot.pixels[top : int(y + reach) + 1, left : int(x + reach) + 1].astype(np.float32)
    grey = part if part.ndim == 2 else part.mean(axis=2)
    grey = cv2.GaussianBlur(grey, (0, 0), reach / 12)
    ground = np.median(np.concatenate((grey[0], grey[-1], grey[:, 0], grey[:, -1])))
    weight = np.abs(grey - ground)
    weight[weight < 0.35 * weight.max()] = 0
    rows, columns = np.mgrid[: grey.shape[0], : grey.shape[1]] + 0.5
    return np.array([(weight * columns).sum(), (weight * rows).sum()]) / weight.sum() + (left, top)


def errors(shot: Shot, middles: NDArray[np.float64]) -> NDArray[np.float64]:
    """How far each dot is from where the shot says, in px."""
    found = np.array([seen_at(shot, middle) for middle in middles])
    return np.asarray(np.hypot(*(found - shot.to_pixels(middles)).T))


def middle_of(shot: Shot) -> NDArray[np.float64]:
    """The mean of what a picture shows of the middle of the face, channel by channel."""
    width, height = shot.face
    (x, y), *_ = shot.to_pixels(np.array([[width / 2, height / 2]]))
    part = shot.pixels[int(y) - 40 : int(y) + 40, int(x) - 40 : int(x) + 40]
    return np.asarray(part.reshape(80 * 80, -1).mean(axis=0))
