"""Both themes keep the contrasts that WCAG 2.2 asks for, computed."""

import pytest
from PySide6.QtGui import QColor, QPalette
from pytestqt.qtbot import QtBot

from docdesk.ui.look.palettes import DARK, DARKER, LIGHT, Theme, edged, palette
from docdesk.wording.signs import Sign

TEXT = 4.5
"""WCAG 2.2, 1.4.3."""

MEANT = 3.0
"""WCAG 2.2, 1.4.11: what is no text but must be seen."""

themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


def luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue, _ = QColor(colour).getRgbF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@themes
def test_text_can_be_read_on_every_surface(theme: Theme) -> None:
    for surface in (theme.window, theme.surface):
        assert contrast(theme.text, surface) >= TEXT
        assert contrast(theme.faint, surface) >= TEXT
        assert contrast(theme.accent, surface) >= TEXT
    assert contrast(theme.on_accent, theme.accent) >= TEXT
    assert contrast(theme.text, theme.chosen) >= TEXT
    assert contrast(theme.text, theme.stage) >= TEXT
    assert contrast(theme.text, theme.hairline) >= TEXT


@themes
@pytest.mark.parametrize("sign", Sign)
def test_signs_can_be_read_on_every_surface(theme: Theme, sign: Sign) -> None:
    for surface in (theme.window, theme.surface):
        assert contrast(theme.sign(sign), surface) >= TEXT


@themes
def test_edges_and_focus_can_be_seen(theme: Theme) -> None:
    for surface in (theme.window, theme.surface):
        assert contrast(theme.line, surface) >= MEANT
        assert contrast(theme.accent, surface) >= MEANT


@themes
def test_the_edge_that_fusion_draws_is_the_line_of_the_theme(theme: Theme, qtbot: QtBot) -> None:
    drawn = edged(theme).color(QPalette.ColorRole.Window).darker(DARKER)
    for surface in (theme.window, theme.surface):
        assert contrast(drawn.name(), surface) >= MEANT


@themes
def test_what_cannot_be_done_is_paler_than_what_can(theme: Theme, qtbot: QtBot) -> None:
    made = palette(theme)
    groups, role = QPalette.ColorGroup, QPalette.ColorRole.ButtonText
    able, unable = made.color(groups.Active, role).name(), made.color(groups.Disabled, role).name()
    assert contrast(unable, theme.window) < contrast(able, theme.window)
