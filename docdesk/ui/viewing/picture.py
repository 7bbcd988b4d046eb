"""What a view shows: a picture, its name, and how large it is in mm where that is known."""

from dataclasses import dataclass

from docdesk.imaging.deep import DeepImage


@dataclass(frozen=True, slots=True)
class Scale:
    """Picture pixels per mm, and how that is known, as the key of a sentence."""

    px_per_mm: float
    known: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture for a view.

    `key` tells it from the others of the desk (for captures `DOCUMENT/CAPTURE`), `title` is shown, already in
    words ("UV", "passport-2 VIS"). Without a `scale` lengths are told in pixels. `light` is what it was made
    under, as captures name it (VIS, IR, UV365 ...): by it the keys 1 to 4 find the picture.
    """

    key: str
    title: str
    image: DeepImage
    scale: Scale | None = None
    light: str = ""

    @property
    def document(self) -> str:
        """The part of the key that pictures of one document share."""
        return self.key.rpartition("/")[0]
