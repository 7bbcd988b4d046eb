import numpy as np
import pytest

from docdesk.engines.mrz_tesseract.pitch import fitted_grid, likely_pitches


def _print(pitch: float, offset: float, cells: int, bend: float = 0.0) -> np.ndarray:
    """Ink of `cells` characters, each 0.6 of the pitch wide, the first centred at `offset`."""
    x = np.arange(int(offset + cells * pitch * 1.3 + 60), dtype=np.float64)
    ink = np.zeros_like(x)
    for cell in range(cells):
        ink[np.abs(x - (offset + cell * pitch + bend * cell**2)) < 0.3 * pitch] = 50
    return ink.astype(np.float32)


@pytest.mark.parametrize("pitch", [6.3, 8.0, 11.7])
def test_the_pitch_of_a_print_is_found(pitch: float) -> None:
    assert likely_pitches(_print(pitch, 20, 40))[0] == pytest.approx(pitch, rel=0.02)


@pytest.mark.parametrize("bend", [0.0, 0.005, -0.005])
def test_every_cell_is_found_though_perspective_bends_the_pitch(bend: float) -> None:
    grid = fitted_grid(_print(11.8, 40, 44, bend), 12.0, 36, 36 + 43 * 11.8)
    cells = np.arange(44)
    numbers = grid.place(40 + cells * 11.8 + bend * cells**2)
    assert np.all(np.abs(numbers - np.round(numbers)) < 0.12)
    assert np.array_equal(np.diff(np.round(numbers)), np.ones(43))


def test_a_place_leads_back_to_its_x() -> None:
    grid = fitted_grid(_print(12, 40, 40, 0.004), 12.0, 36, 500)
    x = np.linspace(50, 480, 20)
    assert np.allclose(grid.x_at(grid.place(x)), x, atol=1e-6)


def test_ink_without_a_pitch_is_unsteady() -> None:
    noise = np.random.default_rng(1).random(600).astype(np.float32)
    assert fitted_grid(noise, 12.0, 20, 580).steadiness < 0.1
    assert fitted_grid(_print(12, 40, 44), 12.0, 36, 550).steadiness > 0.3
