"""Whole documents of states that do not exist, as pages to look at: drawn once, with the truth about each."""

import json
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.mrz.geometry import PITCH_MM
from models.mrz.pages import Page, Printed

PLAN: Final = Path(__file__).with_name("documents.toml")

FINEST: Final = 22.0
"""Pitch in pixels at which captures are kept: 300 of them take some 300 MB, and views are seldom nearer."""

SOUGHT: Final = ("VIS", "IR")
"""Lights in which an MRZ shows; under ultraviolet it may or may not, and such captures teach nothing."""

WIPED: Final = 0.2
"""Share of pages whose MRZ is smeared away: all about it is as it is beside one, and it is none."""


def drawn(folder: Path) -> Path:
    """Return the folder of drawn documents, after having them drawn if they are not there yet."""
    if not (folder / "done").exists():
        program = [sys.executable, "-m", "docdesk", "synthesise"]
        subprocess.run([*program, "--plan", str(PLAN), "--out", str(folder), "--jobs", "1"], check=True)
        (folder / "done").touch()
    return folder


@dataclass(frozen=True, slots=True, eq=False)
class Documents:
    """The captures of a folder, each read when it is first asked for and kept."""

    folder: Path
    captures: tuple[dict[str, Any], ...]
    kept: dict[int, Page] = field(default_factory=dict)

    def page(self, rng: np.random.Generator) -> Page:
        """Return a capture of a document, lit as it is or lighter or darker; now and then without its MRZ."""
        number = int(rng.integers(len(self.captures)))
        if number not in self.kept:
            self.kept[number] = _read(self.folder, self.captures[number], rng)
        page = self.kept[number]
        picture = page.picture.astype(np.float32)
        low, high = np.percentile(picture[::8, ::8], (2, 98))
        dark = rng.uniform(0, 90)
        light = rng.uniform(dark + 60, 255)
        if rng.random() < 0.5 and high > low + 10:
            picture = np.clip((picture - low) * ((light - dark) / (high - low)) + dark, 0, 255)
        if page.lines and rng.random() < WIPED:
            return Page(_smeared(picture, page), (), page.pitch)
        return Page(np.asarray(picture, np.float32), page.lines, page.pitch)


def documents(folder: Path) -> Documents:
    """Return the captures of a folder in which an MRZ shows if there is one."""
    truths = (json.loads(path.read_text()) for path in sorted((folder / "truth").glob("*.json")))
    captures = (capture for truth in truths for capture in truth["captures"])
    return Documents(folder, tuple(capture for capture in captures if capture["light"] in SOUGHT))


def _read(folder: Path, capture: dict[str, Any], rng: np.random.Generator) -> Page:
    """Return a capture in one of the greys that its colours may turn into."""
    colours = cv2.imread(str(folder / capture["file"])).astype(np.float32)
    weights = rng.dirichlet((2, 6, 4)) if rng.random() < 0.5 else np.array([0.114, 0.587, 0.299])
    pitch = _pitch(capture)
    scale = min(1.0, FINEST / pitch)
    size = (round(colours.shape[1] * scale), round(colours.shape[0] * scale))
    grey = cv2.resize(colours @ weights.astype(np.float32), size, interpolation=cv2.INTER_AREA)
    lines = tuple(_line(item, scale) for item in capture["items"] if item["kind"] == "mrz")
    return Page(np.asarray(np.round(grey), np.uint8), lines, pitch * scale)


def _pitch(capture: dict[str, Any]) -> float:
    """Return the pitch that OCR-B has on this capture in pixels."""
    corners = np.array(capture["corners_px"])
    sides = np.linalg.norm(corners - np.roll(corners, -1, axis=0), axis=1)
    around_mm = 2 * sum(capture["size_mm"])
    return float(sides.sum() / around_mm * PITCH_MM)


def _line(item: dict[str, Any], scale: float) -> Printed:
    """Return a line whose ink fills this box."""
    quad = (np.array(item["quad_px"]) + 0.5) * scale - 0.5
    begin, end = (quad[0] + quad[3]) / 2, (quad[1] + quad[2]) / 2
    count, wide = len(item["text"]), item["box_mm"][2]
    spare = (count * PITCH_MM - wide) / 2 / wide
    places = np.linspace(-spare, 1 + spare, count + 1)[:, None]
    between = begin + (end - begin) * places
    return Printed(between, (quad[3] + quad[2] - quad[0] - quad[1]) / 4)


def _smeared(picture: NDArray[np.float32], page: Page) -> NDArray[np.float32]:
    """Return the picture with its MRZ smeared along and across until no character is left."""
    soft = cv2.blur(picture, (int(page.pitch * 4) | 1, int(page.pitch) | 1))
    mask = np.zeros(picture.shape, np.float32)
    for line in page.lines:
        ends = line.between[[0, -1]]
        ring = np.concatenate([ends - 2 * line.foot, (ends + 2 * line.foot)[::-1]])
        cv2.fillPoly(mask, [np.round(ring).astype(np.int32)], 1.0)
    mask = cv2.blur(mask, (int(page.pitch) | 1, int(page.pitch) | 1))
    return np.asarray(picture + (soft - picture) * mask, np.float32)
