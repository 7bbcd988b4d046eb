"""What a view says of its picture: title, zoom, turn, and what the colours of a difference mean."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from docdesk.foundation.messages import Message
from docdesk.imaging.compositing import Difference, Wipe
from docdesk.ui.look.palettes import Theme
from docdesk.ui.viewing.badges import paint_badges, paint_colour_bar
from docdesk.ui.viewing.frame import Frame
from docdesk.ui.viewing.picture import Picture
from docdesk.ui.viewing.rendering import Layer
from docdesk.ui.viewing.wipe_line import paint_wipe_line
from docdesk.wording.catalogue import Wording


@dataclass(frozen=True, slots=True)
class Caption:
    """What is to be said: of which picture, seen how, with what else; `ratio` is screen px per view px."""

    picture: Picture
    frame: Frame
    layer: Layer | None
    badges: tuple[str, ...]
    ratio: float

    def title(self, wording: Wording) -> str:
        """Return the title of the picture, or those of both."""
        if self.layer is None:
            return self.picture.title
        both = Message.of("viewing.badge.two", first=self.picture.title, second=self.layer.picture.title)
        return wording.say(both)

    def seen_as(self, wording: Wording) -> str:
        """Return how large the picture is shown, in screen px per picture px, and how it is turned."""
        percent = self.frame.zoom * self.ratio * 100
        shown = f"{percent:.0f}" if percent >= 10 else f"{percent:.1f}"
        angle = round(self.frame.angle, 1)
        if angle == 0:
            return wording.say(Message.of("viewing.badge.zoom", percent=shown))
        return wording.say(Message.of("viewing.badge.zoom_turned", percent=shown, angle=f"{angle:g}"))


def paint_caption(painter: QPainter, caption: Caption, theme: Theme, wording: Wording) -> None:
    """Paint what a view says of its picture along the view's edges."""
    size = caption.frame.view
    how = caption.layer.composition if caption.layer is not None else None
    if isinstance(how, Wipe):
        paint_wipe_line(painter, how, theme, size)
    if isinstance(how, Difference):
        said = wording.term("viewing.difference.bar")
        paint_colour_bar(painter, said, ("0", str(255 // how.gain)), theme, QRectF(0, 0, *size))
    words = (caption.title(wording), caption.seen_as(wording), *caption.badges)
    paint_badges(painter, words, theme, size[0])
