"""Characters of the MRZ could not be read for certain.

Looks for: characters that the reader does not stand by.
Why it matters: what rests on them is undetermined; a better picture would settle it.
Known problems: until the reader's confidence is calibrated it rather doubts too much than too little.
"""

from collections.abc import Iterator

from docdesk.inspection.checks.check import NAMED_AT_MOST, Answer, Check, named
from docdesk.inspection.checks.evidence import Evidence, MrzEvidence
from docdesk.inspection.checks.finding import Weight
from docdesk.mrz.spans import Span


def answers(seen: MrzEvidence, _evidence: Evidence) -> Iterator[Answer]:
    """Yield the one answer."""
    whole = tuple(Span(number, 0, len(line)) for number, line in enumerate(seen.reading.lines))
    doubtful = seen.doubtful(whole)
    if not doubtful:
        yield Answer(passed=True, spans=())
        return
    spans = tuple(Span(line, index, index + 1) for line, index in doubtful)
    key = "mrz_characters_doubtful" if len(doubtful) <= NAMED_AT_MOST else "mrz_characters_doubtful.many"
    shown = named(seen, doubtful)
    yield Answer(
        passed=False,
        spans=spans,
        key=key,
        values=(("count", len(doubtful)), ("places", shown)),
        undecided=True,
    )


CHECK = Check(
    "mrz_characters_doubtful",
    "quality",
    None,
    Weight.INFORMATION,
    "BSI TR-03135-1, 5.7.3",
    answers,
    frozenset(
        {
            "mrz_characters_doubtful.successful",
            "mrz_characters_doubtful.undetermined",
            "mrz_characters_doubtful.many.undetermined",
        }
    ),
    needs_format=False,
)
