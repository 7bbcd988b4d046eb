"""The pool survives what files do to its workers, and leaves nothing behind."""

import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from docdesk.engines.decoding.fence import NoFence
from docdesk.engines.decoding.limits import Limits
from docdesk.engines.decoding.pool import DecodingPool
from docdesk.foundation.errors import CaptureError
from docdesk.foundation.progress import Cancelled
from tests.engines.decoding.decoding import FIELDS, frames_of, refusal_of, shows, worker_pid
from tests.engines.decoding.drawn_files import written
from tests.engines.decoding.fences import DyingFence, SayingFence
from tests.engines.decoding.shared_memory import segments

needs_signals = pytest.mark.skipif(
    not hasattr(signal, "SIGSTOP"), reason="LOUD: no SIGSTOP: a hanging or killed worker was not tested"
)


def test_one_worker_serves_many_files(pool: DecodingPool, drawn: Path) -> None:
    pids = set()
    for path in sorted(drawn.iterdir()):
        with pool.open(path) as file:
            pids.add(worker_pid(file))
            file.frame(1)
    assert len(pids) == 1


def test_a_refused_file_costs_no_worker(pool: DecodingPool, drawn: Path, tmp_path: Path) -> None:
    with pool.open(drawn / "colour.png") as file:
        before = worker_pid(file)
    (tmp_path / "cut.jpg").write_bytes((drawn / "baseline.jpg").read_bytes()[:-100])
    assert refusal_of(pool, tmp_path / "cut.jpg") == "truncated"
    with pool.open(drawn / "colour.png") as file:
        assert worker_pid(file) == before


def test_a_worker_that_served_long_makes_room(drawn: Path) -> None:
    with DecodingPool() as pool:
        with pool.open(drawn / "colour.png") as file:
            first = worker_pid(file)
            worker, _ = file._bench.worker()
            worker.served = 10_000
        with pool.open(drawn / "colour.png") as file:
            assert worker_pid(file) != first


def test_sha256_is_that_of_the_bytes(pool: DecodingPool, tmp_path: Path) -> None:
    (tmp_path / "text").write_bytes(b"abc")
    with pytest.raises(CaptureError) as raised, pool.open(tmp_path / "text"):
        pass
    # The example of FIPS 180-4.
    assert raised.value.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert raised.value.code == "not_a_picture"


def test_no_such_frame_is_told_with_both_numbers(pool: DecodingPool, drawn: Path) -> None:
    with pool.open(drawn / "pages.tif") as file:
        for number in (0, -1, 5):
            with pytest.raises(CaptureError) as raised:
                file.frame(number)
            assert raised.value.code == "no_such_frame"
            assert dict(raised.value.message.values) == {"frames": 4, "number": number}


def test_pixels_outlive_the_file_and_cannot_be_changed(pool: DecodingPool, drawn: Path) -> None:
    kept = [frames_of(pool, drawn / "colour.png")[0].pixels for _ in range(20)]
    assert segments() == []
    assert all(shows(pixels, FIELDS) for pixels in kept)
    with pytest.raises(ValueError, match="read-only"):
        kept[0][0, 0] = 0


@pytest.mark.skipif(
    not Path("/proc/self/fd").is_dir(), reason="LOUD: no /proc: open descriptors were not counted"
)
def test_descriptors_go_with_the_pixels(pool: DecodingPool, drawn: Path) -> None:
    frames_of(pool, drawn / "colour.png")
    before = len(list(Path("/proc/self/fd").iterdir()))
    kept = [frames_of(pool, drawn / "colour.png") for _ in range(20)]
    assert len(list(Path("/proc/self/fd").iterdir())) <= before + len(kept)
    del kept
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_threads_share_the_pool(drawn: Path) -> None:
    paths = [
        drawn / name for name in ("colour.png", "baseline.jpg", "lzw.tif", "alpha.webp", "pages.tif")
    ] * 8
    with DecodingPool(2) as pool:
        alone = {path: frames_of(pool, path)[0].pixels.copy() for path in set(paths)}
        with ThreadPoolExecutor(6) as threads:
            together = list(threads.map(lambda path: frames_of(pool, path)[0].pixels, paths))
        assert len(pool._crew._all) == 2
    for path, pixels in zip(paths, together, strict=True):
        assert np.array_equal(pixels, alone[path])


@needs_signals
def test_a_worker_killed_between_frames_is_replaced(pool: DecodingPool, drawn: Path) -> None:
    with pool.open(drawn / "pages.tif") as file:
        file.frame(1)
        before = worker_pid(file)
        os.kill(before, signal.SIGKILL)
        os.waitid(os.P_PID, before, os.WEXITED | os.WNOWAIT)
        assert file.frame(4).pixels.dtype == np.uint16
        assert worker_pid(file) != before


@needs_signals
def test_a_worker_killed_while_it_decodes_costs_one_frame(pool: DecodingPool, drawn: Path) -> None:
    with pool.open(drawn / "pages.tif") as file:
        pid = worker_pid(file)
        os.kill(pid, signal.SIGSTOP)
        threading.Timer(0.2, os.kill, (pid, signal.SIGKILL)).start()
        with pytest.raises(CaptureError) as raised:
            file.frame(1)
        assert raised.value.code == "decoder_crashed"
        assert raised.value.sha256 == file.sha256
        assert shows(file.frame(1).pixels, FIELDS)


