"""Scenes of the window itself: finding commands, keys, settings, and a fault that nobody foresaw."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTabWidget

from docdesk.ui.shell.crash_hook import Fault
from docdesk.ui.shell.crash_page import CrashPage
from picturing.stage import Ready, Stage, at_once

A_FAULT = Fault(
    kind="ValueError",
    where="docdesk/ui/viewing/view.py:120 in set_picture",
    steps=("docdesk/ui/viewing/view.py:120 in set_picture", "ValueError"),
)


def commands(stage: Stage) -> Iterator[Ready | None]:
    """The command palette, whole and searched."""
    palette = stage.window.find_command()
    yield at_once
    stage.save("commands")
    line = stage.shown_in(palette, QLineEdit)
    QTest.keyClicks(line, "turn")
    yield at_once
    stage.save("commands-found")
    palette.close()
    yield at_once


def keys(stage: Stage) -> Iterator[Ready | None]:
    """The sheet of all keys."""
    sheet = stage.window.show_keys()
    yield at_once
    stage.save("keys")
    sheet.close()
    yield at_once


def settings(stage: Stage) -> Iterator[Ready | None]:
    """Every page of the settings."""
    dialog = stage.window.change_settings()
    tabs = stage.shown_in(dialog, QTabWidget)
    for page in range(tabs.count()):
        tabs.setCurrentIndex(page)
        yield at_once
        stage.save(f"settings-{page + 1}")
    dialog.close()
    yield at_once


def crash(stage: Stage) -> Iterator[Ready | None]:
    """The page over the window after a fault."""
    stage.window.show_fault(A_FAULT)
    yield at_once
    stage.save("crash")
    QTest.keyClick(stage.shown_in(stage.window, CrashPage), Qt.Key.Key_Escape)
    yield at_once


SCENES = (commands, keys, settings, crash)
