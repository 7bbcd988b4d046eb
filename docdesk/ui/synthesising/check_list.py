"""A list of names of which some take part."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from docdesk.ui.look.look import Look
from docdesk.ui.look.palettes import edged
from docdesk.ui.look.style import STEP

NAME = Qt.ItemDataRole.UserRole


class CheckList(QWidget):
    """A heading, and a box to check before each name; Space checks the one that the arrow keys lead to."""

    changed = Signal()

    def __init__(self, title: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.list = QListWidget(self)
        self.list.setAccessibleName(title)
        # Three lists side by side, each with a chosen entry, would look as if those were what takes part.
        self.list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setMinimumHeight(4 * self.fontMetrics().height())
        self.list.itemChanged.connect(self._tell)
        look.changed.connect(self._draw_boxes)
        self._draw_boxes()
        label = QLabel(title, self)
        label.setBuddy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP // 2)
        column.addWidget(label)
        column.addWidget(self.list, 1)

    @property
    def checked(self) -> tuple[str, ...]:
        """The names that take part, in the order of the list."""
        return tuple(item.data(NAME) for item in self._items() if item.checkState() is Qt.CheckState.Checked)

    def offer(self, words: Mapping[str, str]) -> None:
        """Offer these names by their words, none of them checked, without a word."""
        flags = Qt.ItemFlag
        with QSignalBlocker(self.list):
            self.list.clear()
            for name, shown in words.items():
                item = QListWidgetItem(shown)
                item.setData(NAME, name)
                item.setToolTip(shown)
                item.setFlags(flags.ItemIsEnabled | flags.ItemIsSelectable | flags.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Unchecked)
                self.list.addItem(item)
            if words:
                self.list.setCurrentRow(0)

    def check(self, names: Collection[str]) -> None:
        """Let these take part and no others, without a word."""
        with QSignalBlocker(self.list):
            for item in self._items():
                on = item.data(NAME) in names
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _items(self) -> tuple[QListWidgetItem, ...]:
        return tuple(self.list.item(row) for row in range(self.list.count()))

    @Slot()
    def _draw_boxes(self) -> None:
        """Draw the edges of the boxes as those of other controls, which Fusion would hide in the dark."""
        self.list.setPalette(edged(self._look.theme))

    @Slot(QListWidgetItem)
    def _tell(self, _item: QListWidgetItem) -> None:
        self.changed.emit()
