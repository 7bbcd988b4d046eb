"""Faults of names."""

import re
from collections.abc import Iterator
from typing import Final

from docdesk.mrz.alphabet import FILLER, LETTERS
from docdesk.mrz.faults import Fault
from docdesk.mrz.formats import FORMATS
from docdesk.mrz.layout import FieldPlace
from docdesk.mrz.records import Mrz
from docdesk.mrz.spans import Span

SPECIMEN_NAMES: Final[frozenset[str]] = frozenset(
    {"SPECIMEN", "ESPECIMEN", "MUSTERMANN", "MUSTERFRAU", "MUSTER", "VZOR", "WZOR"}
)
"""Words printed as names on specimens: English and French, Spanish, German, Czech and Slovak, Polish.

Some are family names too, Muster above all: a hint, never a proof.
"""

_PRIMARY: Final = "primary_identifier"
_SECONDARY: Final = "secondary_identifier"


def name_faults(mrz: Mrz) -> Iterator[Fault]:
    """Yield the faults of every name field, and of the components in them."""
    for place in FORMATS[mrz.format].name_places():
        text = mrz.at(place.span)
        if text.strip(FILLER):
            yield from _shape_faults(place, text)
        elif place.kind != "secondary":
            yield Fault("name_missing", _PRIMARY, (place.span,))
        if text.endswith(tuple(LETTERS)):
            yield Fault("name_possibly_truncated", _last_identifier(mrz, place), (place.span,))
    yield from _specimen_faults(mrz)


def _shape_faults(place: FieldPlace, text: str) -> Iterator[Fault]:
    """Yield the fillers that Doc 9303 sets otherwise; national forms set them as they like."""
    if place.kind != "names":
        return
    inner = text.rstrip(FILLER)
    runs = [match.span() for match in re.finditer(f"{FILLER}{{2,}}", inner)]
    leading = len(inner) - len(inner.lstrip(FILLER))
    if leading:
        what = "primary_missing" if leading > 1 else "leading_filler"
        yield _malformed(place, what, 0, leading, _PRIMARY)
    within = [(start, end) for start, end in runs if start]
    for start, end in within:
        if end - start > 2:
            yield _malformed(place, "three_fillers", start, end, _PRIMARY)
    separators = len(runs)
    if separators > 1:
        start, end = runs[-1]
        yield _malformed(place, "separator_repeated", start, end, _SECONDARY)


def _malformed(place: FieldPlace, what: str, start: int, end: int, field: str) -> Fault:
    line, first = place.span.line, place.span.start
    return Fault("name_malformed", field, (Span(line, first + start, first + end),), (("what", what),))


def _last_identifier(mrz: Mrz, place: FieldPlace) -> str:
    """Return the name of the identifier that ends the place, which ends with a letter."""
    ends = [
        field.name
        for field in mrz.fields
        if field.name in (_PRIMARY, _SECONDARY)
        and (field.spans[0].line, field.spans[0].end) == (place.span.line, place.span.end)
    ]
    return ends[0] if ends else _PRIMARY


def _specimen_faults(mrz: Mrz) -> Iterator[Fault]:
    for field in mrz.fields:
        if field.name not in (_PRIMARY, _SECONDARY):
            continue
        for match in re.finditer(f"[^{FILLER}]+", field.text):
            if match.group() in SPECIMEN_NAMES:
                line, first = field.spans[0].line, field.spans[0].start
                span = Span(line, first + match.start(), first + match.end())
                yield Fault("specimen_name", field.name, (span,), (("word", match.group()),))
