"""Whole pictures of pages with and without an MRZ, as hard as real ones or harder, for measuring a reader.

    python -m models.mrz.pictures FOLDER --count 300 --seed 1

writes `images/` and `truth.csv`, which `docdesk bench mrz FOLDER` reads. All is drawn by the ways of
degrading and in the fonts that are held out: no network learns from them.
"""

import argparse
import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.foundation.places import assets_folder
from models.mrz.backgrounds import desk, paper
from models.mrz.blocks import flat_block
from models.mrz.clutter import Stock, clutter, stock
from models.mrz.degrade import degraded
from models.mrz.settings import HELD_OUT, HELD_OUT_OCR_B, Settings

Floats = NDArray[np.float32]

WITHOUT: Final = 0.2
"""Share of pictures that show no MRZ."""

SAMPLED: Final = 2.0
"""Pages are drawn at most twice as fine as they are photographed, so that turning them loses nothing."""

COLUMNS: Final = ("file", "line1", "line2", "line3", "difficulty", "condition_notes")


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A picture, the lines printed on it, and how it was made, in words."""

    picture: NDArray[np.uint8]
    lines: tuple[str, ...]
    notes: str


def random_picture(rng: np.random.Generator, settings: Settings, kit: Stock) -> Made:
    """Return one picture of one page."""
    pitch = float(np.exp(rng.uniform(np.log(settings.pitch[0]), np.log(settings.pitch[1]))))
    drawn = min(pitch * SAMPLED, 44.0) if pitch < 22 else pitch
    page, lines = _page(rng, settings, kit, drawn)
    seen, how = _photographed(page, pitch / drawn, pitch, rng)
    return Made(degraded(seen, pitch, rng, settings), lines, f"pitch {pitch:.1f} px; {how}")


def _page(
    rng: np.random.Generator, settings: Settings, kit: Stock, pitch: float
) -> tuple[Floats, tuple[str, ...]]:
    """Return a page in grey with what is printed on it."""
    block = flat_block(rng, settings, pitch)
    tall, wide = block.picture.shape
    beside = pitch * rng.uniform(0, 3)
    shape = (int(tall + pitch * rng.uniform(8, 30)), int(wide + 2 * beside))
    page = paper(rng, shape, pitch)
    if rng.random() < 0.8:  # else the MRZ stands on a strip of another tone
        page += np.median(block.picture) - np.median(page)
    clutter(page, rng, pitch, kit, int(rng.integers(8, 30)))
    if rng.random() < WITHOUT:
        return page, ()
    top = shape[0] - tall - int(pitch * rng.uniform(0, 3))
    left = int(beside)
    if rng.random() < 0.25:  # a card whose MRZ stands above something else
        top = int(rng.uniform(0, top))
    part = page[top : top + tall, left : left + wide]
    edge = np.minimum.outer(_ramp(tall, pitch), _ramp(wide, pitch))
    part += (block.picture - part) * edge
    return page, tuple(line.text for line in block.lines)


def _ramp(length: int, width: float) -> Floats:
    at = np.arange(length, dtype=np.float32)
    return np.clip(np.minimum(at, length - 1 - at) / np.float32(width), 0, 1)


def _photographed(page: Floats, scale: float, pitch: float, rng: np.random.Generator) -> tuple[Floats, str]:
    """Return the page scaled, turned, leaning and bent on a desk; all of it is on the picture."""
    height, width = page.shape
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], float)
    kind = rng.random()
    if kind < 0.35:
        degrees = rng.normal(0, 1.5)
    elif kind < 0.6:
        degrees = rng.normal(0, 8)
    elif kind < 0.85:
        degrees = 90 * rng.integers(1, 4) + rng.normal(0, 3)
    else:
        degrees = rng.uniform(0, 360)
    angle = np.radians(degrees)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    lean = rng.normal(0, 0.025, (4, 2)) * width if rng.random() < 0.5 else np.zeros((4, 2))
    placed = ((corners + lean) * scale) @ turn.T
    room = pitch * rng.uniform(0, 5)
    placed += room - placed.min(axis=0)
    size = np.ceil(placed.max(axis=0) + room).astype(int)
    back = cv2.getPerspectiveTransform(placed.astype(np.float32), corners.astype(np.float32))
    grid = np.stack(np.meshgrid(np.arange(size[0]), np.arange(size[1])), axis=-1).astype(np.float32)
    at = cv2.perspectiveTransform(grid.reshape(1, -1, 2), back).reshape(grid.shape)
    bend = rng.normal(0, 0.6) * pitch / scale if rng.random() < 0.3 else 0.0
    if bend:
        at[..., 1] += np.float32(bend) * np.sin(2 * np.pi * at[..., 0] / (width * rng.uniform(0.8, 2.5)))
    if scale < 0.75:
        page = np.asarray(cv2.GaussianBlur(page, (0, 0), 0.4 / scale), np.float32)
    seen = cv2.remap(page, at[..., 0], at[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    inside = (at[..., 0] >= 0) & (at[..., 1] >= 0) & (at[..., 0] < width) & (at[..., 1] < height)
    ground = desk(rng, (int(size[1]), int(size[0])))
    return np.where(inside, seen, ground), f"turned by {degrees:.0f} degrees, bent by {bend * scale:.1f} px"


def main() -> None:
    """Write a folder of pictures from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plain", action="store_true", help="OCR-B only, less spoilt")
    chosen = parser.parse_args()
    settings = HELD_OUT_OCR_B if chosen.plain else HELD_OUT
    cv2.setNumThreads(1)
    kit = stock(assets_folder() / "portraits", held_out=True)
    rng = np.random.default_rng((chosen.seed, chosen.plain))
    (chosen.folder / "images").mkdir(parents=True, exist_ok=True)
    with (chosen.folder / "truth.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for number in range(chosen.count):
            made = random_picture(rng, settings, kit)
            name = f"{number:04d}.png"
            cv2.imwrite(str(chosen.folder / "images" / name), made.picture)
            lines = (*made.lines, "", "", "")[:3]
            table.writerow([name, *lines, "made", made.notes])


if __name__ == "__main__":
    main()
