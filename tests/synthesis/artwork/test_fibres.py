"""Fibres: strewn by the seed of a sheet, as many as the paper has."""

import numpy as np

from docdesk.synthesis.artwork.fibres import fibres
from docdesk.synthesis.drawing import Drawing, Stroke

SIZE = (125.0, 88.0)


def places(drawing: Drawing) -> list[bytes]:
    return [mark.curve.tobytes() for mark in drawing if isinstance(mark, Stroke)]


def test_same_seed_strews_the_same_and_another_does_not() -> None:
    assert [places(one) for one in fibres(SIZE, 3, 5)] == [places(one) for one in fibres(SIZE, 3, 5)]
    assert not set(places(fibres(SIZE, 3, 5)[0])) & set(places(fibres(SIZE, 3, 6)[0]))


def test_paper_has_as_many_fibres_as_it_should() -> None:
    found = [sum(len(kind) for kind in fibres(SIZE, 3, seed)) for seed in range(30)]
    assert abs(np.mean(found) - 3 * 125 * 88 / 100) < 15


def test_no_fibres_where_density_is_nought() -> None:
    assert fibres(SIZE, 0, 1) == ((), (), ())


def test_fibres_are_short_and_bent() -> None:
    for kind in fibres(SIZE, 3, 9):
        for mark in kind:
            assert isinstance(mark, Stroke)
            length = np.hypot(*np.diff(mark.curve, axis=0).T).sum()
            assert 2.0 < length < 5.0
            assert np.hypot(*(mark.curve[-1] - mark.curve[0])) < length


def test_kinds_lie_apart() -> None:
    red, blue, hidden = (set(places(kind)) for kind in fibres(SIZE, 3, 2))
    assert not red & blue
    assert not blue & hidden
