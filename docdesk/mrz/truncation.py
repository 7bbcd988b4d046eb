"""Cutting a name that is too long for its field (ICAO Doc 9303-4, 4.2.3; the same in 9303-5 to -7).

What is left fills the field and ends with a letter, so that a reader sees that it may have been cut, and as
much of the secondary identifier as possible remains.
"""

from collections.abc import Iterator

from docdesk.mrz.alphabet import FILLER
from docdesk.mrz.errors import MrzError

_SEPARATOR = FILLER * 2

Components = tuple[str, ...]
"""Components of one identifier, letters only."""


def fitted_name(primary: Components, secondary: Components, width: int) -> str:
    """Return both identifiers as printed in a field of this width, cut where they must be.

    Tried in this order: to cut at the end; to shorten given names before the cut; to reduce the last
    components of the primary identifier, letter by letter from the least, until some of the secondary fits;
    to leave out the last components of the primary identifier.

    Args:
        primary: at least one component.
        secondary: none where the holder has one name only.
        width: characters of the field.

    Raises:
        MrzError: `name_too_long`, no way of cutting keeps the rules.
    """
    whole = _written(primary, secondary)
    if len(whole) <= width:
        return whole.ljust(width, FILLER)
    for first, second in _ways(_clipped(primary, width), _clipped(secondary, width)):
        text = _written(first, second)
        least = len(_written(first, ())) + len(_SEPARATOR) + 1 if secondary else 0
        if len(text) >= width >= least and text[width - 1] != FILLER:
            return text[:width]
    raise MrzError("name_too_long")


def fitted_part(components: Components, separator: str, width: int) -> str:
    """Return one identifier alone, cut at the end: national forms that give each a field of its own."""
    return separator.join(components)[:width].ljust(width, FILLER)


def _ways(primary: Components, secondary: Components) -> Iterator[tuple[Components, Components]]:
    yield primary, secondary
    for shorter in _shortened(secondary):
        yield primary, shorter
    for keep in range(len(primary), 0, -1):
        yield primary[:keep], secondary
        for shorter in _reduced(primary[:keep]):
            yield shorter, secondary


def _clipped(components: Components, width: int) -> Components:
    """Leave out what no field of this width could show, so that an endless name costs no endless search."""
    return tuple(component[:width] for component in components[:width])


def _shortened(components: Components) -> Iterator[Components]:
    """Take one letter, or more, from one component at a time, from the last that can spare it."""
    for at in reversed(range(len(components))):
        for length in range(len(components[at]) - 1, 0, -1):
            yield (*components[:at], components[at][:length], *components[at + 1 :])


def _reduced(components: Components) -> Iterator[Components]:
    """Reduce components to initials from the last backwards.

    Of the component reached, each length is tried from one, as Doc 9303 does in its examples; of the first,
    each from the longest, because it is what the holder is known by.
    """
    for at in reversed(range(len(components))):
        initials = tuple(component[:1] for component in components[at + 1 :])
        lengths = range(1, len(components[at]))
        for length in lengths if at else reversed(lengths):
            yield (*components[:at], components[at][:length], *initials)


def _written(primary: Components, secondary: Components) -> str:
    parts = [FILLER.join(primary), FILLER.join(secondary)]
    return _SEPARATOR.join(part for part in parts if part)
