"""The bar that says what is going on while a picture moves alone or two are aligned, and ends it."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from docdesk.wording.catalogue import Wording

TURN_STEP = 0.1
"""Degrees per step: over a document 2,000 pixels wide that moves its edge by 3 pixels."""


class NoteBar(QWidget):
    """One sentence, the angle of what moves alone, and the button that ends it."""

    angle_wanted = Signal(float)
    end_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._angle = QDoubleSpinBox()
        self._angle.setRange(-180, 180)
        self._angle.setDecimals(1)
        self._angle.setSingleStep(TURN_STEP)
        self._angle.setWrapping(True)
        self._angle.setSuffix("°")
        self._angle.setKeyboardTracking(False)
        self._angle.setAccessibleName(wording.term("viewing.free.angle"))
        self._angle.setToolTip(wording.term("viewing.free.angle"))
        self._angle.valueChanged.connect(self.angle_wanted)
        self._end = QPushButton(wording.term("viewing.free.lock"))
        self._end.clicked.connect(self.end_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._said, 1)
        row.addWidget(self._angle)
        row.addWidget(self._end)
        self.hide()

    def say(self, sentence: str, end: str, angle: float | None = None) -> None:
        """Show a sentence and what the button does; without an angle nothing can be turned."""
        self._said.setText(sentence)
        self._end.setText(end)
        self._angle.setVisible(angle is not None)
        if angle is not None:
            self.show_angle(angle)
        self.show()

    def show_angle(self, angle: float) -> None:
        """Show the angle; nobody is told of it."""
        with QSignalBlocker(self._angle):
            self._angle.setValue(angle)
