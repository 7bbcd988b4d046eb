"""How well a finder does on scenes with known lines: lines found and false, and how exact they are."""

from typing import Final

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from docdesk.engines.mrz_networks.finding import lines_of
from models.mrz.scenes import CELL, Scene

Floats = NDArray[np.float32]

COVERED: Final = 0.7
"""Part of a line's core that must be told for the line to count as found."""

TURNED: Final = 10.0
"""Degrees by which its direction may be wrong."""

SPREAD: Final = 5
"""Cells about a core in which a line found is no false one."""


def measured(net: torch.nn.Module, scenes: list[Scene], name: str) -> dict[str, float]:
    """Return figures of some scenes, by name.

    They are: lines found, found wrongly, and found upside down, as shares of all lines; scenes without a line
    in which one is found; and the mean errors of direction (degrees) and of pitch (as a part of it).
    """
    net.eval()
    lines = found = false = turned = bare = barren = 0
    ways: list[float] = []
    sizes: list[float] = []
    for scene in scenes:
        with torch.no_grad():
            told = net(torch.from_numpy(scene.picture.astype(np.float32) / 255)[None, None])[0].numpy()
        target = scene.target.astype(np.float32)
        wrong = _false(told, target)
        false += wrong
        if not target[0].any():
            bare += 1
            barren += wrong > 0
        for core in _cores(target):
            lines += 1
            way, size = _errors(told, target, core)
            turned += way > 90
            if (told[0][core] > 0).mean() >= COVERED and way < TURNED:
                found += 1
                ways.append(way)
                sizes.append(size)
    return {
        f"{name}_found": found / max(1, lines),
        "false": false / max(1, lines),
        "bare_false": barren / max(1, bare),
        "turned": turned / max(1, lines),
        "way_error": float(np.mean(ways)) if ways else 180.0,
        "pitch_error": float(np.mean(sizes)) if sizes else 1.0,
        "lines": lines,
    }


def _cores(target: Floats) -> list[NDArray[np.bool_]]:
    """Return the cells of each line that are at least half core and count."""
    sure = ((target[0] >= 0.5) & (target[4] > 0)).astype(np.uint8)
    count, labels = cv2.connectedComponents(sure, connectivity=8)
    cores = [labels == label for label in range(1, count)]
    return [core for core in cores if core.sum() >= 12]


def _errors(told: Floats, target: Floats, core: NDArray[np.bool_]) -> tuple[float, float]:
    """Return the error of direction in degrees and of the pitch as a part of it, over a line."""
    way, true = (array[1:3][:, core].mean(axis=1) for array in (told, target))
    turn = np.arctan2(way[0] * true[1] - way[1] * true[0], way @ true)
    return abs(float(np.degrees(turn))), abs(float((told[3] - target[3])[core].mean()))


def _false(told: Floats, target: Floats) -> int:
    """Return how many lines the reader would find where there are none."""
    near = cv2.dilate(
        np.maximum(target[0] > 0, target[4] == 0).astype(np.uint8), np.ones((SPREAD, SPREAD), np.uint8)
    )
    false = 0
    for line in lines_of(told):
        places = line.curve.at(np.linspace(0, line.curve.length, 24))
        cells = np.clip(np.round(places / CELL).astype(int), 0, (told.shape[2] - 1, told.shape[1] - 1))
        false += near[cells[:, 1], cells[:, 0]].mean() < 0.5
    return false
