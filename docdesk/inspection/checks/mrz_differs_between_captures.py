"""Two pictures that are said to be of one document show different MRZs.

Looks for: characters that are certain on two captures, under one light or two, and differ.
Why it matters: either the pictures are of two documents, or one was altered. Where pictures that one reader
took under two lights differ in few characters, those were printed over: inks alike to the eye part there.
Known problems: names of files may join pictures that do not belong together, so what differs more is for
attention. Lines that differ in length are compared only if all of them was read for certain.
"""

from collections.abc import Iterator

from docdesk.inspection.checks.check import Answer, Check
from docdesk.inspection.checks.evidence import Evidence, MrzEvidence
from docdesk.inspection.checks.finding import Weight
from docdesk.inspection.readings.mrz_on_set import Sighting, lies_alike, likeness
from docdesk.inspection.readings.mrz_reading import MrzReading
from docdesk.inspection.readings.places import named, places
from docdesk.mrz.spans import Span

NAME = "mrz_differs_between_captures"

ALIKE = 0.85
"""Share of characters in which two pictures of one document agree at the least. A new number with its digits
changes 11 of 88, a new date 8; two documents of one family differ in name, number and dates."""


def answers(seen: MrzEvidence, evidence: Evidence) -> Iterator[Answer]:
    """Yield an answer for each capture that differs, or one success if another capture can be compared."""
    comparable = [other for other in seen.others if _comparable(seen.reading, other.reading)]
    differing = [(other, spans) for other in comparable if (spans := _differing(seen.reading, other.reading))]
    for other, spans in differing:
        yield _answer(seen, evidence, other, spans)
    if comparable and not differing:
        yield Answer(passed=True, spans=())


def _answer(seen: MrzEvidence, evidence: Evidence, other: Sighting, spans: tuple[Span, ...]) -> Answer:
    here, there = evidence.captures[seen.capture], evidence.captures[other.capture]
    light = here.label.light
    printed_over = (
        light is not other.light
        and _lengths(seen.reading) == _lengths(other.reading)
        and lies_alike(here, there)
        and likeness(seen.reading, other.reading) >= ALIKE
    )
    if not printed_over:
        return Answer(passed=False, spans=spans, beside=other)
    where = tuple(places(spans))
    return Answer(
        passed=False,
        spans=spans,
        key=f"{NAME}.between_lights",
        values=(
            ("light", light.value),
            ("other_light", other.light.value),
            ("other_places", named(other.reading, where)),
            ("places", named(seen.reading, where)),
        ),
        weighs=Weight.ANOMALY,
        beside=other,
    )


def _comparable(one: MrzReading, other: MrzReading) -> bool:
    """Return whether places correspond, or the lines are of other lengths beyond doubt."""
    return _lengths(one) == _lengths(other) or all(map(all, (*one.certain, *other.certain)))


def _differing(one: MrzReading, other: MrzReading) -> tuple[Span, ...]:
    """Return where two readings differ for certain; everywhere if their lines differ in length."""
    if _lengths(one) != _lengths(other):
        return tuple(Span(number, 0, len(line)) for number, line in enumerate(one.lines))
    return tuple(
        Span(number, index, index + 1)
        for number, line in enumerate(one.lines)
        for index, char in enumerate(line)
        if char != other.lines[number][index] and one.certain[number][index] and other.certain[number][index]
    )


def _lengths(reading: MrzReading) -> list[int]:
    return [len(line) for line in reading.lines]


CHECK = Check(
    NAME,
    "mrz",
    None,
    Weight.ATTENTION,
    "one document has one MRZ (ICAO Doc 9303-3, 4)",
    answers,
    frozenset(f"{NAME}.{end}" for end in ("successful", "failed", "between_lights.failed")),
    needs_format=False,
    usual=False,
)
