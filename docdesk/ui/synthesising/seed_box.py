"""A box for the seed of documents: a whole number greater than Qt's own box for those takes."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from docdesk.synthesis.plans.plan import MOST_SEED


class SeedBox(QDoubleSpinBox):
    """Numbers of up to 53 bits, which a floating-point number holds exactly."""

    seed_changed = Signal()

    def __init__(self, name: str, means: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDecimals(0)
        self.setRange(0, float(MOST_SEED))
        self.setAccessibleName(name)
        self.setToolTip(means)
        self.setKeyboardTracking(False)
        self.valueChanged.connect(self._tell)

    @property
    def seed(self) -> int:
        """The number."""
        return int(self.value())

    def set_seed(self, seed: int) -> None:
        """Show another number."""
        self.setValue(float(seed))

    @Slot(float)
    def _tell(self, _value: float) -> None:
        self.seed_changed.emit()
