"""A report as JSON: the contract of `docs/schemas/inspection.schema.json`, which only grows."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from docdesk.foundation.messages import Message
from docdesk.inspection.captures.capture import Capture
from docdesk.inspection.checks.evidence import MrzEvidence
from docdesk.inspection.checks.finding import Finding
from docdesk.inspection.readings.entering import as_read
from docdesk.inspection.readings.mrz_on_set import Sighting
from docdesk.inspection.readings.mrz_reading import Alternatives, Entered
from docdesk.inspection.report.report import Report, Verdict
from docdesk.wording.catalogue import Wording

SCHEMA = 1
"""Raised only when a program that knows the last number could no longer read the output."""

Json = dict[str, Any]


def inspections(reports: Iterable[Report], on: date, version: str, wording: Wording) -> Json:
    """Return all reports of one run as one JSON object."""
    return {
        "schema": SCHEMA,
        "docdesk": version,
        "date": on.isoformat(),
        "inspections": [inspection(report, wording) for report in reports],
    }


def inspection(report: Report, wording: Wording) -> Json:
    """Return one report: an element of `inspections`, and a line of `--json-lines`."""
    return {
        "name": report.name,
        "presented_together": report.presented_together,
        "heading": None if report.heading is None else wording.say(report.heading),
        "captures": [_capture(capture, wording) for capture in report.captures],
        "mrz": None if report.mrz is None else _mrz(report.mrz, report.findings),
        "findings": [_finding(finding, wording) for finding in report.findings],
        "verdict": _verdict(report.verdict, wording),
        "next_step": None if report.next_step is None else _said(report.next_step, wording),
    }


def _capture(capture: Capture, wording: Wording) -> Json:
    label, error = capture.label, capture.error
    return {
        "path": capture.path,
        "sha256": capture.sha256,
        "format": capture.format,
        "frame": capture.frame,
        "side": label.side.value,
        "side_known": label.side_known.value,
        "light": label.light.value,
        "light_known": label.light_known.value,
        "size_px": None if capture.size_px is None else list(capture.size_px),
        "turned": capture.turned,
        "mirrored": capture.mirrored,
        "ppi": capture.ppi,
        "ppi_known": capture.ppi_known,
        "error": None if error is None else {"code": error.code, "message": wording.say(error.message)},
    }


def _mrz(seen: MrzEvidence, findings: Iterable[Finding]) -> Json:
    """Return the MRZ; the outcome of each check digit is that of the finding on it."""
    reading, mrz = seen.reading, seen.mrz
    return {
        "format": reading.format if mrz is None else mrz.format,
        "capture": seen.capture,
        "lines": list(reading.lines),
        "read": list(as_read(reading).lines),
        "raw": list(reading.raw),
        "entered": [_entered(entry) for entry in reading.entered],
        "proposed": list(reading.proposed),
        "confidence": [[round(value, 4) for value in row] for row in reading.confidence],
        "certain": [list(row) for row in reading.certain],
        "alternatives": [[_alternatives(entry) for entry in row] for row in reading.alternatives],
        "ocr_b": [round(value, 4) for value in reading.ocr_b],
        "second_opinion": list(reading.second_opinion),
        "quad": _points(reading.quad),
        "characters": [[_points(quad) for quad in row] for row in reading.characters],
        "fields": {} if mrz is None else {field.name: field.value for field in mrz.fields},
        "check_digits": {
            dict(finding.message.values)["field"]: finding.outcome.value
            for finding in findings
            if finding.check == "mrz_check_digit_mismatch" and finding.region is not None
        },
        "others": [_other(sighting) for sighting in seen.others],
        "absent_on": list(seen.blank),
    }


def _other(seen: Sighting) -> Json:
    """Return what another capture shows of the MRZ."""
    reading = seen.reading
    return {
        "capture": seen.capture,
        "lines": list(reading.lines),
        "raw": list(reading.raw),
        "confidence": [[round(value, 4) for value in row] for row in reading.confidence],
        "certain": [list(row) for row in reading.certain],
        "alternatives": [[_alternatives(entry) for entry in row] for row in reading.alternatives],
        "ocr_b": [round(value, 4) for value in reading.ocr_b],
        "second_opinion": list(reading.second_opinion),
        "quad": _points(reading.quad),
        "characters": [[_points(quad) for quad in row] for row in reading.characters],
    }


def _alternatives(alternatives: Alternatives) -> list[Json]:
    return [{"character": other.char, "probability": round(other.probability, 6)} for other in alternatives]


def _finding(finding: Finding, wording: Wording) -> Json:
    return {
        "check": finding.check,
        "group": finding.group,
        "tr03135": finding.tr03135,
        "outcome": finding.outcome.value,
        "weighs": finding.weighs.value,
        "margin": finding.margin,
        "lights": [light.value for light in finding.lights],
        "capture": finding.capture,
        "region": None if finding.region is None else _points(finding.region),
        **_said(finding.message, wording),
        "source": finding.source,
        "entered": [_entered(entry) for entry in finding.entered],
        "misread_at_most_1_in": finding.odds,
    }


def _entered(entry: Entered) -> Json:
    """Return what a person entered; line and position count from 1, as on paper and in sentences."""
    return {
        "line": entry.line + 1,
        "position": entry.index + 1,
        "entered": entry.entered,
        "read": entry.read,
        "confidence": round(entry.confidence, 4),
        "certain": entry.certain,
        "alternatives": _alternatives(entry.alternatives),
    }


def _said(message: Message, wording: Wording) -> Json:
    return {"key": message.key, "values": dict(message.values), "message": wording.say(message)}


def _verdict(verdict: Verdict, wording: Wording) -> Json:
    return {
        "outcome": verdict.outcome.value,
        "reasons": [wording.say(message) for message in verdict.reasons],
        "coverage": {
            "run": verdict.coverage.run,
            "applicable": verdict.coverage.applicable,
            "not_supported": verdict.coverage.not_supported,
            "missing_lights": [light.value for light in verdict.coverage.missing_lights],
        },
    }


def _points(points: Iterable[tuple[float, float]]) -> list[list[float]]:
    return [[round(x, 1), round(y, 1)] for x, y in points]
