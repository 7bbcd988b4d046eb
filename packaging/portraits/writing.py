"""The folder of portraits: pictures, mattes, and the list that names them all."""

import hashlib
from pathlib import Path

import cv2
import numpy as np
from people import Person
from portrait import Drawn

_QUALITY = 92
_MATTE_STEPS = 32
"""A matte of so many greys cannot be told from one of 256 on a picture, and takes half the space."""

_HEAD = (
    "# Portraits of people who do not exist, drawn by packaging/portraits: mixtures of shapes at random.\n"
    "# 827 x 1063 px, 35 x 45 mm at 600 dpi. "
    "Places are px to the right and px down; eyes: left one in the picture first.\n"
)


def write_portrait(folder: Path, person: Person, drawn: Drawn) -> str:
    """Write picture and matte; return their entry in the list."""
    entry = [("picture", _jpeg(drawn)), ("matte", _png(drawn))]
    names = {"picture": f"{person.name}.jpg", "matte": f"{person.name}-matte.png"}
    for kind, content in entry:
        (folder / names[kind]).write_bytes(content)
    digests = [f'{kind}_sha256 = "{hashlib.sha256(content).hexdigest()}"' for kind, content in entry]
    left, right = drawn.eyes
    lines = [
        "[[portrait]]",
        f'name = "{person.name}"',
        f'sex = "{person.sex}"',
        f"age = {round(person.form.age)}",
        f"eyes = [[{left[0]}, {left[1]}], [{right[0]}, {right[1]}]]",
        f"crown = [{drawn.crown[0]}, {drawn.crown[1]}]",
        f"chin = [{drawn.chin[0]}, {drawn.chin[1]}]",
        *digests,
    ]
    return "\n".join(lines) + "\n"


def write_list(folder: Path, entries: list[str]) -> str:
    """Write the list of all portraits; return its digest, by which docdesk knows it."""
    content = "\n".join([_HEAD, *entries]).encode()
    (folder / "portraits.toml").write_bytes(content)
    return hashlib.sha256(content).hexdigest()


def _jpeg(drawn: Drawn) -> bytes:
    options = [
        cv2.IMWRITE_JPEG_QUALITY,
        _QUALITY,
        cv2.IMWRITE_JPEG_SAMPLING_FACTOR,
        cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444,
        cv2.IMWRITE_JPEG_OPTIMIZE,
        1,
    ]
    done, content = cv2.imencode(".jpg", cv2.cvtColor(drawn.picture, cv2.COLOR_RGB2BGR), options)
    assert done
    return content.tobytes()


def _png(drawn: Drawn) -> bytes:
    steps = _MATTE_STEPS - 1
    few = np.round(np.round(drawn.matte / 255 * steps) * 255 / steps).astype(np.uint8)
    done, content = cv2.imencode(".png", few, [cv2.IMWRITE_PNG_COMPRESSION, 9])
    assert done
    return content.tobytes()
