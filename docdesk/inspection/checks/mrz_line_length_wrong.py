"""The MRZ has lines of a length that no format has.

Looks for: line counts and lengths other than those of the five ICAO formats and the known national ones.
Why it matters: blanks are personalised by machines that cannot print a line too long or too short.
Known problems: a character too faint or merged with its neighbour is not counted; then it is undetermined.
So it is where all lines are of one length: a picture that cuts the zone off looks the same.
"""

from collections.abc import Iterator

from docdesk.inspection.checks.check import Answer, Check
from docdesk.inspection.checks.evidence import Evidence, MrzEvidence
from docdesk.inspection.checks.finding import Weight
from docdesk.mrz.spans import Span

NAME = "mrz_line_length_wrong"


def answers(seen: MrzEvidence, _evidence: Evidence) -> Iterator[Answer]:
    """Yield the one answer."""
    lengths = ", ".join(str(len(line)) for line in seen.reading.lines)
    values = (("format", seen.reading.format), ("lengths", lengths))
    if seen.mrz is not None:
        yield Answer(passed=True, spans=(), values=values)
        return
    spans = tuple(Span(number, 0, len(line)) for number, line in enumerate(seen.reading.lines))
    if len({len(line) for line in seen.reading.lines}) == 1:
        yield Answer(passed=False, spans=spans, values=values, key=f"{NAME}.cut_off", undecided=True)
    else:
        yield Answer(passed=False, spans=spans, values=values)


CHECK = Check(
    NAME,
    "mrz",
    "LengthCheck",
    Weight.ANOMALY,
    "ICAO Doc 9303-4 to -7, 4.2.2",
    answers,
    frozenset(f"{NAME}.{end}" for end in ("successful", "failed", "doubtful", "cut_off.undetermined")),
    needs_format=False,
)
