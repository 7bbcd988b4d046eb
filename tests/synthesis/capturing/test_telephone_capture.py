import numpy as np
import pytest

from docdesk.synthesis.capturing.camera import posed
from docdesk.synthesis.capturing.shot import Shot
from docdesk.synthesis.capturing.telephone import photograph
from docdesk.synthesis.chance import dice
from tests.synthesis.capturing.targets import CARD, copy_of, middle_of, sheet


@pytest.fixture(scope="module")
def photographs() -> tuple[Shot, ...]:
    copy = copy_of(sheet(CARD, visible=0.86), gloss=0.0)
    return tuple(photograph(copy, "data", ("VIS",), dice(seed))[0] for seed in (1, 2))


def test_pictures_have_eight_to_twelve_million_pixels_and_a_lens(photographs: tuple[Shot, ...]) -> None:
    for shot in photographs:
        assert 7.9e6 < shot.pixels.shape[0] * shot.pixels.shape[1] < 12.3e6
        assert shot.distortion != 0


def test_white_paper_is_neither_burnt_out_nor_dark(photographs: tuple[Shot, ...]) -> None:
    for shot in photographs:
        assert 150 < middle_of(shot).mean() < 253


def test_a_box_fills_the_wanted_share_of_the_frame_and_is_whole() -> None:
    for seed in range(50):
        view = posed((0.0, 0.0, *CARD), 35.0, (0.6, 0.9), dice(seed))
        corners = np.array([[0, 0, 1], [CARD[0], 0, 1], [*CARD, 1], [0, CARD[1], 1]]) @ view.homography.T
        seen = corners[:, :2] / corners[:, 2:]
        share = np.ptp(seen, axis=0) / view.size
        assert 0.58 < share.max() < 0.92
        assert (seen > 0).all()
        assert (seen < view.size).all()


def test_a_tilted_camera_sees_opposite_edges_at_different_lengths() -> None:
    def spread(tilt: float) -> float:
        shares = []
        for seed in range(30):
            view = posed((0.0, 0.0, *CARD), tilt, (0.6, 0.9), dice(seed))
            corners = np.array([[0, 0, 1], [CARD[0], 0, 1], [0, CARD[1], 1], [*CARD, 1]]) @ view.homography.T
            a, b, c, d = corners[:, :2] / corners[:, 2:]
            shares.append(np.hypot(*(b - a)) / np.hypot(*(d - c)))
        return float(np.ptp(shares))

    assert spread(0.0) < 1e-6
    assert 0.2 < spread(35.0) < 1.5
