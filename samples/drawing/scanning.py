"""What a scanner or a three-light reader makes of a sheet: lid, edges, slight blur, faint noise, PNG."""

from pathlib import Path
from typing import Literal

import cv2
import numpy as np
from PIL import Image

from drawing.sheet import PIXELS_PER_MM, Mask, Plane, Sheet

Light = Literal["white", "infrared", "ultraviolet"]

PIXELS_PER_INCH = 300
CORNER = 3.18
"""Radius of the corners in mm (Doc 9303-4 and ISO/IEC 7810)."""
BLUR = 0.55
NOISE = 0.55
STEP, COLOURS = 4, 256
HUE_BEFORE_BRIGHTNESS = (0.8, 2.0, 2.0)
"""Tones are rounded to steps, colours to a palette: the eye sees neither, and the file shrinks to a third."""

LID = {"white": (0.235, 0.245, 0.255), "infrared": (0.07, 0.07, 0.07), "ultraviolet": (0.012, 0.010, 0.020)}
UV_LEAK = np.array([0.082, 0.072, 0.165], np.float32)
"""The little violet that the UV lamp itself throws back from dull paper."""


def scan(sheet: Sheet, light: Light, *, margin: float, tilt: float, seed: int) -> Mask:
    """A picture of the sheet under one light, `margin` mm of lid around it, turned by `tilt` degrees."""
    seen = _seen(sheet, light)
    rows, columns = (
        2 * round((side + 2 * margin) * PIXELS_PER_MM / 2) for side in (sheet.height, sheet.width)
    )
    turn = cv2.getRotationMatrix2D((seen.shape[1] / 2, seen.shape[0] / 2), tilt, 1.0)
    turn[:, 2] += (columns - seen.shape[1]) / 2, (rows - seen.shape[0]) / 2
    shape = _outline(sheet)
    page = cv2.warpAffine(
        seen, turn, (columns, rows), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    cover = cv2.warpAffine(shape, turn, (columns, rows), flags=cv2.INTER_LINEAR)[:, :, None]
    lid = np.empty((rows, columns, 3), np.float32)
    lid[:] = LID[light]
    lid *= np.linspace(1.06, 0.96, columns, dtype=np.float32)[None, :, None]
    shadow = cv2.GaussianBlur(np.roll(cover[:, :, 0], (14, 9), (0, 1)), (0, 0), 11)
    lid *= 1 - np.float32(0.45) * np.asarray(shadow, np.float32)[:, :, None]
    picture = lid + cover * (page - lid)
    small = cv2.resize(
        np.asarray(picture, np.float32), (columns // 2, rows // 2), interpolation=cv2.INTER_AREA
    )
    return _digitised(np.asarray(cv2.GaussianBlur(small, (0, 0), BLUR), np.float32), light, seed)


def save(picture: Mask, path: Path) -> None:
    """Write a picture as PNG with its resolution."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image = _few_colours(picture) if picture.ndim == 3 else Image.fromarray(picture)
    image.save(path, optimize=True, dpi=(PIXELS_PER_INCH, PIXELS_PER_INCH))


def _seen(sheet: Sheet, light: Light) -> Plane:
    if light == "infrared":
        return np.repeat(sheet.infrared[:, :, None] * np.float32(0.96), 3, axis=2)
    if light == "ultraviolet":
        dull = sheet.visible.mean(axis=2, keepdims=True)
        halo = cv2.GaussianBlur(sheet.glow, (0, 0), 7)
        return np.asarray(UV_LEAK * dull + 0.88 * sheet.glow + 0.14 * halo, np.float32)
    return sheet.visible


def _outline(sheet: Sheet) -> Plane:
    rows, columns = sheet.infrared.shape
    radius = round(CORNER * PIXELS_PER_MM)
    mask = np.zeros((rows, columns), np.uint8)
    cv2.rectangle(mask, (radius, 0), (columns - 1 - radius, rows - 1), 255, -1)
    cv2.rectangle(mask, (0, radius), (columns - 1, rows - 1 - radius), 255, -1)
    for x in (radius, columns - 1 - radius):
        for y in (radius, rows - 1 - radius):
            cv2.circle(mask, (x, y), radius, 255, -1, cv2.LINE_AA)
    return np.asarray(mask, np.float32) / np.float32(255)


def _digitised(picture: Plane, light: Light, seed: int) -> Mask:
    dice = np.random.default_rng(seed)
    grain = cv2.GaussianBlur(dice.normal(size=picture.shape[:2]).astype(np.float32), (0, 0), 0.7) * 2 * NOISE
    tones = np.clip(picture * 255 + grain[:, :, None], 0, 255)
    rounded = np.clip(np.round(tones / STEP) * STEP, 0, 255).astype(np.uint8)
    return rounded[:, :, 0] if light == "infrared" else rounded


def _few_colours(picture: Mask) -> Image.Image:
    """The picture in a palette of its own, chosen with more care for hue than for brightness.

    A palette chosen by RGB alone would break the smooth run of the rainbow printing into steps.
    """
    split = cv2.cvtColor(picture, cv2.COLOR_RGB2YCrCb).astype(np.float32) - 128
    weighed = np.clip(split * np.array(HUE_BEFORE_BRIGHTNESS, np.float32) + 128, 0, 255).astype(np.uint8)
    chosen = Image.fromarray(weighed).quantize(
        COLOURS, Image.Quantize.MEDIANCUT, kmeans=3, dither=Image.Dither.NONE
    )
    index = np.asarray(chosen).ravel()
    pixels = np.maximum(np.bincount(index, minlength=COLOURS), 1)
    sums = [np.bincount(index, picture[:, :, channel].ravel(), COLOURS) for channel in range(3)]
    palette = np.stack(sums, axis=1) / pixels[:, None]
    order = np.argsort(palette.sum(axis=1), kind="stable")
    rank = np.argsort(order, kind="stable").astype(np.uint8)
    image = Image.fromarray(rank[index].reshape(picture.shape[:2]))
    image.putpalette(np.round(palette[order]).astype(np.uint8).tobytes())
    return image
