"""The row of tools above the views: pictures by their light, ways to compare, ways to move."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QToolButton, QWidget

from docdesk.foundation.messages import Message
from docdesk.ui.look.icons import icon
from docdesk.ui.viewing.commands import Commands
from docdesk.ui.viewing.comparing import Choice, Mode
from docdesk.ui.viewing.lights import GROUPS, in_group
from docdesk.ui.viewing.picture import Picture
from docdesk.wording.catalogue import Wording

ICON = 20
"""Px; what icons are drawn for."""

EDGE, GAP, GROUP_GAP = 4, 2, 6
"""Round the row, between buttons and beside the lines between groups, px."""

LONGEST_TITLE = 18
"""Characters of a title on a button; the whole title is in its tooltip and on the view."""


class ToolRow(QWidget):
    """Buttons for the actions of a desk; what does not fit is in the menu of the button at its end."""

    picture_pressed = Signal(str)

    def __init__(self, commands: Commands, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._pictures: dict[str, QAction] = {}
        moves = (commands.zoom_in, commands.zoom_out, commands.fit, commands.one_to_one, commands.turn)
        self._groups: list[tuple[QAction, ...]] = [
            (),
            (*(commands.modes[mode] for mode in Mode), commands.blink),
            moves,
            (commands.free, commands.align),
            (commands.side, commands.full_view),
        ]
        self._buttons: dict[QAction, QToolButton] = {}
        self._lines: list[QFrame] = []
        self._more = self._made_button()
        self._more.setIcon(icon("down"))
        self._more.setText(wording.term("viewing.more_tools"))
        self._more.setToolTip(wording.term("viewing.more_tools"))
        self._more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._more.clicked.connect(self._open_menu)
        self._menu = QMenu(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(wording.term("viewing.tools"))
        self._build()

    def add_tools(self, tools: Sequence[QAction]) -> None:
        """Add a group of buttons at the end: they go into the menu first where the row is narrow."""
        self._groups.append(tuple(tools))
        self._build()

    def show_pictures(self, pictures: Sequence[Picture], choice: Choice) -> None:
        """Show a button for each picture, those down that are seen."""
        if tuple(self._pictures) != tuple(picture.key for picture in pictures):
            for old in self._pictures.values():
                old.deleteLater()
            self._pictures = {picture.key: self._made_action(picture) for picture in pictures}
            self._groups[0] = tuple(self._pictures.values())
            self._build()
        keys = _keys_of(pictures)
        for picture in pictures:
            made = self._pictures[picture.key]
            made.setText(_short(picture.title))
            # Left to itself, Qt drops the dots of what is cut short, which then reads as if it were whole.
            made.setIconText(made.text())
            said = self._wording.say(Message.of("viewing.show_picture", title=picture.title))
            key = keys.get(picture.key)
            made.setToolTip(f"{said} ({key})" if key else said)
            made.setChecked(picture.key in choice.shown)

    def sizeHint(self) -> QSize:
        """Return room for all buttons in one row."""
        widths = [button.sizeHint().width() + GAP for button in self._buttons.values()]
        return QSize(sum(widths) + len(self._lines) * (2 * GROUP_GAP + 1) + 2 * EDGE, self._height())

    def minimumSizeHint(self) -> QSize:
        """Return room for the button behind which all others are."""
        return QSize(self._more.sizeHint().width() + 2 * EDGE, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many buttons as there is room for."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Place the buttons anew where another font or style makes them wider."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._place()

    # --- Building ---

    def _made_action(self, picture: Picture) -> QAction:
        made = QAction(picture.title, self)
        made.setCheckable(True)
        made.setData(picture.key)
        made.triggered.connect(self._pressed)
        return made

    def _made_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setIconSize(QSize(ICON, ICON))
        # Tools leave the focus where it is when clicked, but the Tab key reaches them.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _build(self) -> None:
        """Make a button for each action that has none, and throw away those of actions that are gone."""
        wanted = [each for group in self._groups for each in group]
        for gone in [each for each in self._buttons if each not in wanted]:
            self._buttons.pop(gone).deleteLater()
        for each in wanted:
            if each not in self._buttons:
                button = self._made_button()
                button.setDefaultAction(each)
                each.changed.connect(self._retell)
                self._buttons[each] = button
        self._buttons = {each: self._buttons[each] for each in wanted}
        while len(self._lines) < sum(bool(group) for group in self._groups) - 1:
            line = QFrame(self)
            line.setFrameShape(QFrame.Shape.VLine)
            line.setForegroundRole(self.palette().ColorRole.Mid)
            self._lines.append(line)
        self._retell()
        self._order_tabs()
        self.updateGeometry()
        self._place()

    def _order_tabs(self) -> None:
        row = [*self._buttons.values(), self._more]
        for before, after in pairwise(row):
            QWidget.setTabOrder(before, after)

    @Slot()
    def _retell(self) -> None:
        """Name the buttons for those who hear them; texts change their widths, too."""
        for each, button in self._buttons.items():
            button.setAccessibleName(each.text())
            button.setAccessibleDescription(each.toolTip())
        if self._pictures:
            self._place()

    def _height(self) -> int:
        return max(button.sizeHint().height() for button in self._buttons.values()) + EDGE

    # --- Placing ---

    def _place(self) -> None:
        """Lay out the buttons from the left; from the first that does not fit on they go into the menu."""
        needed = self.sizeHint().width()
        more = self._more.sizeHint()
        end = self.width() - EDGE - (0 if needed <= self.width() else more.width() + GAP)
        x, full = EDGE, False
        height = self.height() - EDGE
        lines = iter(self._lines)
        for group in [group for group in self._groups if group]:
            if x > EDGE and (line := next(lines, None)) is not None:
                line.setGeometry(x + GROUP_GAP, EDGE, 1, height - EDGE)
                line.setVisible(not full)
                x += 2 * GROUP_GAP + 1
            for each in group:
                button = self._buttons[each]
                width = button.sizeHint().width()
                full = full or x + width > end
                button.setVisible(not full)
                button.setGeometry(x, EDGE // 2, width, height)
                x += width + GAP
        for line in lines:
            line.hide()
        self._more.setVisible(full)
        self._more.setGeometry(self.width() - EDGE - more.width(), EDGE // 2, more.width(), height)

    @Slot()
    def _open_menu(self) -> None:
        self._menu.clear()
        for group in self._groups:
            hidden = [each for each in group if self._buttons[each].isHidden()]
            if hidden and not self._menu.isEmpty():
                self._menu.addSeparator()
            self._menu.addActions(hidden)
        self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _pressed(self) -> None:
        made = self.sender()
        if isinstance(made, QAction):
            self.picture_pressed.emit(str(made.data()))


def _short(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"


def _keys_of(pictures: Sequence[Picture]) -> dict[str, str]:
    """Return the key that shows each picture: a number for a group of lights."""
    return {
        picture.key: str(number)
        for number, group in enumerate(GROUPS, 1)
        for picture in in_group(pictures, group)
    }
