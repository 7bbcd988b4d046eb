"""What windows.py promises to every test that has a window: it leaves nothing, nothing goes unheard."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]

TESTS = """
import time

import pytest
from PySide6.QtCore import Qt, QTimer, qWarning
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from docdesk.ui.background import Background

held = []

def nothing(*_):
    pass

def test_leaves_nothing(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = QDialog(window)
    dialog.open()

def test_leaves_a_window(qtbot):
    held.append(QDialog())

def test_leaves_a_window_of_a_window_that_is_freed(qtbot):
    class Keeper(QWidget):
        def __init__(self):
            super().__init__()
            self.orphan = QDialog()
            self.itself = self
    window = Keeper()
    qtbot.addWidget(window)

def test_starts_after_all_that_with_no_window(qapp):
    assert not QApplication.topLevelWidgets()

def test_closes_its_background(qtbot):
    background = Background()
    background.run(lambda *_: None, done=nothing)
    background.close()

def test_leaves_a_background(qtbot):
    background = Background()
    background.run(lambda *_: None, done=nothing)
    held.append(background)

def test_fails_and_leaves_a_window(qtbot):
    held.append(QDialog())
    assert not held

def test_is_warned_by_qt(qtbot):
    qWarning("careful")

def test_is_told_what_means_nothing(qtbot):
    qWarning("This plugin does not support propagateSizeHints()")

def test_is_warned_while_windows_close(qtbot):
    class Window(QWidget):
        def closeEvent(self, event):
            qWarning("careful when closing")
    window = Window()
    qtbot.addWidget(window)
    held.append(window)

def test_breaks_in_a_slot(qtbot):
    QTimer.singleShot(0, lambda: [][1])
    qtbot.wait(1)

def test_changes_the_look_of_everything(qapp):
    qapp.setStyleSheet("QWidget { color: red }")
    qapp.setFont("DejaVu Serif")
    qapp.setPalette(Qt.GlobalColor.black)

def test_finds_the_pinned_look(qtbot):
    assert QApplication.platformName() == "offscreen"
    button = QPushButton()
    qtbot.addWidget(button)
    assert button.style().name() == "fusion"
    assert (button.font().family(), button.font().pointSize()) == ("DejaVu Sans", 10)
    assert button.palette().window().color().lightness() > 200
    assert not QApplication.instance().styleSheet()

def test_holds_up_the_thread(qtbot):
    def dawdle():
        time.sleep(0.2)
    QTimer.singleShot(0, dawdle)
    qtbot.wait(1)
"""


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says of those tests."""
    tests = tmp_path_factory.mktemp("checkout") / "tests"
    tests.mkdir()
    shutil.copy(CHECKOUT / "pyproject.toml", tests.parent)
    for name in ("conftest.py", "windows.py"):
        shutil.copy(CHECKOUT / "tests" / name, tests)
    (tests / "test_some.py").write_text(TESTS, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--color=no"],
        cwd=tests.parent, env={**environment, "QT_STYLE_OVERRIDE": "windows", "COLUMNS": "200"},
        capture_output=True, text=True, check=False,
    ).stdout  # fmt: skip


def test_what_is_in_order_passes(run: str) -> None:
    assert "3 failed, 11 passed, 4 errors in" in run


@pytest.mark.parametrize(
    ("test", "left"),
    [
        ("leaves_a_window", "window QDialog"),
        ("leaves_a_window_of_a_window_that_is_freed", "window QDialog"),
        ("leaves_a_background", "thread background_0"),
        ("is_warned_while_windows_close", "Qt said QtWarningMsg: careful when closing"),
    ],
)
def test_what_a_test_leaves_behind_is_an_error(run: str, test: str, left: str) -> None:
    assert f"\nERROR tests/test_some.py::test_{test} - Failed: left behind: {left}\n" in run


@pytest.mark.parametrize("test", ["is_warned_by_qt", "breaks_in_a_slot", "fails_and_leaves_a_window"])
def test_a_warning_of_qt_or_a_fault_in_a_slot_fails_the_test(run: str, test: str) -> None:
    assert f"\nFAILED tests/test_some.py::test_{test}" in run


def test_a_test_that_failed_anyway_is_not_told_of_what_it_left(run: str) -> None:
    assert "ERROR tests/test_some.py::test_fails" not in run


def test_blocks_of_the_ui_thread_are_told_with_the_test_that_saw_them(run: str) -> None:
    assert "1 blocks over 50 ms; the longest:" in run
    assert "in tests/test_some.py::test_holds_up_the_thread\n" in run
    assert "dawdle\n" in run
