"""The bar above the views while two pictures are compared in one view."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSlider,
    QWidget,
)

from docdesk.foundation.messages import Message
from docdesk.imaging.compositing import GAINS
from docdesk.ui.viewing.comparing import IN_ONE, Choice, Mode
from docdesk.ui.viewing.mixing import Mixing
from docdesk.ui.viewing.picture import Picture
from docdesk.wording.catalogue import Wording

STEPS = 100
"""Sliders count per cent."""


class ComparingBar(QWidget):
    """Says what is compared and how, and lets it be changed. It decides nothing: its signals say what is
    wanted."""

    first_wanted = Signal(str)
    second_wanted = Signal(str)
    opacity_wanted = Signal(float)
    wipe_wanted = Signal(float)
    below_wanted = Signal(bool)
    gain_wanted = Signal(int)

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._first = self._chooser("viewing.compare.first")
        self._first.activated.connect(self._first_chosen)
        self._second = self._chooser("viewing.compare.second")
        self._second.activated.connect(self._second_chosen)
        self._opacity = self._slider("viewing.compare.opacity")
        self._opacity.valueChanged.connect(self._opacity_moved)
        self._opacity_name = QLabel()
        self._opacity_name.setBuddy(self._opacity)
        self._wipe = self._slider("viewing.compare.wipe")
        self._wipe.valueChanged.connect(self._wipe_moved)
        self._below = QCheckBox(wording.term("viewing.compare.below"))
        self._below.toggled.connect(self.below_wanted)
        self._gain = QComboBox()
        self._gain.setAccessibleName(wording.term("viewing.compare.gain"))
        self._gain.setToolTip(wording.term("viewing.compare.gain"))
        for gain in GAINS:
            self._gain.addItem(wording.say(Message.of("viewing.compare.times", gain=gain)), gain)
        self._gain.activated.connect(self._gain_chosen)
        self._gain_name = QLabel(wording.term("viewing.compare.gain"))
        self._gain_name.setBuddy(self._gain)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._first, 2)
        row.addWidget(QLabel(wording.term("viewing.compare.with")))
        row.addWidget(self._second, 2)
        row.addWidget(self._opacity_name)
        row.addWidget(self._opacity, 3)
        row.addWidget(self._wipe, 3)
        row.addWidget(self._below)
        row.addWidget(self._gain_name)
        row.addWidget(self._gain)
        row.addStretch(1)

    def show_choice(self, choice: Choice, pictures: Sequence[Picture]) -> None:
        """Show the two pictures and the control of this mode; hidden where one view shows one picture."""
        for chooser, key in ((self._first, choice.first), (self._second, choice.second)):
            with QSignalBlocker(chooser):
                chooser.clear()
                for picture in pictures:
                    chooser.addItem(picture.title, picture.key)
                chooser.setCurrentIndex(chooser.findData(key))
        for control in (self._opacity_name, self._opacity):
            control.setVisible(choice.mode is Mode.OVERLAY)
        self._wipe.setVisible(choice.mode is Mode.WIPE)
        self._below.setVisible(choice.mode is Mode.WIPE)
        self._gain.setVisible(choice.mode is Mode.DIFFERENCE)
        self._gain_name.setVisible(choice.mode is Mode.DIFFERENCE)
        self.setVisible(choice.mode in IN_ONE)

    def show_settings(self, mixing: Mixing) -> None:
        """Show how the two are put together."""
        for slider, value in ((self._opacity, mixing.opacity), (self._wipe, mixing.wipe)):
            with QSignalBlocker(slider):
                slider.setValue(round(value * STEPS))
        seen = Message.of("viewing.compare.opaque", percent=round(mixing.opacity * STEPS))
        self._opacity_name.setText(self._wording.say(seen))
        with QSignalBlocker(self._below), QSignalBlocker(self._gain):
            self._below.setChecked(mixing.below)
            self._gain.setCurrentIndex(GAINS.index(mixing.gain))

    def _chooser(self, key: str) -> QComboBox:
        chooser = QComboBox()
        chooser.setAccessibleName(self._wording.term(key))
        chooser.setToolTip(self._wording.term(key))
        chooser.setMinimumContentsLength(6)
        chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return chooser

    def _slider(self, key: str) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, STEPS)
        slider.setPageStep(STEPS // 10)
        slider.setMinimumWidth(80)
        slider.setAccessibleName(self._wording.term(key))
        slider.setToolTip(self._wording.term(key))
        return slider

    @Slot(int)
    def _first_chosen(self, index: int) -> None:
        self.first_wanted.emit(str(self._first.itemData(index)))

    @Slot(int)
    def _second_chosen(self, index: int) -> None:
        self.second_wanted.emit(str(self._second.itemData(index)))

    @Slot(int)
    def _opacity_moved(self, value: int) -> None:
        self.opacity_wanted.emit(value / STEPS)

    @Slot(int)
    def _wipe_moved(self, value: int) -> None:
        self.wipe_wanted.emit(value / STEPS)

    @Slot(int)
    def _gain_chosen(self, index: int) -> None:
        self.gain_wanted.emit(GAINS[index])
