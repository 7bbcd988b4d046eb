"""A finding: a check's answer, with its evidence."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from docdesk.foundation.geometry import Polygon
from docdesk.foundation.messages import Message
from docdesk.inspection.captures.capture import Light
from docdesk.inspection.readings.mrz_reading import Entered


class Outcome(StrEnum):
    """How a check ended. Source: BSI TR-03135-1, 5.7.3.12."""

    SUCCESSFUL = "successful"
    FAILED = "failed"
    UNDETERMINED = "undetermined"
    NOT_SUPPORTED = "not_supported"
    ABORTED = "aborted"


class Weight(StrEnum):
    """What a failed check means for the verdict."""

    ANOMALY = "anomaly"
    """Speaks against the document."""
    ATTENTION = "attention"
    """True and to be acted upon, but no sign of fraud: expired, specimen, fictitious."""
    INFORMATION = "information"
    """Worth knowing, legal in itself."""


Group = Literal[
    "mrz",
    "date",
    "page",
    "viz",
    "barcode",
    "seal",
    "list",
    "light",
    "print",
    "portrait",
    "digital",
    "presentation",
    "quality",
]
"""What a check looks at; the order is that of the JSON contract."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer to one question.

    `tr03135` is the name that BSI TR-03135-1 gives the question, None where it has none. `margin` is in
    [-1, 1] with the threshold at 0: below 0 the check failed, and its size says how clearly (for checks on
    characters the reader's confidence in the weakest one); None where nothing is measured.
    `capture` is the index of the capture looked at, `region` the place on it in pixels after turning.
    `source` names the rule. `entered` holds those characters entered by hand that the answer rests on.
    `odds` is N where all misreadings that would take away what failed have together at most 1 in N, None
    where that was not computed.
    """

    check: str
    group: Group
    tr03135: str | None
    outcome: Outcome
    weighs: Weight
    message: Message
    source: str
    margin: float | None = None
    lights: tuple[Light, ...] = ()
    capture: int | None = None
    region: Polygon | None = None
    entered: tuple[Entered, ...] = ()
    odds: int | None = None
