"""From lines to zones."""

from dataclasses import replace

import numpy as np
import pytest

from docdesk.engines.mrz_networks.curves import Curve
from docdesk.engines.mrz_networks.finding import Line
from docdesk.engines.mrz_networks.zones import Zone, zones_of
from tests.engines.mrz_networks.known_maps import curled, straight


def block(first: Curve, gap: float, count: int) -> list[Curve]:
    return [first, *(first.beside(gap * number) for number in range(1, count))]


def seen(curves: list[Curve], upright: float = 1.0) -> list[Line]:
    return [Line(curve, 0.9, upright) for curve in curves]


def same(found: Curve, known: Curve, at_ends: float = 0.3) -> bool:
    ends = np.array([0.0, 1.0])
    apart = found.at(ends * found.length) - known.at(ends * known.length)
    return bool(np.abs(apart).max() < at_ends * float(known.pitch(np.array(0.0))))


def holds(zone: Zone, *known: Curve) -> bool:
    return len(zone.lines) == len(known) and all(map(same, zone.lines, known))


TD1 = block(straight(100, 400, 0, 12, 30), 1.67, 3)
TD3 = block(straight(100, 400, 0, 12, 44), 2.5, 2)
TD3_APART = block(straight(5000, 400, 0, 12, 44), 2.5, 2)


@pytest.mark.parametrize(
    "known",
    [TD1, TD3, block(straight(100, 400, 0, 12, 36), 2.5, 2), block(straight(9, 40, 0, 12, 30), 1.67, 2)],
)
@pytest.mark.parametrize("degrees", [0, 30, 90, 145, 180, 270])
def test_lines_of_one_document_are_one_zone_from_the_top_down(known: list[Curve], degrees: float) -> None:
    first = known[0]
    gap = float(np.linalg.norm(known[1].at(np.array(0.0)) - first.at(np.array(0.0)))) / 12
    way = np.array([np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))])
    x, y = 500 - way * 12 * first.length / 2
    lines = block(straight(float(x), float(y), degrees, 12, first.length), gap, len(known))
    (zone,) = zones_of(seen(lines[::-1]))
    assert holds(zone, *lines)
    assert not zone.rival


def test_two_documents_are_two_zones() -> None:
    visa = block(straight(700, 200, 92, 10, 44), 2.5, 2)
    zones = zones_of(seen(TD3 + visa))
    assert len(zones) == 2
    assert holds(zones[0], *TD3)
    assert holds(zones[1], *visa)


def test_two_cards_one_above_the_other_are_two_zones() -> None:
    below = block(TD1[-1].beside(2.6), 1.67, 3)
    zones = zones_of(seen(TD1 + below))
    assert sorted(len(zone.lines) for zone in zones) == [3, 3]
    assert any(holds(zone, *TD1) for zone in zones)
    assert any(holds(zone, *below) for zone in zones)


def test_cards_side_by_side_are_two_zones() -> None:
    right = block(straight(500, 405, 1, 12, 30), 1.67, 3)
    zones = zones_of(seen(TD1 + right))
    assert [len(zone.lines) for zone in zones] == [3, 3]


def test_lines_of_a_zone_begin_and_end_side_by_side() -> None:
    short = [TD1[0].between(5, 30), TD1[1], TD1[2].between(0, 19)]
    (zone,) = zones_of(seen(short))
    assert holds(zone, *TD1)


def test_lines_of_a_zone_share_their_pitch() -> None:
    # Three lines whose pitch was taken a little too small, just so, and too large.
    lines = [replace(curve, length=length) for curve, length in zip(TD1, (29.0, 30.0, 31.0), strict=True)]
    (zone,) = zones_of(seen(lines))
    assert [line.length for line in zone.lines] == pytest.approx([30.0] * 3, abs=0.1)
    assert holds(zone, *TD1)


def test_a_line_seen_in_part_bends_as_its_neighbour() -> None:
    whole = block(curled(100, 400, 0, 12, 44, 2), 2.5, 2)
    stub = straight(*whole[1].at(np.array(2.0)).tolist(), 6, 12, 12)
    (zone,) = zones_of(seen([whole[0], stub]))
    t = np.linspace(0, 44, 9)
    assert np.abs(zone.lines[1].at(t) - whole[1].at(t)).max() < 0.6 * 12


def test_a_missing_third_line_is_guessed_on_both_sides() -> None:
    (zone,) = zones_of(seen(TD1[:2]))
    assert len(zone.lines) == 2
    assert any(same(guess, TD1[2]) for guess in zone.guesses)
    assert len(zone.guesses) == 2


def test_a_missing_middle_line_is_guessed_between() -> None:
    (zone,) = zones_of(seen([TD1[0], TD1[2]]))
    (guess,) = zone.guesses
    assert same(guess, TD1[1])


def test_a_missing_second_line_is_guessed_on_both_sides() -> None:
    (zone,) = zones_of(seen(TD3[1:]))
    assert any(same(guess, TD3[0]) for guess in zone.guesses)
    assert any(same(guess, TD3[1].beside(2.5)) for guess in zone.guesses)


def test_a_whole_zone_is_offered_without_guesses() -> None:
    for known in (TD1, TD3):
        (zone,) = zones_of(seen(known))
        assert zone.guesses == ()


def test_a_zone_of_unsure_side_is_offered_both_ways() -> None:
    zones = zones_of(seen(TD1, upright=0.2))
    assert [zone.rival for zone in zones] == [True, True]
    assert holds(zones[0], *TD1)
    assert holds(zones[1], *(curve.reversed() for curve in reversed(TD1)))


def test_most_of_the_print_says_from_which_side_it_is_read() -> None:
    lines = [*seen(TD1[:2]), Line(TD1[2].reversed(), 0.9, 0.9)]
    zones = zones_of(lines)
    assert holds(zones[0], *TD1)


@pytest.mark.parametrize(
    ("degrees", "turn"), [(0, 0), (44, 0), (46, 270), (90, 270), (180, 180), (270, 90), (350, 0)]
)
def test_the_turn_makes_a_zone_upright(degrees: float, turn: int) -> None:
    (zone,) = zones_of(seen(block(straight(500, 500, degrees, 12, 44), 2.5, 2)))
    assert zone.turned() == turn


def test_a_scrap_that_stands_alone_is_no_zone() -> None:
    assert zones_of(seen([straight(100, 100, 0, 12, 9)])) == ()


def test_lines_of_unlike_size_or_direction_are_no_zone() -> None:
    larger = straight(100, 430, 0, 16, 33)
    steep = straight(100, 430, 12, 12, 44)
    for other in (larger, steep):
        assert all(len(zone.lines) == 1 for zone in zones_of(seen([TD3[0], other])))


def test_of_many_zones_those_with_most_print_are_looked_at() -> None:
    cards = [
        block(straight(100 + 400 * (number % 6), 100 + 90 * number, 0, 6, 20), 1.67, 3)
        for number in range(40)
    ]
    zones = zones_of(seen([*(line for card in cards for line in card), *TD3_APART]))
    assert len(zones) == 12
    assert holds(zones[0], *TD3_APART)
