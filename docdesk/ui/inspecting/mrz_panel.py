"""The MRZ as it is compared: each line under its own straightened picture, doubts marked, to be corrected."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from docdesk.foundation.geometry import Quad
from docdesk.foundation.messages import Message
from docdesk.inspection.checks.evidence import MrzEvidence
from docdesk.mrz.spans import Span
from docdesk.ui.inspecting.mrz_characters import MrzCharacter, characters_of, within
from docdesk.ui.inspecting.mrz_lines import MrzLines
from docdesk.ui.look.elided import ElidedLabel
from docdesk.ui.look.look import Look
from docdesk.ui.look.style import STEP
from docdesk.wording.catalogue import Wording


class MrzPanel(QWidget):
    """Shows an MRZ and emits what a person enters; what comes of it is shown when it is shown again."""

    entered = Signal(int, int, str)
    """Line and position from 0, and the character that a person saw there."""
    restored = Signal(int, int)
    """The reader's character shall stand there again."""
    character_chosen = Signal(int, int)
    keys_let_go = Signal()
    """There is no MRZ any more that the keys could be for."""

    def __init__(self, wording: Wording, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._format = QLabel(wording.term("report.mrz"), self)
        font = self._format.font()
        font.setBold(True)
        self._format.setFont(font)
        self._counts = QLabel(self)
        self._told = ElidedLabel(parent=self)
        self._told.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.lines = MrzLines(wording, look)
        self._places: tuple[tuple[Quad, ...], ...] = ()
        self._instead = QLabel()
        self._instead.setWordWrap(True)
        self._instead.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._instead.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._room = _SteadyRoom(self.lines, self._instead, self)
        self._lay_out()
        self.lines.entered.connect(self.entered)
        self.lines.restored.connect(self.restored)
        self.lines.character_chosen.connect(self.character_chosen)
        self.lines.told.connect(self._told.setText)
        self.setFocusProxy(self.lines)

    def show_mrz(self, seen: MrzEvidence, pictures: Sequence[NDArray[np.uint8]] | None) -> None:
        """Show an MRZ and the pictures of its lines (`mrz_pictures.line_pictures`), None while they lack.

        The cursor stays where it is if this is the same reading with other entries.
        """
        rows = characters_of(seen, self._wording)
        name = seen.reading.format if seen.mrz is None else seen.mrz.format
        self._format.setText(f"{self._wording.term('report.mrz')} {name}")
        self._counts.setText(self._counted(rows))
        self.lines.show_rows(rows, same=self._places == seen.reading.characters)
        self.lines.show_pictures(pictures or ())
        self._places = seen.reading.characters
        self._room.show_lines(shown=True)

    def clear(self, text: str = "") -> None:
        """Show no MRZ, and this sentence in its place."""
        had_keys = self.lines.hasFocus()
        self._format.setText(self._wording.term("report.mrz"))
        self._counts.setText("")
        self._places = ()
        self.lines.show_rows((), same=False)
        self._told.setText("")
        self._instead.setText(text)
        self._room.show_lines(shown=False)
        if had_keys:
            self.keys_let_go.emit()

    def highlight(self, spans: Sequence[Span]) -> None:
        """Light up these characters, those of a field or a finding; none for none."""
        self.lines.light(within(spans))

    def _counted(self, rows: Sequence[Sequence[MrzCharacter]]) -> str:
        every = [character for row in rows for character in row]
        counts = {
            "mrz.count_doubtful": sum(not character.certain for character in every),
            "mrz.count_entered": sum(character.entered is not None for character in every),
            "mrz.count_elsewhere": sum(bool(character.elsewhere) for character in every),
        }
        said = [self._wording.say(Message.of(key, count=count)) for key, count in counts.items() if count]
        return ", ".join(said)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2 * STEP)
        head.addWidget(self._format)
        head.addWidget(self._counts)
        head.addWidget(self._told, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(STEP // 2)
        whole.addLayout(head)
        whole.addWidget(self._room, 1)


class _SteadyRoom(QWidget):
    """Asks for the room of the lines whatever it shows: nothing on the page moves when they come.

    It has no layout, since Qt would ask that for the height and not this.
    """

    def __init__(self, lines: QWidget, instead: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines, self._instead = lines, instead
        for either in (lines, instead):
            either.setParent(self)
        self.show_lines(shown=False)

    def show_lines(self, *, shown: bool) -> None:
        """Show the lines, or what stands in their place."""
        self._lines.setVisible(shown)
        self._instead.setVisible(not shown)

    def hasHeightForWidth(self) -> bool:
        """Return True: a narrow window has smaller lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines."""
        return self._lines.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """Return the room of the lines."""
        return self._lines.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least room of the lines."""
        return self._lines.minimumSizeHint()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Give either all the room."""
        for either in (self._lines, self._instead):
            either.setGeometry(self.rect())
