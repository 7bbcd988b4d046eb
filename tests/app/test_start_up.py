"""What starting docdesk loads: who works in a terminal needs no Qt, and no library that a window needs."""

import subprocess
import sys

import pytest

from tests.samples.kept import GOOD


def loaded(*arguments: str) -> list[str]:
    """The modules that this command loads, in its own process and in those that it starts."""
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "docdesk", *arguments],
        capture_output=True, text=True, check=False, timeout=120,
    ).stderr  # fmt: skip
    return [line.rpartition("|")[2].strip() for line in told.splitlines() if line.startswith("import time:")]


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("--version",), ("inspect", str(GOOD)), ("bench", "captures", "--mutations", "1")],
)
def test_a_command_in_the_terminal_loads_no_qt(arguments: tuple[str, ...]) -> None:
    modules = loaded(*arguments)
    assert "docdesk.app.command_line" in modules
    assert not [name for name in modules if name.partition(".")[0] in {"PySide6", "shiboken6"}]
    assert not [name for name in modules if name.startswith("docdesk.ui")]


def test_who_inspects_a_document_does_not_wait_for_the_generator() -> None:
    modules = loaded("inspect", str(GOOD))
    assert "docdesk.inspection.inspect" in modules
    assert not [name for name in modules if name.startswith("docdesk.synthesis") or name == "fontTools"]
