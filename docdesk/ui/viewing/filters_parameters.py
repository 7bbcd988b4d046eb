"""Controls for the parameters of a filter, made from what the filter declares."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QGridLayout, QLabel, QSlider, QWidget

from docdesk.imaging.filters.filter import Choice, Filter, Number, Switch
from docdesk.ui.viewing.filters_words import choice_name, filter_name, parameter_name
from docdesk.wording.catalogue import Wording

NARROWEST_SLIDER = 60
"""Below this many px a slider cannot be set with a mouse."""


class Control(QObject):
    """The widgets of one parameter.

    Signals:
        changed(value): a person gave the parameter this value.
        taken(): a person took hold of a slider, and what follows is one gesture.
    """

    changed = Signal(object)
    taken = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.widgets: tuple[QWidget, ...] = ()
        self.show_value: Callable[[Any], None] = lambda value: None


def controls(
    of: Filter, wording: Wording, grid: QGridLayout, parent: QWidget
) -> tuple[tuple[str, Control], ...]:
    """Lay a row for each parameter into a grid of three columns; return the controls by their names."""
    made = []
    for row, parameter in enumerate(of.parameters):
        words = parameter_name(of, parameter, wording)
        spoken = f"{filter_name(of, wording)}: {words}"
        if isinstance(parameter, Switch):
            control = _switch(words, spoken, parent)
            grid.addWidget(control.widgets[0], row, 0, 1, 3)
        else:
            label = QLabel(words, parent)
            label.setWordWrap(True)
            grid.addWidget(label, row, 0)
            if isinstance(parameter, Choice):
                names = [choice_name(of, parameter, choice, wording) for choice in parameter.choices]
                control = _choice(parameter, names, spoken, parent)
                grid.addWidget(control.widgets[0], row, 1, 1, 2)
            else:
                control = _number(parameter, spoken, parent)
                grid.addWidget(control.widgets[0], row, 1)
                grid.addWidget(control.widgets[1], row, 2)
        made.append((parameter.name, control))
    grid.setColumnStretch(1, 1)
    return tuple(made)


def _number(parameter: Number, spoken: str, parent: QWidget) -> Control:
    control = Control(parent)
    slider = QSlider(Qt.Orientation.Horizontal, parent)
    slider.setRange(0, round((parameter.most - parameter.least) / parameter.step))
    slider.setPageStep(max(1, slider.maximum() // 10))
    slider.setMinimumWidth(NARROWEST_SLIDER)
    spin = QDoubleSpinBox(parent)
    spin.setDecimals(parameter.decimals)
    spin.setRange(parameter.least, parameter.most)
    spin.setSingleStep(parameter.step)
    spin.setKeyboardTracking(False)
    if parameter.unit:
        spin.setSuffix(f"\u00a0{parameter.unit}")
    for widget in (slider, spin):
        widget.setAccessibleName(spoken)

    def show(value: float) -> None:
        blockers = QSignalBlocker(slider), QSignalBlocker(spin)
        slider.setValue(round((value - parameter.least) / parameter.step))
        spin.setValue(value)
        del blockers

    def slid(step: int) -> None:
        value = min(parameter.least + step * parameter.step, parameter.most)
        control.changed.emit(round(value, parameter.decimals))

    slider.valueChanged.connect(slid)
    slider.sliderPressed.connect(control.taken)
    spin.valueChanged.connect(lambda value: control.changed.emit(value))
    control.widgets, control.show_value = (slider, spin), show
    return control


def _choice(parameter: Choice, names: list[str], spoken: str, parent: QWidget) -> Control:
    control = Control(parent)
    box = QComboBox(parent)
    box.addItems(names)
    box.setAccessibleName(spoken)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.activated.connect(lambda index: control.changed.emit(parameter.choices[index]))

    def show(value: str) -> None:
        box.setCurrentIndex(parameter.choices.index(value))

    control.widgets, control.show_value = (box,), show
    return control


def _switch(words: str, spoken: str, parent: QWidget) -> Control:
    control = Control(parent)
    box = QCheckBox(words, parent)
    box.setAccessibleName(spoken)
    box.clicked.connect(lambda on: control.changed.emit(on))
    control.widgets, control.show_value = (box,), box.setChecked
    return control
