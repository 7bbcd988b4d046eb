"""Two pictures that are said to be of one document show different MRZs.

Looks for: characters that are certain on two captures of one light, and differ.
Why it matters: either the pictures are of two documents, or one of them was altered.
Known problems: only captures under the light that the MRZ was found in are read; names of files may join
pictures that do not belong together, so it is for attention.
"""

from collections.abc import Iterator

from docdesk.inspection.checks.check import Answer, Check
from docdesk.inspection.checks.evidence import Evidence, MrzEvidence
from docdesk.inspection.checks.finding import Weight
from docdesk.inspection.readings.mrz_reading import MrzReading
from docdesk.mrz.spans import Span

NAME = "mrz_differs_between_captures"


def answers(seen: MrzEvidence, _evidence: Evidence) -> Iterator[Answer]:
    """Yield one answer where another capture shows an MRZ too."""
    if not seen.others:
        return
    differing = [spans for other in seen.others if (spans := _differing(seen.reading, other))]
    if differing:
        yield Answer(passed=False, spans=differing[0])
    else:
        yield Answer(passed=True, spans=())


def _differing(one: MrzReading, other: MrzReading) -> tuple[Span, ...]:
    """Return where two readings differ for certain; everywhere if their lines differ in length."""
    if [len(line) for line in one.lines] != [len(line) for line in other.lines]:
        return tuple(Span(number, 0, len(line)) for number, line in enumerate(one.lines))
    return tuple(
        Span(number, index, index + 1)
        for number, line in enumerate(one.lines)
        for index, char in enumerate(line)
        if char != other.lines[number][index] and one.certain[number][index] and other.certain[number][index]
    )


CHECK = Check(
    NAME,
    "mrz",
    None,
    Weight.ATTENTION,
    "one document has one MRZ (ICAO Doc 9303-3, 4)",
    answers,
    frozenset(f"{NAME}.{end}" for end in ("successful", "failed", "doubtful")),
    needs_format=False,
    usual=False,
)
