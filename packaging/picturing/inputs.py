"""What the pictures show: the samples, and what can be made of them for the states that no sample has."""

import csv
import shutil
from pathlib import Path

import cv2
import numpy as np

SAMPLES = Path(__file__).resolve().parents[2] / "samples"

WRONG = "utopia-passport-wrong-digit.png"
GOOD = "utopia-passport-good.png"
LIGHTS = "utopia-lights"
CARD = "utopia-card"
STAINED = "stained-page.png"
NO_MRZ = "no-mrz.png"
DAMAGED = "damaged.png"
SINGLE = ("0001.png", "0002.png")
"""Two pictures of one document whose names do not tell that they belong together."""

ALL = (WRONG, GOOD, LIGHTS, CARD, STAINED, NO_MRZ, DAMAGED)
"""In the order of the strip."""

PX_PER_MM = 300 / 25.4
MARGIN = 5.0
"""Of the lid round the good passport, mm (samples/draw.py)."""

MRZ_LEFT, MRZ_PITCH = 6.0, 2.54
MRZ_CENTRES = (15.75, 9.40)
"""From the bottom edge of the page, mm (Doc 9303-4)."""

STAINS = ((0, 3), (1, 5), (1, 11))
"""Line and character, from 0, in the middle of each stain: in both codes of the state and in the number."""

STAIN_RADIUS, STAIN_BLUR = 3.7, 0.38
"""mm. Weaker ones leave every character certain, stronger ones leave nothing to compare by eye."""

STAIN_TINT = np.array([0.93, 0.96, 0.98], np.float32)
"""Of tea, blue first."""


def make_inputs(folder: Path) -> None:
    """Put everything that is shown into a folder."""
    for name in (WRONG, GOOD):
        shutil.copyfile(SAMPLES / name, folder / name)
    for name in (LIGHTS, CARD):
        shutil.copytree(SAMPLES / name, folder / name)
    _stain(SAMPLES / GOOD, folder / STAINED)
    shutil.copyfile(SAMPLES / CARD / "front.png", folder / NO_MRZ)
    whole = (SAMPLES / GOOD).read_bytes()
    (folder / DAMAGED).write_bytes(whole[: len(whole) // 2])
    for name, light in zip(SINGLE, ("vis", "uv"), strict=True):
        shutil.copyfile(SAMPLES / LIGHTS / f"{light}.png", folder / name)


def truth_of_good() -> tuple[str, str]:
    """Return the lines that the good passport, and so the stained one, really shows."""
    with (SAMPLES / "truth.csv").open(encoding="utf-8", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row["file"] == GOOD)
    return row["line1"], row["line2"]


def _stain(path: Path, to: Path) -> None:
    """Write a copy of the page on which three spots have run."""
    page = cv2.imread(str(path))
    if page is None:
        raise FileNotFoundError(path)
    height, width = page.shape[:2]
    mask = np.zeros((height, width), np.float32)
    radius = STAIN_RADIUS * PX_PER_MM
    for line, index in STAINS:
        x = (MARGIN + MRZ_LEFT + MRZ_PITCH * (index + 0.5)) * PX_PER_MM
        y = height - (MARGIN + MRZ_CENTRES[line]) * PX_PER_MM
        cv2.ellipse(mask, (round(x), round(y)), (round(1.2 * radius), round(radius)), 0, 0, 360, 1.0, -1)
    soft = cv2.GaussianBlur(mask, (0, 0), radius / 4)[:, :, None]
    run = cv2.GaussianBlur(page, (0, 0), STAIN_BLUR * PX_PER_MM).astype(np.float32) * STAIN_TINT
    cv2.imwrite(str(to), (page * (1 - soft) + run * soft).astype(np.uint8))
