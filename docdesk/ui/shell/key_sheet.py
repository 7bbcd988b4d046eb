"""The key sheet: every key that acts in the window now, by group, made from the actions themselves."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from docdesk.ui.actions import group_of
from docdesk.ui.look.style import STEP, TITLE, heading
from docdesk.ui.shell.commands import keys_of
from docdesk.wording.catalogue import Wording

MOST_COLUMNS = 3
"""Columns of groups: what 1366 px carry. Longer words or a smaller window get fewer."""

HEADING_ROWS = 2
"""How many rows of commands the heading of a group and the distance above it are as high as."""

MOST = 0.92
"""The part of the window that the sheet covers at most: it is seen what it belongs to."""

EDGES = 8 * STEP
"""Device-independent px of the sheet's width that are no column: margins of the dialog and a scroll bar."""

Group = tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]
"""A heading, and below it the words of each command with its keys."""


class KeySheet(QDialog):
    """One page with all keys."""

    def __init__(self, over: QWidget, actions: Sequence[QAction], wording: Wording) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(wording.term("keys.title"))
        self.groups = grouped(actions, wording)
        sheet = _fitting(self.groups, round(over.width() * MOST) - EDGES)
        scroll = QScrollArea(self)
        scroll.setAccessibleName(wording.term("keys.title"))
        scroll.setFrameStyle(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(sheet)
        buttons = QDialogButtonBox(self)
        close = QPushButton(wording.term("keys.close"))
        close.setDefault(True)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(heading(wording.term("keys.title"), size=TITLE))
        column.addWidget(scroll, 1)
        column.addWidget(buttons)
        frame = self.sizeHint() - scroll.sizeHint()
        self.resize((sheet.sizeHint() + frame + QSize(4 * STEP, 2 * STEP)).boundedTo(over.size() * MOST))


def grouped(actions: Sequence[QAction], wording: Wording) -> tuple[Group, ...]:
    """Return the groups of all actions that have a key, in the order of the actions."""
    groups: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for each in actions:
        if keys_of(each):
            groups.setdefault(group_of(each), []).append((each.text(), keys_of(each)))
    return tuple((wording.term(f"command_group.{name}"), tuple(rows)) for name, rows in groups.items())


def in_columns(groups: Sequence[Group], count: int) -> tuple[tuple[Group, ...], ...]:
    """Return the groups in so many columns of about the same height, their order kept."""
    heights = [len(rows) + HEADING_ROWS for _, rows in groups]
    share = sum(heights) / count
    columns: list[list[Group]] = [[] for _ in range(count)]
    above = 0.0
    for group, height in zip(groups, heights, strict=True):
        # A group stands in the column that its middle falls into.
        columns[min(int((above + height / 2) / share), count - 1)].append(group)
        above += height
    return tuple(tuple(column) for column in columns if column)


def _fitting(groups: Sequence[Group], width: int) -> QWidget:
    """Return the groups in as many columns as fit into the width, one in any case."""
    for count in range(MOST_COLUMNS, 1, -1):
        sheet = _sheet(groups, count)
        if sheet.sizeHint().width() <= width:
            return sheet
        sheet.deleteLater()
    return _sheet(groups, 1)


def _sheet(groups: Sequence[Group], count: int) -> QWidget:
    sheet = QWidget()
    columns = QHBoxLayout(sheet)
    columns.setSpacing(4 * STEP)
    for column in in_columns(groups, count):
        columns.addLayout(_column(column))
    return sheet


def _column(groups: Sequence[Group]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * STEP)
    grid.setVerticalSpacing(STEP // 2)
    row = 0
    for words, commands in groups:
        title = heading(words)
        title.setContentsMargins(0, STEP if row else 0, 0, STEP // 2)
        grid.addWidget(title, row, 0, 1, 2)
        for said, keys in commands:
            row += 1
            caps = QHBoxLayout()
            caps.setSpacing(STEP // 2)
            for key in keys:
                cap = QLabel(key)
                cap.setObjectName("keycap")
                caps.addWidget(cap)
            caps.addStretch(1)
            grid.addLayout(caps, row, 0)
            grid.addWidget(QLabel(said), row, 1)
        row += 1
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(row, 1)
    return grid
