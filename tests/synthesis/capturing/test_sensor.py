import numpy as np
import pytest

from docdesk.synthesis.capturing.sensor import Sensor, add_noise, developed, sharpened
from docdesk.synthesis.chance import dice


@pytest.mark.parametrize("light", [0.0, 0.25, 1.0])
def test_noise_grows_with_the_root_of_the_light(light: float) -> None:
    plane = np.full((700, 900), light, np.float32)
    add_noise(plane, Sensor(shot=0.02, read=0.003), dice(1))
    assert plane.mean() == pytest.approx(light, abs=5e-4)
    assert plane.std() == pytest.approx(np.sqrt(0.003**2 + 0.02**2 * light), rel=0.05)


def test_noise_does_not_repeat_from_block_to_block() -> None:
    plane = np.zeros((512, 512), np.float32)
    add_noise(plane, Sensor(0.0, 1.0), dice(2))
    blocks = [plane[a : a + 256, b : b + 256].ravel() for a in (0, 256) for b in (0, 256)]
    alike = np.corrcoef(blocks) - np.eye(4)
    assert np.abs(alike).max() < 0.05


def test_the_same_dice_give_the_same_noise() -> None:
    first, again = (np.zeros((300, 300), np.float32) for _ in range(2))
    add_noise(first, Sensor(0, 1), dice(3))
    add_noise(again, Sensor(0, 1), dice(3))
    assert np.array_equal(first, again)


def test_development_is_srgb() -> None:
    planes = [np.full((2, 2), light, np.float32) for light in (0.0, 0.2140, 1.2)]
    assert developed(planes)[0, 0] == pytest.approx([0, 127.5, 255], abs=0.6)
    assert developed(planes[1:2]).shape == (2, 2)


def test_sharpening_lifts_edges_and_leaves_even_places() -> None:
    pixels = np.full((40, 40), 100, np.uint8)
    pixels[:, 20:] = 150
    sharp = sharpened(pixels, 0.8, 1.0)
    assert sharp[20, 5] == 100
    assert sharp[20, 19] < 100
    assert sharp[20, 20] > 150
