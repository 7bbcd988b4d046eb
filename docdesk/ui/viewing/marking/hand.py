"""What the tools of marking have in common: where they work, and what they may ask for."""

from collections.abc import Callable
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputEvent

from docdesk.foundation.geometry import Point
from docdesk.ui.viewing.frame import Frame
from docdesk.ui.viewing.marking.records import Marking
from docdesk.ui.viewing.marking.store import MarkingStore
from docdesk.ui.viewing.picture import Picture
from docdesk.wording.catalogue import Wording

DRAG = 5.0
"""A press and release further apart than this, in px of the view, is a drag and no click."""


class Surface(Protocol):
    """What a tool needs of the view in which it works."""

    @property
    def frame(self) -> Frame:
        """How the picture is seen."""
        ...

    @property
    def picture(self) -> Picture | None:
        """The picture that is seen."""
        ...

    def update(self) -> None:
        """Paint again, soon."""
        ...


@dataclass(frozen=True, slots=True)
class Hand:
    """What a tool works with.

    `drawn` is told of each new marking, `edit` asked to let a person write its text, `leave` to put the tool
    away.
    """

    store: MarkingStore
    wording: Wording
    drawn: Callable[[Surface, Marking], None]
    edit: Callable[[Surface, Marking], None]
    leave: Callable[[], None]


def in_view(frame: Frame, a: Point, b: Point) -> float:
    """Return how far two points of the picture are apart in the view, in px of the view."""
    p, q = frame.to_view(a), frame.to_view(b)
    return hypot(q[0] - p[0], q[1] - p[1])


def snapped(frame: Frame, start: Point, to: Point) -> Point:
    """Return `to` moved to the nearest of 0, 45 and 90 degrees from `start`, as seen in the view."""
    a, b = frame.to_view(start), frame.to_view(to)
    eighth = round(atan2(b[1] - a[1], b[0] - a[0]) / (pi / 4)) * (pi / 4)
    along = (b[0] - a[0]) * cos(eighth) + (b[1] - a[1]) * sin(eighth)
    return frame.to_picture((a[0] + along * cos(eighth), a[1] + along * sin(eighth)))


def with_shift(event: QInputEvent) -> bool:
    """Return whether Shift is held."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
