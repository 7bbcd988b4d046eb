"""Small pictures for tests of the viewing kit."""

import numpy as np

from docdesk.imaging.deep import deepened
from docdesk.ui.viewing.picture import Picture, Scale


def picture(
    key: str = "d/vis",
    *,
    light: str = "",
    size: tuple[int, int] = (400, 300),
    value: int | None = None,
    px_per_mm: float | None = None,
    title: str = "",
) -> Picture:
    """Return a picture of noise, or of one grey value."""
    shape = size[1], size[0], 3
    if value is None:
        pixels = np.random.default_rng(len(key)).integers(0, 256, shape, np.uint8)
    else:
        pixels = np.full(shape, value, np.uint8)
    scale = None if px_per_mm is None else Scale(px_per_mm, "file")
    return Picture(key, title or light or key, deepened(pixels), scale, light)


def lights(size: tuple[int, int] = (400, 300)) -> tuple[Picture, Picture, Picture]:
    """Return three captures of one document, each of one grey value: 60, 120 and 200."""
    return (
        picture("d/vis", light="VIS", size=size, value=60),
        picture("d/ir", light="IR", size=size, value=120),
        picture("d/uv", light="UV", size=size, value=200),
    )
