"""The last step: size and file, drawn alike for every document, whatever was done to it.

All shots of a set share one step. Nothing about the document may enter here: a step that knew whether a
document is altered would teach a check the history of the file in place of the document.
"""

import struct
import zlib
from dataclasses import dataclass, replace
from typing import Literal

import cv2
import numpy as np

from docdesk.imaging.encoding import png
from docdesk.synthesis.capturing.sensor import Pixels
from docdesk.synthesis.capturing.shot import Shot

FileKind = Literal["jpeg", "png"]
Subsampling = Literal["4:4:4", "4:2:2", "4:2:0"]

_FACTORS: dict[Subsampling, int] = {
    "4:4:4": cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444,
    "4:2:2": cv2.IMWRITE_JPEG_SAMPLING_FACTOR_422,
    "4:2:0": cv2.IMWRITE_JPEG_SAMPLING_FACTOR_420,
}

_JFIF = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"
"""How a JPEG of ours begins; its version follows in two bytes, then unit and density (ITU-T T.871)."""

_DENSITY_AT = len(_JFIF) + 2

_PER_INCH = 1
_PER_METRE = 1
"""JFIF's and PNG's numbers for their units."""

_PNG_HEADER_END = 33
"""Signature and IHDR; pHYs may follow at once (PNG, 5.6)."""


@dataclass(frozen=True, slots=True)
class LastStep:
    """What becomes of a picture between device and file.

    Attributes:
        scale: of the long side, at most 1.
        kind: of file.
        quality: of a JPEG, 1 to 100.
        subsampling: of its colours.
    """

    scale: float
    kind: FileKind
    quality: int
    subsampling: Subsampling

    @property
    def suffix(self) -> str:
        """Return the ending of a file's name."""
        return {"jpeg": ".jpg", "png": ".png"}[self.kind]


@dataclass(frozen=True, slots=True)
class LastStepLimits:
    """From what a last step is drawn.

    Attributes:
        scale: least and greatest, where the size is changed.
        whole: share of sets that keep their size.
        quality: least and greatest.
        subsamplings: each as likely as the others.
        png: share of sets kept without loss.
    """

    scale: tuple[float, float] = (0.75, 1.0)
    whole: float = 0.6
    quality: tuple[int, int] = (80, 96)
    subsamplings: tuple[Subsampling, ...] = ("4:4:4", "4:2:2", "4:2:0")
    png: float = 0.05


USUAL = LastStepLimits()
"""Readers save JPEG of good quality at full size; a quarter less still leaves 300 ppi of their 400."""


def draw_last_step(rng: np.random.Generator, limits: LastStepLimits = USUAL) -> LastStep:
    """Return a last step; always as many draws, so that no limit shifts another's chance."""
    whole, share, quality, subsampling, lossless = rng.random(5)
    least, greatest = limits.scale
    lowest, highest = limits.quality
    return LastStep(
        1.0 if whole < limits.whole else float(least + share * (greatest - least)),
        "png" if lossless < limits.png else "jpeg",
        lowest + int(quality * (highest - lowest + 1)),
        limits.subsamplings[int(subsampling * len(limits.subsamplings))],
    )


def finish(shot: Shot, step: LastStep) -> tuple[bytes, Shot]:
    """Return a file's bytes, and the shot as the file shows it (before the loss of a JPEG)."""
    finished = _scaled(shot, step.scale)
    if step.kind == "png":
        return _with_png_density(png(finished.pixels), finished.ppi), finished
    return _with_jpeg_density(_jpeg(finished.pixels, step), finished.ppi), finished


def _scaled(shot: Shot, scale: float) -> Shot:
    rows, columns = shot.pixels.shape[:2]
    size = max(1, round(columns * scale)), max(1, round(rows * scale))
    if size == (columns, rows):
        return shot
    across, down = size[0] / columns, size[1] / rows
    pixels: Pixels = np.asarray(cv2.resize(shot.pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
    return replace(
        shot,
        pixels=pixels,
        ppi=None if shot.ppi is None else float(round(shot.ppi * scale)),  # JFIF states whole numbers
        homography=np.diag([across, down, 1.0]) @ shot.homography,
    )


def _jpeg(pixels: Pixels, step: LastStep) -> bytes:
    options = [cv2.IMWRITE_JPEG_QUALITY, step.quality]
    if pixels.ndim == 3:
        pixels = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR), np.uint8)
        options += [cv2.IMWRITE_JPEG_SAMPLING_FACTOR, _FACTORS[step.subsampling]]
    _, encoded = cv2.imencode(".jpg", pixels, options)
    return encoded.tobytes()


def _with_jpeg_density(file: bytes, ppi: float | None) -> bytes:
    """Return a JPEG that states its resolution, where it has one."""
    if ppi is None:
        return file
    density = struct.pack(">BHH", _PER_INCH, round(ppi), round(ppi))
    return file[:_DENSITY_AT] + density + file[_DENSITY_AT + len(density) :]


def _with_png_density(file: bytes, ppi: float | None) -> bytes:
    if ppi is None:
        return file
    per_metre = round(ppi / 0.0254)
    body = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, _PER_METRE)
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return file[:_PNG_HEADER_END] + chunk + file[_PNG_HEADER_END:]
