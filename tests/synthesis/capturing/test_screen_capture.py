import numpy as np

from docdesk.synthesis.capturing.screen import recapture
from docdesk.synthesis.chance import dice
from tests.synthesis.capturing.targets import CARD, copy_of, sheet


def test_the_lattice_of_the_display_leaves_bars_or_moire() -> None:
    """An even sheet shows far more than noise: a peak in the spectrum that no even surface has."""
    strengths = []
    for seed in range(2):
        (shot,) = recapture(copy_of(sheet(CARD)), "data", ("VIS",), dice(seed))
        x, y = shot.to_pixels(np.array([[40.0, 25.0]]))[0].astype(int)
        part = shot.pixels[y - 128 : y + 128, x - 128 : x + 128].astype(float).mean(axis=2)
        part = (part - part.mean()) * np.hanning(256)[:, None] * np.hanning(256)
        power = np.abs(np.fft.rfft2(part)) ** 2
        power[:6, :6] = power[-6:, :6] = 0
        strengths.append(power.max() / np.median(power))
    assert min(strengths) > 500


def test_what_is_recaptured_is_what_the_reader_saw() -> None:
    dark, light = (
        recapture(copy_of(sheet(CARD, visible=v)), "data", ("VIS",), dice(2))[0] for v in (0.05, 0.86)
    )
    assert np.array_equal(dark.homography, light.homography)
    (x, y), *_ = dark.to_pixels(np.array([[40.0, 25.0]])).astype(int)
    parts = [one.pixels[y - 30 : y + 30, x - 30 : x + 30].mean() for one in (dark, light)]
    assert parts[1] - parts[0] > 80
