"""Where the committed samples lie, and what is true of them."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image

DOCUMENTS = Path(__file__).resolve().parents[2] / "samples" / "documents"


def folder(name: str) -> Path:
    """Return the folder of a sample's captures."""
    return DOCUMENTS / "captures" / name


@cache
def truth(name: str) -> dict[str, Any]:
    """Return what is true of a sample."""
    told: dict[str, Any] = json.loads((DOCUMENTS / "truth" / f"{name}.json").read_text(encoding="utf-8"))
    return told


def names() -> list[str]:
    """Return the names of all samples."""
    return sorted(path.stem for path in (DOCUMENTS / "truth").glob("*.json"))


GOOD = folder("utopia-passport") / "data-vis.jpg"
"""A passport as issued, in white light."""

WRONG = folder("digit-altered") / "data-vis.jpg"
"""A passport whose number was altered by one digit, in white light."""


def blotted(target: Path) -> Path:
    """Save a copy of `GOOD` with a strip of paper over a character or two of each line of its MRZ."""
    with Image.open(GOOD) as picture:
        width, height = picture.size
        strip = tuple(int(part) for part in (0.45 * width, 0.7 * height, 0.48 * width, height))
        picture.paste((225, 225, 215), strip)
        picture.save(target)
    return target


def altered_place() -> tuple[int, int, str, str]:
    """Return where the number of `WRONG` was altered: line and position from 1, the digit now and before."""
    told = truth("digit-altered")
    return next(
        (line, position, now, before)
        for line, (printed, issued) in enumerate(zip(told["mrz"], told["mrz_original"], strict=True), 1)
        for position, (now, before) in enumerate(zip(printed, issued, strict=True), 1)
        if now != before
    )
