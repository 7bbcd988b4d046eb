"""What docdesk's own check says of the check digits of a reading."""

from collections.abc import Mapping
from datetime import date

from docdesk.inspection.captures.capture import Capture, Label
from docdesk.inspection.captures.decoding import Pixels
from docdesk.inspection.captures.opening import FrameSet, Opened
from docdesk.inspection.checks import mrz_check_digit_mismatch
from docdesk.inspection.checks.evidence import Issuers
from docdesk.inspection.checks.finding import Outcome
from docdesk.inspection.checks.gathering import evidence_of
from docdesk.inspection.readings.mrz_reading import MrzReading, Reader

INSPECTED_ON = date(2026, 1, 1)
"""Stands still, so that a run can be repeated on any day."""


class Remembered:
    """Implements `Reader` with a reading made before; it lacks what the reader lacks that made it."""

    def __init__(self, reading: MrzReading, reader: Reader) -> None:
        self._reading = reading
        self.missing = reader.missing

    def read(self, _pixels: Pixels) -> tuple[MrzReading, ...]:
        """Return the reading, whatever the picture."""
        return (self._reading,)


def digit_outcomes(reading: MrzReading, reader: Reader, pixels: Pixels) -> Mapping[str, Outcome]:
    """Return how the check ended for each field that carries a check digit; empty where it cannot be made."""
    height, width = pixels.shape[:2]
    capture = Capture("", None, None, 1, Label(), size_px=(width, height))
    frames = FrameSet("", (Opened(capture, pixels),))
    (evidence,) = evidence_of(frames, Remembered(reading, reader), Issuers(), INSPECTED_ON)
    told = (
        (dict(finding.message.values).get("field"), finding.outcome)
        for finding in mrz_check_digit_mismatch.CHECK.findings(evidence)
    )
    return {str(field): outcome for field, outcome in told if field is not None}
