"""What the viewer is handed of a capture: its picture with a key, a title and a scale."""

from docdesk.imaging.deep import DeepImage
from docdesk.inspection.captures.capture import Capture
from docdesk.inspection.captures.scale import scale_of
from docdesk.ui.inspecting.document import Document
from docdesk.ui.viewing.picture import Picture, Scale
from docdesk.wording.catalogue import Wording

LONGEST_NAME = 14
"""Characters of a document's name in a title: three views stand beside each other on a small screen."""


def key_of(document: Document, index: int) -> str:
    """Return what tells the picture of a capture from all others of the window."""
    return f"{document.ident}/{index}"


def capture_of(key: str) -> tuple[int, int]:
    """Return the identifier of the document and the index of the capture that a key names."""
    ident, _, index = key.rpartition("/")
    return int(ident), int(index)


def shown_picture(
    document: Document, index: int, image: DeepImage, wording: Wording, *, named: bool
) -> Picture:
    """Return the picture of a capture; `named` where documents must be told from each other."""
    capture = document.captures[index]
    seen = None if document.evidence is None else document.evidence.mrz
    reading = seen.reading if seen is not None and seen.capture == index else None
    known = scale_of(capture, reading)
    title = _title(document, capture, wording)
    return Picture(
        key=key_of(document, index),
        title=f"{_short(document.name)} {title}" if named else title,
        image=image,
        scale=None if known is None else Scale(known.px_per_mm, f"scale.{known.known}"),
        light=capture.label.light.value,
    )


def _title(document: Document, capture: Capture, wording: Wording) -> str:
    """Return what tells the capture from the others of its document: its light, its side of several."""
    sides = {other.label.side for other in document.captures}
    light = capture.label.light.value
    if len(sides) == 1:
        return light
    return f"{wording.term(f'side.{capture.label.side.value}')} {light}"


def _short(name: str) -> str:
    """Return a name cut in its middle: what differs mostly stands at either end."""
    if len(name) <= LONGEST_NAME:
        return name
    head = LONGEST_NAME // 2
    return f"{name[:head]}…{name[head + 1 - LONGEST_NAME :]}"