@needs_signals
def test_a_worker_that_hangs_is_ended_in_time(drawn: Path) -> None:
    with DecodingPool(limits=Limits(seconds=2.0)) as pool:
        with pool.open(drawn / "colour.png") as file:
            os.kill(worker_pid(file), signal.SIGSTOP)
            began = time.monotonic()
            with pytest.raises(CaptureError) as raised:
                file.frame(1)
            assert time.monotonic() - began < 10
        assert (raised.value.code, dict(raised.value.message.values)) == ("too_slow", {"limit": 2})
        assert shows(frames_of(pool, drawn / "colour.png")[0].pixels, FIELDS)


@pytest.mark.parametrize("how", ["segfault", "abort", "exit"])
def test_a_crash_is_contained(drawn: Path, how: str) -> None:
    with DecodingPool(fence=DyingFence(how)) as pool:
        assert refusal_of(pool, drawn / "colour.png") == "decoder_crashed"
        assert refusal_of(pool, drawn / "empty.png") == "not_found"


def test_a_file_that_kills_every_worker_is_given_up(drawn: Path, tmp_path: Path) -> None:
    roll = tmp_path / "roll"
    with DecodingPool(fence=DyingFence("exit", str(roll))) as pool, pool.open(drawn / "pages.tif") as file:
        for number in (1, 2, 3, 4, 4, 4):
            with pytest.raises(CaptureError) as raised:
                file.frame(number)
            assert raised.value.code == "decoder_crashed"
    assert roll.read_text() == "xxx"


@pytest.mark.parametrize(
    ("do", "answer"),
    [
        ("open", b"HALF"),
        ("open", b"\xff\xfe"),
        ("open", b"[" * 4000),
        ("open", b'{"ok": {"frames": 0}}'),
        ("open", b'{"refused": "drop tables", "values": {}}'),
        ("measure", b"x" * 5000),
        ("measure", b'{"ok": {}}'),
    ],
)
def test_a_worker_that_talks_nonsense_is_ended(drawn: Path, do: str, answer: bytes) -> None:
    with DecodingPool(fence=SayingFence(do, answer), limits=Limits(seconds=1.5)) as pool:
        expected = "too_slow" if answer == b"HALF" else "decoder_crashed"
        assert refusal_of(pool, drawn / "colour.png") == expected
        assert not pool._crew._all


def test_closing_ends_the_workers(drawn: Path) -> None:
    pool = DecodingPool(2)
    pool.warm()
    with pool.open(drawn / "colour.png") as file:
        file.frame(1)
        workers = list(pool._crew._all)
        pool.close()
        with pytest.raises(Cancelled):
            file.frame(1)
    assert workers
    assert not any(worker.alive for worker in workers)
    with pytest.raises(Cancelled):
        frames_of(pool, drawn / "colour.png")


@needs_signals
def test_closing_in_the_middle_of_a_decode_cancels_it(drawn: Path) -> None:
    with DecodingPool() as pool, pool.open(drawn / "colour.png") as file:
        os.kill(worker_pid(file), signal.SIGSTOP)
        threading.Timer(0.2, pool.close).start()
        with pytest.raises(Cancelled):
            file.frame(1)


def test_a_pool_that_is_forgotten_ends_its_workers(drawn: Path) -> None:
    pool = DecodingPool()
    frames_of(pool, drawn / "colour.png")
    workers = list(pool._crew._all)
    del pool
    assert not any(worker.alive for worker in workers)


@pytest.mark.skipif(
    not Path("/proc/self/limits").is_file(), reason="LOUD: no /proc: the fence was not looked at"
)
def test_workers_are_fenced_in(pool: DecodingPool, drawn: Path) -> None:
    with pool.open(drawn / "colour.png") as file:
        pid = worker_pid(file)
        limits = Path(f"/proc/{pid}/limits").read_text()
        open_to = {str(Path(f"/proc/{pid}/fd/{descriptor}").readlink()) for descriptor in (0, 1, 2)}
    found = {line[:26].strip(): line[26:].split()[:2] for line in limits.splitlines()}
    assert found["Max address space"] == [str(Limits().memory_bytes)] * 2
    assert found["Max core file size"] == ["0", "0"]
    assert found["Max file size"] == ["0", "0"]
    assert found["Max open files"] == ["64", "64"]
    assert open_to == {"/dev/null"}


def test_without_a_fence_files_decode_too(drawn: Path) -> None:
    with DecodingPool(fence=NoFence()) as pool:
        assert shows(frames_of(pool, drawn / "colour.png")[0].pixels, FIELDS)


def test_what_needs_too_much_memory_is_refused(tmp_path: Path, drawn: Path) -> None:
    large = Image.new("1", (18_000, 10_000))
    (tmp_path / "large.png").write_bytes(written(large, "PNG"))
    with DecodingPool(limits=Limits(memory_bytes=300_000_000)) as pool:
        with pytest.raises(CaptureError) as raised:
            frames_of(pool, tmp_path / "large.png")
        assert raised.value.code == "too_much_memory"
        assert dict(raised.value.message.values) == {"limit": 300}
        assert shows(frames_of(pool, drawn / "colour.png")[0].pixels, FIELDS)
