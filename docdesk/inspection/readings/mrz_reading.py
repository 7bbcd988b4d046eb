"""The machine-readable zone as a reader saw it, and what the walk asks of a reader."""

from dataclasses import dataclass
from typing import Protocol

from docdesk.foundation.geometry import Quad
from docdesk.foundation.messages import Message
from docdesk.inspection.captures.decoding import Pixels


@dataclass(frozen=True, slots=True)
class Entered:
    """A character that a person entered after looking at the picture, and what the reader had made of it.

    `line` and `index` count from 0. `read`, `confidence` and `certain` are the reader's. Whoever enters the
    character that was read confirms it.
    """

    line: int
    index: int
    entered: str
    read: str
    confidence: float
    certain: bool


@dataclass(frozen=True, slots=True)
class MrzReading:
    """One MRZ, as printed.

    `lines` holds the shapes that are printed, trailing fillers too; nothing that a check digit, a position
    or a code suggests has changed a character, except that a position may break a tie between two shapes
    that the reader cannot tell apart. `proposed` holds what those would suggest, in step with `lines`.
    `confidence` is in [0, 1] for each character, `certain` whether the reader stands by it. `characters`
    holds a quadrilateral for each character. Points are pixels of the frame after turning it by `turned`
    (0, 90, 180 or 270) degrees clockwise, which makes the MRZ upright. `format` is the name of the
    `docdesk.mrz` format that fits the shape, or the nearest one where none fits. `entered` holds what a
    person entered, in the order of the places; `lines` then holds those characters, which count as certain.
    """

    format: str
    lines: tuple[str, ...]
    proposed: tuple[str, ...]
    confidence: tuple[tuple[float, ...], ...]
    certain: tuple[tuple[bool, ...], ...]
    turned: int
    quad: Quad
    characters: tuple[tuple[Quad, ...], ...]
    entered: tuple[Entered, ...] = ()

    def __post_init__(self) -> None:
        lengths = [len(line) for line in self.lines]
        for row in (self.proposed, self.confidence, self.certain, self.characters):
            if [len(entry) for entry in row] != lengths:
                raise ValueError("confidence, certain, characters and proposed must keep step with the lines")


class Reader(Protocol):
    """Finds and reads every MRZ of a frame."""

    def missing(self) -> Message | None:
        """Return what this computer lacks so that nothing can be read, or None."""
        ...

    def weakened(self) -> Message | None:
        """Return what this computer lacks so that no character can be certain, or None."""
        ...

    def read(self, pixels: Pixels) -> tuple[MrzReading, ...]:
        """Return every MRZ found, at any of four rotations and moderate tilt; none where there is none.

        Raises:
            EngineMissing: the program that reads is not on this computer.
            ReadingFailed: the program that reads broke off or took too long.
        """
        ...
