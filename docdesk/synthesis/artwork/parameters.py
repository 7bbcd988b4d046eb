"""Reads the parameters of art from a table of a model's file, which anybody may have written."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin, get_type_hints

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message, Value
from docdesk.synthesis.artwork.art import Art
from docdesk.synthesis.artwork.kinds import KINDS
from docdesk.synthesis.artwork.ranges import Kind, Length, Span, Spans

MOST_POINTS = 2_000_000
"""Points of one drawing: twice the densest guilloche that a page can hold; half a minute to print."""

_Found = object
"""What a file says, before anything is known of it."""


def read_art(table: Mapping[str, object], where: str) -> Art:
    """Return the art that a table describes: its `kind`, and the parameters of that kind.

    Args:
        table: as read from the file; nothing of it is trusted.
        where: place in the file, for the sentence that refuses it.

    Raises:
        WrongUse: the kind is unknown, a parameter is unknown, missing, of the wrong type or out of its range,
            or the drawing would have more than `MOST_POINTS` points.
    """
    name = table.get("kind")
    if not isinstance(name, str) or name not in KINDS:
        raise _refused("kind", where, found=_shown(name), known=", ".join(sorted(KINDS)))
    given = {key: value for key, value in table.items() if key != "kind"}
    art = _built(KINDS[name], given, name, where)
    cost = art.points()
    if cost > MOST_POINTS:
        raise _refused("cost", where, kind=name, found=cost, limit=MOST_POINTS)
    return art


def _built(kind: type[Kind], given: Mapping[str, _Found], name: str, where: str) -> Kind:
    known = {field.name: field for field in _fields(kind)}
    for key in given:
        if key not in known:
            raise _refused("unknown", where, kind=name, parameter=_shown(key), known=", ".join(known))
    hints = get_type_hints(kind, include_extras=True)
    values: dict[str, object] = {}
    for key, field in known.items():
        if key in given:
            values[key] = _value(hints[key], given[key], key, where)
        elif field.default is MISSING:
            raise _refused("missing", where, kind=name, parameter=key)
    return kind(**values)


def _fields(kind: type[Kind]) -> Iterator[Field[object]]:
    yield from fields(kind)  # type: ignore[arg-type]  # every kind is a dataclass; a test sees to it


def _value(hint: object, found: _Found, name: str, where: str) -> object:
    """Return a value in the type of a parameter, once it is known to fit."""
    limits: tuple[object, ...] = ()
    if get_origin(hint) is Annotated:
        hint, *rest = get_args(hint)
        limits = tuple(rest)
    choices = _choices(hint)
    if choices:
        if not isinstance(found, str) or found not in choices:
            known = ", ".join(choices)
            raise _refused("choice", where, parameter=name, found=_shown(found), known=known)
        return found
    if get_origin(hint) is tuple:
        return _tuple(get_args(hint), limits, found, name, where)
    return _single(hint, limits, found, name, where)


def _choices(hint: object) -> tuple[str, ...]:
    """Return the words that a parameter may be; none where it is no choice among words."""
    if get_origin(hint) is Literal:
        return get_args(hint)
    if get_origin(hint) in (Union, UnionType):
        return tuple(choice for part in get_args(hint) for choice in _choices(part))
    return ()


def _single(hint: object, limits: tuple[object, ...], found: _Found, name: str, where: str) -> object:
    if hint is str:
        if not isinstance(found, str) or not found.isprintable():
            raise _refused("text", where, parameter=name)
        _check_length(limits, len(found), name, where)
        return found
    whole = hint is int
    if isinstance(found, bool) or not isinstance(found, int if whole else int | float):
        raise _refused("whole_number" if whole else "number", where, parameter=name)
    number = int(found) if whole else _real(found, name, where)
    for limit in limits:
        if isinstance(limit, Span):
            _check_span(limit, number, name, where)
    return number


def _real(found: int | float, name: str, where: str) -> float:
    try:
        return float(found)
    except OverflowError:
        raise _refused("number", where, parameter=name) from None


def _tuple(
    items: tuple[object, ...], limits: tuple[object, ...], found: _Found, name: str, where: str
) -> tuple[object, ...]:
    """Return a list of the file as a tuple of fixed length."""
    if not isinstance(found, list | tuple) or len(found) != len(items):
        raise _refused("numbers", where, parameter=name, count=len(items))
    each = next((limit.each for limit in limits if isinstance(limit, Spans)), None)
    return tuple(
        _single(item, limits if each is None else (each[place],), entry, name, where)
        for place, (item, entry) in enumerate(zip(items, found, strict=True))
    )


def _check_span(span: Span, number: float, name: str, where: str) -> None:
    # Written so that nan is refused too.
    if not span.least <= number <= span.greatest:
        raise _refused("range", where, parameter=name, found=number, least=span.least, greatest=span.greatest)


def _check_length(limits: tuple[object, ...], length: int, name: str, where: str) -> None:
    for limit in limits:
        if isinstance(limit, Length) and not limit.least <= length <= limit.greatest:
            raise _refused(
                "length", where, parameter=name, found=length, least=limit.least, greatest=limit.greatest
            )


def _shown(found: _Found) -> str:
    """Return what a file says, short enough for a sentence."""
    return str(found)[:40]


def _refused(reason: str, where: str, **values: Value) -> WrongUse:
    return WrongUse(Message.of(f"synthesis.art_{reason}", where=where, **values))
