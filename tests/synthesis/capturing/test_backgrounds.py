import numpy as np
import pytest

from docdesk.synthesis.capturing.backgrounds import BACKGROUNDS, PER_MM, SIDE_MM
from docdesk.synthesis.chance import dice


@pytest.mark.parametrize("name", sorted(BACKGROUNDS))
def test_surfaces_are_light_between_black_and_white_and_not_even(name: str) -> None:
    side = round(SIDE_MM * PER_MM)
    for seed in range(3):
        planes = BACKGROUNDS[name](dice(seed))
        assert [plane.shape for plane in planes] == [(side, side)] * 3
        green = planes[1]
        assert green.min() >= 0
        assert green.max() < 1.5
        assert green.std() > 0.002


@pytest.mark.parametrize("name", sorted(BACKGROUNDS))
def test_a_surface_follows_from_its_dice(name: str) -> None:
    first, again, other = (BACKGROUNDS[name](dice(seed))[0] for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)
