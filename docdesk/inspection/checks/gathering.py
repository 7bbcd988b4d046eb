"""What was captured and read is gathered into the evidence of each document."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date

from docdesk.foundation.errors import EngineMissing, ReadingFailed, WrongUse
from docdesk.foundation.messages import Message
from docdesk.inspection.captures.capture import Capture
from docdesk.inspection.captures.opening import FrameSet
from docdesk.inspection.checks.evidence import Evidence, Issuers, MrzEvidence, faults_in
from docdesk.inspection.readings.mrz_on_set import FoundMrz, Sighting, lies_alike, read_mrz
from docdesk.inspection.readings.mrz_reading import MrzReading, Reader
from docdesk.inspection.readings.turning_readings import turned_to
from docdesk.mrz.errors import MrzError
from docdesk.mrz.parsing import Mrz, parse

NOT_FOUND = Message("no_mrz.not_found")


def evidence_of(frames: FrameSet, reader: Reader, issuers: Issuers, on: date) -> tuple[Evidence, ...]:
    """Return the evidence of each document that the frames show, at least one."""
    *_, whole = evidence_growing(frames, reader, issuers, on)
    return whole


def evidence_growing(
    frames: FrameSet, reader: Reader, issuers: Issuers, on: date
) -> Iterator[tuple[Evidence, ...]]:
    """Yield the evidence of each document, at least one, last when all captures are read.

    Where the first reading is of one document and further captures follow, it is yielded before, `partial`.
    """
    if all(entry.pixels is None for entry in frames.opened):
        yield (Evidence(frames.captures, on, None),)
        return
    try:
        for read in read_mrz(frames, reader):
            if read.finished or len(read.documents) == 1:
                seen = (_evidence(frames, found, issuers, on) for found in read.documents)
                every = tuple(replace(each, partial=not read.finished) for each in seen)
                yield every or (Evidence(frames.captures, on, None, NOT_FOUND),)
    except EngineMissing as error:
        yield (Evidence(frames.captures, on, None, error.message),)
    except ReadingFailed as error:
        yield (Evidence(frames.captures, on, None, error.message, mrz_aborted=True),)


def evidence_again(evidence: Evidence, reading: MrzReading, issuers: Issuers) -> Evidence:
    """Return the evidence with this reading, in which a person entered characters, in place of its own.

    Raises:
        WrongUse: no MRZ was read, so there is nothing that could be corrected.
    """
    seen = evidence.mrz
    if seen is None:
        raise WrongUse(Message("entering.no_mrz"))
    found = FoundMrz(reading, seen.capture, seen.others, seen.blank, seen.unclear)
    return replace(evidence, mrz=_mrz_evidence(found, issuers, evidence.on))


def _evidence(frames: FrameSet, found: FoundMrz, issuers: Issuers, on: date) -> Evidence:
    turns = _turns(frames.captures, found)
    captures = tuple(_turn(capture, turn) for capture, turn in zip(frames.captures, turns, strict=True))
    others = tuple(_turned(seen, captures[seen.capture], turns[seen.capture]) for seen in found.others)
    return Evidence(captures, on, _mrz_evidence(replace(found, others=others), issuers, on))


def _mrz_evidence(found: FoundMrz, issuers: Issuers, on: date) -> MrzEvidence:
    mrz: Mrz | None = None
    with suppress(MrzError):
        mrz = parse(found.reading.lines)
    faults = () if mrz is None else faults_in(mrz, on, issuers)
    return MrzEvidence(
        found.reading, found.capture, mrz, faults, found.others, found.blank, found.unclear, issuers
    )


def _turns(captures: tuple[Capture, ...], found: FoundMrz) -> tuple[int, ...]:
    """Return by how many degrees each capture is turned: as the one read lies, or as its own MRZ does.

    Captures of one side and one size were made by one reader without moving the document.
    """
    own = {seen.capture: seen.reading.turned for seen in found.others}
    read = captures[found.capture]
    return tuple(
        found.reading.turned if lies_alike(capture, read) else own.get(index, 0)
        for index, capture in enumerate(captures)
    )


def _turned(seen: Sighting, capture: Capture, turn: int) -> Sighting:
    """Return what was seen with its places on the capture as that is turned now."""
    if capture.size_px is None or seen.reading.turned == turn:
        return seen
    return replace(seen, reading=turned_to(seen.reading, turn, capture.size_px))


def _turn(capture: Capture, degrees: int) -> Capture:
    size = capture.size_px
    if size is not None and degrees % 180:
        size = (size[1], size[0])
    return replace(capture, turned=(capture.turned + degrees) % 360, size_px=size)
