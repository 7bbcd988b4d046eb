"""What is under the cursor, in words: where it is on the document, and the values in all linked pictures."""

from collections.abc import Sequence
from math import floor

from docdesk.foundation.geometry import Point
from docdesk.foundation.messages import Message
from docdesk.imaging.deep import value_at
from docdesk.ui.viewing.links import Links
from docdesk.ui.viewing.picture import Picture
from docdesk.wording.catalogue import Wording

BETWEEN = "   "


def told(point: Point, picture: Picture, pictures: Sequence[Picture], links: Links, wording: Wording) -> str:
    """Return where a point of the picture is, and what each picture of the desk holds there."""
    said = [wording.say(_place(point, picture))]
    for each in pictures:
        values = value_at(each.image, *links.across(point, picture.key, each.key))
        if values is None:
            said.append(wording.say(Message.of("viewing.cursor.nothing", title=each.title)))
        else:
            numbers = " ".join(str(value) for value in values)
            said.append(wording.say(Message.of("viewing.cursor.value", title=each.title, value=numbers)))
    return BETWEEN.join(said)


def _place(point: Point, picture: Picture) -> Message:
    if picture.scale is None:
        return Message.of("viewing.cursor.px", column=floor(point[0]), row=floor(point[1]))
    # From the bottom left corner, as Doc 9303 measures; tenths of a mm are about a pixel of a 300 ppi scan.
    per_mm = picture.scale.px_per_mm
    x, y = point[0] / per_mm, (picture.image.size[1] - point[1]) / per_mm
    return Message.of("viewing.cursor.mm", x=f"{x:.1f}", y=f"{y:.1f}")
