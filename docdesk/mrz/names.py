"""Names: their components in the MRZ, and whether they agree with the name printed for people.

A letter in the last position of the name field means that the name may have been cut (ICAO Doc 9303-4,
4.2.3), even where it just fits; then components may be shortened to as little as an initial, and the last
ones left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from docdesk.mrz.alphabet import FILLER, LETTERS, require_alphabet
from docdesk.mrz.errors import MrzError
from docdesk.mrz.formats import FORMATS
from docdesk.mrz.records import Mrz
from docdesk.mrz.transliteration import Spelling, has_arabic, spellings

NameOutcome = Literal["agrees", "agrees_shortened", "agrees_regrouped", "differs", "not_comparable"]
"""How an MRZ name stands to the printed one.

- `agrees`: component by component, in one of the spellings of Doc 9303;
- `agrees_shortened`: it was cut, and each component begins the printed one;
- `agrees_regrouped`: the same letters, but blanks, hyphens or the border of the identifiers lie elsewhere;
- `differs`: in none of these ways;
- `not_comparable`: a script without table, or Arabic, which most states transcribe by sound.
"""


@dataclass(frozen=True, slots=True)
class MrzName:
    """The name of an MRZ.

    Attributes:
        primary: components of the primary identifier.
        secondary: components of the secondary identifier; none where the holder has one name only.
        possibly_truncated: whether the field ends with a letter.
    """

    primary: tuple[str, ...]
    secondary: tuple[str, ...]
    possibly_truncated: bool


@dataclass(frozen=True, slots=True)
class NameAgreement:
    """How an MRZ name stands to the printed one.

    Attributes:
        outcome: see `NameOutcome`.
        differing: pairs of MRZ component and printed component that differ; "" where one has no partner.
    """

    outcome: NameOutcome
    differing: tuple[tuple[str, str], ...] = ()


def parse_name(text: str) -> MrzName:
    """Return the components of a whole name field with both identifiers.

    Raises:
        MrzError: `character_not_allowed`, with its position in the text.
    """
    require_alphabet((text,))
    primary, _, secondary = text.partition(FILLER * 2)
    return MrzName(_components(primary), _components(secondary), text[-1:] in tuple(LETTERS))


def name_of(mrz: Mrz) -> MrzName:
    """Return the name that an MRZ holds; empty where its format has no place for one."""
    places = FORMATS[mrz.format].name_places() if mrz.format in FORMATS else ()
    return MrzName(
        tuple(mrz.value("primary_identifier").split()),
        tuple(mrz.value("secondary_identifier").split()),
        any(mrz.at(place.span)[-1:] in tuple(LETTERS) for place in places),
    )


def agrees_with_printed(
    name: MrzName, printed_primary: str, printed_secondary: str, *, hint: str | None = None
) -> NameAgreement:
    """Compare the name of an MRZ with the printed one, accepting every spelling that Doc 9303 gives.

    Args:
        name: from `parse_name` or `name_of`.
        printed_primary: surname as printed for people; "" where none is.
        printed_secondary: given names as printed for people; "" where none are.
        hint: three-letter code of the issuer, for national spellings; all spellings are accepted anyway.
    """
    try:
        primary, secondary = (_words(text, hint) for text in (printed_primary, printed_secondary))
    except MrzError:
        return NameAgreement("not_comparable")
    cut = name.possibly_truncated
    pairs = (*zip_longest(name.primary, primary), *zip_longest(name.secondary, secondary))
    differing = tuple((own or "", _shown(word)) for own, word in pairs if not _fit(own, word, cut=False))
    if not differing:
        return NameAgreement("agrees")
    if cut and name.primary and all(_fit(own, word, cut=True) for own, word in pairs):
        return NameAgreement("agrees_shortened")
    letters = tuple(letter for word in (*primary, *secondary) for letter in word)
    own_letters = "".join((*name.primary, *name.secondary))
    if own_letters and spelled_by(own_letters, letters, beginning=cut):
        return NameAgreement("agrees_regrouped")
    arabic = has_arabic(printed_primary) or has_arabic(printed_secondary)
    return NameAgreement("not_comparable" if arabic else "differs", differing)


def spelled_by(text: str, letters: Sequence[Spelling], *, beginning: bool = False) -> bool:
    """Say whether a text is one of all spellings of these letters, or the beginning of one.

    It follows every spelling at once, so that its cost grows with the lengths and not with the number of
    spellings.
    """
    reached = {0}
    for letter in letters:
        if beginning and any(way.startswith(text[at:]) for at in reached for way in letter.ways):
            return True
        reached = {at + len(way) for at in reached for way in letter.ways if text.startswith(way, at)}
        if not reached:
            return False
    return len(text) in reached


def _components(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(FILLER) if part)


def _words(text: str, hint: str | None) -> tuple[tuple[Spelling, ...], ...]:
    words: list[list[Spelling]] = [[]]
    for spelling in spellings(text, hint=hint):
        if spelling.letter == FILLER:
            words.append([])
        else:
            words[-1].append(spelling)
    return tuple(tuple(word) for word in words if word)


def _fit(own: str | None, word: tuple[Spelling, ...] | None, *, cut: bool) -> bool:
    if own is None:
        return cut
    return word is not None and spelled_by(own, word, beginning=cut)


def _shown(word: tuple[Spelling, ...] | None) -> str:
    return "".join(spelling.letter for spelling in word or ())
