"""How far the recogniser can be believed: measured on generated pictures, kept as data beside the network."""

import json
from dataclasses import asdict, dataclass
from math import isfinite
from pathlib import Path
from typing import Final

from docdesk.engines.mrz_networks.sessions import missing
from docdesk.foundation.errors import EngineMissing
from docdesk.foundation.messages import Message

# What no measurement ever gave: from 0.5 to 4 is tried (`models.mrz.calibrate`), and an odds of evens is no
# certainty. A file that says so is damaged, and believed it would certify anything or find nothing.
_TEMPERATURES: Final = (0.05, 20.0)
_LEAST_CERTAIN: Final = 0.5


@dataclass(frozen=True, slots=True)
class Band:
    """What holds for lines of some size.

    `pitch` is the least pitch in pixels of the picture for which it holds; `temperature` divides what the
    network says before it becomes a probability; `floor` is the probability that is spread over all
    characters, whatever the network says.
    """

    pitch: float
    temperature: float
    floor: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """From what the network says to probabilities, and to `certain`.

    `bands` are in the order of their pitch, the first from 0 on. The reader stands by a character from the
    confidence `certain` on.
    """

    bands: tuple[Band, ...]
    certain: float

    def __post_init__(self) -> None:
        pitches = [band.pitch for band in self.bands]
        if not pitches or pitches[0] != 0 or pitches != sorted(set(pitches)):
            raise ValueError("the bands begin at 0 and their pitches rise")
        if not all(map(isfinite, pitches)):
            raise ValueError("the pitches of the bands are finite")
        coolest, hottest = _TEMPERATURES
        if not all(coolest <= band.temperature <= hottest and 0 <= band.floor < 1 for band in self.bands):
            raise ValueError(f"temperatures are from {coolest} to {hottest} and floors in [0, 1)")
        if not _LEAST_CERTAIN < self.certain <= 1:
            raise ValueError(f"certain is above {_LEAST_CERTAIN}, and at most 1")

    def band(self, pitch: float) -> Band:
        """Return what holds for lines of this pitch, in pixels of the picture."""
        return next(band for band in reversed(self.bands) if pitch >= band.pitch or band is self.bands[0])


def read_calibration(path: Path) -> Calibration:
    """Return the calibration that a file holds.

    Raises:
        EngineMissing: there is no such file, or it holds something else.
    """
    lacking = missing(path)
    if lacking is not None:
        raise EngineMissing(lacking)
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return Calibration(tuple(Band(**band) for band in told["bands"]), float(told["certain"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise EngineMissing(Message.of("reader.network_damaged", file=path.name)) from error


def written(calibration: Calibration) -> str:
    """Return the calibration as the text of its file."""
    return json.dumps(asdict(calibration), indent=2) + "\n"
