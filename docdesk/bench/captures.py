"""Measures how the decoder takes hostile files: decoded, refused or contained, never a failure of docdesk."""

import os
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from random import Random

from docdesk.bench.mutations import mutated
from docdesk.foundation.errors import CaptureError
from docdesk.inspection.captures.decoding import Decoder

HANG_SECONDS = 300.0
"""A file may cost several requests of 30 s each; one that takes longer than this is not coming back."""

_DECODED = "decoded"
_NOT_SEEDS = ".md"


@dataclass(frozen=True, slots=True)
class Mutations:
    """What became of the mutated files.

    `decoded`: all frames came out. `refused`: how many files ended in each refusal, by code; of these,
    `crashes_contained` (a worker died) and `too_slow` are told by themselves too. `exceptions` (anything but
    a refusal; `exception_names` says what) and `hangs` are failures of docdesk: both must be 0. `seconds` are
    of the clock, `cpu_seconds` of this process and its children where the system tells, `slowest_seconds` of
    one file.
    """

    files: int
    decoded: int
    refused: Mapping[str, int]
    crashes_contained: int
    too_slow: int
    exceptions: int
    exception_names: tuple[str, ...]
    hangs: int
    seconds: float
    cpu_seconds: float
    slowest_seconds: float


def run_mutations(
    count: int, seed: int, decoder: Decoder, *, hang_seconds: float = HANG_SECONDS
) -> Mutations:
    """Decode `count` mutated files, all frames of each.

    Args:
        count: how many files, at least 0.
        seed: equal seeds make equal files.
        decoder: what is measured.
        hang_seconds: how long one file may take before it counts as a hang.
    """
    random = Random(seed)  # noqa: S311 - to be repeated, not to be secret
    seeds = _seeds()
    outcomes: Counter[str] = Counter()
    began, cpu_began, slowest = time.monotonic(), _cpu_seconds(), 0.0
    with tempfile.TemporaryDirectory(prefix="docdesk-bench-") as folder:
        path = Path(folder) / "mutated"
        for _ in range(count):
            path.write_bytes(mutated(random, random.choice(seeds), seeds))
            file_began = time.monotonic()
            outcomes[_watched(decoder, path, hang_seconds)] += 1
            slowest = max(slowest, time.monotonic() - file_began)
    names = tuple(sorted(outcome for outcome in outcomes if outcome.startswith("!")))
    refused = {
        code: number for code, number in sorted(outcomes.items()) if code[0].islower() and code != _DECODED
    }
    return Mutations(
        files=count,
        decoded=outcomes[_DECODED],
        refused=refused,
        crashes_contained=outcomes["decoder_crashed"],
        too_slow=outcomes["too_slow"],
        exceptions=sum(outcomes[name] for name in names),
        exception_names=tuple(name.removeprefix("!") for name in names),
        hangs=outcomes["HANG"],
        seconds=round(time.monotonic() - began, 1),
        cpu_seconds=round(_cpu_seconds() - cpu_began, 1),
        slowest_seconds=round(slowest, 2),
    )


def _seeds() -> tuple[bytes, ...]:
    folder = files("docdesk.bench") / "seeds"
    found = sorted(
        (file for file in folder.iterdir() if not file.name.endswith(_NOT_SEEDS)), key=lambda file: file.name
    )
    return tuple(file.read_bytes() for file in found)


def _watched(decoder: Decoder, path: Path, hang_seconds: float) -> str:
    """Return the outcome for this file: `decoded`, a code, `!` and the name of an exception, or HANG."""
    outcomes = []
    # A thread of its own, so that a decoder which never answers is counted and not waited for.
    thread = threading.Thread(target=lambda: outcomes.append(_outcome(decoder, path)), daemon=True)
    thread.start()
    thread.join(hang_seconds)
    return outcomes[0] if outcomes else "HANG"


def _outcome(decoder: Decoder, path: Path) -> str:
    try:
        with decoder.open(path) as file:
            for number in range(1, file.frames + 1):
                file.frame(number)
    except CaptureError as error:
        return error.code
    except Exception as error:  # noqa: BLE001 - that there is none of any kind is what this measures
        return f"!{type(error).__name__}: {error}"[:200]
    return _DECODED


def _cpu_seconds() -> float:
    """Return the CPU seconds of this process, its ended children and, on Linux, its living ones."""
    total = sum(os.times()[:4])
    ticks = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 1
    for task in Path("/proc/self/task").glob("*/children"):
        for child in task.read_text().split():
            try:
                # After the name in brackets: state, 10 other numbers, user time, system time (man 5 proc).
                fields = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
            except OSError:  # it has just ended
                continue
            total += (int(fields[11]) + int(fields[12])) / ticks
    return total
