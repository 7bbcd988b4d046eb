"""The side of a desk: what belongs to the picture but is not on it, in sections that fold."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStyle, QToolButton, QVBoxLayout, QWidget

LEAST_WIDTH = 240
"""Room for a slider with its name and its number, px."""


class Section(QWidget):
    """A heading that folds what is below it."""

    def __init__(self, title: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = QToolButton()
        self._heading.setText(title)
        self._heading.setCheckable(True)
        self._heading.setChecked(True)
        self._heading.setAutoRaise(True)
        self._heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._heading.setArrowType(Qt.ArrowType.DownArrow)
        self._heading.toggled.connect(self._fold)
        self._content = content
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(content)

    def _fold(self, shown: bool) -> None:  # noqa: FBT001 - Qt calls it so
        self._content.setVisible(shown)
        arrow = Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow
        self._heading.setArrowType(arrow)


class Side(QScrollArea):
    """Sections one below the other; it scrolls where there are more than fit."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setMinimumWidth(LEAST_WIDTH)
        self.setAccessibleName(name)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(8, 8, 8, 8)
        self._column.setSpacing(12)
        self._column.addStretch(1)
        self.setWidget(inner)
        self._filled = False

    @property
    def filled(self) -> bool:
        """Whether there is anything in it."""
        return self._filled

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Become as wide as what is in it needs, or half of the desk where that is narrow and it scrolls."""
        inner, desk = self.widget(), self.parentWidget()
        if event.type() is QEvent.Type.LayoutRequest and inner is not None and watched is inner:
            bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
            needed = max(LEAST_WIDTH, inner.minimumSizeHint().width() + bar)
            room = needed if desk is None else max(LEAST_WIDTH, desk.width() // 2)
            self.setMinimumWidth(min(needed, room))
        return super().eventFilter(watched, event)

    def add(self, title: str, content: QWidget) -> None:
        """Add a section at the bottom."""
        self._column.insertWidget(self._column.count() - 1, Section(title, content))
        self._filled = True
