"""Which MRZ is printed on a picture."""

from dataclasses import dataclass

from docdesk.mrz.errors import MrzError
from docdesk.mrz.formats import nearest
from docdesk.mrz.parsing import parse

NO_MRZ = "NONE"
"""The type of a picture without an MRZ."""


@dataclass(frozen=True, slots=True)
class Truth:
    """What is printed on one picture.

    `file` names it for people, `path` is where it lies in the folder that is measured, with `/`. `lines` is
    empty for a picture without an MRZ (`doc_type` NONE). `digits_valid` is None where nobody says. `group`
    names the document, where several pictures show the same one. `difficulty` and `notes` are whatever the
    folder says of the picture, or empty.
    """

    file: str
    path: str
    doc_type: str
    lines: tuple[str, ...]
    group: str
    digits_valid: bool | None = None
    difficulty: str = ""
    notes: str = ""

    @property
    def characters(self) -> int:
        """How many characters are printed."""
        return sum(map(len, self.lines))


def type_of(lines: tuple[str, ...]) -> str:
    """Return the name of the format that lines have or are nearest to, NONE without any character."""
    try:
        return nearest(lines).name
    except MrzError:
        return NO_MRZ


def wrong_digits(lines: tuple[str, ...]) -> frozenset[str]:
    """Return the fields whose printed check digit is not the one computed; none where no format fits."""
    try:
        return frozenset(digit.name for digit in parse(lines).digits if not digit.agrees)
    except MrzError:
        return frozenset()


def digits_agree(lines: tuple[str, ...]) -> bool:
    """Return whether lines carry check digits and all of them agree."""
    try:
        digits = parse(lines).digits
    except MrzError:
        return False
    return bool(digits) and all(digit.agrees for digit in digits)
