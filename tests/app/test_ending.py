"""The window ends when the system asks for it, whatever it is busy with, and leaves nothing behind."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.samples.kept import blotted

COPIES = 12
"""Documents: some are still waiting when the first ones are read."""
LONG = 60.0

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="looks at processes under /proc"),
    pytest.mark.skipif(
        shutil.which("tesseract") is None,
        reason="LOUD: Tesseract is not installed: the window was not ended in the middle of its work",
    ),
    pytest.mark.slow,
]


def below(process: int) -> set[int]:
    """The processes that this one started, and those that they did."""
    found: set[int] = set()
    for entry in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = {int(number) for number in entry.read_text().split()}
        except OSError:
            continue  # it ended just now
        for child in children:
            found |= {child} | below(child)
    return found


def says(process: int) -> str:
    """How the process was called, "" once it has ended."""
    try:
        return Path(f"/proc/{process}/cmdline").read_text()
    except OSError:
        return ""


def wait_until(happened: Callable[[], object]) -> None:
    end = time.monotonic() + LONG
    while not happened():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.02)


@contextmanager
def busy_window(tmp_path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """A window in the middle of reading a folder, where Tesseract is asked for its opinion."""
    folder = tmp_path / "handed in"
    folder.mkdir()
    blot = blotted(tmp_path / "blot.png")
    for number in range(COPIES):
        shutil.copy(blot, folder / f"page{number}.png")
    home = {name: str(tmp_path / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    window = subprocess.Popen(
        [sys.executable, "-m", "docdesk", "window", str(folder)],
        env={**os.environ, **home, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait_until(lambda: any("hocr" in says(process) for process in below(window.pid)))
        yield window
    finally:
        window.kill()
        window.wait()


def left_of(processes: set[int]) -> list[Path]:
    """Folders in memory that these processes made and did not remove."""
    return [
        path
        for path in Path("/dev/shm").glob("docdesk*")
        if any(f"-{process}-" in path.name or f"_{process}_" in path.name for process in processes)
    ]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_busy_window_ends_by_a_signal_without_a_question(tmp_path: Path, number: signal.Signals) -> None:
    with busy_window(tmp_path) as window:
        processes = below(window.pid) | {window.pid}
        window.send_signal(number)
        assert window.wait(LONG) == 0
        wait_until(lambda: not any(map(says, processes)))
    assert left_of(processes) == []
    assert (tmp_path / "home" / "docdesk" / "window.json").exists()


def test_nothing_outlives_a_window_that_was_killed(tmp_path: Path) -> None:
    with busy_window(tmp_path) as window:
        processes = below(window.pid)
        window.kill()
        wait_until(lambda: not any(map(says, processes)))
    assert left_of(processes) == []
