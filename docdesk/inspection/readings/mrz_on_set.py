"""Every capture of a set is read for an MRZ, and readings of one document are brought together.

Infrared is read first: the printed background drops out there, and the ink of an MRZ is to be seen (ICAO
Doc 9303-3, 4.11). What any other light shows is kept beside it, for what differs between lights tells much.
"""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from docdesk.foundation.errors import ReadingFailed
from docdesk.inspection.captures.capture import Capture, Light
from docdesk.inspection.captures.opening import FrameSet, Opened
from docdesk.inspection.readings.absence import shows_nothing
from docdesk.inspection.readings.mrz_reading import MrzReading, Reader
from docdesk.mrz.formats import FORMATS

LIGHTS = (
    Light.IR,
    Light.VIS,
    Light.PHOTO,
    Light.OBL,
    Light.AX,
    Light.TRL,
    Light.MAG,
    Light.UV,
    Light.UV313,
    Light.UV254,
)
"""Lights in the order in which they are read, and preferred where they are read equally clearly."""

CLEAR_DIGITS = 2
"""Mean confidences are compared to a hundredth: a smaller difference says nothing about which is clearer."""

SHAPES = frozenset(layout.lengths for layout in FORMATS.values())


@dataclass(frozen=True, slots=True)
class Sighting:
    """An MRZ as one capture of a set shows it; `capture` is its index, `light` what it was made under."""

    reading: MrzReading
    capture: int
    light: Light


@dataclass(frozen=True, slots=True)
class FoundMrz:
    """The MRZ of one document: the reading that counts, and what else the captures of the set show.

    `others` are the readings of other captures. `blank` are the indices of captures of the same side and size
    that show nothing where the MRZ is, `unclear` of those on which it was not found and that do not tell why:
    blurred, dark, or with something in its place.
    """

    reading: MrzReading
    capture: int
    others: tuple[Sighting, ...] = ()
    blank: tuple[int, ...] = ()
    unclear: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MrzsRead:
    """One MRZ for each document that the set shows, as far as its captures are read by now."""

    documents: tuple[FoundMrz, ...]
    finished: bool


def read_mrz(frames: FrameSet, reader: Reader) -> Iterator[MrzsRead]:
    """Yield what is found on the first capture that shows anything, if others follow it, and all in the end.

    The captures of a set show one document, so that a single reading of any of them is of that one. Different
    lines on one capture are different documents; the same lines twice are one.

    Raises:
        EngineMissing: the program that reads is not on this computer.
        ReadingFailed: the program that reads broke off, and nothing was found on any other capture.
    """
    order = _in_order(frames)
    documents: list[list[Sighting]] = []
    failed: dict[int, ReadingFailed] = {}
    for number, (index, entry) in enumerate(order, 1):
        try:
            found = () if entry.pixels is None else reader.read(entry.pixels)
        except ReadingFailed as error:
            failed[index] = error
            continue
        first = not documents
        light = entry.capture.label.light
        seen = {reading.lines: Sighting(reading, index, light) for reading in found}
        _bring_together(documents, seen.values())
        if first and documents and number < len(order):
            yield MrzsRead(
                tuple(FoundMrz(each[0].reading, each[0].capture) for each in documents), finished=False
            )
    if failed and not documents:
        raise next(iter(failed.values()))
    yield MrzsRead(tuple(_found(each, frames, failed.keys()) for each in documents), finished=True)


def _in_order(frames: FrameSet) -> list[tuple[int, Opened]]:
    """Return the captures that have a picture, with their indices, in the order of `LIGHTS`."""
    pictured = [(index, entry) for index, entry in enumerate(frames.opened) if entry.pixels is not None]
    return sorted(pictured, key=lambda each: LIGHTS.index(each[1].capture.label.light))


def _bring_together(documents: list[list[Sighting]], found: Iterable[Sighting]) -> None:
    """Add what one capture shows to the documents known by now, likest first; what is left over is new."""
    left, taken = list(found), set[int]()
    likest = sorted(
        ((_likeness(seen, one), -number, seen) for seen in left for number, one in enumerate(documents)),
        key=lambda each: each[:2],
        reverse=True,
    )
    for _, number, seen in likest:
        if -number not in taken and seen in left:
            documents[-number].append(seen)
            taken.add(-number)
            left.remove(seen)
    documents.extend([seen] for seen in left)


def _likeness(seen: Sighting, document: list[Sighting]) -> float:
    """Return the share of characters that a reading has in common with the one of a document most like it."""
    return max(likeness(seen.reading, other.reading) for other in document)


def likeness(one: MrzReading, other: MrzReading) -> float:
    """Return the share of places at which two readings have the same character."""
    same = sum(
        a == b
        for line, beside in zip(one.lines, other.lines, strict=False)
        for a, b in zip(line, beside, strict=False)
    )
    return same / max(sum(map(len, one.lines)), sum(map(len, other.lines)), 1)


def _found(document: list[Sighting], frames: FrameSet, unread: Set[int]) -> FoundMrz:
    """Return the document with the reading that counts: the clearest, of equally clear ones the first."""
    main = max(document, key=lambda each: _clearness(each.reading))
    seen_on = {each.capture for each in document}
    without = {
        index: shows_nothing(entry.pixels, main.reading)
        for index, entry in enumerate(frames.opened)
        if entry.pixels is not None
        and index not in seen_on
        and index not in unread
        and lies_alike(entry.capture, frames.opened[main.capture].capture)
    }
    return FoundMrz(
        main.reading,
        main.capture,
        others=tuple(each for each in document if each is not main),
        blank=tuple(index for index, nothing in without.items() if nothing),
        unclear=tuple(index for index, nothing in without.items() if not nothing),
    )


def lies_alike(one: Capture, other: Capture) -> bool:
    """Return whether two captures are of one side and size: made by one reader, the document not moved."""
    return (one.label.side, one.size_px) == (other.label.side, other.size_px)


def _clearness(reading: MrzReading) -> tuple[bool, float, float]:
    """Return whether the lines have the shape of a format, the share of certain characters, confidence."""
    values = [value for row in reading.confidence for value in row]
    certain = [sure for row in reading.certain for sure in row]
    count = max(len(values), 1)
    whole = tuple(map(len, reading.lines)) in SHAPES
    return whole, sum(certain) / count, round(sum(values) / count, CLEAR_DIGITS)
