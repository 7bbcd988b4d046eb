"""The emblem by which docdesk is found among other windows: a data page with its two lines, below a lens."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

SIDES = (16, 24, 32, 48, 64, 128, 256)
"""Pixels at which window managers ask for it."""

_SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect x="1" y="1" width="30" height="30" rx="6" fill="#1C5BB5"/>
<rect x="5" y="6" width="22" height="20" rx="2" fill="#FFFFFF"/>
<rect x="8" y="9" width="7" height="8" rx="1" fill="#1C5BB5"/>
<path d="M8 20.5h16 M8 23.5h16" stroke="#1A1D21" stroke-width="1.5" stroke-dasharray="2 1"/>
<circle cx="20.5" cy="12.5" r="3.5" fill="none" stroke="#1A1D21" stroke-width="1.75"/>
<path d="M23 15l2.5 2.5" stroke="#1A1D21" stroke-width="2" stroke-linecap="round"/>
</svg>"""
"""Colours of its own: it stands on surfaces of the system, whatever the theme."""


def emblem() -> QIcon:
    """Return the emblem, drawn for each size."""
    made = QIcon()
    drawing = QSvgRenderer(QByteArray(_SVG.encode()))
    for side in SIDES:
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        drawing.render(painter)
        painter.end()
        made.addPixmap(pixmap)
    return made
