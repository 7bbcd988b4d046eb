"""Scores MRZ readers against pictures whose MRZ is known.

Exact: all lines identical. Character error rate (CER): characters read wrong, left out or put in over all
printed ones; an MRZ that was not found counts in full. Every picture is read alone, whatever its name says.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from docdesk.bench.edit_distance import edit_distance
from docdesk.bench.mrz.alignment import BETWEEN, Judged, judged
from docdesk.bench.mrz.checking import digit_outcomes
from docdesk.bench.mrz.truth import Truth, digits_agree, wrong_digits
from docdesk.foundation.errors import CaptureError, ReadingFailed
from docdesk.inspection.captures.decoding import Decoder, Pixels
from docdesk.inspection.checks.finding import Outcome
from docdesk.inspection.readings.mrz_reading import MrzReading, Reader

Told = Literal["lines", "raw"]
"""What of a reading is scored: its lines, or its shapes before any knowledge of positions broke a tie."""

READING_FAILED = "reading_failed"
"""The failure of a picture on which a reader broke off; others are the codes of refused files."""


@dataclass(frozen=True, slots=True)
class Scored:
    """How one picture was read.

    `reading` is the one nearest to the truth, None where nothing was found; `further` counts the others that
    were reported. `characters` holds every place of it against the print. `outcomes` says how the check of
    check digits ended, by field. `cpu_s` is the time of all cores from the decoded picture to the lines, of
    child processes too. `failure` is the code of a picture that could not be read; then there are no times.
    """

    truth: Truth
    reading: MrzReading | None = None
    further: int = 0
    characters: tuple[Judged, ...] = ()
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    cpu_s: float = 0.0
    wall_s: float = 0.0
    failure: str | None = None

    @property
    def read(self) -> tuple[str, ...]:
        """The lines that were read, none where nothing was found."""
        return () if self.reading is None else self.reading.lines

    @property
    def exact(self) -> bool:
        """Whether all lines are as printed; of a picture without an MRZ, whether none was reported."""
        return self.failure is None and self.read == self.truth.lines

    @property
    def wrong(self) -> tuple[Judged, ...]:
        """The places that are not as printed."""
        return tuple(place for place in self.characters if not place.right)

    @property
    def errors(self) -> int:
        """How many characters are wrong; all of them where nothing was found."""
        return self.truth.characters if self.reading is None else len(self.wrong)

    @property
    def certain(self) -> bool:
        """Whether something was read and the reader stands by every character of it."""
        return self.reading is not None and all(all(row) for row in self.reading.certain)

    @property
    def any_certain_wrong(self) -> bool:
        """Whether a character is certain and wrong; any is that is certain in lines of another length.

        A character in a line that is too long or short stands in the wrong place, whatever it is.
        """
        if self.reading is None:
            return False
        if [len(line) for line in self.read] != [len(line) for line in self.truth.lines]:
            return any(any(row) for row in self.reading.certain)
        return any(place.certain for place in self.wrong)

    @property
    def digits_agree(self) -> bool:
        """Whether there are check digits and each agrees with what was read."""
        return digits_agree(self.read)

    @property
    def wrong_digits(self) -> Outcome | None:
        """How the check ended for the digits that are wrong in print, None where none is: the worst counts.

        `failed` only where each of them is found out; `successful` where one of them passes.
        """
        if self.truth.digits_valid is not False:
            return None
        ends = [self.outcomes.get(name, Outcome.NOT_SUPPORTED) for name in wrong_digits(self.truth.lines)]
        for worst in (Outcome.SUCCESSFUL, Outcome.NOT_SUPPORTED, Outcome.UNDETERMINED):
            if worst in ends:
                return worst
        return Outcome.FAILED if ends else Outcome.NOT_SUPPORTED

    @property
    def accused(self) -> tuple[str, ...]:
        """The fields whose check digit is said to be wrong though it is right in print."""
        right = wrong_digits(self.truth.lines)
        return tuple(
            name for name, outcome in self.outcomes.items() if outcome is Outcome.FAILED and name not in right
        )


@dataclass(frozen=True, slots=True)
class Course:
    """What every picture is put through.

    `folder` holds the pictures, `decoder` opens them, `readers` are measured on the same pixels, one after
    the other. `cpu` returns the CPU seconds used so far by this process and its children.
    """

    folder: Path
    decoder: Decoder
    readers: Sequence[Reader]
    cpu: Callable[[], float]
    told: Told = "lines"


def score(course: Course, truths: Sequence[Truth]) -> Iterator[tuple[Scored, ...]]:
    """Read every picture and yield how it went, one score for each reader.

    The first picture that opens is read once before, so that loading models and programs does not count.
    """
    warm = False
    for truth in truths:
        try:
            with course.decoder.open(course.folder / truth.path) as file:
                pixels = file.frame(1).pixels.copy()
        except CaptureError as error:
            yield tuple(Scored(truth, failure=error.code) for _ in course.readers)
            continue
        if not warm:
            for reader in course.readers:
                _read(truth, pixels, reader, course)
            warm = True
        yield tuple(_read(truth, pixels, reader, course) for reader in course.readers)


def _read(truth: Truth, pixels: Pixels, reader: Reader, course: Course) -> Scored:
    began, spent = time.perf_counter(), course.cpu()
    try:
        readings = reader.read(pixels)
    except ReadingFailed:
        return Scored(truth, failure=READING_FAILED)
    cpu_s, wall_s = course.cpu() - spent, time.perf_counter() - began
    if course.told == "raw":
        readings = tuple(as_shapes(reading) for reading in readings)
    if not readings:
        return Scored(truth, cpu_s=cpu_s, wall_s=wall_s)
    best = _nearest(readings, truth)
    return Scored(
        truth,
        best,
        further=len(readings) - 1,
        characters=judged(best, truth.lines),
        outcomes=digit_outcomes(best, reader, pixels),
        cpu_s=cpu_s,
        wall_s=wall_s,
    )


def as_shapes(reading: MrzReading) -> MrzReading:
    """Return the reading with the shapes alone; one whose reader does not tell them apart is what it is."""
    return replace(reading, lines=reading.raw) if reading.raw else reading


def _nearest(readings: tuple[MrzReading, ...], truth: Truth) -> MrzReading:
    printed = BETWEEN.join(truth.lines)
    return min(readings, key=lambda reading: edit_distance(BETWEEN.join(reading.lines), printed))
