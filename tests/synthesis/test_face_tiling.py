from dataclasses import replace

import numpy as np

from docdesk.synthesis.chance import Grain
from docdesk.synthesis.rasterising import Window
from docdesk.synthesis.tiling import shift_of, tiled

TILE = np.arange(12, dtype=np.uint8).reshape(3, 4)
WHOLE = Window((10, 10), 600, 0, 0, 23, 17)


def test_a_tile_repeats_from_its_shift() -> None:
    laid = tiled(TILE, WHOLE, (1, 2))
    assert laid.shape == (17, 23)
    assert laid[0, 0] == TILE[1, 2]
    assert laid[2, 2] == TILE[0, 0]
    assert np.array_equal(laid[3:6, 4:8], laid[:3, :4])


def test_windows_show_the_same_tiles_at_the_same_places() -> None:
    part = replace(WHOLE, column=-5, row=7, columns=20, rows=5)
    inner = tiled(TILE, part, (1, 2))[:, 5:]
    assert np.array_equal(inner, tiled(TILE, WHOLE, (1, 2))[7:12, :15])


def test_shifts_follow_from_the_grain_and_the_name() -> None:
    assert shift_of(Grain(1), "cyan") == shift_of(Grain(1), "cyan")
    assert len({shift_of(Grain(seed), name) for seed in (1, 2) for name in ("cyan", "black")}) == 4
