import numpy as np

from docdesk.imaging.details import dark_detail, row_ridges, shifted_rows


def test_strokes_stay_and_broad_shade_vanishes() -> None:
    grey = np.full((60, 120), 200, np.uint8)
    grey[:, 60:] = 120
    grey[20:23, 10:40] = 50
    detail = dark_detail(grey, 9)
    assert detail[21, 20] == 150
    assert detail[40, 100] == 0


def test_a_shifted_plane_repeats_its_edge() -> None:
    plane = np.arange(4, dtype=np.float32)[:, None]
    assert shifted_rows(plane, 1).ravel().tolist() == [0, 0, 1, 2]
    assert shifted_rows(plane, -1).ravel().tolist() == [1, 2, 3, 3]


def test_a_line_is_a_ridge_and_a_wall_is_none() -> None:
    energy = np.zeros((60, 100), np.float32)
    energy[28:33] = 1
    assert row_ridges(energy, 11, 5, 8)[30, 50] > 0.9
    assert row_ridges(np.ones_like(energy), 11, 5, 8).max() <= 1e-6
