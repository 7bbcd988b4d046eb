"""A set of frames without its pictures: what is told of it to whoever only shows it small."""

from dataclasses import dataclass

from docdesk.inspection.captures.capture import Capture
from docdesk.inspection.captures.opening import FrameSet
from docdesk.inspection.captures.preview import Preview, preview_of


@dataclass(frozen=True, slots=True)
class PreviewedSet:
    """The captures of one document and a small picture of each, None where one could not be opened."""

    name: str
    captures: tuple[Capture, ...]
    previews: tuple[Preview | None, ...]


def previewed(frames: FrameSet) -> PreviewedSet:
    """Return the set with its pictures made small."""
    previews = tuple(None if entry.pixels is None else preview_of(entry.pixels) for entry in frames.opened)
    return PreviewedSet(frames.name, frames.captures, previews)
