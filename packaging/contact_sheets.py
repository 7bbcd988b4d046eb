"""Draws the contact sheets of the guide from documents that `docdesk synthesise` made.

    python packaging/contact_sheets.py MADE [FOLDER]

MADE is the folder of a plan, FOLDER where the two pictures go: docs/contact_sheets if not
given. The first shows each side of every document that was issued so, under each light; the second each
alteration of a side that was captured under three lights, and its mask.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.lettering.setting import set_line
from docdesk.synthesis.rasterising import Window, rasterise

Picture = NDArray[np.uint8]

LIGHTS = ("VIS", "IR", "UV")
PAPER = (245, 245, 243)
WRITING = (40, 44, 52)
GAP = 14
CAPTION = 26
QUALITY = 82
"""Of the JPEG: lines stay lines, and a sheet stays under a megabyte."""


def main() -> None:
    """Draw both sheets."""
    arguments = argparse.ArgumentParser(description="Draws the contact sheets of the guide.")
    arguments.add_argument("made", type=Path, help="what docdesk synthesise made")
    arguments.add_argument("folder", type=Path, nargs="?", default=Path("docs/contact_sheets"))
    given = arguments.parse_args()
    truths = [
        json.loads(file.read_text(encoding="utf-8")) for file in sorted((given.made / "truth").glob("*.json"))
    ]
    issued = [truth for truth in truths if truth["genuine"] and truth["device"] == "reader"]
    forged = [truth for truth in truths if not truth["genuine"] and truth["device"] == "reader"]
    _write(given.folder / "documents.jpg", [row for truth in issued for row in _rows(given.made, truth, 460)])
    _write(
        given.folder / "alterations.jpg", [row for truth in forged for row in _rows(given.made, truth, 340)]
    )


def _rows(made: Path, truth: dict[str, Any], width: int) -> Iterable[Picture]:
    """Yield a row for each side: its captures, and the mask of what was done to it."""
    masks = {mask["side"]: mask["file"] for each in truth["alterations"] for mask in each["masks"]}
    for side in dict.fromkeys(capture["side"] for capture in truth["captures"]):
        if masks and side not in masks:
            continue
        shown = {c["light"]: made / c["file"] for c in truth["captures"] if c["side"] == side}
        tiles = [_tile(cv2.imread(str(shown[light])), width) for light in LIGHTS if light in shown]
        what = [f"{truth['model']}, {side}"]
        if masks:
            tiles.append(_tile(cv2.imread(str(made / masks[side])), width))
            what = [
                f"{each['name'].replace('_', ' ')} ({each['code']})" for each in truth["alterations"]
            ] + what
        yield _row(tiles, " · ".join(what))


def _tile(picture: Picture | None, width: int) -> Picture:
    if picture is None:
        raise SystemExit("docdesk: a capture or a mask is missing.")
    height = round(picture.shape[0] * width / picture.shape[1])
    return np.asarray(cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA), np.uint8)


def _row(tiles: Sequence[Picture], caption: str) -> Picture:
    height = max(tile.shape[0] for tile in tiles)
    width = sum(tile.shape[1] + GAP for tile in tiles) + GAP
    row = np.full((height + CAPTION + GAP, width, 3), PAPER, np.uint8)
    left = GAP
    for tile in tiles:
        row[CAPTION : CAPTION + tile.shape[0], left : left + tile.shape[1]] = tile
        left += tile.shape[1] + GAP
    _caption(row, caption)
    return row


def _caption(row: Picture, words: str) -> None:
    """Write above the tiles, in a font that docdesk has."""
    window = Window((row.shape[1] * 25.4 / 100, CAPTION * 25.4 / 100), 100, 0, 0, row.shape[1], CAPTION)
    ink = rasterise(set_line(words, (GAP * 25.4 / 100, 2.0), 2.6, "sans_semibold"), window)[..., None] / 255
    row[:CAPTION] = (row[:CAPTION] * (1 - ink) + np.array(WRITING[::-1]) * ink).astype(np.uint8)


def _write(file: Path, rows: Sequence[Picture]) -> None:
    if not rows:
        raise SystemExit("docdesk: the folder holds no captures of a reader.")
    width = max(row.shape[1] for row in rows)
    padded = [
        cv2.copyMakeBorder(row, 0, 0, 0, width - row.shape[1], cv2.BORDER_CONSTANT, value=PAPER)
        for row in rows
    ]
    cv2.imwrite(str(file), np.vstack(padded), (cv2.IMWRITE_JPEG_QUALITY, QUALITY))


if __name__ == "__main__":
    main()
