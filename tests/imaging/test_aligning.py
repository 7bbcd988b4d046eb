"""Mappings between pictures from points, and the points that tell nothing."""

from math import cos, isclose, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docdesk.imaging.aligning import (
    IDENTITY,
    Affine,
    Unalignable,
    affine,
    applied,
    area_factor,
    composed,
    inverse,
    scaled,
)

TRIANGLE = ((10.0, 20.0), (900.0, 60.0), (300.0, 700.0))

plausible = st.builds(
    lambda angle, zoom, stretch, shear, x, y: composed(
        (zoom * cos(angle), -zoom * sin(angle), x, zoom * sin(angle), zoom * cos(angle), y),
        (stretch, shear, 0.0, 0.0, 1.0, 0.0),
    ),
    st.floats(-3.1, 3.1),
    st.floats(0.2, 5),
    st.floats(0.9, 1.1),
    st.floats(-0.1, 0.1),
    st.floats(-5000, 5000),
    st.floats(-5000, 5000),
)
"""What two pictures of one document differ by."""


def near(one: tuple[float, ...], other: tuple[float, ...], within: float = 1e-6) -> bool:
    return all(isclose(a, b, rel_tol=1e-9, abs_tol=within) for a, b in zip(one, other, strict=True))


@given(plausible)
def test_three_points_are_met_exactly(mapping: Affine) -> None:
    pairs = [(point, applied(mapping, point)) for point in TRIANGLE]
    found = affine(pairs)
    assert near(found, mapping, 1e-5)
    for point, other in pairs:
        assert near(applied(found, point), other)


@given(plausible, plausible)
def test_one_after_the_other_is_the_composed_one(first: Affine, second: Affine) -> None:
    point = (123.4, 567.8)
    assert near(applied(composed(second, first), point), applied(second, applied(first, point)))


@given(plausible)
def test_the_inverse_leads_back(mapping: Affine) -> None:
    assert near(applied(inverse(mapping), applied(mapping, (12.0, 34.0))), (12.0, 34.0))
    assert near(composed(inverse(mapping), mapping), IDENTITY, 1e-5)


def test_more_points_than_needed_are_met_on_the_whole() -> None:
    pairs = [((0.0, 0.0), (1.0, 0.0)), ((100.0, 0.0), (99.0, 0.0)), ((0.0, 100.0), (1.0, 100.0))]
    pairs.append(((100.0, 100.0), (99.0, 100.0)))
    assert near(applied(affine(pairs), (50.0, 50.0)), (50.0, 50.0))


def test_scaling_takes_one_point_to_another() -> None:
    assert applied(scaled(2.0, of=(10, 20), to=(7, 8)), (11, 20)) == (9, 8)


def test_a_mirror_has_a_negative_area() -> None:
    assert area_factor((-1, 0, 0, 0, 2, 0)) == -2


def on(*points: tuple[float, float]) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    return list(zip(TRIANGLE, points, strict=False))


@pytest.mark.parametrize(
    ("pairs", "why"),
    [
        (on(*TRIANGLE[:2]), "too_few_points"),
        (on((5, 5), (5.5, 5), (5, 5.5)), "points_too_close"),
        (on((0, 0), (500, 1), (1000, 0)), "points_in_line"),
        (on(TRIANGLE[1], TRIANGLE[0], TRIANGLE[2]), "mirrored"),
        (on((10, 20), (900, 60), (420, 180)), "too_unlike"),
    ],
)
def test_points_that_tell_nothing_are_refused_with_the_reason(pairs: list, why: str) -> None:
    with pytest.raises(Unalignable) as refused:
        affine(pairs)
    assert refused.value.why == why
