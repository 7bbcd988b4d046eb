"""However the program ends, no worker and no shared memory outlives it, and nothing strange is printed."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from tests.engines.decoding.shared_memory import segments

CHECKOUT = Path(__file__).resolve().parents[3]

PROGRAM = """
import os, signal, sys
from pathlib import Path
from docdesk.engines.decoding.pool import DecodingPool
from tests.engines.decoding.fences import DyingFence
path, ending = Path(sys.argv[1]), sys.argv[2]
pool = DecodingPool(fence=DyingFence("hang") if ending == "hang" else None)
with pool.open(path) as file:
    worker, _ = file._bench.worker()
    print(worker.pid, flush=True)
    if ending == "stop":
        os.kill(worker.pid, signal.SIGSTOP)
    file.frame(1)
"""

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="LOUD: not Linux: what is left after the program's end was not tested"
)


class Start(Protocol):
    def __call__(self, path: Path, ending: str) -> tuple[subprocess.Popen[str], int]: ...


@pytest.fixture
def started() -> Iterator[Start]:
    """Starts programs that open a file, print their worker and decode; gives the program and that worker."""
    with contextlib.ExitStack() as left_over:

        def start(path: Path, ending: str) -> tuple[subprocess.Popen[str], int]:
            program = subprocess.Popen(
                [sys.executable, "-c", PROGRAM, str(path), ending],
                cwd=CHECKOUT,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                start_new_session=True,
            )
            # A worker that is stopped outlives everything, should the test fail: end the whole session.
            left_over.callback(_end_session, program)
            assert program.stdout is not None
            return program, int(program.stdout.readline())

        yield start


def _end_session(program: subprocess.Popen[str]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(program.pid, signal.SIGKILL)
    program.communicate(timeout=60)


def gone(pid: int) -> bool:
    """Whether the process ends within a few seconds; a zombie has ended."""
    for _ in range(100):
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.05)
    return False


def until_decoding(program: subprocess.Popen[str]) -> None:
    """Wait until the program has made the memory for the pixels or is surely in its decode."""
    deadline = time.monotonic() + 1.0
    while not segments(program.pid) and time.monotonic() < deadline:
        time.sleep(0.02)


def test_a_program_that_never_closes_the_pool_ends_quietly(started: Start, drawn: Path) -> None:
    program, worker = started(drawn / "jpeg.tif", "finish")
    out, err = program.communicate(timeout=60)
    assert (program.returncode, out, err) == (0, "", "")
    assert gone(worker)
    assert segments(program.pid) == []


def test_the_main_module_is_not_loaded_into_workers(drawn: Path, tmp_path: Path) -> None:
    (tmp_path / "main.py").write_text("open(__file__ + '.loaded', 'a').write('x')\n" + PROGRAM)
    program = subprocess.run(
        [sys.executable, str(tmp_path / "main.py"), str(drawn / "colour.png"), "finish"],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert program.stderr == b""
    assert (tmp_path / "main.py.loaded").read_text() == "x"


def test_a_worker_is_deaf_to_ctrl_c_from_its_birth(started: Start, drawn: Path) -> None:
    program, worker = started(drawn / "colour.png", "stop")
    status = Path(f"/proc/{worker}/status").read_text()
    blocked = next(int(line.split()[1], 16) for line in status.splitlines() if line.startswith("SigBlk"))
    program.kill()
    os.kill(worker, signal.SIGCONT)
    program.communicate(timeout=60)
    assert blocked & (1 << (signal.SIGINT - 1))


def test_warnings_of_libraries_do_not_reach_the_command_line(
    started: Start, drawn: Path, tmp_path: Path
) -> None:
    content = bytearray((drawn / "fax.tif").read_bytes())
    content[200:600] = b"\x55" * 400
    (tmp_path / "warned.tif").write_bytes(content)
    program, _ = started(tmp_path / "warned.tif", "finish")
    _, err = program.communicate(timeout=60)
    assert "Fax" not in err
    assert "TIFF" not in err


def test_ctrl_c_in_the_middle_of_a_decode_leaves_nothing(started: Start, drawn: Path) -> None:
    program, worker = started(drawn / "colour.png", "stop")
    until_decoding(program)
    os.killpg(program.pid, signal.SIGINT)
    _, err = program.communicate(timeout=60)
    assert err.rstrip().endswith("KeyboardInterrupt")
    assert "leaked" not in err
    assert gone(worker)
    assert segments(program.pid) == []


def test_workers_die_with_a_killed_program(started: Start, drawn: Path) -> None:
    program, worker = started(drawn / "colour.png", "hang")
    until_decoding(program)
    program.kill()
    assert gone(worker)
    program.communicate(timeout=60)
    # The resource tracker removes the segment a moment later.
    deadline = time.monotonic() + 5
    while segments(program.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert segments(program.pid) == []
