"""The MRZ does not show in infrared.

Looks for: an infrared picture of the MRZ's side, sharp enough to show it, with nothing in its place.
Why it matters: an MRZ is printed to be read in infrared; the dyes of many office printers do not show there.
Known problems: files may be named for a light that they were not made under, so it is for attention.
Infrared pictures of another size than the one read are not compared.
"""

from collections.abc import Iterator

from docdesk.inspection.captures.capture import Light
from docdesk.inspection.checks.check import Answer, Check
from docdesk.inspection.checks.evidence import Evidence, MrzEvidence
from docdesk.inspection.checks.finding import Weight
from docdesk.inspection.readings.mrz_on_set import Sighting
from docdesk.mrz.spans import Span

NAME = "mrz_absent_in_infrared"


def answers(seen: MrzEvidence, evidence: Evidence) -> Iterator[Answer]:
    """Yield one answer where there is an infrared picture of the MRZ's side."""

    def infrared(index: int) -> bool:
        return evidence.captures[index].label.light is Light.IR

    blank = [index for index in seen.blank if infrared(index)]
    shown = [index for index in (seen.capture, *(other.capture for other in seen.others)) if infrared(index)]
    whole = tuple(Span(number, 0, len(line)) for number, line in enumerate(seen.reading.lines))
    if shown:
        yield Answer(passed=True, spans=())
    elif blank:
        # The places of the MRZ hold on a picture that lies alike.
        yield Answer(
            passed=False,
            spans=whole,
            beside=Sighting(seen.reading, blank[0], Light.IR),
            whatever_is_read=True,
        )
    elif any(map(infrared, seen.unclear)):
        yield Answer(passed=False, spans=(), unsupported=True)


CHECK = Check(
    NAME,
    "light",
    None,
    Weight.ATTENTION,
    "ICAO Doc 9303-3, 4.11",
    answers,
    frozenset(f"{NAME}.{end}" for end in ("successful", "failed", "not_supported")),
    needs_format=False,
    usual=False,
)
