"""Portraits of people who do not exist: the set that ships with docdesk, and no other.

Every face was mixed at random from shapes by `packaging/portraits`; nobody sat for any of them. A document
that shows a real person's face would be of use to a forger, so the list of portraits is known to the program
by its digest, and each picture to the list by its own: what anybody puts beside or in place of them is
refused.
"""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message

LIST = "portraits.toml"
LIST_SHA256 = "cf8ddd6ba13548c7ef38542702f2f4c3b919a9104946cb30289a31266ae4cc28"
"""Of the list that ships; `packaging/portraits` prints it when it draws the set anew."""

SIZE = 827, 1063
"""Width and height of every portrait and matte in pixels: 35 x 45 mm at 600 dpi."""

Point = tuple[float, float]
"""A place in the picture: px to the right and px down from its upper left corner."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """One face of the set, as its list describes it.

    Attributes:
        name: in the list, say `p01`.
        sex: that the face shows.
        age: that the face shows, in years, roughly.
        eyes: centres of the pupils, left one in the picture first.
        crown, chin: highest point of the skull under the hair, and lowest point of the chin, in the picture.
        picture, matte: the files.
        picture_sha256, matte_sha256: of their bytes.
    """

    name: str
    sex: Literal["F", "M"]
    age: int
    eyes: tuple[Point, Point]
    crown: Point
    chin: Point
    picture: Path
    matte: Path
    picture_sha256: str
    matte_sha256: str


def load_portraits(folder: Path) -> tuple[Portrait, ...]:
    """Return the portraits of the folder in the order of their list, each of its files checked.

    Raises:
        WrongUse: the list is not the one that ships, or a file is missing or is not the one it names.
    """
    content = _content(folder / LIST)
    if hashlib.sha256(content).hexdigest() != LIST_SHA256:
        raise WrongUse(Message.of("synthesis.portrait_list_foreign", file=LIST))
    portraits = tuple(_portrait(folder, entry) for entry in tomllib.loads(content.decode())["portrait"])
    for portrait in portraits:
        _known(portrait.picture, portrait.picture_sha256)
        _known(portrait.matte, portrait.matte_sha256)
    return portraits


def pixels(portrait: Portrait) -> NDArray[np.uint8]:
    """Return the picture, rows x columns x RGB.

    Raises:
        WrongUse: the file is missing or is no longer the one that the list names.
    """
    content = _known(portrait.picture, portrait.picture_sha256)
    return _decoded(content, cv2.IMREAD_COLOR_RGB)


def matte(portrait: Portrait) -> NDArray[np.uint8]:
    """Return how far each pixel shows the person, rows x columns: 0 background, 255 person alone.

    Raises:
        WrongUse: the file is missing or is no longer the one that the list names.
    """
    content = _known(portrait.matte, portrait.matte_sha256)
    return _decoded(content, cv2.IMREAD_GRAYSCALE)


def _portrait(folder: Path, entry: Mapping[str, Any]) -> Portrait:
    left, right = entry["eyes"]
    name = entry["name"]
    return Portrait(
        name=name,
        sex=entry["sex"],
        age=entry["age"],
        eyes=((left[0], left[1]), (right[0], right[1])),
        crown=(entry["crown"][0], entry["crown"][1]),
        chin=(entry["chin"][0], entry["chin"][1]),
        picture=folder / f"{name}.jpg",
        matte=folder / f"{name}-matte.png",
        picture_sha256=entry["picture_sha256"],
        matte_sha256=entry["matte_sha256"],
    )


def _known(file: Path, sha256: str) -> bytes:
    """Return the bytes of a file if they are those that are expected."""
    content = _content(file)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise WrongUse(Message.of("synthesis.portrait_foreign", file=file.name))
    return content


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise WrongUse(Message.of("synthesis.portrait_missing", file=file.name)) from error


def _decoded(content: bytes, how: int) -> NDArray[np.uint8]:
    """Decode bytes whose digest is known, so that they are sure to be a picture."""
    image = cv2.imdecode(np.frombuffer(content, np.uint8), how)
    assert image is not None, "a known file is a picture"
    return np.asarray(image, np.uint8)
