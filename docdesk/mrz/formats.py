"""Which format a set of lines has."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from docdesk.mrz.alphabet import DIGITS, FILLER, require_alphabet
from docdesk.mrz.check_digits import check_digit
from docdesk.mrz.codes import name
from docdesk.mrz.errors import MrzError
from docdesk.mrz.icao_formats import MRVA, MRVB, TD1, TD2, TD3
from docdesk.mrz.layout import Format
from docdesk.mrz.national_formats import CHE30, CHN30, CHN30_1, CHN30_2, DRV30, FRA30, FRA36, OLD36, RUS44
from docdesk.mrz.spans import joined, slice_of

__all__ = ["FORMATS", "Format", "nearest", "recognise"]

FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        layout.name: layout
        for layout in (
            *(TD1, TD2, TD3, MRVA, MRVB),
            *(FRA36, FRA30, DRV30, CHE30, RUS44, OLD36, CHN30, CHN30_2, CHN30_1),
        )
    }
)
"""Every format this room knows, by name: the five of Doc 9303 first."""

_CHINESE_ISSUERS: Final = ("CHN", "HKG", "MAC", "TWN")
"""Permits print these or, where a number stands in their place, no state at all (general knowledge)."""

DATE_CHARACTERS: Final = DIGITS + FILLER
"""What a date can hold."""

_OLD_CARD_ISSUERS: Final = ("ITA", "ROU", "GRC", "BGR")
"""States known for old cards whose zone is there only in part."""

_DIGITS_OF_A_PARTIAL_ZONE: Final = 0
"""Whoever alters one field or two of a TD2 leaves a digit that agrees: where none does, the zone never
followed TD2."""

_A_LINE_NOT_FOUND: Final = 5
"""Tells less against a format than the six characters by which the nearest sizes differ."""

_A_LINE_TOO_MANY: Final = 30
"""A line that is there speaks against a format without it as much as a whole line of wrong characters."""

_CHINESE_PERMIT_CODES: Final = ("CR", "CT", "CS", "CD")
"""Document codes of Chinese travel permits (general knowledge, no published source)."""


def recognise(lines: Sequence[str]) -> Format:
    """Return the format that the lines have: by number and length, then by code, then by digits.

    Two lines of 44 or 36 that begin with V are a visa. National forms that share the shape of a format of
    Doc 9303 are told from it by their code; where the code is not enough, by which digits agree.

    Raises:
        MrzError: `no_such_format`, or `character_not_allowed` with line and position.
    """
    lengths = tuple(len(line) for line in lines)
    if not any(layout.lengths == lengths for layout in FORMATS.values()):
        raise MrzError("no_such_format")
    require_alphabet(lines)
    if lengths == TD3.lengths:
        return _of_two_by_44(lines)
    if lengths == TD2.lengths:
        return _of_two_by_36(lines)
    if lengths == TD1.lengths:
        return _of_three_by_30(lines)
    return _of_other_shape(lines, lengths)


def nearest(lines: Sequence[str]) -> Format:
    """Return the format that fits, or the one whose line lengths are nearest, for lines misread in length.

    Characters outside the alphabet do not matter here. A line that was not found counts little. Where
    several are equally near, the first letter decides between visa and other, and a format of Doc 9303 goes
    before a national form.

    Raises:
        MrzError: `no_such_format`, there is no character at all.
    """
    try:
        return recognise(lines)
    except MrzError:
        found = [line for line in lines if line]
        if not found:
            raise MrzError("no_such_format") from None
    first, lengths = found[0][0], tuple(len(line) for line in found)
    return min(
        FORMATS.values(),
        key=lambda layout: (
            not _may_begin(layout, first),
            _distance(layout, lengths),
            _begins_as_visa(layout) != (first == "V"),
        ),
    )


def _may_begin(layout: Format, first: str) -> bool:
    """Say whether a form that only its first letter tells from a part of TD1 may begin so."""
    starts = {FRA30: "D", DRV30: "D", CHN30: "C", CHN30_1: "C", CHN30_2: "C"}
    return first == starts.get(layout, first)


def _begins_as_visa(layout: Format) -> bool:
    return layout in (MRVA, MRVB)


def _distance(layout: Format, lengths: tuple[int, ...]) -> int:
    """Count the characters too many or too few, and some for each line that is not found or too many."""
    off = sum(abs(want - have) for want, have in zip(layout.lengths, lengths, strict=False))
    lines = len(lengths) - len(layout.lengths)
    return off + (lines * _A_LINE_TOO_MANY if lines > 0 else -lines * _A_LINE_NOT_FOUND)


def _of_two_by_44(lines: Sequence[str]) -> Format:
    if lines[0].startswith("V"):
        return MRVA
    return RUS44 if lines[0].startswith("PNRUS") else TD3


def _of_two_by_36(lines: Sequence[str]) -> Format:
    if lines[0].startswith("V"):
        return MRVB
    good = _agreeing(TD2, lines)
    if lines[0].startswith("IDFRA"):
        # France printed no other card of this shape: only what reads as TD2 throughout is one.
        return TD2 if good == len(TD2.digits) or _has_dates_of_td2(lines) else FRA36
    old = lines[0].startswith("I") and lines[0][2:5] in _OLD_CARD_ISSUERS
    return OLD36 if old and good <= _DIGITS_OF_A_PARTIAL_ZONE else TD2


def _has_dates_of_td2(lines: Sequence[str]) -> bool:
    """Say whether dates stand where TD2 has them; the old French card has given names there."""
    places = (TD2.place("date_of_birth"), TD2.place("date_of_expiry"))
    dates = "".join(slice_of(lines, place.span) for place in places if place is not None)
    return all(char in DATE_CHARACTERS for char in dates) and any(char in DIGITS for char in dates)


def _of_three_by_30(lines: Sequence[str]) -> Format:
    good = _agreeing(TD1, lines)
    if lines[0].startswith("C") and lines[0][2:5] == "CHN":
        return TD1 if good == len(TD1.digits) else CHN30
    issuer = lines[0][2:5]
    permit = lines[0][:2] in _CHINESE_PERMIT_CODES and (issuer in _CHINESE_ISSUERS or name(issuer) is None)
    return CHN30 if permit and good <= _DIGITS_OF_A_PARTIAL_ZONE else TD1


def _of_other_shape(lines: Sequence[str], lengths: tuple[int, ...]) -> Format:
    if lengths == CHE30.lengths:
        return CHE30
    if lengths == FRA30.lengths and lines[0].startswith("D"):
        return FRA30 if lines[0].startswith("D1FRA") else DRV30
    if lines[0].startswith("C"):
        return CHN30_1 if lengths == CHN30_1.lengths else CHN30_2
    raise MrzError("no_such_format")


def _agreeing(layout: Format, lines: Sequence[str]) -> int:
    """Count the check digits that agree as they stand, without the rules for long numbers."""
    return sum(
        slice_of(lines, digit.span) == check_digit(joined(lines, digit.covers)) for digit in layout.digits
    )
