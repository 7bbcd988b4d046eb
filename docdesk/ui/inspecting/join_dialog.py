"""Pictures of several documents become one: a person says which side and light each shows."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from docdesk.foundation.errors import DocdeskError
from docdesk.inspection.captures.capture import Light, Side
from docdesk.inspection.captures.handing_in import Bundle, Member
from docdesk.inspection.captures.joining import Labelled, joined, members_of
from docdesk.inspection.captures.preview import Preview
from docdesk.ui.inspecting.document import Document
from docdesk.ui.inspecting.strip_model import image_of
from docdesk.ui.look.outside_text import one_line, tip
from docdesk.ui.look.style import STEP
from docdesk.wording.catalogue import Wording

SIZE = 620, 420
PREVIEW = 72, 56
"""Device-independent px: which picture it is can be told, and several rows are seen at once."""

Entry = tuple[Member, Preview | None]


class JoinDialog(QDialog):
    """A row for each picture with its side and light; `made` carries the bundle."""

    made = Signal(object)

    def __init__(
        self, documents: Sequence[Document], wording: Wording, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(wording.term("join.title"))
        self.resize(*SIZE)
        self._wording = wording
        self._entries = tuple(entry for document in documents for entry in entries_of(document))
        self._untitled = documents[0].name if documents else ""
        self.name = QLineEdit(self._untitled, self)
        self.table = QTableWidget(len(self._entries), 3, self)
        self.sides: list[QComboBox] = []
        self.lights: list[QComboBox] = []
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self._fill()
        self._lay_out()

    def _fill(self) -> None:
        say = self._wording.term
        self.table.setHorizontalHeaderLabels([say("join.picture"), say("join.side"), say("join.light")])
        self.table.setAccessibleName(say("join.what"))
        self.table.verticalHeader().setVisible(False)
        self.table.verticalHeader().setDefaultSectionSize(PREVIEW[1] + STEP)
        self.table.setIconSize(QSize(*PREVIEW))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for row, (member, preview) in enumerate(self._entries):
            frame = "" if member.frame is None else f" #{member.frame}"
            name = one_line(f"{member.path.name}{frame}")
            item = QTableWidgetItem(name)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            item.setToolTip(tip(member.given))
            if preview is not None:
                item.setIcon(QIcon(QPixmap.fromImage(image_of(preview))))
            self.table.setItem(row, 0, item)
            self.sides.append(self._choice(row, 1, "side", list(Side), member.label.side, name))
            self.lights.append(self._choice(row, 2, "light", list(Light), member.label.light, name))

    def _choice(
        self,
        row: int,
        column: int,
        kind: str,
        names: Sequence[Side] | Sequence[Light],
        now: Side | Light,
        whose: str,
    ) -> QComboBox:
        choice = QComboBox(self.table)
        for name in names:
            choice.addItem(self._wording.term(f"{kind}.{name.value}"), name)
        choice.setCurrentIndex(list(names).index(now))
        choice.setAccessibleName(f"{self._wording.term(f'join.{kind}')}: {whose}")
        self.table.setCellWidget(row, column, choice)
        return choice

    def _lay_out(self) -> None:
        say = self._wording.term
        what = QLabel(say("join.what"), self)
        what.setWordWrap(True)
        form = QFormLayout()
        form.addRow(say("join.name"), self.name)
        buttons = QDialogButtonBox(self)
        join = buttons.addButton(say("join.join"), QDialogButtonBox.ButtonRole.AcceptRole)
        join.setDefault(True)
        buttons.addButton(say("join.cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.join)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(STEP)
        layout.addWidget(what)
        layout.addLayout(form)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.said)
        layout.addWidget(buttons)

    def join(self) -> None:
        """Make the bundle, or say why it cannot be."""
        parts = [
            Labelled(member, Side(side.currentData()), Light(light.currentData()))
            for (member, _), side, light in zip(self._entries, self.sides, self.lights, strict=True)
        ]
        try:
            bundle: Bundle = joined(parts, self.name.text().strip() or self._untitled)
        except DocdeskError as error:
            self.said.setText(self._wording.say(error.message))
            return
        self.made.emit(bundle)
        self.accept()


def entries_of(document: Document) -> tuple[Entry, ...]:
    """Return each picture of a document as a member of its own, with its preview where there is one."""
    found = [
        (member, preview)
        for capture, preview in zip(document.captures, document.previews, strict=True)
        for member in members_of(document.bundle, (capture,))
    ]
    return tuple(found) or tuple((member, None) for member in document.bundle.members)
