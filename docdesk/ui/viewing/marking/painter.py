"""Paints the markings of whatever picture a view shows."""

from PySide6.QtGui import QPainter

from docdesk.ui.look.palettes import DARK
from docdesk.ui.viewing.frame import Frame
from docdesk.ui.viewing.marking.drawing import draw_handles, draw_marking, in_sight
from docdesk.ui.viewing.marking.store import MarkingStore
from docdesk.ui.viewing.marking.words import tag
from docdesk.ui.viewing.picture import Picture
from docdesk.wording.catalogue import Wording

CHOSEN = DARK.accent
"""What is chosen has this colour and handles. It stands on a dark halo, so it is the dark theme's."""


class MarkingPainter:
    """Paints markings above a picture, what is chosen on top with its handles."""

    def __init__(self, store: MarkingStore, wording: Wording) -> None:
        self._store = store
        self._wording = wording

    def paint(self, painter: QPainter, frame: Frame, picture: Picture) -> None:
        """Paint; the painter works in pixels of the view."""
        chosen = self._store.chosen_in(picture.key)
        markings = [each for each in self._store.markings(picture.key) if each != chosen]
        for each in markings:
            if in_sight(each, frame):
                draw_marking(painter, each, frame, tag(each, picture.scale, self._wording))
        if chosen is not None:
            draw_marking(painter, chosen, frame, tag(chosen, picture.scale, self._wording), CHOSEN)
            draw_handles(painter, chosen, frame, CHOSEN)
