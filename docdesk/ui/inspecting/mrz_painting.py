"""Paints an MRZ: the picture of each line, below it its characters, below them what is open about them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter, QPen, QPolygonF

from docdesk.inspection.readings.places import Place
from docdesk.ui.inspecting.mrz_characters import MrzCharacter
from docdesk.ui.inspecting.mrz_grid import MrzGrid
from docdesk.ui.look.look import Look
from docdesk.wording.signs import Sign

UNDERLINE = 3.0
"""Height kept for the line below a character, above its mark."""

FONT_SIZE = 0.86
"""Size of the characters in widths of a cell: the digits of common monospaced fonts then fill it."""

OTHERWISE = "≠"
"""Stands before what another picture shows in this place."""

TINT, LIT = 26, 72
"""Opacity, of 255, of what the pointer is over and of what was chosen; text on it stays readable."""


@dataclass(frozen=True, slots=True)
class MrzScene:
    """What is to be painted. `pictures` are of the size they are shown at; `lit` was chosen elsewhere."""

    rows: Sequence[Sequence[MrzCharacter]]
    pictures: Sequence[QImage]
    cursor: Place | None
    lit: frozenset[Place]
    hovered: frozenset[Place]
    focused: bool


def paint_mrz(painter: QPainter, grid: MrzGrid, scene: MrzScene, look: Look) -> None:
    """Paint all lines."""
    for line, row in enumerate(scene.rows):
        _picture(painter, grid, scene, line, look)
        for character in row:
            _ground(painter, grid, character, scene, look)
        for character in row:
            _character(painter, grid, character, look)
    if scene.cursor is not None:
        _cursor(painter, grid, scene, look)


def _picture(painter: QPainter, grid: MrzGrid, scene: MrzScene, line: int, look: Look) -> None:
    where = grid.line_picture(line)
    if line < len(scene.pictures) and not scene.pictures[line].isNull():
        painter.drawImage(where, scene.pictures[line])
    else:
        painter.fillRect(where, QColor(look.theme.stage))


def _ground(painter: QPainter, grid: MrzGrid, character: MrzCharacter, scene: MrzScene, look: Look) -> None:
    text = grid.text(*character.place)
    if character.place in scene.lit:
        painter.fillRect(text, _clear(QColor(look.theme.accent), LIT))
        painter.fillRect(QRectF(text.left(), text.bottom() - 2, text.width(), 2), QColor(look.theme.accent))
    if character.place in scene.hovered:
        painter.fillRect(text, _clear(QColor(look.theme.text), TINT))
        if character.digit:
            painter.setPen(QPen(QColor(look.theme.line), 1))
            painter.drawRect(text.adjusted(0.5, 0.5, -0.5, -0.5))


def _character(painter: QPainter, grid: MrzGrid, character: MrzCharacter, look: Look) -> None:
    text = grid.text(*character.place)
    doubt, accent = look.sign(Sign.UNDECIDED), QColor(look.theme.accent)
    colour = QColor(look.theme.text)
    if character.entered is not None:
        colour = accent
    elif not character.certain:
        colour = doubt
    painter.setFont(mrz_font(grid.cell * FONT_SIZE, bold=character.wants_eyes or bool(character.entered)))
    painter.setPen(colour)
    painter.drawText(text, Qt.AlignmentFlag.AlignCenter, character.char)
    mark = grid.mark(*character.place)
    if not mark.height():
        return
    if character.entered is not None:
        painter.fillRect(QRectF(mark.left() + 2, mark.top(), mark.width() - 4, 2), accent)
    elif not character.certain:
        wave(painter, mark.left() + 2, mark.right() - 2, mark.top(), doubt)
    _mark(painter, mark.adjusted(0, UNDERLINE, 0, 0), character, look)


def _mark(painter: QPainter, rect: QRectF, character: MrzCharacter, look: Look) -> None:
    """Paint what other pictures show ("≠5"), what is proposed ("O?"), or what was read before, struck out."""
    entry = character.entered
    font = mrz_font(rect.height(), bold=False)
    if entry is not None and entry.entered == entry.read:
        said, colour = Sign.NO_ANOMALY.value, QColor(look.theme.accent)
    elif entry is not None:
        said, colour = entry.read, QColor(look.theme.faint)
        font.setStrikeOut(True)
    elif character.others:
        said, colour = f"{OTHERWISE}{character.others}", QColor(look.theme.text)
    elif character.proposed is not None:
        said, colour = f"{character.proposed}?", look.sign(Sign.UNDECIDED)
    else:
        return
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, said)


def _cursor(painter: QPainter, grid: MrzGrid, scene: MrzScene, look: Look) -> None:
    if scene.cursor is None:
        return
    colour = look.theme.accent if scene.focused else look.theme.line
    painter.setPen(QPen(QColor(colour), 2 if scene.focused else 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(grid.whole(*scene.cursor).adjusted(1, 1, -1, -1))


def wave(painter: QPainter, left: float, right: float, top: float, colour: QColor) -> None:
    """Paint the wavy line that stands below what is in doubt."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.4))
    points, x, down = [], left, False
    while x <= right:
        points.append(QPointF(x, top + (2.4 if down else 0.4)))
        x, down = x + 2.5, not down
    painter.drawPolyline(QPolygonF(points))
    painter.restore()


def mrz_font(size: float, *, bold: bool) -> QFont:
    """Return the system's monospaced font, `size` pixels high."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(max(7, round(size)))
    font.setBold(bold)
    return font


def _clear(colour: QColor, opacity: int) -> QColor:
    colour.setAlpha(opacity)
    return colour
