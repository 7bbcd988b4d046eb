import numpy as np
import pytest

from docdesk.synthesis.capturing.flatbed import FULL_GLASS_PPI, GLASS_MM, RESOLUTIONS, scan
from docdesk.synthesis.capturing.shot import Shot
from docdesk.synthesis.chance import dice
from tests.synthesis.capturing.targets import CARD, copy_of, middle_of, sheet

SEEDS = 4, 6, 8, 22
"""Of scans at several resolutions, of the whole glass and of parts, before both lids."""


@pytest.fixture(scope="module")
def scans() -> tuple[Shot, ...]:
    copy = copy_of(sheet(CARD, visible=0.86))
    return tuple(scan(copy, "data", ("VIS",), dice(seed))[0] for seed in SEEDS)


def test_scans_have_usual_resolutions_and_the_size_of_the_glass_or_less(scans: tuple[Shot, ...]) -> None:
    whole = 0
    for shot in scans:
        glass = tuple(round(side * shot.ppi / 25.4) for side in GLASS_MM)
        size = shot.pixels.shape[1::-1]
        assert shot.ppi in RESOLUTIONS
        assert size[0] <= glass[0]
        assert size[1] <= glass[1]
        if size == glass:
            whole += 1
            assert shot.ppi <= FULL_GLASS_PPI
    assert 0 < whole < len(SEEDS)


def test_a_mm_of_the_face_has_the_pixels_that_the_resolution_says(scans: tuple[Shot, ...]) -> None:
    for shot in scans:
        first, second = shot.to_pixels(np.array([[0.0, 10.0], [80.0, 10.0]]))
        assert np.hypot(*(second - first)) == pytest.approx(80 * shot.ppi / 25.4)


def test_white_paper_reads_nearly_white(scans: tuple[Shot, ...]) -> None:
    for shot in scans:
        assert (np.abs(middle_of(shot) - 240) < 10).all()


def test_a_white_lid_is_darker_along_the_edge_of_the_document(scans: tuple[Shot, ...]) -> None:
    before_white = [shot for shot in scans if shot.pixels[:3].mean() > 128]
    assert before_white
    y = np.linspace(10, 44, 30)
    for shot in before_white:
        near, far = (
            np.mean([shot.pixels[int(b), int(a)].mean() for a, b in shot.to_pixels(np.column_stack((x, y)))])
            for x in (np.full(30, -0.5), np.full(30, -3.0))
        )
        assert near < far - 5
