"""The row of tools above the views: pictures by their light, ways to compare, ways to move."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from docdesk.foundation.messages import Message
from docdesk.ui.viewing.commands import Commands
from docdesk.ui.viewing.comparing import Choice, Mode
from docdesk.ui.viewing.lights import GROUPS, in_group
from docdesk.ui.viewing.picture import Picture
from docdesk.wording.catalogue import Wording

ICON = 20
"""Px; what icons are drawn for."""

LONGEST_TITLE = 18
"""Characters of a title on a button; the whole title is in its tooltip and on the view."""


class ToolRow(QToolBar):
    """Buttons for the actions of a desk; what does not fit is behind the button at its end."""

    picture_pressed = Signal(str)

    def __init__(self, commands: Commands, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._buttons: dict[str, QAction] = {}
        self.setMovable(False)
        self.setFloatable(False)
        self.setIconSize(QSize(ICON, ICON))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAccessibleName(wording.term("viewing.tools"))
        self._before_modes = self.addSeparator()
        for mode in Mode:
            self.addAction(commands.modes[mode])
        self.addAction(commands.blink)
        self.addSeparator()
        moves = [commands.zoom_in, commands.zoom_out, commands.fit, commands.one_to_one, commands.turn]
        self.addActions(moves)
        self.addSeparator()
        self.addActions([commands.free, commands.align])
        self._before_more = self.addSeparator()
        self.addActions([commands.side, commands.full_view])
        self._name_buttons()

    def add_tools(self, tools: Sequence[QAction]) -> None:
        """Add buttons for further actions, before those for the side and the full view."""
        self.insertSeparator(self._before_more)
        for tool in tools:
            self.insertAction(self._before_more, tool)
        self._name_buttons()

    def show_pictures(self, pictures: Sequence[Picture], choice: Choice) -> None:
        """Show a button for each picture, those down that are seen."""
        if tuple(self._buttons) != tuple(picture.key for picture in pictures):
            for old in self._buttons.values():
                self.removeAction(old)
                old.deleteLater()
            self._buttons = {picture.key: self._button(picture) for picture in pictures}
            self.insertActions(self._before_modes, list(self._buttons.values()))
        keys = _keys_of(pictures)
        for picture in pictures:
            button = self._buttons[picture.key]
            button.setText(_short(picture.title))
            said = self._wording.say(Message.of("viewing.show_picture", title=picture.title))
            key = keys.get(picture.key)
            button.setToolTip(f"{said} ({key})" if key else said)
            button.setChecked(picture.key in choice.shown)
        self._name_buttons()

    def _button(self, picture: Picture) -> QAction:
        button = QAction(picture.title, self)
        button.setCheckable(True)
        button.setData(picture.key)
        button.triggered.connect(self._pressed)
        return button

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, QAction):
            self.picture_pressed.emit(str(button.data()))

    def _name_buttons(self) -> None:
        for made in self.actions():
            button = self.widgetForAction(made)
            if isinstance(button, QToolButton):
                # Tools leave the focus where it is when clicked, but the Tab key reaches them.
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                button.setAccessibleName(made.text())
                button.setAccessibleDescription(made.toolTip())
        more = self.findChild(QToolButton, "qt_toolbar_ext_button")
        if more is not None:
            more.setAccessibleName(self._wording.term("viewing.more_tools"))
            more.setToolTip(self._wording.term("viewing.more_tools"))


def _short(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"


def _keys_of(pictures: Sequence[Picture]) -> dict[str, str]:
    """Return the key that shows each picture: a number for a group of lights."""
    return {
        picture.key: str(number)
        for number, group in enumerate(GROUPS, 1)
        for picture in in_group(pictures, group)
    }
