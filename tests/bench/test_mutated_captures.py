"""The run over mutated files counts truly and can be repeated."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from docdesk.bench.captures import run_mutations
from docdesk.bench.mutations import mutated
from docdesk.engines.decoding.pool import DecodingPool
from docdesk.foundation.errors import CaptureError
from docdesk.inspection.captures.decoding import Frame, OpenFile


class Scripted:
    """A decoder that answers by a script, over and over, and keeps what it was given."""

    def __init__(self, *script: str) -> None:
        self.script = script
        self.given: list[bytes] = []

    @contextmanager
    def open(self, path: Path) -> Iterator[OpenFile]:
        act = self.script[len(self.given) % len(self.script)]
        self.given.append(path.read_bytes())
        if act == "bug":
            raise ZeroDivisionError("in a test")
        if act == "hang":
            time.sleep(2)
        if act != "decode":
            raise CaptureError(act)
        yield Nothing()


class Nothing:
    """A file without frames."""

    sha256, format, frames = "", "PNG", 0

    def frame(self, number: int) -> Frame:
        raise NotImplementedError


def test_each_outcome_is_counted() -> None:
    decoder = Scripted("decode", "truncated", "decoder_crashed", "too_slow", "bug")
    outcome = run_mutations(50, 1, decoder)
    assert (outcome.files, outcome.decoded, outcome.hangs) == (50, 10, 0)
    assert outcome.refused == {"decoder_crashed": 10, "too_slow": 10, "truncated": 10}
    assert (outcome.crashes_contained, outcome.too_slow) == (10, 10)
    assert (outcome.exceptions, outcome.exception_names) == (10, ("ZeroDivisionError: in a test",))


def test_a_hang_is_counted_and_not_waited_for() -> None:
    outcome = run_mutations(1, 1, Scripted("hang"), hang_seconds=0.1)
    assert outcome.hangs == 1
    assert outcome.seconds < 1.9


def test_equal_seeds_make_equal_files() -> None:
    first, second, other = Scripted("decode"), Scripted("decode"), Scripted("decode")
    run_mutations(200, 7, first)
    run_mutations(200, 7, second)
    run_mutations(200, 8, other)
    assert first.given == second.given
    assert first.given != other.given
    assert len(set(first.given)) > 190


def test_even_the_smallest_file_can_be_mutated() -> None:
    for number in range(500):
        mutated(Random(number), b"", (b"x",))
        mutated(Random(number), b"\x89PNG\r\n\x1a\n", (b"x",))


@pytest.mark.slow
def test_mutated_files_never_break_the_decoder() -> None:
    with DecodingPool() as pool:
        outcome = run_mutations(300, 3, pool)
    assert (outcome.exceptions, outcome.exception_names, outcome.hangs) == (0, (), 0)
    assert outcome.decoded > 30
    assert len(outcome.refused) >= 4
