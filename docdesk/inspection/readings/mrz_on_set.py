"""Which captures of a set are read for an MRZ, and which readings belong to one document."""

from dataclasses import dataclass, replace

from docdesk.inspection.captures.capture import Light
from docdesk.inspection.captures.opening import FrameSet
from docdesk.inspection.readings.mrz_reading import MrzReading, Reader

LIGHTS = (
    Light.VIS,
    Light.IR,
    Light.PHOTO,
    Light.OBL,
    Light.AX,
    Light.TRL,
    Light.MAG,
    Light.UV,
    Light.UV313,
    Light.UV254,
)
"""Lights in the order in which an MRZ is looked for: white light shows it as people see it; in infrared it is
printed to be seen too (ICAO Doc 9303-3, 4.11); the others are tried only where it was not found before."""


@dataclass(frozen=True, slots=True)
class FoundMrz:
    """An MRZ and the index of the capture that it was read from.

    `others` are the readings of other captures of the set under the same light.
    """

    reading: MrzReading
    capture: int
    others: tuple[MrzReading, ...] = ()


def read_mrz(frames: FrameSet, reader: Reader) -> tuple[FoundMrz, ...]:
    """Return one MRZ for each document that the set shows, none where it shows none.

    The captures of a set show one document, so of several the one read best counts. Different lines on one
    capture are different documents; the same lines twice are one.

    Raises:
        EngineMissing: the program that reads is not on this computer.
        ReadingFailed: the program that reads broke off.
    """
    for light in LIGHTS:
        best: list[FoundMrz] = []
        every: list[list[FoundMrz]] = []
        for index, entry in enumerate(frames.opened):
            if entry.pixels is None or entry.capture.label.light is not light:
                continue
            found = [FoundMrz(reading, index) for reading in reader.read(entry.pixels)]
            every.append(found)
            if _clearness(found) > _clearness(best):
                best = found
        if best:
            others = tuple(entry.reading for found in every if found is not best for entry in found)
            return tuple({entry.reading.lines: replace(entry, others=others) for entry in best}.values())
    return ()


def _clearness(found: list[FoundMrz]) -> float:
    """Return the mean confidence of all characters, -1 where nothing was found."""
    values = [value for entry in found for row in entry.reading.confidence for value in row]
    return sum(values) / len(values) if values else -1.0
