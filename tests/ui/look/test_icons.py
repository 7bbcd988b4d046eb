"""Icons: all drawn, alike in weight, in the colour of text, sharp at any scale."""

import gc
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from docdesk.ui.look.emblem import SIDES, emblem
from docdesk.ui.look.icons import PATHS, icon
from docdesk.ui.look.palettes import DARK, LIGHT, palette


def drawn(name: str, mode: QIcon.Mode = QIcon.Mode.Normal, side: int = 40) -> QImage:
    return icon(name).pixmap(QSize(side, side), 1.0, mode).toImage()


def inked(image: QImage) -> list[QColor]:
    """The pixels that are fully covered."""
    colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return [colour for colour in colours if colour.alpha() == 255]


def test_every_icon_that_the_window_names_is_drawn() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in Path("docdesk/ui").rglob("*.py"))
    named = set(re.findall(r'icon\("(\w+)"\)|icon_name="(\w+)"', sources))
    assert len(named) > 5
    assert {one or other for one, other in named} <= set(PATHS)


@pytest.mark.parametrize("name", PATHS)
def test_an_icon_is_drawn_within_its_square(qtbot: QtBot, name: str) -> None:
    image = drawn(name)
    edge = [image.pixelColor(x, y).alpha() for x in range(40) for y in (0, 39)]
    edge += [image.pixelColor(x, y).alpha() for y in range(40) for x in (0, 39)]
    assert max(edge) < 128
    assert len(inked(image)) > 20


def test_an_icon_has_the_colour_that_text_has_at_that_moment(qtbot: QtBot) -> None:
    same = icon("eye")
    for theme in (LIGHT, DARK):
        QApplication.setPalette(palette(theme))
        image = same.pixmap(QSize(40, 40), 1.0).toImage()
        assert {colour.name() for colour in inked(image)} == {theme.text.lower()}


def test_an_icon_beside_other_text_has_the_colour_of_that_text(qtbot: QtBot) -> None:
    QApplication.setPalette(palette(LIGHT))
    image = icon("open", QPalette.ColorRole.HighlightedText).pixmap(QSize(40, 40), 1.0).toImage()
    assert {colour.name() for colour in inked(image)} == {LIGHT.on_accent.lower()}


def test_an_icon_of_what_cannot_be_done_has_the_colour_of_disabled_text(qtbot: QtBot) -> None:
    QApplication.setPalette(palette(LIGHT))
    unable = palette(LIGHT).color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    assert {colour.name() for colour in inked(drawn("eye", QIcon.Mode.Disabled))} == {unable.name()}


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_has_a_pixel_for_each_of_the_screens(qtbot: QtBot, scale: float) -> None:
    made = icon("inspect").pixmap(QSize(24, 24), scale)
    assert made.size() == QSize(round(24 * scale), round(24 * scale))
    assert made.devicePixelRatio() == scale


def test_a_copy_of_an_icon_draws_the_same(qtbot: QtBot) -> None:
    original = icon("eye")
    copy = QIcon(original)
    copy.setIsMask(True)  # makes Qt clone the engine
    expected = original.pixmap(QSize(40, 40), 1.0).toImage()
    del original
    gc.collect()
    assert copy.pixmap(QSize(40, 40), 1.0).toImage() == expected


def test_the_emblem_is_drawn_for_each_size(qtbot: QtBot) -> None:
    made = emblem()
    assert [size.width() for size in made.availableSizes()] == list(SIDES)
    for side in SIDES:
        image = made.pixmap(QSize(side, side), 1.0).toImage()
        assert image.pixelColor(side // 2, side // 16).name() == "#1c5bb5"


def test_an_unknown_icon_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(KeyError):
        icon("sparkles")
