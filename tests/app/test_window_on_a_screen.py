"""The window as its user starts it: a real process on a real X screen that nobody sees."""

import os
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from tests.samples.kept import GOOD

MINUTES_ENOUGH = 120
"""Seconds for start, reading and verdict; some 5 s on an idle computer, CI may be busy with other work."""

COLOURS_OF_A_WINDOW = 100
"""An empty screen has one, an unpainted window a second; painted letters alone have some 200 shades."""


@dataclass(frozen=True)
class Screen:
    """An X screen and the file that it is drawn into, in the format of xwd."""

    display: str
    memory: Path

    def pixels(self) -> np.ndarray:
        """What is on the screen, as BGRx rows."""
        content = self.memory.read_bytes()
        fields = struct.unpack(">25I", content[:100])
        header, width, height, per_line, colours = (fields[n] for n in (0, 4, 5, 12, 19))
        rows = np.frombuffer(content, np.uint8, per_line * height, header + 12 * colours)
        return rows.reshape(height, per_line)[:, : width * 4].reshape(height, width, 4)

    def colours(self) -> int:
        """How many colours the screen shows."""
        return len(np.unique(self.pixels().view(np.uint32) & 0xFFFFFF))


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("LOUD: Xvfb is not installed: the window was not started on an X screen")
    reading, writing = os.pipe()
    with (tmp_path / "xvfb.log").open("w") as log:
        running = subprocess.Popen(
            [server, "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-fbdir", str(tmp_path)],
            pass_fds=[writing], stdout=log, stderr=log,
        )  # fmt: skip
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                number = told.readline().strip()
            assert number, (tmp_path / "xvfb.log").read_text()
            yield Screen(f":{number}", tmp_path / "Xvfb_screen0")
        finally:
            running.terminate()
            running.wait()


@pytest.mark.slow
def test_the_window_opens_shows_the_document_and_reaches_a_verdict(screen: Screen, tmp_path: Path) -> None:
    usual = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "WAYLAND_"))}
    home = {name: str(tmp_path / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    with (tmp_path / "docdesk.log").open("w") as log:
        window = subprocess.Popen(
            [sys.executable, "-m", "docdesk", "window", "--until", "verdict", GOOD],
            env={**usual, **home, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"},
            stdout=log, stderr=log,
        )  # fmt: skip
        most_colours = 0
        try:
            give_up = time.monotonic() + MINUTES_ENOUGH
            while window.poll() is None and time.monotonic() < give_up:
                most_colours = max(most_colours, screen.colours())
                time.sleep(0.1)
        finally:
            window.kill()
            code = window.wait()
    assert code == 0, (tmp_path / "docdesk.log").read_text()
    assert (tmp_path / "docdesk.log").read_text() == ""
    assert most_colours > COLOURS_OF_A_WINDOW
