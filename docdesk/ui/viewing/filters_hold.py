"""Seeing the original for as long as a key is held down."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from docdesk.ui.viewing.filters_model import FilterModel


class HoldOriginal(QObject):
    """Shows the original from the press of a key to its release, wherever the focus is.

    Only while the key is down does it listen to the application. Without a key under way (from the command
    palette) the original stays until the key is pressed and released, or the command is given again.
    """

    def __init__(self, model: FilterModel, key: Qt.Key, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._key = key

    def begin(self) -> None:
        """Show the original, or end that where it is under way."""
        if self._model.original:
            self.end()
            return
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self._model.look_at_original(on=True)

    def end(self) -> None:
        """Show again what was chosen."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._model.look_at_original(on=False)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """End with the release of the key, or when the window is left with the key still down."""
        if event.type() is QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            if event.key() == self._key and not event.isAutoRepeat():
                self.end()
        elif event.type() is QEvent.Type.ApplicationDeactivate:
            self.end()
        return False
