"""The report of one inspection: everything that was seen of one document, and what it comes to."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from docdesk.foundation.messages import Message
from docdesk.inspection.captures.capture import Capture, Light
from docdesk.inspection.checks.evidence import MrzEvidence
from docdesk.inspection.checks.finding import Finding


class VerdictOutcome(StrEnum):
    """What an inspection comes to. docdesk never says that a document is genuine."""

    ANOMALY = "anomaly"
    ATTENTION = "attention"
    NO_ANOMALY_FOUND = "no_anomaly_found"
    UNDETERMINED = "undetermined"
    NOT_INSPECTED = "not_inspected"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the questions that apply to this document were answered.

    A question is a check, or one of its parts that BSI TR-03135 names (each check digit); of several findings
    on one question the gravest counts.
    `run` ended successful, failed or undetermined; `applicable` = run + not_supported + aborted.
    `missing_lights` are those of white, infrared and ultraviolet light that no capture was made under.
    """

    run: int
    applicable: int
    not_supported: int
    missing_lights: tuple[Light, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome, why, and on how much it rests."""

    outcome: VerdictOutcome
    reasons: tuple[Message, ...]
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Report:
    """One inspection of one document.

    `presented_together` is the same for documents that one picture shows, None for a document alone.
    `heading` is said above everything else: FICTITIOUS SPECIMEN for a document of an invented state.
    `next_step` says in one sentence what to do now: capture again, compare, refer to second line, go on.
    """

    name: str
    on: date
    captures: tuple[Capture, ...]
    mrz: MrzEvidence | None
    findings: tuple[Finding, ...]
    verdict: Verdict
    presented_together: str | None = None
    heading: Message | None = None
    next_step: Message | None = None
