"""The settings dialog shows every setting, keeps what is changed, and says what is wrong where it is."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from docdesk.settings import settings as names
from docdesk.settings.file import load
from docdesk.settings.settings import SETTINGS, Setting, Settings
from docdesk.ui.background import Background
from docdesk.ui.shell.main_window import MainWindow
from docdesk.ui.shell.setting_row import SettingRow
from docdesk.ui.shell.settings_dialog import SECTIONS, SettingsDialog
from tests.ui.accessibility import nameless
from tests.ui.freeing import wait_until_freed
from tests.ui.shell.fakes import FakeWorkspace, a_window

SET = Settings(
    {
        "theme": "dark",
        "language": "de",
        "jobs": 3,
        "pdf_ppi": 400,
        "light_aliases": {"tag": "VIS"},
        "pseudo_issuers": ("XPO",),
    }
)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, background: Background) -> MainWindow:
    made = a_window(tmp_path, FakeWorkspace(), background=background, settings=SET)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> Iterator[SettingsDialog]:
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    found = window.findChild(SettingsDialog)
    assert found is not None
    yield found


def row(dialog: SettingsDialog, setting: Setting[Any]) -> SettingRow:
    return next(row for row in dialog.rows if row.setting is setting)


def editor(dialog: SettingsDialog, setting: Setting[Any], kind: type[Any]) -> Any:
    found = row(dialog, setting).field.editor
    assert isinstance(found, kind)
    return found


def press(dialog: SettingsDialog, words: str, qtbot: QtBot) -> None:
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_setting_has_its_place() -> None:
    placed = [setting for _, settings in SECTIONS for setting in settings]
    assert sorted(each.name for each in placed) == sorted(each.name for each in SETTINGS)


def test_the_settings_in_force_are_shown(dialog: SettingsDialog) -> None:
    for shown in dialog.rows:
        assert shown.value() == SET[shown.setting], shown.setting.name
    assert nameless(dialog) == []


def test_what_is_changed_is_written_and_told(
    dialog: SettingsDialog, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    watched = tmp_path / "scanner"
    watched.mkdir()
    editor(dialog, names.JOBS, QSpinBox).setValue(4)
    editor(dialog, names.PDF_PPI, QSpinBox).setValue(300)
    combo = editor(dialog, names.THEME, QComboBox)
    combo.setCurrentIndex(combo.findText("light"))
    editor(dialog, names.WATCHED_FOLDER, QLineEdit).setText(str(watched))
    editor(dialog, names.LIGHT_ALIASES, QPlainTextEdit).setPlainText("tag = vis\nblack = UV")
    editor(dialog, names.PSEUDO_ISSUERS, QPlainTextEdit).setPlainText("wsa")
    with qtbot.waitSignal(window.settings_changed) as told:
        press(dialog, "Save", qtbot)
    wait_until_freed(qtbot, dialog)
    expected = {
        "theme": "light",
        "language": "de",
        "jobs": 4,
        "watched_folder": str(watched),
        "light_aliases": {"tag": "VIS", "black": "UV"},
        "pseudo_issuers": ["WSA"],
    }
    assert json.loads((tmp_path / "settings.json").read_text()) == expected
    assert told.args is not None
    written = load(tmp_path / "settings.json")
    for setting in SETTINGS:
        assert told.args[0][setting] == written[setting]
    assert window.change_settings().rows[0].value() == "light"


def test_pages_that_were_never_seen_keep_their_settings(
    dialog: SettingsDialog, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.settings_changed):
        dialog.save()
    assert json.loads((tmp_path / "settings.json").read_text())["pseudo_issuers"] == ["XPO"]


def test_what_is_cancelled_is_not_written(dialog: SettingsDialog, tmp_path: Path, qtbot: QtBot) -> None:
    editor(dialog, names.JOBS, QSpinBox).setValue(4)
    press(dialog, "Cancel", qtbot)
    wait_until_freed(qtbot, dialog)
    assert not (tmp_path / "settings.json").exists()


def test_escape_cancels_from_within_a_list(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog._tabs.setCurrentIndex(2)
    qtbot.keyClick(editor(dialog, names.LIGHT_ALIASES, QPlainTextEdit), Qt.Key.Key_Escape)
    wait_until_freed(qtbot, dialog)


def test_what_cannot_be_is_said_beside_its_field(
    dialog: SettingsDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    assert len(dialog.rows) == len(SETTINGS)
    lines = editor(dialog, names.PSEUDO_ISSUERS, QPlainTextEdit)
    lines.setPlainText("WSA\nABCD")
    press(dialog, "Save", qtbot)
    remark = row(dialog, names.PSEUDO_ISSUERS).remark
    assert remark.said == "Line 2: an issuer code has three letters, such as XYZ."
    assert remark.isVisible()
    assert lines.hasFocus()
    assert not (tmp_path / "settings.json").exists()
    lines.setPlainText("WSA")
    assert not remark.isVisible()


def test_what_is_wrong_is_seen_in_a_small_window_too(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog.resize(dialog.width(), 300)
    editor(dialog, names.PSEUDO_ISSUERS, QPlainTextEdit).setPlainText("ABCD")
    dialog.save()
    remark = row(dialog, names.PSEUDO_ISSUERS).remark
    qtbot.waitUntil(lambda: remark.visibleRegion().boundingRect().height() == remark.height() > 0)


def test_a_folder_that_is_not_there_is_refused(dialog: SettingsDialog, tmp_path: Path, qtbot: QtBot) -> None:
    editor(dialog, names.WATCHED_FOLDER, QLineEdit).setText(str(tmp_path / "gone"))
    press(dialog, "Save", qtbot)
    remark = row(dialog, names.WATCHED_FOLDER).remark
    qtbot.waitUntil(lambda: remark.said == "There is no such folder.")
    assert not (tmp_path / "settings.json").exists()


def test_settings_that_cannot_be_written_are_said(
    dialog: SettingsDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "settings.json").mkdir()
    editor(dialog, names.JOBS, QSpinBox).setValue(4)
    press(dialog, "Save", qtbot)
    said = f"The settings cannot be written to {tmp_path / 'settings.json'}."
    qtbot.waitUntil(lambda: dialog._refusal.said == said)
    assert dialog.isVisible()


def test_each_setting_is_reset_on_its_own(dialog: SettingsDialog, qtbot: QtBot) -> None:
    assert dialog.rows
    reset = {
        button.accessibleName(): button
        for button in dialog.findChildren(QToolButton)
        if button.accessibleName().startswith("Reset")
    }
    assert len(reset) == len(SETTINGS)
    assert "Reset Pseudo issuers to nothing" in reset
    assert not reset["Reset Largest file to 256"].isEnabled()
    reset["Reset Documents at a time to 0"].click()
    reset["Reset Pseudo issuers to nothing"].click()
    reset["Reset Look to as the system"].click()
    assert row(dialog, names.JOBS).value() == 0
    assert row(dialog, names.PSEUDO_ISSUERS).value() == ()
    assert row(dialog, names.THEME).value() == "system"
    assert row(dialog, names.PDF_PPI).value() == 400


def test_what_waits_for_the_next_start_is_said(dialog: SettingsDialog) -> None:
    assert not dialog._restart.isVisible()
    combo = editor(dialog, names.THEME, QComboBox)
    combo.setCurrentIndex(combo.findText("light"))
    assert not dialog._restart.isVisible()
    editor(dialog, names.PDF_PPI, QSpinBox).setValue(200)
    assert dialog._restart.text() == "From the next start of docdesk on: Resolution of PDF pages."
    assert dialog._restart.isVisible()


def test_the_wheel_changes_nothing_that_it_passes_over(dialog: SettingsDialog) -> None:
    for setting, kind in ((names.JOBS, QSpinBox), (names.THEME, QComboBox)):
        place = editor(dialog, setting, kind)
        before = row(dialog, setting).value()
        turned = QWheelEvent(
            QPointF(5, 5),
            place.mapToGlobal(QPointF(5, 5)),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(place, turned)
        assert row(dialog, setting).value() == before


def test_a_language_without_a_translation_is_kept(
    qtbot: QtBot, tmp_path: Path, background: Background
) -> None:
    window = a_window(tmp_path, FakeWorkspace(), background=background, settings=Settings({"language": "fr"}))
    qtbot.addWidget(window)
    window.show()
    assert row(window.change_settings(), names.LANGUAGE).value() == "fr"


def test_a_folder_can_be_chosen(dialog: SettingsDialog, tmp_path: Path, qtbot: QtBot) -> None:
    press(dialog, "Choose a folder", qtbot)
    chooser = dialog.findChild(QFileDialog)
    assert chooser is not None
    chooser.fileSelected.emit(str(tmp_path))
    chooser.close()
    wait_until_freed(qtbot, chooser)
    assert row(dialog, names.WATCHED_FOLDER).value() == str(tmp_path)
