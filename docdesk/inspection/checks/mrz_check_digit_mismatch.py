"""The MRZ carries a check digit that its own characters do not give.

Looks for: each field of the MRZ, and the whole of it, whose check digit is not the one computed.
Why it matters: whoever alters a number or a date must also alter its digit, and the composite one.
Known problems: some states printed whole series with wrong digits, and some print none for the number, which
is for attention only. Misread characters look the same, so it fails only if all misreadings that would make
the digit agree have together under 1 in 1,000 (`digit_certainty`); where the reader does not tell what else
its characters may be, only if all are certain. A digit that agrees more likely by chance than because all
is read right is undetermined. What digits cannot see: `docdesk.mrz.check_digits`.
"""

from collections.abc import Iterator

from docdesk.inspection.checks.check import Answer, Check
from docdesk.inspection.checks.evidence import Evidence, MrzEvidence
from docdesk.inspection.checks.finding import Weight
from docdesk.inspection.readings.certainty import Misreading, tells
from docdesk.inspection.readings.digit_certainty import agrees_by_chance, digit_is_misread
from docdesk.inspection.readings.places import named
from docdesk.mrz.parsing import Mrz
from docdesk.mrz.records import CheckDigit

NAME = "mrz_check_digit_mismatch"
TR03135 = {
    "document_number": "CheckDigitDocumentNumberCheck",
    "date_of_birth": "CheckDigitDateOfBirthCheck",
    "date_of_expiry": "CheckDigitDateOfExpiryCheck",
    "optional_data": "CheckDigitOptionalDataCheck",
    "composite": "CheckDigitCompositeCheck",
}


def answers(seen: MrzEvidence, _evidence: Evidence) -> Iterator[Answer]:
    """Yield an answer for every check digit that the format carries."""
    if seen.mrz is None:
        return
    for digit in seen.mrz.digits:
        values = {
            "field": digit.name,
            "quoted": seen.quoted(digit.covers),
            "printed": digit.printed,
            "expected": digit.expected,
        }
        missing = digit.variant == "missing"
        by_chance = digit.agrees and agrees_by_chance(seen.reading, digit)
        if by_chance:
            values["characters"] = named(seen.reading, seen.weakest_first((*digit.covers, digit.span)))
        yield Answer(
            passed=digit.agrees,
            spans=(*digit.covers, digit.span),
            values=tuple(sorted(values.items())),
            tr03135=TR03135.get(digit.name),
            key=f"{NAME}.in_doubt" if by_chance else _key(digit),
            weighs=Weight.ATTENTION if missing else None,
            undecided=by_chance,
            misread=_misread(seen, seen.mrz, digit),
        )


def _misread(seen: MrzEvidence, mrz: Mrz, digit: CheckDigit) -> Misreading | None:
    """Return how probable it is that a digit which does not agree was misread, None where nobody can tell."""
    return None if digit.agrees or not tells(seen.reading) else digit_is_misread(seen.reading, mrz, digit)


def _key(digit: CheckDigit) -> str:
    """Return the key of the sentence; nobody reads the 39 characters of a composite in one."""
    if digit.variant == "missing":
        return f"{NAME}.missing"
    return f"{NAME}.composite" if digit.name in {"composite", "line"} else NAME


CHECK = Check(
    NAME,
    "mrz",
    None,
    Weight.ANOMALY,
    "ICAO Doc 9303-3, 4.9",
    answers,
    frozenset(
        f"{NAME}.{end}"
        for end in (
            *("successful", "failed", "doubtful"),
            *("composite.successful", "composite.failed", "composite.doubtful"),
            *("missing.failed", "missing.doubtful"),
            "in_doubt.undetermined",
        )
    ),
)
