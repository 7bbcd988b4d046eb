"""A small document model, its holder and a portrait: what the press is tried with."""

import datetime as dt
import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import cv2
import numpy as np

from docdesk.synthesis.drawing import Area, Drawing
from docdesk.synthesis.materials.inks import Ink
from docdesk.synthesis.models.model import DocumentModel, Face, Field, Layer, State
from docdesk.synthesis.people.holder import Holder
from docdesk.synthesis.people.portraits import Portrait

SIZE = (60.0, 42.0)
"""mm; a whole number of pixels neither at 600 nor at 1200 dpi."""


@dataclass(frozen=True, slots=True)
class Patch:
    """A filled box, as art."""

    box: tuple[float, float, float, float]

    def draw(self) -> Drawing:
        left, bottom, width, height = self.box
        right, top = left + width, bottom + height
        return (Area((np.array([[left, bottom], [right, bottom], [right, top], [left, top]]),)),)

    def texts(self) -> tuple[str, ...]:
        return ()


INKS = (
    ("black", Ink(((0.02, 0.02, 0.02),), infrared=0.95, quenching=0.9)),
    ("blue", Ink(((0.1, 0.2, 0.6),), infrared=0.0, quenching=0.2)),
    ("red_glow", Ink(((1.0, 1.0, 1.0),), infrared=0.0, glow=(0.6, 0.1, 0.0))),
)


def layer(name: str, box: tuple[float, float, float, float], ink: str, **more: object) -> Layer:
    return replace(Layer(name, Patch(box), ink, "offset"), **more)


def model(*layers: Layer, fields: tuple[Field, ...] = ()) -> DocumentModel:
    face = Face("data", SIZE, 3.0, "polycarbonate", layers, fields, ())
    state = State("UTO", "Utopia", "UTOPIAN", ("Amaurot",), "utopia")
    sha256 = hashlib.sha256(repr((layers, fields)).encode()).hexdigest()
    return DocumentModel("small", "Small", state, "TD3", "P", 10, INKS, (face,), sha256, Path())


def holder(face: Portrait | None = None, **texts: str) -> Holder:
    day = dt.date(2020, 1, 1)
    written = tuple({"surname": "ERIKSSON", "number": "U123456", **texts}.items())
    return Holder(cast("Portrait", face), "F", day, day, day, "U123456", written, (), 7)


def portrait(folder: Path, skin: tuple[int, int, int] = (90, 60, 50)) -> Portrait:
    """A dark square on white, kept as the set of portraits keeps them."""
    pixels = np.full((1063, 827, 3), 245, np.uint8)
    pixels[300:800, 200:627] = skin
    pixels[450:600, 300:527] = [channel // 3 for channel in skin]
    shape = np.zeros((1063, 827), np.uint8)
    shape[300:800, 200:627] = 255
    files = []
    for name, picture in (("one.png", pixels), ("one-matte.png", shape)):
        content = cv2.imencode(".png", picture)[1].tobytes()
        (folder / name).write_bytes(content)
        files.append((folder / name, hashlib.sha256(content).hexdigest()))
    (picture, picture_sha256), (matte, matte_sha256) = files
    return Portrait(
        "one", "F", 40, ((330.0, 480.0), (500.0, 480.0)), (413.0, 300.0), (413.0, 800.0),
        picture, matte, picture_sha256, matte_sha256,
    )  # fmt: skip
