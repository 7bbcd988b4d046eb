"""The look in force: which theme, and news when it changes."""

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication

from docdesk.ui.look.palettes import DARK, EDGED, LIGHT, Theme, edged, palette
from docdesk.ui.look.style import style_sheet
from docdesk.wording.signs import Sign

Wanted = Literal["system", "light", "dark"]


class Look(QObject):
    """Holds the theme, sets it for the whole application, and tells who paints with colours of signs."""

    changed = Signal()

    def __init__(self, wanted: Wanted = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: Wanted = wanted
        self._applied: Theme | None = None
        self.theme: Theme = self._chosen()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def want(self, wanted: Wanted) -> None:
        """Take this theme, or the system's, from now on."""
        self._wanted = wanted
        if self._chosen() is not self._applied:
            self.apply()

    def apply(self) -> None:
        """Set the theme for the application and tell of it."""
        self.theme = self._chosen()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            if self._applied is None:
                application.setStyle("Fusion")
            self._applied = self.theme
            application.setPalette(palette(self.theme))
            for control in EDGED:
                # PySide takes text here; its stubs say bytes.
                application.setPalette(edged(self.theme), control)  # type: ignore[arg-type]
            application.setStyleSheet(style_sheet(self.theme))
        self.changed.emit()

    def sign(self, sign: Sign) -> QColor:
        """Return the colour of a sign."""
        return QColor(self.theme.sign(sign))

    def _chosen(self) -> Theme:
        if self._wanted == "system":
            return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._wanted == "dark" else LIGHT

    @Slot()
    def _system_changed(self) -> None:
        if self._wanted == "system":
            self.apply()
