"""Stand-ins for decoder and reader, by their protocols."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from docdesk.custody.trace import Event
from docdesk.foundation.errors import CaptureError
from docdesk.foundation.messages import Message
from docdesk.inspection.captures.decoding import FileFormat, Frame, Pixels
from docdesk.inspection.readings.mrz_reading import Alternative, MrzReading


@dataclass
class FakeFile:
    sha256: str
    frames: int = 1
    format: FileFormat = "PNG"
    broken_frames: frozenset[int] = frozenset()
    mark: int = 0

    def frame(self, number: int) -> Frame:
        if number > self.frames:
            raise CaptureError("no_such_frame", sha256=self.sha256, number=number, frames=self.frames)
        if number in self.broken_frames:
            raise CaptureError("damaged", sha256=self.sha256)
        pixels = np.full((40, 60), self.mark + number, np.uint8)
        return Frame(number, pixels, turned=0, mirrored=False, ppi=300.0, ppi_known="file")


@dataclass
class FakeDecoder:
    """Knows files by name, pasted ones by their content; every other file is missing."""

    files: dict[str, FakeFile] = field(default_factory=dict)
    open_now: int = 0
    most_open: int = 0

    @contextmanager
    def open(self, path: Path) -> Iterator[FakeFile]:
        if path.name not in self.files:
            raise CaptureError("not_found")
        self.open_now += 1
        self.most_open = max(self.most_open, self.open_now)
        try:
            yield self.files[path.name]
        finally:
            self.open_now -= 1

    def open_bytes(self, untrusted: bytes) -> AbstractContextManager[FakeFile]:
        return self.open(Path(untrusted.decode()))


@dataclass
class FakeReader:
    """Gives the readings prepared for a grey value (the mark of a file plus the number of its frame)."""

    readings: dict[int, tuple[MrzReading, ...]] = field(default_factory=dict)
    lacking: Message | None = None
    fails: Exception | None = None
    asked: list[int] = field(default_factory=list)

    def missing(self) -> Message | None:
        return self.lacking

    def read(self, pixels: Pixels) -> tuple[MrzReading, ...]:
        mark = int(pixels[0, 0])
        self.asked.append(mark)
        if self.fails is not None:
            raise self.fails
        return self.readings.get(mark, ())


@dataclass
class ListTrace:
    events: list[Event] = field(default_factory=list)

    def note(self, event: Event) -> None:
        self.events.append(event)


def a_file(name: str, **values: object) -> FakeFile:
    return FakeFile(hashlib.sha256(name.encode()).hexdigest(), **values)


def reading(
    *lines: str,
    format: str = "TD3",
    doubtful: tuple[tuple[int, int], ...] = (),
    confidence: float = 0.99,
    turned: int = 0,
    alternatives: dict[tuple[int, int], dict[str, float]] | None = None,
) -> MrzReading:
    """Return a reading of these lines, certain but for the places named (line, position from 0).

    It tells alternatives where any are given, and then of every place, none but where named.
    """

    def quad(line: int, index: int) -> tuple[tuple[float, float], ...]:
        x, y = 10.0 * index, 20.0 * line
        return ((x, y), (x + 10, y), (x + 10, y + 15), (x, y + 15))

    return MrzReading(
        format=format,
        lines=lines,
        proposed=lines,
        confidence=tuple(
            tuple(0.3 if (line, index) in doubtful else confidence for index in range(len(text)))
            for line, text in enumerate(lines)
        ),
        certain=tuple(
            tuple((line, index) not in doubtful for index in range(len(text)))
            for line, text in enumerate(lines)
        ),
        turned=turned,
        quad=((0, 0), (440, 0), (440, 35), (0, 35)),
        characters=tuple(
            tuple(quad(line, index) for index in range(len(text))) for line, text in enumerate(lines)
        ),
        alternatives=()
        if alternatives is None
        else tuple(
            tuple(
                tuple(Alternative(char, share) for char, share in alternatives.get((line, index), {}).items())
                for index in range(len(text))
            )
            for line, text in enumerate(lines)
        ),
        ocr_b=(0.99,) * len(lines),
    )


def certain_but_for(
    lines: tuple[str, ...],
    others: dict[tuple[int, int], dict[str, float]],
    *,
    confidence: dict[tuple[int, int], float] | None = None,
) -> MrzReading:
    """Return a reading of probability 1 but for the places named, which may hold the others told.

    Their confidence is what the others leave of 1, if none is given; they are not certain.
    """
    told = reading(*lines, doubtful=tuple(others), confidence=1.0, alternatives=others)
    known = {place: 1 - sum(chars.values()) for place, chars in others.items()} | (confidence or {})
    rows = [list(row) for row in told.confidence]
    for (line, index), value in known.items():
        rows[line][index] = value
    return replace(told, confidence=tuple(map(tuple, rows)))
