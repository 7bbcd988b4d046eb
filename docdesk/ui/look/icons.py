"""Icons: line drawings of our own on a grid of 20 x 20, drawn in whatever colour the palette's text has.

One stroke for all, so that they weigh the same; no fills, no colour. A dot is a stroke of no length.
"""

import ctypes

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

GRID = 20
"""Units along each side of the drawings."""

STROKE = 1.5
"""Width of all lines in units of the grid: as heavy as the stems of text at the same size."""

_LENS = "M8.75 3.25a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11z M12.75 12.75L17 17"
_SHEET = "M4.5 2.75H12l3.5 3.5v11h-11z M12 2.75v3.5h3.5"
_FOLDER = "M2.75 4.25h5.5l1.75 2h7.25v10H2.75z"
_RING = "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14z"

PATHS = {
    "add": "M10 4v12 M4 10h12",
    "align": "M6 3v6 M3 6h6 M14 3v6 M11 6h6 M10 11v6 M7 14h6",
    "angle": "M16.5 15.75H3.5L13 4 M10.25 15.75a6.75 6.75 0 0 0-2.5-5.25",
    "arrow": "M4 16L16 4 M9 4h7v7",
    "beside": "M2.75 4h6v12h-6z M11.25 4h6v12h-6z",
    "blink": "M4 6.5h12 M13 3.5l3 3l-3 3 M16 13.5H4 M7 10.5l-3 3l3 3",
    "cancel": "M5 5l10 10 M15 5L5 15",
    "commands": "M3.5 5l5 5l-5 5 M10.5 15H17",
    "compare": "M3 3h5v8H3z M12 3h5v8h-5z M4.5 15.5h11 M6.75 13.25L4.5 15.5l2.25 2.25 "
    "M13.25 13.25l2.25 2.25l-2.25 2.25",
    "copy": "M7.25 6.75h9.5v10.5h-9.5z M12.75 3.75v-1h-9.5v10.5h1",
    "delete": "M3.5 5.5h13 M7.5 5.25V3h5v2.25 M5 5.75l.75 11.25h8.5L15 5.75 M8.5 8.75v5 M11.5 8.75v5",
    "difference": "M7.5 5.25a4.75 4.75 0 1 0 0 9.5a4.75 4.75 0 1 0 0-9.5z "
    "M12.5 5.25a4.75 4.75 0 1 0 0 9.5a4.75 4.75 0 1 0 0-9.5z",
    "down": "M4.5 7.5l5.5 5.5l5.5-5.5",
    "expert": "M2.75 17.25h14.5 M5 14V9.5 M8.33 14V4 M11.67 14V7.5 M15 14v-2.5",
    "eye": "M2 10c3.5-6.25 12.5-6.25 16 0c-3.5 6.25-12.5 6.25-16 0z "
    "M10 7.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5z",
    "filter": "M3 4h14l-5.5 6.5v5.25l-3 1.5V10.5z",
    "fit": "M3 7V3h4 M13 3h4v4 M17 13v4h-4 M7 17H3v-4 M6.5 7.5h7v5h-7z",
    "folder": _FOLDER,
    "full_view": "M12 3h5v5 M17 3l-5.5 5.5 M8 17H3v-5 M3 17l5.5-5.5",
    "grid": "M3 3h14v14H3z M7.67 3v14 M12.33 3v14 M3 7.67h14 M3 12.33h14",
    "inspect": "M8 17.25H3.75V2.75h7.5l3.5 3.5v2 M12.75 10.25a3 3 0 1 0 0 6a3 3 0 1 0 0-6z "
    "M15 15.5l2.5 2.25 M6.5 6.75h3.5 M6.5 9.75h1.5",
    "join": "M3 4.5h3.5c3 0 2 5.5 5 5.5H17 M3 15.5h3.5c3 0 2-5.5 5-5.5 M14.25 7.25L17 10l-2.75 2.75",
    "keys": "M2.5 5h15v10h-15z M5.5 8.25h.01 M8.5 8.25h.01 M11.5 8.25h.01 M14.5 8.25h.01 M6.5 11.75h7",
    "label": f"{_RING} M8.5 8.25L10.25 7v6",
    "measure": "M2.5 6.75h15v6.5h-15z M5.5 6.75v2.5 M8.5 6.75v3.5 M11.5 6.75v2.5 M14.5 6.75v3.5",
    "next": "M7.5 4.5l5.5 5.5l-5.5 5.5",
    "one_to_one": "M3.75 6.25L6 4.75v10.5 M13.25 6.25l2.25-1.5v10.5 M10 8h.01 M10 12.5h.01",
    "open": f"{_SHEET} M10 14.5V9.25 M7.5 11.75L10 9.25l2.5 2.5",
    "outline": "M4 12.5c-1.5-5 3-9.5 8-9s6 5 3 7.5s-1.5 5.5-5.5 6s-4.75-2-5.5-4.5z",
    "overlay": "M3 3h9.5v9.5H3z M7.5 7.5H17V17H7.5z M7.5 12.5l5-5",
    "paste": "M7 4H4.25v13.25h11.5V4H13 M7 2.75h6v3H7z M7.25 9.75h5.5 M7.25 13h5.5",
    "pointer": "M5 3l11 8l-5 1l-2.5 5z",
    "previous": "M12.5 4.5L7 10l5.5 5.5",
    "redo": "M13 3.75l3.5 3.5l-3.5 3.5 M16.5 7.25H8a4.5 4.5 0 0 0 0 9h4.5",
    "region": "M3.25 6V3.25H6 M8.75 3.25h2.5 M14 3.25h2.75V6 M16.75 8.75v2.5 M16.75 14v2.75H14 "
    "M11.25 16.75h-2.5 M6 16.75H3.25V14 M3.25 11.25v-2.5",
    "report": f"{_SHEET} M7.25 9.25h5.5 M7.25 11.75h5.5 M7.25 14.25h3",
    "reset": "M4.2 7A6.75 6.75 0 1 1 3.25 10.5 M4 3v4.25h4.25",
    "rotate": "M3 9h9v8H3z M8 4.25h3.5a5 5 0 0 1 5 5v2.5 M14 9.5l2.5 2.5L19 9.5",
    "settings": "M3 5.75h7.5 M14.5 5.75H17 M12.5 3.75a2 2 0 1 0 0 4a2 2 0 1 0 0-4z "
    "M3 14.25h2.5 M9.5 14.25H17 M7.5 12.25a2 2 0 1 0 0 4a2 2 0 1 0 0-4z",
    "single": "M3 4h14v12H3z",
    "split": "M3 10h3.5c3 0 2-5.5 5-5.5H17 M6.5 10c3 0 2 5.5 5 5.5H17 M14.25 1.75L17 4.5l-2.75 2.75 "
    "M14.25 12.75L17 15.5l-2.75 2.75",
    "undo": "M7 3.75l-3.5 3.5l3.5 3.5 M3.5 7.25H12a4.5 4.5 0 0 1 0 9H7.5",
    "unlock": "M4.5 9h11v8h-11z M6.75 9V5.25a3.25 3.25 0 0 1 6.3-1.1 M10 12v2",
    "up": "M4.5 12.5L10 7l5.5 5.5",
    "warning": "M10 3.25l7.75 13.5H2.25z M10 8.25v3.75 M10 14.25h.01",
    "watch": f"{_FOLDER} M5.75 11.25c2-3 6.5-3 8.5 0c-2 3-6.5 3-8.5 0z M10 11.25h.01",
    "wipe": "M3 4h14v12H3z M10 2v16 M12.5 14l2.5-2.5 M12.5 10l2.5-2.5",
    "zoom_in": f"{_LENS} M6.25 8.75h5 M8.75 6.25v5",
    "zoom_out": f"{_LENS} M6.25 8.75h5",
}
"""SVG path data of each icon."""

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {grid} {grid}"><path d="{path}" fill="none" '
    'stroke="{colour}" stroke-width="{stroke}" stroke-linecap="round" stroke-linejoin="round"/></svg>'
)


