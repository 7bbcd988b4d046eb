"""The MRZ is printed in another font than OCR-B.

Looks for: lines of which the reader says that their print is hardly OCR-B.
Why it matters: an MRZ is printed in OCR-B (ISO 1073-2); who sets one in an office font lacked the means.
Known problems: some states printed hand-filled documents otherwise, and screenshots and drawings are set in
any font, so it is for attention. A blurred or small picture says little of a font: the question stays open.
"""

from collections.abc import Iterator

from docdesk.inspection.checks.check import Answer, Check
from docdesk.inspection.checks.evidence import Evidence, MrzEvidence
from docdesk.inspection.checks.finding import Weight
from docdesk.mrz.spans import Span

NAME = "mrz_font_not_ocr_b"

HARDLY = 0.05
"""Probability of OCR-B up to which every line must lie to be called another font: stated, so that of twenty
called so, one is in OCR-B at the most if the reader's figure is right."""

LIKELY = 0.5
"""Probability from which a line counts as OCR-B: rather so than not."""


def answers(seen: MrzEvidence, _evidence: Evidence) -> Iterator[Answer]:
    """Yield one answer."""
    told = seen.reading.ocr_b
    whole = tuple(Span(number, 0, len(line)) for number, line in enumerate(seen.reading.lines))
    if not told:
        yield Answer(passed=False, spans=(), unsupported=True)
    elif all(probability >= LIKELY for probability in told):
        yield Answer(passed=True, spans=())
    elif all(probability <= HARDLY for probability in told):
        yield Answer(passed=False, spans=whole, whatever_is_read=True)
    else:
        # A font in doubt is no reason to doubt the document.
        yield Answer(passed=False, spans=whole, undecided=True, weighs=Weight.INFORMATION)


CHECK = Check(
    NAME,
    "print",
    None,
    Weight.ATTENTION,
    "ICAO Doc 9303-3, 4.1",
    answers,
    frozenset(f"{NAME}.{end}" for end in ("successful", "failed", "undetermined", "not_supported")),
    needs_format=False,
)
