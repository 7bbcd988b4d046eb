"""Characters of the MRZ could not be read for certain.

Looks for: characters that the reader does not stand by, and those that a person entered.
Why it matters: what rests on doubtful ones is undetermined; a better picture would settle it. What rests on
entered ones is as true as the person's eyes, so the report names them.
Known problems: what Tesseract reads in doubtful places is told beside and decides nothing: nobody knows how
far it can be believed, and it takes O for 0.
"""

from collections.abc import Iterator

from docdesk.foundation.messages import Value
from docdesk.inspection.checks.check import Answer, Check
from docdesk.inspection.checks.evidence import Evidence, MrzEvidence
from docdesk.inspection.checks.finding import Weight
from docdesk.inspection.readings.mrz_reading import Entered, MrzReading
from docdesk.inspection.readings.places import NAMED_AT_MOST, Place, named, named_entries, named_opinions
from docdesk.mrz.spans import Span

NAME = "mrz_characters_doubtful"


def answers(seen: MrzEvidence, _evidence: Evidence) -> Iterator[Answer]:
    """Yield what is in doubt, then what was entered by hand, or that there is neither."""
    whole = tuple(Span(number, 0, len(line)) for number, line in enumerate(seen.reading.lines))
    doubtful = seen.doubtful(whole)
    if doubtful:
        yield _in_doubt(seen.reading, doubtful)
    overruled = tuple(
        entry for entry in seen.reading.entered if entry.certain and entry.entered != entry.read
    )
    yield from _noted("overruled", overruled)
    yield from _noted("entered", tuple(entry for entry in seen.reading.entered if entry not in overruled))
    if not doubtful and not seen.reading.entered:
        yield Answer(passed=True, spans=())


def _in_doubt(reading: MrzReading, doubtful: tuple[Place, ...]) -> Answer:
    """Return that these characters are in doubt and, where they are few, what else reads in their places."""
    values: tuple[tuple[str, Value], ...] = (("count", len(doubtful)), ("places", named(reading, doubtful)))
    opinions = named_opinions(reading, doubtful)
    key = NAME
    if len(doubtful) > NAMED_AT_MOST:
        key = f"{NAME}.many"
    elif opinions:
        key, values = f"{NAME}.second", (*values, ("second", opinions))
    return Answer(
        passed=False,
        spans=tuple(Span(line, index, index + 1) for line, index in doubtful),
        key=key,
        values=values,
        undecided=True,
    )


def _noted(kind: str, entries: tuple[Entered, ...]) -> Iterator[Answer]:
    """Yield that these characters were entered, if there are any."""
    if entries:
        yield Answer(
            passed=True,
            spans=tuple(Span(entry.line, entry.index, entry.index + 1) for entry in entries),
            key=f"{NAME}.{kind}",
            values=(("count", len(entries)), ("entries", named_entries(entries))),
            noted=True,
        )


CHECK = Check(
    NAME,
    "quality",
    None,
    Weight.INFORMATION,
    "BSI TR-03135-1, 5.7.3",
    answers,
    frozenset(
        f"{NAME}.{end}"
        for end in (
            *("successful", "undetermined", "second.undetermined", "many.undetermined"),
            *("entered.noted", "overruled.noted"),
        )
    ),
    needs_format=False,
)
