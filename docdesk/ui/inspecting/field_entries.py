"""Every field and check digit of an MRZ in words: where it stands, what it means, what checks say of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from docdesk.foundation.messages import Message
from docdesk.inspection.checks.evidence import MrzEvidence
from docdesk.inspection.checks.finding import Finding, Outcome
from docdesk.inspection.readings.places import places
from docdesk.mrz.date_faults import birth_of, expiry_of
from docdesk.mrz.dates import age, remaining
from docdesk.mrz.explanation import DigitExplanation, explain_digit
from docdesk.mrz.records import CheckDigit, Field, Mrz
from docdesk.mrz.spans import Span
from docdesk.ui.inspecting.finding_cards import ORDER
from docdesk.wording.catalogue import Wording
from docdesk.wording.likely_words import likely
from docdesk.wording.mrz_words import days_of, meaning, term
from docdesk.wording.signs import Sign, sign_of

CHECKS = {
    "document_code": ("document_code_wrong",),
    "issuing_state": ("issuer_not_recognised", "known_pseudo_issuer", "specimen_marker"),
    "primary_identifier": ("name_malformed",),
    "secondary_identifier": ("name_malformed",),
    "document_number": ("document_number_malformed",),
    "nationality": ("nationality_not_recognised",),
    "date_of_birth": ("birth_date_invalid",),
    "sex": ("sex_invalid",),
    "date_of_expiry": ("expiry_date_invalid", "document_expired", "validity_implausible"),
    "date_of_issue": ("issue_date_invalid",),
}
"""Checks of one field alone. What is found wrong names its field itself; this is for what agrees."""

BETWEEN_CAPTURES = "mrz_differs_between_captures"
"""Looks at all fields. Found wrong, it is told of those in which pictures differ, and of no others."""


@dataclass(frozen=True, slots=True)
class FieldEntry:
    """One field with its check digit, or a check digit over several fields.

    `text` is as printed, `doubtful` the positions in it, from 0, that the reader does not stand by, `likely`
    what each of these may be, with percentages, where the reader tells. `spans`
    are what lights up for it, its check digit too. `sign` is the gravest of what was `found`; None where no
    check looks at it alone.
    """

    name: str
    label: str
    place: str
    text: str
    value: str
    meaning: str
    doubtful: frozenset[int]
    spans: tuple[Span, ...]
    sign: Sign | None
    found: tuple[tuple[Sign, str], ...]
    digit: DigitExplanation | None
    likely: tuple[str, ...] = ()


def entries_of(
    seen: MrzEvidence, findings: Sequence[Finding], on: date, wording: Wording
) -> tuple[FieldEntry, ...]:
    """Return all fields in the order of the lines, then the check digits that guard no single field."""
    mrz = seen.mrz
    if mrz is None:
        return ()
    names = {field.name for field in mrz.fields}
    fields = tuple(_field(seen, mrz, field, findings, on, wording) for field in mrz.fields)
    rest = tuple(
        _digit(seen, mrz, digit, findings, wording) for digit in mrz.digits if digit.name not in names
    )
    return (*fields, *rest)


def _field(
    seen: MrzEvidence, mrz: Mrz, field: Field, findings: Sequence[Finding], on: date, wording: Wording
) -> FieldEntry:
    digit = mrz.digit(field.name)
    spans = (*field.spans, *(() if digit is None else (digit.span,)))
    found = tuple(_found(field.name, _about(seen, spans, findings), wording))
    return FieldEntry(
        name=field.name,
        label=term(field.name, wording),
        place=_place(field.spans, wording),
        text=field.text,
        value=field.value,
        meaning=meaning(mrz, field, on, wording),
        doubtful=_doubtful(seen, field.spans),
        spans=spans,
        sign=gravest(found),
        found=found,
        digit=None if digit is None else explain_digit(mrz, digit),
        likely=_likely(seen, field.spans, wording),
    )


def _digit(
    seen: MrzEvidence, mrz: Mrz, digit: CheckDigit, findings: Sequence[Finding], wording: Wording
) -> FieldEntry:
    found = tuple(_found(digit.name, _about(seen, (digit.span,), findings), wording))
    return FieldEntry(
        name=digit.name,
        label=wording.say(Message.of("fields.digit_of", of=term(digit.name, wording))),
        place=_place((digit.span,), wording),
        text=digit.printed,
        value=digit.printed,
        meaning="",
        doubtful=_doubtful(seen, (digit.span,)),
        spans=(*digit.covers, digit.span),
        sign=gravest(found),
        found=found,
        digit=explain_digit(mrz, digit),
        likely=_likely(seen, (digit.span,), wording),
    )


def _about(seen: MrzEvidence, spans: Sequence[Span], findings: Sequence[Finding]) -> Sequence[Finding]:
    """Return the findings that may be about these characters: that pictures differ only where they do."""
    differ = any(seen.elsewhere(place) for place in places(spans))
    return [
        finding
        for finding in findings
        if finding.check != BETWEEN_CAPTURES or (differ and finding.outcome is not Outcome.SUCCESSFUL)
    ]


def _found(name: str, findings: Sequence[Finding], wording: Wording) -> Iterator[tuple[Sign, str]]:
    """Yield what was found of a field, the gravest first."""
    own = [
        finding
        for finding in findings
        if dict(finding.message.values).get("field") == name
        or finding.check in (*CHECKS.get(name, ()), BETWEEN_CAPTURES)
    ]
    for finding in sorted(own, key=lambda finding: ORDER.index(sign_of(finding))):
        yield sign_of(finding), wording.say(finding.message)


def gravest(found: Sequence[tuple[Sign, str]]) -> Sign | None:
    """Return the sign of what needs eyes most, None where nothing was found."""
    return min((sign for sign, _ in found), key=ORDER.index, default=None)


def _doubtful(seen: MrzEvidence, spans: Sequence[Span]) -> frozenset[int]:
    sure = [seen.reading.certain[line][index] for line, index in places(spans)]
    return frozenset(at for at, certain in enumerate(sure) if not certain)


def _likely(seen: MrzEvidence, spans: Sequence[Span], wording: Wording) -> tuple[str, ...]:
    """Return what each character in doubt may be, in the order of the places."""
    doubtful = seen.doubtful(spans)
    said = (likely(seen.reading, place, wording) for place in doubtful)
    return tuple(text for text in said if text)


def _place(spans: Sequence[Span], wording: Wording) -> str:
    said = []
    for span in spans:
        key = "fields.place_one" if len(span) == 1 else "fields.place"
        said.append(wording.say(Message.of(key, line=span.line + 1, first=span.start + 1, last=span.end)))
    return "; ".join(said)


def day_of_birth(mrz: Mrz, on: date, wording: Wording) -> str:
    """Return the day of birth and the age on the day of the inspection, "" where none is stated."""
    birth = birth_of(mrz, on, None)
    years = None if birth is None else age(birth, on)
    if birth is None or years is None:
        return ""
    aged = f"{years[0]}" if years[0] == years[1] else f"{years[0]}–{years[1]}"
    return wording.say(Message.of("fields.born", day=days_of(birth), years=aged))


def day_of_expiry(mrz: Mrz, on: date, wording: Wording) -> str:
    """Return the day of expiry, and that it has passed where it has; "" where none is stated."""
    expiry = expiry_of(mrz, on, birth_of(mrz, on, None))
    left = None if expiry is None else remaining(expiry, on)
    if expiry is None or left is None or "could_be_unlimited" in expiry.notes:
        return ""
    day = days_of(expiry)
    return wording.say(Message.of("fields.expired", day=day)) if left[1] < 0 else day
