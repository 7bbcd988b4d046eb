"""Which captures of a set are read for an MRZ, and which readings belong to one document."""

from dataclasses import dataclass

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
    """An MRZ and the index of the capture that it was read from."""

    reading: MrzReading
    capture: int


def read_mrz(frames: FrameSet, reader: Reader) -> tuple[FoundMrz, ...]:
    """Return one MRZ for each document that the set shows, none where it shows none.

    Of several captures of one side under one light the one read best counts. The same lines read twice are
    one document; different lines are different documents.

    Raises:
        EngineMissing: the program that reads is not on this computer.
        ReadingFailed: the program that reads broke off.
    """
    for light in LIGHTS:
        best: dict[str, list[FoundMrz]] = {}
        for index, entry in enumerate(frames.opened):
            if entry.pixels is None or entry.capture.label.light is not light:
                continue
            found = [FoundMrz(reading, index) for reading in reader.read(entry.pixels)]
            side = entry.capture.label.side
            if found and _clearness(found) > _clearness(best.get(side, [])):
                best[side] = found
        if best:
            distinct = {entry.reading.lines: entry for found in best.values() for entry in found}
            return tuple(distinct.values())
    return ()


def _clearness(found: list[FoundMrz]) -> float:
    """Return the mean confidence of all characters, -1 where nothing was found."""
    values = [value for entry in found for row in entry.reading.confidence for value in row]
    return sum(values) / len(values) if values else -1.0
