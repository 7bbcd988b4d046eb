"""What was captured and read is gathered into the evidence of each document."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

from docdesk.foundation.errors import EngineMissing, ReadingFailed, WrongUse
from docdesk.foundation.messages import Message
from docdesk.inspection.captures.capture import Capture
from docdesk.inspection.captures.opening import FrameSet
from docdesk.inspection.checks.evidence import Evidence, Issuers, MrzEvidence
from docdesk.inspection.readings.mrz_on_set import FoundMrz, read_mrz
from docdesk.inspection.readings.mrz_reading import MrzReading, Reader
from docdesk.mrz.errors import MrzError
from docdesk.mrz.parsing import Mrz, parse
from docdesk.mrz.validation import validate

NOT_FOUND = Message("no_mrz.not_found")


def evidence_of(frames: FrameSet, reader: Reader, issuers: Issuers, on: date) -> tuple[Evidence, ...]:
    """Return the evidence of each document that the frames show, at least one."""
    if all(entry.pixels is None for entry in frames.opened):
        return (Evidence(frames.captures, on, None),)
    try:
        found = read_mrz(frames, reader)
    except EngineMissing as error:
        return (Evidence(frames.captures, on, None, error.message),)
    except ReadingFailed as error:
        return (Evidence(frames.captures, on, None, error.message, mrz_aborted=True),)
    if not found:
        return (Evidence(frames.captures, on, None, NOT_FOUND),)
    weakened = reader.weakened()
    return tuple(
        Evidence(_turned(frames.captures, entry), on, _mrz_evidence(entry, issuers, on), weakened=weakened)
        for entry in found
    )


def evidence_again(evidence: Evidence, reading: MrzReading, issuers: Issuers) -> Evidence:
    """Return the evidence with this reading, in which a person entered characters, in place of its own.

    Raises:
        WrongUse: no MRZ was read, so there is nothing that could be corrected.
    """
    if evidence.mrz is None:
        raise WrongUse(Message("entering.no_mrz"))
    found = FoundMrz(reading, evidence.mrz.capture, evidence.mrz.others)
    return replace(evidence, mrz=_mrz_evidence(found, issuers, evidence.on))


def _mrz_evidence(found: FoundMrz, issuers: Issuers, on: date) -> MrzEvidence:
    mrz: Mrz | None = None
    with suppress(MrzError):
        mrz = parse(found.reading.lines)
    faults = () if mrz is None else validate(mrz, on, fictitious=issuers.fictitious, pseudo=issuers.pseudo)
    return MrzEvidence(found.reading, found.capture, mrz, faults, found.others)


def _turned(captures: tuple[Capture, ...], found: FoundMrz) -> tuple[Capture, ...]:
    """Return the captures with those turned that lie as the one read lies.

    Captures of one side and one size were made by one reader without moving the document.
    """
    turn = found.reading.turned
    if not turn:
        return captures
    read = captures[found.capture]
    return tuple(
        _turn(capture, turn)
        if (capture.label.side, capture.size_px) == (read.label.side, read.size_px)
        else capture
        for capture in captures
    )


def _turn(capture: Capture, degrees: int) -> Capture:
    size = capture.size_px
    if size is not None and degrees % 180:
        size = (size[1], size[0])
    return replace(capture, turned=(capture.turned + degrees) % 360, size_px=size)
