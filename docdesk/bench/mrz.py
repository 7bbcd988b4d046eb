"""Scores an MRZ reader against pictures whose MRZ is known.

Exact: all lines identical. Character error rate (CER): edit distance over all printed characters; an MRZ that
was not found counts in full. Every picture is read alone, whatever its name says.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from docdesk.bench.edit_distance import edit_distance
from docdesk.bench.truth import Truth
from docdesk.foundation.errors import CaptureError
from docdesk.inspection.captures.decoding import Decoder
from docdesk.inspection.readings.mrz_reading import MrzReading, Reader
from docdesk.mrz.errors import MrzError
from docdesk.mrz.parsing import parse


@dataclass(frozen=True, slots=True)
class Scored:
    """How one picture was read.

    `errors` is the edit distance; `certain` whether the reader stood by every character; `characters_certain`
    how many it stood by, and `characters_certain_wrong` how many of those are not what is printed there (None
    where a line was read with another length, so that characters do not correspond). `digits_agree` tells
    whether every check digit of what was read agrees. `cpu_s` is the time of all cores from the decoded
    picture to the lines, child processes included. `failure` is the code of a picture that could not be read.
    """

    truth: Truth
    read: tuple[str, ...]
    errors: int
    certain: bool
    characters_certain: int
    characters_certain_wrong: int | None
    digits_agree: bool
    cpu_s: float
    wall_s: float
    failure: str | None = None

    @property
    def exact(self) -> bool:
        """Whether all lines are as printed."""
        return self.read == self.truth.lines


def score(
    folder: Path,
    truths: tuple[Truth, ...],
    decoder: Decoder,
    reader: Reader,
    cpu: Callable[[], float],
) -> Iterator[Scored]:
    """Read every scored picture and yield how it went.

    Args:
        folder: holds `images/`.
        truths: the rows of its `truth.csv`.
        decoder: opens the pictures.
        reader: is measured.
        cpu: returns the CPU seconds used so far by this process and its children.
    """
    for truth in truths:
        if not truth.scored:
            continue
        try:
            with decoder.open(folder / "images" / truth.file) as file:
                pixels = file.frame(1).pixels.copy()
        except CaptureError as error:
            yield _not_found(truth, 0.0, 0.0, error.code)
            continue
        began, spent = time.perf_counter(), cpu()
        readings = reader.read(pixels)
        yield _scored(truth, readings, cpu() - spent, time.perf_counter() - began)


def _scored(truth: Truth, readings: tuple[MrzReading, ...], cpu_s: float, wall_s: float) -> Scored:
    """Score the reading nearest to the truth; a second MRZ of the same picture is not held against it."""
    printed = "\n".join(truth.lines)
    best = min(readings, key=lambda reading: edit_distance("\n".join(reading.lines), printed), default=None)
    if best is None:
        return _not_found(truth, cpu_s, wall_s)
    errors = edit_distance("\n".join(best.lines), printed) if truth.lines else sum(map(len, best.lines))
    return Scored(
        truth,
        best.lines,
        errors,
        certain=all(all(row) for row in best.certain),
        characters_certain=sum(map(sum, best.certain)),
        characters_certain_wrong=_certain_wrong(best, truth),
        digits_agree=_digits_agree(best.lines),
        cpu_s=cpu_s,
        wall_s=wall_s,
    )


def _certain_wrong(reading: MrzReading, truth: Truth) -> int | None:
    if [len(line) for line in reading.lines] != [len(line) for line in truth.lines]:
        return None
    return sum(
        certain and read != printed
        for line, row, right in zip(reading.lines, reading.certain, truth.lines, strict=True)
        for read, certain, printed in zip(line, row, right, strict=True)
    )


def _not_found(truth: Truth, cpu_s: float, wall_s: float, failure: str | None = None) -> Scored:
    return Scored(
        truth,
        (),
        _length(truth),
        certain=False,
        characters_certain=0,
        characters_certain_wrong=0,
        digits_agree=False,
        cpu_s=cpu_s,
        wall_s=wall_s,
        failure=failure,
    )


def _digits_agree(lines: tuple[str, ...]) -> bool:
    try:
        digits = parse(lines).digits
    except MrzError:
        return False
    return bool(digits) and all(digit.agrees for digit in digits)


def _has_certain_wrong(entry: Scored) -> bool:
    if entry.characters_certain_wrong is None:
        return entry.characters_certain > 0
    return entry.characters_certain_wrong > 0


def _length(truth: Truth) -> int:
    return sum(map(len, truth.lines))


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of one run. Rates are in [0, 1]; times are CPU seconds per picture.

    `wrong_but_certain` counts pictures read wrong with every character certain, `with_certain_wrong` those
    with at least one character that is certain and wrong (or of another length with any certain character).
    """

    with_mrz: int
    exact: int
    groups: int
    groups_exact: int
    cer: float
    not_found: int
    wrong_but_certain: int
    with_certain_wrong: int
    characters_certain: int
    characters_certain_wrong: int
    wrong_but_digits_agree: int
    wrong_digits_printed: int
    wrong_digits_exact: int
    without_mrz: int
    false_mrz: int
    unreadable: int
    cpu_median_s: float
    cpu_p95_s: float
    wall_median_s: float


def summarise(scored: tuple[Scored, ...]) -> Summary:
    """Return the figures of all pictures that were scored, at least one."""
    printed = [entry for entry in scored if entry.truth.lines]
    blank = [entry for entry in scored if not entry.truth.lines]
    wrong = [entry for entry in printed if entry.read and not entry.exact]
    bad_digits = [entry for entry in printed if entry.truth.digits_valid is False]
    groups = {entry.truth.group for entry in printed}
    missed = {entry.truth.group for entry in printed if not entry.exact}
    cpu = sorted(entry.cpu_s for entry in scored)
    return Summary(
        with_mrz=len(printed),
        exact=sum(entry.exact for entry in printed),
        groups=len(groups),
        groups_exact=len(groups - missed),
        cer=sum(entry.errors for entry in printed) / max(1, sum(_length(entry.truth) for entry in printed)),
        not_found=sum(not entry.read for entry in printed),
        wrong_but_certain=sum(entry.certain for entry in wrong),
        with_certain_wrong=sum(_has_certain_wrong(entry) for entry in wrong),
        characters_certain=sum(entry.characters_certain for entry in printed),
        characters_certain_wrong=sum(entry.characters_certain_wrong or 0 for entry in printed),
        wrong_but_digits_agree=sum(entry.digits_agree for entry in wrong),
        wrong_digits_printed=len(bad_digits),
        wrong_digits_exact=sum(entry.exact for entry in bad_digits),
        without_mrz=len(blank),
        false_mrz=sum(bool(entry.read) for entry in blank),
        unreadable=sum(entry.failure is not None for entry in scored),
        cpu_median_s=median(cpu),
        cpu_p95_s=cpu[min(len(cpu) - 1, int(0.95 * len(cpu)))],
        wall_median_s=median(entry.wall_s for entry in scored),
    )
