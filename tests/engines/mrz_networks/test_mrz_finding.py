"""From maps of known lines to lines."""

import numpy as np
import pytest

from docdesk.engines.mrz_networks.curves import Curve
from docdesk.engines.mrz_networks.finding import Line, lines_of
from tests.engines.mrz_networks.known_maps import curled, map_of, straight

# Ends are seen to half a cell of the map and the soft edge of the core.
AT_ENDS = 0.6
SIZE = (1024, 1024)


def off(lines: tuple[Line, ...], known: Curve) -> float:
    """How many pitches the nearest of the lines is off the known one; 99 where an end is off by more."""
    t = np.linspace(0.5, known.length - 0.5, 30)
    least = 99.0
    for line in lines:
        ends = line.curve.nearest(known.at(np.array([0.0, known.length])))
        if np.abs(ends - [0, line.curve.length]).max() < AT_ENDS:
            feet = line.curve.at(line.curve.nearest(known.at(t)))
            away = np.linalg.norm(known.at(t) - feet, axis=-1) / known.pitch(t)
            least = min(least, float(away.max()))
    return least


def block(first: Curve, gap: float, count: int) -> list[Curve]:
    return [first, *(first.beside(gap * number) for number in range(1, count))]


def middle(degrees: float, pitch: float, length: float) -> Curve:
    """A line whose middle is that of the picture."""
    way = np.array([np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))])
    x, y = 512 - way * pitch * length / 2
    return straight(float(x), float(y), degrees, pitch, length)


@pytest.mark.parametrize("degrees", [0, 25, 90, 133, 180, 211, 271, 340])
def test_lines_are_found_at_every_angle_and_read_the_right_way(degrees: float) -> None:
    known = block(middle(degrees, 10, 30), 1.67, 3)
    found = lines_of(map_of(known, SIZE, noise=0.2))
    assert len(found) == 3
    assert all(off(found, line) < 0.15 for line in known)
    assert all(line.upright > 0.9 for line in found)


@pytest.mark.parametrize("pitch", [6, 8, 12, 20, 30])
def test_close_lines_are_parted_at_every_size(pitch: float) -> None:
    known = block(straight(30, 200, 3, pitch, 30), 1.67, 3)
    found = lines_of(map_of(known, SIZE, noise=0.2))
    assert len(found) == 3
    assert all(off(found, line) < 0.2 for line in known)


@pytest.mark.parametrize("sag", [-3, 1.5, 4])
def test_a_curled_page_has_curled_lines(sag: float) -> None:
    known = block(curled(80, 300, -4, 18, 44, sag), 2.5, 2)
    found = lines_of(map_of(known, SIZE, noise=0.2))
    assert len(found) == 2
    assert all(off(found, line) < 0.15 for line in known)


def test_the_pitch_follows_perspective() -> None:
    t = np.linspace(0, 44, 9)
    far = Curve((500.0, 430.0, -40.0), (300.0, 10.0), 44.0)
    found = lines_of(map_of([far], SIZE))
    assert len(found) == 1
    feet = found[0].curve.nearest(far.at(t))
    assert np.allclose(found[0].curve.pitch(feet), far.pitch(t), rtol=0.06)


def test_pieces_of_a_broken_line_are_laid_together() -> None:
    known = block(curled(30, 100, 2, 20, 44, 1.5), 2.5, 2)
    hidden = [(known[0], 10.0, 17.0), (known[0], 25.0, 28.0), (known[1], 12.0, 22.0)]
    found = lines_of(map_of(known, SIZE, noise=0.2, hidden=hidden))
    assert len(found) == 2
    assert all(off(found, line) < 0.2 for line in known)


def test_two_documents_side_by_side_keep_their_lines_apart() -> None:
    left, right = straight(20, 100, 0, 10, 30), straight(420, 100, 1, 11, 30)
    found = lines_of(map_of([left, right], SIZE, noise=0.2))
    assert len(found) == 2
    assert off(found, left) < 0.15
    assert off(found, right) < 0.15


def test_a_line_taken_for_both_ways_says_that_it_is_unsure() -> None:
    known = straight(30, 100, 0, 20, 44)
    found = map_of([known], SIZE)
    found[1:3, :, : 4 * 30] *= -1
    (line,) = lines_of(found)
    assert line.upright < 0.6
    assert line.reversed().upright == -line.upright


def test_noise_and_specks_are_no_lines() -> None:
    assert lines_of(map_of([], SIZE, noise=0.5)) == ()
    assert lines_of(map_of([straight(100, 100, 20, 20, 2)], SIZE)) == ()


def test_on_a_page_full_of_short_print_the_longest_lines_are_found_and_no_more_than_a_page_of_mrz_has() -> (
    None
):
    known = block(straight(30, 500, 0, 12, 44), 2.5, 2)
    rows = [y for y in range(20, 1010, 20) if not 460 < y < 560]
    texture = [straight(float(x), float(y), 0, 8, 4) for y in rows for x in range(20, 960, 48)]
    found = lines_of(map_of([*texture, *known], SIZE))
    assert len(texture) > 600
    assert len(found) <= 60
    assert all(off(found, line) < 0.2 for line in known)


def test_texture_that_hangs_together_all_over_the_page_has_no_more_lines_than_a_page_of_mrz() -> None:
    size = (SIZE[0] // 4, SIZE[1] // 4)
    found = np.zeros((4, *size), np.float32)
    found[0] = np.random.default_rng(1).normal(0.5, 2.0, size)
    found[1], found[3] = 1.0, np.log(6 / 16)
    assert len(lines_of(found)) <= 60
