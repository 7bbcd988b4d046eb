"""`docdesk inspect`: files and folders in, reports out."""

import json
import re
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TypeVar

from docdesk import __version__
from docdesk.app import wiring
from docdesk.app.crash import tell
from docdesk.app.logs import LogTrace
from docdesk.app.terminal_progress import TerminalProgress, no_progress
from docdesk.engines.decoding.sniff import sniff
from docdesk.foundation.clock import Clock
from docdesk.foundation.errors import ExitCode, WrongUse
from docdesk.foundation.messages import Message
from docdesk.foundation.progress import Cancellation
from docdesk.inspection.captures.capture import Capture, Refusal
from docdesk.inspection.captures.handing_in import Bundle, HandedIn, hand_in
from docdesk.inspection.checks.evidence import Evidence, Issuers
from docdesk.inspection.inspect import Tools, inspect, inspect_again
from docdesk.inspection.readings.entering import entered, parse_entry
from docdesk.inspection.report.report import Report, VerdictOutcome
from docdesk.inspection.report.weigh import weigh
from docdesk.jobs.pool import Failed, JobPool
from docdesk.papers.inspection_json import inspection, inspections
from docdesk.papers.report_text import report_text
from docdesk.settings.settings import Settings
from docdesk.wording.catalogue import Wording

INTERNAL = Refusal("internal_error", Message("capture.internal_error"))


Answer = TypeVar("Answer")

Entry = tuple[int, int, str]
"""Line and position, from 0, and the character that a person saw there."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How reports are shown: `text`, `json` or `json-lines`, as of which day, in which words.

    `entries` are characters that the user saw on the picture and enters by hand.
    """

    form: str
    on: date
    wording: Wording
    entries: tuple[Entry, ...] = ()


def run(arguments: Namespace, settings: Settings, wording: Wording, clock: Clock) -> ExitCode:
    """Inspect what the arguments name and return how the command ends."""
    on = day(arguments.date, clock)
    at_once = wiring.workers(settings, arguments.jobs)
    entries = tuple(parse_entry(text) for text in arguments.enter)
    shown = Shown(arguments.form, on, wording, entries)
    with wiring.decoder(settings, at_once) as pool:
        handed_in = hand_in(arguments.paths, wiring.naming(settings), sniff)
        _tell_passed_over(handed_in, wording)
        if not handed_in.bundles:
            raise WrongUse(Message.of("program.no_pictures", path=", ".join(arguments.paths)))
        if entries and len(handed_in.bundles) > 1:
            raise WrongUse(Message("entering.one_document"))
        tools = wiring.tools(settings, pool, LogTrace())
        lacking = tools.reader.missing()
        if lacking is not None:
            tell(wording.say(lacking))
        cancellation = Cancellation()
        reports = _reports(handed_in.bundles, tools, JobPool(at_once), cancellation, shown)
        return _show(reports, shown, cancellation)


def exit_code(reports: list[Report]) -> ExitCode:
    """Return the exit code that the reports call for: found, unreadable, undecided, in this order."""
    outcomes = {report.verdict.outcome for report in reports}
    if outcomes & {VerdictOutcome.ANOMALY, VerdictOutcome.ATTENTION}:
        return ExitCode.FOUND
    if any(capture.error is not None for report in reports for capture in report.captures):
        return ExitCode.UNREADABLE
    if outcomes & {VerdictOutcome.UNDETERMINED, VerdictOutcome.NOT_INSPECTED}:
        return ExitCode.UNDECIDED
    return ExitCode.OK


def _show(reports: Iterator[Report], shown: Shown, cancellation: Cancellation) -> ExitCode:
    """Write reports as they come; what was finished before an interruption is shown too."""
    finished: list[Report] = []
    code: ExitCode | None = None
    try:
        for report in reports:
            finished.append(report)
            if shown.form == "json-lines":
                _write(json.dumps(inspection(report, shown.wording)))
            elif shown.form == "text":
                _write(report_text(report, shown.wording))
    except KeyboardInterrupt:
        cancellation.cancel()
        tell(shown.wording.term("program.interrupted"))
        code = ExitCode.INTERRUPTED
    if shown.form == "json":
        whole = inspections(finished, shown.on, __version__, shown.wording)
        _write(json.dumps(whole, indent=1))
    return exit_code(finished) if code is None else code


