"""Every kind of art draws what its parameters say, and tells beforehand what it will cost."""

import dataclasses
import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import numpy as np
import pytest

from docdesk.foundation.errors import WrongUse
from docdesk.synthesis.artwork.art import Art
from docdesk.synthesis.artwork.kinds import KINDS
from docdesk.synthesis.artwork.parameters import read_art
from docdesk.synthesis.artwork.ranges import Length, Span, Spans
from docdesk.synthesis.drawing import Stroke, bounds, curves_of
from docdesk.synthesis.lettering.fonts import FACES
from docdesk.synthesis.rasterising import PRINT_DPI, Window, rasterise

PLAIN: dict[str, dict[str, Any]] = {
    "aurora": {"start": [5, 5], "length": 50, "height": 20},
    "braid": {"start": [1, 10], "length": 60, "height": 3},
    "charge": {"name": "lighthouse", "centre": [20, 20], "radius": 10},
    "contours": {"box": [5, 5, 50, 30]},
    "dovid": {"motif": "star", "box": [2, 2, 10, 12]},
    "emblem": {"charge": "tree", "centre": [20, 20], "radius": 9, "words": "UTOPIA", "stars": 3},
    "frame": {"box": [5, 5, 40, 30], "height": 2},
    "lattice": {"box": [5, 5, 30, 20]},
    "microprint_arc": {"words": "UTOPIA", "centre": [20, 20], "radius": 10},
    "microprint_field": {"words": "UTOPIA", "box": [2, 2, 20, 8]},
    "microprint_wave": {"words": "UTOPIA", "start": [1, 5], "length": 40, "swing": 1},
    "outline": {"box": [5, 5, 20, 10], "rounding": 2},
    "rays": {"centre": [20, 20], "outer": 10, "inner": 2, "tip": 0.3},
    "register": {"centre": [10, 10], "radius": 3},
    "relief": {"box": [0, 0, 40, 40], "motif": "sun", "centre": [20, 20], "radius": 12},
    "ripples": {"centre": [20, 20], "outer": 10, "swing": 0.5},
    "rosette": {"centre": [20, 20], "inner": 4, "outer": 9},
    "rule": {"start": [1, 1], "end": [20, 1]},
    "scenery": {"view": "skyline", "box": [0, 0, 60, 20]},
    "spirograph": {"centre": [20, 20], "radius": 10},
    "star_arc": {"centre": [20, 20], "reach": 10, "radius": 1},
    "star_row": {"start": [5, 5], "radius": 1},
    "stripes": {"box": [5, 5, 20, 10]},
    "text": {"words": "UTOPIA", "at": [5, 5], "cap_height": 3},
    "text_on_arc": {"words": "UTOPIA", "centre": [20, 20], "radius": 10, "cap_height": 2},
    "wash": {"box": [5, 5, 20, 10], "soft": 2},
    "waves": {"box": [0, 0, 60, 40]},
}
"""Parameters that have no default, and a few that make the kind show what it can."""

BOXED = ("contours", "lattice", "relief", "stripes", "wash", "waves", "dovid", "scenery")
"""Kinds that keep to their box."""

WRITERS = ("emblem", "microprint_arc", "microprint_field", "microprint_wave", "text", "text_on_arc")


def art(kind: str, **more: Any) -> Any:
    return read_art({"kind": kind, **PLAIN[kind], **more}, "here")


def test_plain_parameters_are_there_for_every_kind() -> None:
    assert PLAIN.keys() == KINDS.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_every_parameter_is_documented_and_bounded(kind: str) -> None:
    record = KINDS[kind]
    assert dataclasses.is_dataclass(record)
    assert record.__doc__
    hints = get_type_hints(record, include_extras=True)
    for field in dataclasses.fields(record):
        assert f"{field.name}" in record.__doc__
        assert bounded(field.name, hints[field.name]), field.name


