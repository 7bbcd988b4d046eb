"""The lines of an MRZ as one control: a cursor walks over the characters, typing enters one by hand."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from docdesk.inspection.readings.places import Place
from docdesk.mrz.alphabet import ALPHABET
from docdesk.ui.actions import action
from docdesk.ui.inspecting.array_image import array_image
from docdesk.ui.inspecting.mrz_characters import MrzCharacter, group_of, next_place, said
from docdesk.ui.inspecting.mrz_grid import MrzGrid
from docdesk.ui.inspecting.mrz_painting import MrzScene, paint_mrz
from docdesk.ui.look.look import Look
from docdesk.wording.catalogue import Wording

USUAL_LENGTHS = (44, 44)
"""Of a passport, whose lines are the longest."""

USUAL_CELL = 22
"""Width of a cell in a window of 1366 x 768: 44 of them stand beside the panels on the right."""

STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
ERASERS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
CONFIRMERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
OTHER_KEYS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class MrzLines(QWidget):
    """Shows characters below their pictures and says what the user wants of them; it changes none itself."""

    entered = Signal(int, int, str)
    restored = Signal(int, int)
    character_chosen = Signal(int, int)
    told = Signal(str)
    """What is said of the character under the cursor, or why a key did nothing."""

    def __init__(self, wording: Wording, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._look = look
        self._rows: Sequence[Sequence[MrzCharacter]] = ()
        self._pictures: tuple[QImage, ...] = ()
        self._scaled: tuple[QImage, ...] = ()
        self._cursor: Place | None = None
        self._typed: Place | None = None
        self._lit: frozenset[Place] = frozenset()
        self._hovered: frozenset[Place] = frozenset()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(wording.term("mrz.name"))
        self.setAccessibleDescription(wording.term("mrz.keys"))
        look.changed.connect(self.update)
        action(self, wording, "mrz.copy", self.copy, keys=("Ctrl+C",))
        further = (("next", self.go_to_next, "F8"), ("previous", self.go_to_previous, "Shift+F8"))
        for which, run, key in further:
            action(self, wording, f"mrz.{which}_doubtful", run, keys=(key,), everywhere=True)

    def show_rows(self, rows: Sequence[Sequence[MrzCharacter]], *, same: bool) -> None:
        """Show these characters; of the `same` reading as before the cursor stays where it is."""
        before, self._rows = self._rows, rows
        if same:
            self._follow(before)
        else:
            self._lit = frozenset()
            first = next((row[0].place for row in rows if row), None)
            self._cursor = next_place(rows, (-1, 0)) or first
        self._scaled, self._hovered = (), frozenset()
        self._tell_cursor()

    def show_pictures(self, pictures: Sequence[NDArray[np.uint8]]) -> None:
        """Show these pictures of the lines, cell by cell in step with the characters."""
        self._pictures = tuple(array_image(picture) for picture in pictures)
        self._scaled = ()
        self.update()

    def light(self, places: frozenset[Place]) -> None:
        """Light up these characters."""
        self._lit = places
        self.update()

    @property
    def cursor_place(self) -> Place | None:
        """Line and position of the cursor."""
        return self._cursor

    def copy(self) -> None:
        """Put the lines on the clipboard, as they stand."""
        text = "\n".join("".join(character.char for character in row) for row in self._rows)
        QGuiApplication.clipboard().setText(text)
        self.told.emit(self._wording.term("mrz.copied"))

    def go_to_next(self) -> None:
        """Move the cursor to the next character that wants eyes, and take the keys."""
        self._go_to_doubtful(backwards=False)

    def go_to_previous(self) -> None:
        """Move the cursor to the one before."""
        self._go_to_doubtful(backwards=True)

    def grid(self) -> MrzGrid:
        """Return where everything stands."""
        return MrzGrid.fitted(*self._shape(), self.width(), self.height())

    # --- Qt ---

    def sizeHint(self) -> QSize:
        """Return the size at which a passport's lines fit; the same for all, so that nothing moves."""
        grid = MrzGrid.of_cells(USUAL_LENGTHS, [True] * len(USUAL_LENGTHS), USUAL_CELL)
        return QSize(round(max(grid.lengths) * grid.cell), round(grid.height))

    def heightForWidth(self, width: int) -> int:
        """Return the height at which a passport's lines fill this width: in a narrow window less."""
        cell = min(width / max(USUAL_LENGTHS), USUAL_CELL)
        return round(MrzGrid.of_cells(USUAL_LENGTHS, [True] * len(USUAL_LENGTHS), cell).height)

    def minimumSizeHint(self) -> QSize:
        """Return half of that, which can still be read."""
        return self.sizeHint() / 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        grid = self.grid()
        if self._pictures and not self._scaled:
            self._scaled = self._fitting(grid)
        painter = QPainter(self)
        scene = MrzScene(self._rows, self._scaled, self._cursor, self._lit, self._hovered, self.hasFocus())
        paint_mrz(painter, grid, scene, self._look)
        painter.end()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Fit the pictures anew at the next painting."""
        self._scaled = ()

    def event(self, event: QEvent) -> bool:
        """Keep letters from being keys of the page, and say in a tool tip what the pointer is over."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # Letters are keys of the page too (R turns the picture); here they are characters.
            if self._takes(event):
                event.accept()
                return True
        elif event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.grid().place_at(event.pos().toPointF())
            QToolTip.showText(event.globalPos(), "" if place is None else self._said(place), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor, enter a character or take one back."""
        if not self._takes(event) or self._cursor is None:
            if event.text().isalpha() and not event.modifiers() & OTHER_KEYS:
                self.told.emit(self._wording.term("mrz.not_allowed"))
                return
            super().keyPressEvent(event)
        elif event.key() in STEPS:
            self._step(*STEPS[Qt.Key(event.key())])
        elif event.key() in ENDS:
            last = len(self._rows[self._cursor[0]]) - 1
            self._move((self._cursor[0], 0 if event.key() == Qt.Key.Key_Home else last))
        elif event.key() in ERASERS:
            self._restore(self._cursor)
        elif event.key() in CONFIRMERS:
            self._confirm(self._cursor)
        else:
            self._enter(self._cursor, event.text().upper())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor where the user clicks."""
        place = self.grid().place_at(event.position())
        if place is not None and event.button() is Qt.MouseButton.LeftButton:
            self._move(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the field that the pointer is over, and its check digit."""
        place = self.grid().place_at(event.position())
        self._hover(frozenset() if place is None else group_of(self._rows, place))

    def leaveEvent(self, event: QEvent) -> None:
        """Tint nothing any more."""
        super().leaveEvent(event)
        self._hover(frozenset())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say which character the keys are for."""
        super().focusInEvent(event)
        self._tell_cursor()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Paint the cursor as one that waits."""
        super().focusOutEvent(event)
        self.update()

    # --- What the keys do ---

    def _takes(self, event: QKeyEvent) -> bool:
        if event.modifiers() & OTHER_KEYS:
            return False
        text = event.text().upper()
        named = (*STEPS, *ENDS, *ERASERS, *CONFIRMERS)
        return event.key() in named or (len(text) == 1 and text in ALPHABET)

    def _follow(self, before: Sequence[Sequence[MrzCharacter]]) -> None:
        """Put the cursor where something changed that was not typed here: undone, or done again."""
        changed = [
            now.place
            for row, old_row in zip(self._rows, before, strict=False)
            for now, old in zip(row, old_row, strict=False)
            if (now.char, now.entered) != (old.char, old.entered)
        ]
        if len(changed) == 1 and changed[0] != self._typed:
            self._cursor = changed[0]
        if changed:
            self._typed = None

    def _enter(self, place: Place, char: str) -> None:
        self._move_quietly(self._after(place))
        self._say_entered(place, char)

    def _say_entered(self, place: Place, char: str) -> None:
        self._typed = place
        self.entered.emit(*place, char)

    def _confirm(self, place: Place) -> None:
        """Take a character in doubt as seen by a person, and go on to the next one."""
        character = self._at(place)
        if character.wants_eyes and character.entered is None:
            self._say_entered(place, character.char)
        self._go_to_doubtful(backwards=False)

    def _restore(self, place: Place) -> None:
        if self._at(place).entered is None:
            self.told.emit(self._wording.term("mrz.nothing_entered"))
        else:
            self.restored.emit(*place)

    def _go_to_doubtful(self, *, backwards: bool) -> None:
        found = None if self._cursor is None else self._doubtful_from(self._cursor, backwards=backwards)
        if found is None:
            self.told.emit(self._wording.term("mrz.no_doubt"))
        else:
            self.setFocus()
            self._move(found)

    def _doubtful_from(self, place: Place, *, backwards: bool) -> Place | None:
        """Return the next place; from elsewhere on the page the key first leads to where the cursor waits."""
        if not self.hasFocus() and self._at(place).wants_eyes:
            return place
        return next_place(self._rows, place, backwards=backwards)

    def _step(self, down: int, right: int) -> None:
        if self._cursor is None:
            return
        line = min(max(self._cursor[0] + down, 0), len(self._rows) - 1)
        index = min(max(self._cursor[1] + right, 0), len(self._rows[line]) - 1)
        if index >= 0:
            self._move((line, index))

    def _after(self, place: Place) -> Place:
        line, index = place
        if index + 1 < len(self._rows[line]):
            return line, index + 1
        return next(((below, 0) for below in range(line + 1, len(self._rows)) if self._rows[below]), place)

    def _move(self, place: Place) -> None:
        self._move_quietly(place)
        self.character_chosen.emit(*place)

    def _move_quietly(self, place: Place) -> None:
        self._cursor = place
        self._tell_cursor()

    def _tell_cursor(self) -> None:
        words = self._wording.term("mrz.name") if self._cursor is None else self._said(self._cursor)
        self.setAccessibleName(words)
        self.told.emit(words)
        self.update()

    def _hover(self, places: frozenset[Place]) -> None:
        if places != self._hovered:
            self._hovered = places
            self.update()

    def _said(self, place: Place) -> str:
        return said(self._at(place), self._wording)

    def _shape(self) -> tuple[list[int], list[bool]]:
        """Return how long each line is, and whether something in it is marked."""
        marked = [any(one.wants_eyes or one.entered is not None for one in row) for row in self._rows]
        return [len(row) for row in self._rows], marked

    def _at(self, place: Place) -> MrzCharacter:
        return self._rows[place[0]][place[1]]

    def _fitting(self, grid: MrzGrid) -> tuple[QImage, ...]:
        """Return the pictures at the size they are shown at: averaged once, not at every paint."""
        ratio = self.devicePixelRatioF()
        fitting = []
        for line, picture in enumerate(self._pictures[: len(self._rows)]):
            size = (grid.line_picture(line).size() * ratio).toSize()
            how = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            fitting.append(
                picture.scaled(size, *how) if not picture.isNull() and not size.isEmpty() else QImage()
            )
        return tuple(fitting)
