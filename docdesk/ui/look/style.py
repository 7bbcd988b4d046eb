"""Style: what Fusion lacks for us: flat buttons, a focus that is seen, headings by size and weight."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from docdesk.ui.look.palettes import Theme

STEP = 8
"""The rhythm of all distances, in device-independent px."""

TITLE, HEADING = 1.35, 1.1
"""How much larger than running text the title of a page and a heading in it are."""

_SHEET = """
QToolButton, QPushButton {{
    border: 1px solid transparent; border-radius: 4px; padding: 4px 8px;
    background: transparent; color: {text};
}}
QToolButton {{ padding: 4px; }}
QPushButton {{ border-color: {line}; background: {surface}; min-height: 18px; }}
QPushButton:default {{ border-color: {accent}; background: {accent}; color: {on_accent}; }}
QToolButton:hover, QPushButton:hover {{ background: {hairline}; }}
QPushButton:default:hover {{ background: {accent}; border-color: {text}; }}
QToolButton:pressed, QPushButton:pressed {{ background: {line}; }}
QToolButton:checked, QPushButton:checked {{ background: {chosen}; border-color: {accent}; }}
QToolButton:focus, QPushButton:focus {{ border: 2px solid {accent}; padding: 3px 7px; }}
QToolButton:focus {{ padding: 3px; }}
QPushButton:default:focus {{ border-color: {text}; }}
QToolButton:disabled, QPushButton:disabled {{ color: {line}; background: transparent; }}
QPushButton:disabled {{ border-color: {hairline}; }}
QToolButton[popupMode="1"] {{ padding-right: 16px; }}
QToolTip {{ border: 1px solid {line}; padding: 4px; background: {surface}; color: {text}; }}
QSplitter::handle {{ background: {hairline}; }}
QSplitter::handle:hover {{ background: {accent}; }}
QSplitter::handle:horizontal {{ width: 5px; }}
QSplitter::handle:vertical {{ height: 5px; }}
QLineEdit, QAbstractSpinBox, QComboBox {{ min-height: 22px; }}
QLineEdit, QPlainTextEdit, QTextEdit {{
    border: 1px solid {line}; border-radius: 4px; background: {surface};
}}
QLineEdit {{ padding: 0 4px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {accent}; }}
QLineEdit:focus {{ padding: 0 3px; min-height: 20px; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: none; padding: 0; }}
QFrame#rail {{ border: none; border-right: 1px solid {hairline}; }}
QStatusBar {{ border-top: 1px solid {hairline}; min-height: 30px; }}
QFrame#palette {{ border: 1px solid {line}; border-radius: 4px; background: {window}; }}
QFrame#palette QTreeWidget::item {{ padding: 0 8px; }}
QLabel#keycap {{
    border: 1px solid {line}; border-radius: 4px; padding: 1px 6px; background: {surface};
}}
QStatusBar::item {{ border: none; }}
"""


def style_sheet(theme: Theme) -> str:
    """Return the sheet for the whole application in the colours of the theme."""
    return _SHEET.format(
        text=theme.text,
        window=theme.window,
        surface=theme.surface,
        line=theme.line,
        hairline=theme.hairline,
        accent=theme.accent,
        on_accent=theme.on_accent,
        chosen=theme.chosen,
    )


def heading(words: str, parent: QWidget | None = None, *, size: float = HEADING) -> QLabel:
    """Return a label that stands out by size and weight, not by colour; `TITLE` is for a whole page."""
    label = QLabel(words, parent)
    label.setWordWrap(True)
    font = QFont(label.font())
    font.setPointSizeF(font.pointSizeF() * size)
    font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
    return label


def faint(words: str, parent: QWidget | None = None) -> QLabel:
    """Return a label for what explains and can be passed over; it keeps the contrast that text needs."""
    label = QLabel(words, parent)
    label.setWordWrap(True)
    label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
    return label
