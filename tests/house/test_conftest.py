"""What conftest.py promises to every test: no network, no unheard warning, no quiet skip."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
ELSEWHERE = ("192.0.2.1", 9)  # an address for documentation, which nobody has

TESTS = """
import logging
import pytest

log = logging.getLogger("docdesk.somewhere")

def test_warns():
    log.warning("careful")

@pytest.mark.expects_log
def test_expects_it():
    log.error("careful")

def test_looks_at_it(caplog):
    log.error("careful")
    assert "careful" in caplog.text

def test_informs():
    log.info("by the way")

def test_on_shared_pictures(shared_data):
    assert shared_data.is_dir()

def test_remarks(remark):
    remark("longer than a screen")
"""


def test_a_test_cannot_reach_another_computer() -> None:
    assert socket.socket.connect.__name__ == "reach_here_only"
    with socket.socket() as stream, pytest.raises(ConnectionRefusedError, match="stay on this computer"):
        stream.connect(ELSEWHERE)
    with socket.socket(type=socket.SOCK_DGRAM) as letters, pytest.raises(ConnectionRefusedError):
        letters.sendto(b"", ELSEWHERE)
    with pytest.raises(ConnectionRefusedError):
        socket.getaddrinfo("example.invalid", 80)


def test_a_test_can_reach_its_own_computer() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()


def test_warnings_skips_and_remarks_are_heard(tmp_path: Path) -> None:
    tests = tmp_path / "checkout" / "tests"
    tests.mkdir(parents=True)
    shutil.copy(CHECKOUT / "pyproject.toml", tests.parent)
    for name in ("conftest.py", "windows.py"):
        shutil.copy(CHECKOUT / "tests" / name, tests)
    (tests / "test_some.py").write_text(TESTS, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--color=no"],
        cwd=tests.parent, env={**os.environ, "CI": "true"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "5 passed, 1 skipped, 1 error" in run.stdout
    assert "unexpected in the log:\ndocdesk.somewhere: WARNING: careful" in run.stdout
    assert "NOT TESTED" in run.stdout
    assert "1 skipped: no folder 'shared' beside the checkout" in run.stdout
    assert "worth a look =" in run.stdout
    assert "\nlonger than a screen\n" in run.stdout
