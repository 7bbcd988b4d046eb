"""The machine-readable zone as a reader saw it, and what the walk asks of a reader."""

from dataclasses import dataclass
from typing import Protocol

from docdesk.foundation.geometry import Quad
from docdesk.foundation.messages import Message
from docdesk.inspection.captures.decoding import Pixels


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another character that may be printed in a place, and its probability in [0, 1]."""

    char: str
    probability: float


Alternatives = tuple[Alternative, ...]
"""Of one place, the likeliest first, without the character that was read."""


@dataclass(frozen=True, slots=True)
class Entered:
    """A character that a person entered after looking at the picture, and what the reader had made of it.

    `line` and `index` count from 0. `read`, `confidence`, `certain` and `alternatives` are the reader's.
    Whoever enters the character that was read confirms it.
    """

    line: int
    index: int
    entered: str
    read: str
    confidence: float
    certain: bool
    alternatives: Alternatives = ()


@dataclass(frozen=True, slots=True)
class MrzReading:
    """One MRZ, as printed.

    `lines` holds the shapes that are printed, trailing fillers too; nothing that a check digit, a position
    or a code suggests has changed a character, except that a position may break a tie between two shapes
    that the reader cannot tell apart. `raw` holds the shapes alone, before any tie was broken. `proposed`
    holds what positions, codes and digits would suggest. All are in step with `lines`.
    `confidence` is the probability in [0, 1] that the character is the printed one, `certain` whether the
    reader stands by it. `alternatives` holds for each character what else it may be; what they and the
    confidence leave of 1 is spread over all other characters. `ocr_b` is for each line the probability that
    it is printed in OCR-B. `raw`, `alternatives` and `ocr_b` are empty where the reader does not tell.
    `characters` holds a quadrilateral for each character. Points are pixels of the frame after turning it by
    `turned` (0, 90, 180 or 270) degrees clockwise, which makes the MRZ upright. `format` is the name of the
    `docdesk.mrz` format that fits the shape, or the nearest one where none fits. `entered` holds what a
    person entered, in the order of the places; `lines` then holds those characters, which count as certain
    and have no alternatives. `second_opinion` holds what another program reads in the places, a blank where
    it was not asked or reads nothing clear; it is empty where no character was in doubt or no opinion was to
    be had, and has no say in anything else.
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
    raw: tuple[str, ...] = ()
    alternatives: tuple[tuple[Alternatives, ...], ...] = ()
    ocr_b: tuple[float, ...] = ()
    second_opinion: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        lengths = [len(line) for line in self.lines]
        for row in (self.proposed, self.confidence, self.certain, self.characters):
            if [len(entry) for entry in row] != lengths:
                raise ValueError("confidence, certain, characters and proposed must keep step with the lines")
        for told in (self.raw, self.alternatives, self.second_opinion):
            if told and [len(entry) for entry in told] != lengths:
                raise ValueError("what else is told of the characters must keep step with the lines")
        if self.ocr_b and len(self.ocr_b) != len(lengths):
            raise ValueError("each line is told to be OCR-B or not, or none is")


class Reader(Protocol):
    """Finds and reads every MRZ of a frame."""

    def missing(self) -> Message | None:
        """Return what this computer lacks so that nothing can be read, or None."""
        ...

    def read(self, pixels: Pixels) -> tuple[MrzReading, ...]:
        """Return every MRZ found, at any of four rotations and moderate tilt; none where there is none.

        Raises:
            EngineMissing: the program that reads is not on this computer.
            ReadingFailed: the program that reads broke off or took too long.
        """
        ...
