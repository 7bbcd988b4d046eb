import numpy as np
import pytest

from docdesk.synthesis.artwork.aurora import Aurora
from docdesk.synthesis.artwork.contours import Contours
from docdesk.synthesis.drawing import Curve, curves_of

BOX = (5.0, 3.0, 50.0, 30.0)


def lines(art: Contours) -> list[Curve]:
    return [curve for mark in art.draw() for curve in curves_of(mark)]


def test_every_line_closes_or_ends_at_the_edge_of_its_box() -> None:
    left, bottom, width, height = BOX
    found = lines(Contours(BOX, seed=4, shoal=9))
    assert len(found) > 20
    for line in found:
        if np.allclose(line[0], line[-1]):
            continue
        for x, y in (line[0], line[-1]):
            assert min(abs(x - left), abs(x - left - width), abs(y - bottom), abs(y - bottom - height)) < 1e-6


def test_parts_draw_every_line_of_the_whole_once() -> None:
    whole = lines(Contours(BOX, seed=4, shoal=9))
    parts = [line for part in range(3) for line in lines(Contours(BOX, seed=4, shoal=9, part=part, parts=3))]
    assert sorted(line.tobytes() for line in parts) == sorted(line.tobytes() for line in whole)


def test_lines_run_smoothly_and_never_meet() -> None:
    found = lines(Contours(BOX, seed=4, shoal=9, levels=8))
    for number, line in enumerate(found):
        assert np.hypot(*np.diff(line, axis=0).T).max() < 1.0
        for other in found[number + 1 :]:
            assert np.hypot(*(line[:, None] - other[None]).T).min() > 1e-3


def test_a_floor_follows_its_seed() -> None:
    assert [line.tobytes() for line in lines(Contours(BOX, seed=4))] == [
        line.tobytes() for line in lines(Contours(BOX, seed=4))
    ]
    assert lines(Contours(BOX, seed=4))[0].tobytes() != lines(Contours(BOX, seed=5))[0].tobytes()


@pytest.mark.parametrize("lean", [60.0, 90.0, 120.0])
def test_rays_of_an_aurora_stand_on_its_hem_and_lean_as_told(lean: float) -> None:
    plain = Aurora((10, 10), length=40, height=12, rays=50, sweep=0, fold=0, lean=lean, width=0.08, tip=0.08)
    rays = [curve for mark in plain.draw() for curve in curves_of(mark)]
    assert len(rays) == 50
    for ray in rays:
        assert ray[0, 1] == pytest.approx(10)
        along = ray[-1] - ray[0]
        assert np.degrees(np.arctan2(along[1], along[0])) == pytest.approx(lean)
        assert 0 < np.hypot(*along) <= 12