def icon(name: str, role: QPalette.ColorRole = QPalette.ColorRole.ButtonText) -> QIcon:
    """Return the icon with this name; it follows the palette by itself.

    `role` is the text beside which it stands: `HighlightedText` on a button that is the default.

    Raises:
        KeyError: there is no such icon.
    """
    return QIcon(_LineEngine(PATHS[name], role))


class _LineEngine(QIconEngine):
    """Paints one drawing in the colour that text has at that moment."""

    def __init__(self, path: str, role: QPalette.ColorRole) -> None:
        super().__init__()
        self._path = path
        self._role = role

    def clone(self) -> QIconEngine:
        made = _LineEngine(self._path, self._role)
        # Qt takes the clone into its care, but PySide 6.11 does not know and would free it: a crash.
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(made))
        return made

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        svg = _SVG.format(grid=GRID, path=self._path, colour=self._colour(mode), stroke=STROKE)
        side = min(rect.width(), rect.height())
        square = QRectF(
            rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side
        )
        QSvgRenderer(QByteArray(svg.encode())).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        made = QPixmap(size * scale)
        made.setDevicePixelRatio(scale)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return made

    def _colour(self, mode: QIcon.Mode) -> str:
        groups = QPalette.ColorGroup
        group = groups.Disabled if mode is QIcon.Mode.Disabled else groups.Active
        role = QPalette.ColorRole.HighlightedText if mode is QIcon.Mode.Selected else self._role
        return QGuiApplication.palette().color(group, role).name()
