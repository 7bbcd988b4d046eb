"""What the pictures show: samples, and what can be made of them for the states that no sample has."""

import json
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "documents"

WRONG = "digit-altered"
GOOD = "utopia-passport"
CARD = "norvalia-card"
PASTED = "photo-pasted"
STAINED = "stained-page.jpg"
NO_MRZ = "no-mrz.jpg"
DAMAGED = "damaged.jpg"
SINGLE = ("0001.jpg", "0002.jpg")
"""Two pictures of one document whose names do not tell that they belong together."""

ARRIVED = "data-vis.jpg"
"""Of the good passport, in white light."""

ALL = (WRONG, GOOD, CARD, PASTED, STAINED, NO_MRZ, DAMAGED)
"""In the order of the strip."""

MRZ_LEFT, MRZ_PITCH = 6.0, 2.54
MRZ_CENTRES = (15.75, 9.40)
"""From the bottom edge of the page, mm (Doc 9303-4)."""

STAINS = ((0, 3), (1, 5), (1, 11))
"""Line and character, from 0, in the middle of each stain: in both codes of the state and in the number."""

STAIN_RADIUS, STAIN_BLUR = 3.7, 0.52
"""mm. Under 0.42 the state is still certain, from 0.65 on so much is in doubt that a new capture is asked."""

STAIN_TINT = np.array([0.93, 0.96, 0.98], np.float32)
"""Of tea, blue first."""

QUALITY = [cv2.IMWRITE_JPEG_QUALITY, 95]
"""Nothing that is shown comes of saving."""


def make_inputs(folder: Path) -> None:
    """Put everything that is shown into a folder."""
    for name in (WRONG, GOOD, CARD, PASTED):
        shutil.copytree(_captures(name), folder / name)
    good = _captures(GOOD) / ARRIVED
    _stain(good, folder / STAINED)
    shutil.copyfile(_captures(CARD) / "front-vis.jpg", folder / NO_MRZ)
    whole = good.read_bytes()
    (folder / DAMAGED).write_bytes(whole[: len(whole) // 2])
    for name, light in zip(SINGLE, ("vis", "uv"), strict=True):
        shutil.copyfile(_captures(GOOD) / f"data-{light}.jpg", folder / name)


def truth_of_good() -> tuple[str, str]:
    """Return the lines that the good passport, and so the stained one, really shows."""
    first, second = _truth(GOOD)["mrz"]
    return first, second


def corners(name: str, item: str) -> list[tuple[float, float]]:
    """Return where something stands on a sample in white light, px: clockwise from its top-left corner."""
    (capture,) = (each for each in _truth(name)["captures"] if each["light"] == "VIS")
    found = next(each for each in capture["items"] if each["name"] == item)
    return [(x, y) for x, y in found["quad_px"]]


def _captures(name: str) -> Path:
    return SAMPLES / "captures" / name


@cache
def _truth(name: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((SAMPLES / "truth" / f"{name}.json").read_text(encoding="utf-8"))
    return told


def _stain(path: Path, to: Path) -> None:
    """Write a copy of the page on which three spots have run."""
    page = cv2.imread(str(path))
    if page is None:
        raise FileNotFoundError(path)
    (white,) = (each for each in _truth(GOOD)["captures"] if each["light"] == "VIS")
    to_px, per_mm = np.array(white["homography"]), white["ppi"] / 25.4
    mask = np.zeros(page.shape[:2], np.float32)
    radius = STAIN_RADIUS * per_mm
    for line, index in STAINS:
        x, y, scale = to_px @ (MRZ_LEFT + MRZ_PITCH * (index + 0.5), MRZ_CENTRES[line], 1)
        middle, half = (round(x / scale), round(y / scale)), (round(1.2 * radius), round(radius))
        cv2.ellipse(mask, middle, half, 0, 0, 360, 1.0, -1)
    soft = cv2.GaussianBlur(mask, (0, 0), radius / 4)[:, :, None]
    run = cv2.GaussianBlur(page, (0, 0), STAIN_BLUR * per_mm).astype(np.float32) * STAIN_TINT
    cv2.imwrite(str(to), (page * (1 - soft) + run * soft).astype(np.uint8), QUALITY)