def bounded(name: str, hint: Any) -> bool:
    """Say whether a parameter can only be what its hint allows: no list or number without an end."""
    if get_origin(hint) in (Literal, Union, types.UnionType):
        return True
    if hint is str:
        return name == "face"
    return get_origin(hint) is Annotated and any(
        isinstance(limit, Span | Spans | Length) for limit in get_args(hint)[1:]
    )


@pytest.mark.parametrize("kind", KINDS)
def test_kind_draws_finite_curves_and_prints_something(kind: str) -> None:
    drawing = art(kind).draw()
    for mark in drawing:
        assert not isinstance(mark, Stroke) or mark.width > 0
        for curve in curves_of(mark):
            assert curve.dtype == np.float64
            assert curve.shape[1] == 2
            assert np.isfinite(curve).all()
    assert rasterise(drawing, Window.whole((125.0, 88.0), PRINT_DPI // 4)).any()


@pytest.mark.parametrize("kind", KINDS)
def test_equal_records_draw_the_same(kind: str) -> None:
    one, other = art(kind), art(kind)
    assert isinstance(one, Art)
    assert one == other
    for a, b in zip(one.draw(), other.draw(), strict=True):
        for first, second in zip(curves_of(a), curves_of(b), strict=True):
            assert (first == second).all()


@pytest.mark.parametrize("kind", BOXED)
def test_kind_keeps_to_its_box(kind: str) -> None:
    left, bottom, width, height = PLAIN[kind]["box"]
    found = bounds(art(kind).draw())
    assert found is not None
    margin = 0.2
    assert found[0] >= left - margin
    assert found[1] >= bottom - margin
    assert found[0] + found[2] <= left + width + margin
    assert found[1] + found[3] <= bottom + height + margin


@pytest.mark.parametrize("kind", KINDS)
def test_words_are_told_by_those_that_write(kind: str) -> None:
    assert art(kind).texts() == (("UTOPIA",) if kind in WRITERS else ())


@pytest.mark.parametrize("kind", KINDS)
def test_cost_told_beforehand_is_not_exceeded(kind: str) -> None:
    chosen = np.random.default_rng(7)
    tried = 0
    for _ in range(60):
        try:
            one = read_art({"kind": kind, **anything(kind, chosen)}, "here")
        except WrongUse:
            continue
        if one.points() > 60_000:
            continue
        try:
            drawing = one.draw()
        except WrongUse as refused:
            assert refused.message.key == "synthesis.text_too_long"
            continue
        tried += 1
        drawn = sum(len(curve) for mark in drawing for curve in curves_of(mark))
        assert drawn <= 2 * one.points() + 200, one
        assert all(np.isfinite(curve).all() for mark in drawing for curve in curves_of(mark))
        if tried == 6:
            break
    assert tried


def anything(kind: str, chosen: np.random.Generator) -> dict[str, Any]:
    """Return parameters drawn from all that is allowed, small values more often than large ones."""
    hints = get_type_hints(KINDS[kind], include_extras=True)
    return {name: a_value(name, hint, chosen) for name, hint in hints.items()}


def a_value(name: str, hint: Any, chosen: np.random.Generator) -> Any:
    limits = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    base = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    if get_origin(base) in (Union, types.UnionType):
        base = get_args(base)[int(chosen.integers(2))]
    if get_origin(base) is Literal:
        return str(chosen.choice(get_args(base)))
    if base is str:
        return str(chosen.choice(list(FACES))) if name == "face" else "UTOPIA"
    if get_origin(base) is tuple:
        spans = limits[0].each if isinstance(limits[0], Spans) else limits * len(get_args(base))
        return [a_number(span, chosen) for span in spans]
    return int(a_number(limits[0], chosen)) if base is int else a_number(limits[0], chosen)


def a_number(span: Span, chosen: np.random.Generator) -> float:
    share = float(chosen.choice((0.0, 0.02, 0.1, 0.3, 1.0)) * chosen.random())
    return span.least + share * (span.greatest - span.least)
