"""The truth of the document that is looked at, on demand: what an examiner would see, and where."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from docdesk.foundation.messages import Message, Value
from docdesk.synthesis.plans.preview import Clue, Preview
from docdesk.ui.look.style import STEP
from docdesk.ui.synthesising.action_button import ActionButton
from docdesk.wording.catalogue import Wording


class TruthPanel(QWidget):
    """A button that shows the truth, and the list of clues, which lead to their places."""

    clue_chosen = Signal(int)
    """The index of a clue."""

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._preview: Preview | None = None
        self._shown = False
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self.clues = QListWidget(self)
        self.clues.setAccessibleName(wording.term("truth.clues"))
        self.clues.setWordWrap(True)
        self.clues.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clues.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.clues.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.clues.setSpacing(STEP // 2)
        self.clues.currentRowChanged.connect(self._choose)
        self.clues.itemActivated.connect(self._choose_again)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self._words)
        column.addWidget(self.clues, 1)
        column.addStretch()
        self._tell()

    def set_action(self, show: QAction) -> None:
        """Show a button for it above the list."""
        self._column.insertWidget(0, ActionButton(show, self), 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def chosen(self) -> int | None:
        """The index of the clue that is chosen, None for none."""
        row = self.clues.currentRow()
        return row if self._shown and row >= 0 else None

    @property
    def words(self) -> str:
        """What is said in place of a list, "" for nothing."""
        return "" if self._words.isHidden() else self._words.text()

    def set_preview(self, preview: Preview | None) -> None:
        """Take another document, or none."""
        self._preview = preview
        self._tell()

    def show_truth(self, *, shown: bool) -> None:
        """Show the truth, or hide it again."""
        self._shown = shown
        self._tell()

    def step(self, by: int) -> None:
        """Choose the next clue, or the one before; from the last on to the first."""
        count = self.clues.count()
        if count:
            row = self.clues.currentRow()
            self.clues.setCurrentRow((row + by) % count if row >= 0 else 0)

    def _tell(self) -> None:
        preview, words = self._preview, ""
        if not self._shown:
            words = "truth.hidden"
        elif preview is None:
            words = "truth.none_yet"
        elif preview.order.alteration is None:
            words = "truth.as_issued"
        self._words.setText(self._wording.term(words) if words else "")
        self._words.setVisible(bool(words))
        self._fill(() if words or preview is None else preview.clues)

    def _fill(self, clues: Sequence[Clue]) -> None:
        several_sides = len({clue.side for clue in clues}) > 1
        with QSignalBlocker(self.clues):
            self.clues.clear()
            self.clues.addItems([self._said(clue, several_sides=several_sides) for clue in clues])
        self.clues.setVisible(bool(clues))

    def _said(self, clue: Clue, *, several_sides: bool) -> str:
        say = self._wording
        values: dict[str, Value] = {
            "clue": say.term(f"cue.{clue.feature}"),
            "light": say.term(f"light.{clue.light}"),
            "ppi": clue.min_ppi,
        }
        if several_sides:
            said = say.say(Message.of("truth.clue_on_side", side=say.term(f"side.{clue.side}"), **values))
        else:
            said = say.say(Message.of("truth.clue", **values))
        if clue.capture is None:
            return f"{said}\n{say.term('truth.not_captured')}"
        return said if clue.fine_enough else f"{said}\n{say.term('truth.too_coarse')}"

    @Slot(int)
    def _choose(self, row: int) -> None:
        if row >= 0:
            self.clue_chosen.emit(row)

    @Slot(QListWidgetItem)
    def _choose_again(self, item: QListWidgetItem) -> None:
        self.clue_chosen.emit(self.clues.row(item))
