"""The reader itself: finds zones, looks again where there is doubt, and tells what is printed, how surely."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from docdesk.engines.mrz_networks import sessions
from docdesk.engines.mrz_networks.acceptance import (
    ZoneRead,
    best_apart,
    is_clear,
    is_mrz,
    may_be_mrz,
    zone_read,
)
from docdesk.engines.mrz_networks.calibration import Calibration, read_calibration
from docdesk.engines.mrz_networks.looking import first_look, looked_again
from docdesk.engines.mrz_networks.picture import sides_of
from docdesk.engines.mrz_networks.second_opinion import SecondOpinion, with_opinion
from docdesk.engines.mrz_networks.sessions import FINDER, RECOGNISER, Network
from docdesk.engines.mrz_networks.telling import reading_of
from docdesk.engines.mrz_networks.zones import find_zones
from docdesk.foundation.errors import EngineMissing
from docdesk.foundation.messages import Message
from docdesk.imaging.grey import Grey, grey_of
from docdesk.inspection.captures.decoding import Pixels
from docdesk.inspection.readings.mrz_reading import MrzReading

CALIBRATION: Final = "mrz-calibration.json"


@dataclass(frozen=True, slots=True)
class Parts:
    """What the reader works with."""

    finder: Network
    recogniser: Network
    calibration: Calibration


def shipped() -> Parts:
    """Return the networks that come with docdesk.

    Raises:
        EngineMissing: one of their files is not there or damaged.
    """
    return Parts(
        sessions.network(FINDER),
        sessions.network(RECOGNISER),
        read_calibration(sessions.network_file(CALIBRATION)),
    )


def not_there(file_of: Callable[[str], Path] = sessions.network_file) -> Message | None:
    """Return which file the reader needs that is not there, or None; loads nothing, so it takes no time."""
    files = (file_of(name) for name in (FINDER, RECOGNISER, CALIBRATION))
    return next((lacking for lacking in map(sessions.missing, files) if lacking is not None), None)


class NetworkMrzReader:
    """Implements `Reader` with docdesk's own networks."""

    def __init__(self, parts: Callable[[], Parts] = shipped, opinion: SecondOpinion | None = None) -> None:
        """Take what gives the parts, asked for when the first is read, and who is asked where in doubt."""
        self._give = parts
        self._opinion = opinion
        self._parts: Parts | None = None

    def missing(self) -> Message | None:
        """Return what this reader lacks on this computer, or None."""
        try:
            self._loaded()
        except EngineMissing as error:
            return error.message
        return None

    def read(self, pixels: Pixels) -> tuple[MrzReading, ...]:
        """Return every MRZ found, the one with most that is clear first; none where there is none.

        Raises:
            EngineMissing: a network is not on this computer.
        """
        parts = self._loaded()
        grey = grey_of(pixels)
        size = (grey.shape[1], grey.shape[0])
        return tuple(self._told(read, parts.calibration, size) for read in zones_read(grey, parts))

    def _told(self, read: ZoneRead, calibration: Calibration, size: tuple[int, int]) -> MrzReading:
        return with_opinion(reading_of(read, calibration, size), read, calibration, self._opinion)

    def _loaded(self) -> Parts:
        if self._parts is None:
            self._parts = self._give()
        return self._parts


def zones_read(grey: Grey, parts: Parts) -> list[ZoneRead]:
    """Return every MRZ of a picture, the one with most that is clear first; none where there is none.

    Where none is found, the picture is looked at once more, larger.
    """
    for side in sides_of(grey):
        found = _zones_read(grey, side, parts)
        if found:
            return found
    return []


def _zones_read(grey: Grey, side: int, parts: Parts) -> list[ZoneRead]:
    """Return every MRZ that is found where the picture is looked at with this long side."""
    promising: list[ZoneRead] = []
    for zone in find_zones(grey, parts.finder, side):
        read = zone_read(zone, first_look(grey, zone, parts.recogniser), parts.calibration)
        if may_be_mrz(read):
            promising.append(read)
    final = [read if is_clear(read) else _read_again(grey, read, parts) for read in best_apart(promising)]
    return best_apart([read for read in final if is_mrz(read)])


def _read_again(grey: Grey, read: ZoneRead, parts: Parts) -> ZoneRead:
    return zone_read(read.zone, looked_again(grey, read.seen, parts.recogniser), parts.calibration)