def _reports(
    bundles: tuple[Bundle, ...],
    tools: Tools,
    pool: JobPool,
    cancellation: Cancellation,
    shown: Shown,
) -> Iterator[Report]:
    def work(bundle: Bundle, cancellation: Cancellation) -> Iterator[tuple[Report, Evidence | None]]:
        evidence: Evidence | None = None
        for step in inspect(bundle, tools, shown.on):
            cancellation.check()
            if isinstance(step, Evidence):
                evidence = step
            elif isinstance(step, Report):
                yield step, evidence

    seen = len(bundles) > 1 and _is_progress_seen(shown)
    progress = TerminalProgress(shown.wording) if seen else no_progress
    answers = pool.run(work, bundles, total=len(bundles), cancellation=cancellation, progress=progress)
    # Closed at once on an interruption, so that work in hand stops.
    with closing(answers):
        for answer in for_one(answers, shown.entries):
            if isinstance(answer, Failed):
                yield _failed(answer.item, shown.on)
            else:
                yield corrected(*answer.answer, shown.entries, tools.issuers)


def for_one(answers: Iterator[Answer], entries: tuple[Entry, ...]) -> Iterator[Answer]:
    """Hand the answers on; where characters are entered there may be one only: no place is of several MRZs.

    Raises:
        WrongUse: there are several, of which none was handed on yet.
    """
    if entries:
        held = list(islice(answers, 2))
        if len(held) > 1:
            raise WrongUse(Message("entering.one_document"))
        answers = iter(held)
    yield from answers


def corrected(
    report: Report, evidence: Evidence | None, entries: tuple[Entry, ...], issuers: Issuers
) -> Report:
    """Return the report as it is after characters were entered by hand.

    Raises:
        WrongUse: the document has no MRZ, no such place in it, or the MRZ cannot hold such a character.
    """
    if not entries:
        return report
    if evidence is None or evidence.mrz is None:
        raise WrongUse(Message("entering.no_mrz"))
    reading = evidence.mrz.reading
    for line, index, char in entries:
        reading = entered(reading, line, index, char)
    return inspect_again(report, evidence, reading, issuers)[1]


def _is_progress_seen(shown: Shown) -> bool:
    """Return whether a line of progress helps: not where reports appear on the same terminal as they end."""
    return sys.stderr.isatty() and (shown.form == "json" or not sys.stdout.isatty())


def _failed(bundle: Bundle, on: date) -> Report:
    """Return the report on what docdesk itself could not finish: it says so, and the batch goes on."""
    captures = tuple(
        Capture(member.given, None, None, member.frame or 1, member.label, error=INTERNAL)
        for member in bundle.members
    )
    verdict = weigh((), Evidence(captures, on, None))
    return Report(bundle.name, on, captures, None, (), verdict)


def _tell_passed_over(handed_in: HandedIn, wording: Wording) -> None:
    if handed_in.passed_over:
        tell(wording.say(Message.of("program.passed_over", count=handed_in.passed_over)))


def day(text: str | None, clock: Clock) -> date:
    """Return the day that an argument names, today without one.

    Raises:
        WrongUse: it names none.
    """
    if text is None:
        return clock.today()
    try:
        # Python reads other forms of ISO 8601 too; the contract is this one, in the years of the MRZ.
        return date.fromisoformat(
            text if re.fullmatch(r"(19[89]|20\d|21\d)\d-\d{2}-\d{2}", text, re.ASCII) else ""
        )
    except ValueError as error:
        raise WrongUse(Message.of("program.bad_date", text=text)) from error


def _write(text: str) -> None:
    print(text, flush=True)
