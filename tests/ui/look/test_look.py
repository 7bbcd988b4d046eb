"""The look: a theme for the whole application, and who paints signs hears when it changes."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from docdesk.ui.look.elided import ElidedLabel
from docdesk.ui.look.look import Look
from docdesk.ui.look.palettes import DARK, LIGHT
from docdesk.ui.look.sign import SignLabel
from docdesk.ui.look.style import HEADING, STEP, faint, heading
from docdesk.wording.catalogue import Wording
from docdesk.wording.signs import Sign


def colours_in(widget: QWidget) -> set[str]:
    image: QImage = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_a_theme_is_set_for_the_whole_application_and_told(qtbot: QtBot) -> None:
    look = Look("light")
    with qtbot.waitSignal(look.changed):
        look.want("dark")
    assert look.theme is DARK
    assert QApplication.palette().window().color() == QColor(DARK.window)
    look.want("light")
    assert QApplication.palette().window().color() == QColor(LIGHT.window)


def test_without_a_wish_the_system_decides(qtbot: QtBot) -> None:
    look = Look("system")
    dark = QApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    assert look.theme is (DARK if dark else LIGHT)


def test_a_sign_is_painted_in_its_colour_and_named_in_words(qtbot: QtBot) -> None:
    look = Look("light")
    look.apply()
    label = SignLabel(look, Wording(), Sign.ABORTED)
    qtbot.addWidget(label)
    label.resize(32, 32)
    assert label.accessibleName() == "aborted"
    assert LIGHT.sign(Sign.ABORTED).lower() in colours_in(label)
    look.want("dark")
    assert DARK.sign(Sign.ABORTED).lower() in colours_in(label)


def test_another_sign_has_another_name_and_colour(qtbot: QtBot) -> None:
    label = SignLabel(Look("light"), Wording(), Sign.ABORTED)
    qtbot.addWidget(label)
    label.set_sign(Sign.NO_ANOMALY)
    assert (label.sign, label.accessibleName(), label.toolTip()) == (
        Sign.NO_ANOMALY,
        "no anomaly",
        "no anomaly",
    )
    assert LIGHT.sign(Sign.ABORTED).lower() not in colours_in(label)


def test_a_heading_stands_out_by_size_and_weight(qtbot: QtBot) -> None:
    plain, made = faint("text"), heading("text")
    qtbot.addWidget(plain)
    qtbot.addWidget(made)
    assert made.font().pointSizeF() > plain.font().pointSizeF() * (HEADING - 0.05)
    assert made.font().weight() > plain.font().weight()
    assert made.palette().windowText() == QApplication.palette().windowText()


def test_a_long_line_asks_for_no_room_and_tells_itself(qtbot: QtBot) -> None:
    label = ElidedLabel("a path that is far too long for its place" * 5)
    qtbot.addWidget(label)
    label.resize(80, 20)
    assert label.minimumSizeHint().width() == 0
    assert label.toolTip() == label.text()
    image = label.grab().toImage()
    background = image.pixelColor(0, 0)
    columns = {
        x for x in range(image.width()) if any(image.pixelColor(x, y) != background for y in range(20))
    }
    assert columns and max(columns) < 80


def test_a_sign_is_as_high_as_a_line(qtbot: QtBot) -> None:
    label = SignLabel(Look("light"), Wording(), Sign.NOTED)
    qtbot.addWidget(label)
    side = label.fontMetrics().height()
    assert label.sizeHint() == QSize(side, side)
    assert STEP == 8
