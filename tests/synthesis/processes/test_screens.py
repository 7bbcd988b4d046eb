import numpy as np
import pytest

from docdesk.synthesis.processes.screens import (
    Screen,
    blue_noise,
    curve,
    halved,
    hardened,
    straightened,
    thresholds,
)
from docdesk.synthesis.rasterising import Window


@pytest.mark.parametrize("degrees", [0, 15, 45, 71.6])
@pytest.mark.parametrize("kind", ["line", "dot"])
def test_a_screen_has_as_many_lines_to_the_inch_as_asked_at_its_angle(degrees: float, kind: str) -> None:
    tile = thresholds(Screen(150, degrees, kind))
    strength = np.abs(np.fft.fft2(tile.astype(float) - tile.mean()))
    down, across = np.unravel_index(strength.argmax(), strength.shape)
    down, across = (v if v < 300 else v - 600 for v in (down, across))
    assert np.hypot(down, across) == pytest.approx(75, abs=1)
    angle = np.degrees(np.arctan2(across, down)) % (180 if kind == "line" else 90)
    assert angle == pytest.approx(degrees, abs=1)


def test_a_screen_repeats_without_a_step() -> None:
    tile = thresholds(Screen(141, 45, "line")).astype(int)
    inside = np.abs(np.diff(tile, axis=0)).max()
    assert np.abs(tile[0] - tile[-1]).max() <= inside


@pytest.mark.parametrize("kind", ["line", "dot"])
def test_white_has_no_line_and_black_no_gap(kind: str) -> None:
    tile = thresholds(Screen(150, 15, kind))
    assert hardened(np.zeros_like(tile), tile).max() == 0
    assert hardened(np.full_like(tile, 255), tile).min() == 255


def test_straightened_tones_cover_as_much_as_they_say() -> None:
    tile = thresholds(Screen(150, 15, "dot"))
    table = straightened(lambda tones: hardened(tones, tile), tile.shape)
    for tone in (20, 64, 128, 200, 240):
        assert hardened(np.full_like(tile, table[tone]), tile).mean() == pytest.approx(tone, abs=3)


def test_blue_noise_has_every_threshold_equally_often() -> None:
    assert np.bincount(blue_noise().ravel(), minlength=256)[:255].std() < 1


@pytest.mark.parametrize("tone", [13, 64, 128])
def test_blue_noise_keeps_its_dots_apart(tone: int) -> None:
    dots = (blue_noise() < tone).astype(float)
    power = np.abs(np.fft.fft2(dots - dots.mean())) ** 2
    step = np.fft.fftfreq(len(dots))
    coarse = np.hypot(step[:, None], step) < 0.3 * np.sqrt(tone / 255)
    assert power[coarse].mean() < 0.15 * power.mean()


def test_a_window_off_the_grid_of_the_sheet_is_refused() -> None:
    assert halved(Window((9, 9), 1200, 2, 4, 6, 8)) == Window((9, 9), 600, 1, 2, 3, 4)
    with pytest.raises(ValueError, match="Window"):
        halved(Window((9, 9), 1200, 1, 4, 6, 8))
    with pytest.raises(ValueError, match="Window"):
        halved(Window((9, 9), 600, 2, 4, 6, 8))


def test_a_curve_stays_within_bytes() -> None:
    assert curve((10, -20), (20, 300))[[0, 10, 15, 20, 255]].tolist() == [0, 0, 140, 255, 255]
