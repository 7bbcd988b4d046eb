"""How the pictures of a desk lie to each other: each is mapped to one common plane."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from docdesk.foundation.geometry import Point
from docdesk.imaging.aligning import IDENTITY, Affine, applied, composed, inverse, scaled
from docdesk.ui.viewing.frame import Frame
from docdesk.ui.viewing.picture import Picture


@dataclass(frozen=True, slots=True)
class Links:
    """The mapping of each picture, by its key, to the common plane, which is that of the first one linked."""

    matrices: tuple[tuple[str, Affine], ...] = ()

    def know(self, key: str) -> bool:
        """Return whether a picture is linked."""
        return any(name == key for name, _ in self.matrices)

    def of(self, key: str) -> Affine:
        """Return the mapping from a picture to the common plane.

        Raises:
            KeyError: the picture is not linked.
        """
        return dict(self.matrices)[key]

    def between(self, first: str, second: str) -> Affine:
        """Return the mapping from one picture to another."""
        return composed(inverse(self.of(second)), self.of(first))

    def across(self, point: Point, first: str, second: str) -> Point:
        """Return the spot of the second picture that lies where this point of the first lies."""
        return applied(self.between(first, second), point)

    def linking(self, pictures: Sequence[Picture]) -> "Links":
        """Return the links of these pictures: those known already stay, whether guessed or set by hand."""
        known = dict(self.matrices)
        made: list[tuple[str, Affine]] = []
        anchor = next((picture for picture in pictures if picture.key in known), None)
        for picture in pictures:
            matrix = known.get(picture.key)
            if matrix is None and anchor is None:
                anchor, matrix = picture, IDENTITY
            elif matrix is None and anchor is not None:
                onto = dict(made).get(anchor.key) or known[anchor.key]
                matrix = composed(onto, guessed_link(picture, anchor))
            if matrix is not None:
                made.append((picture.key, matrix))
        return Links(tuple(made))

    def without(self, keys: Collection[str]) -> "Links":
        """Return the links without those of some pictures."""
        return Links(tuple((key, matrix) for key, matrix in self.matrices if key not in keys))

    def placed(self, key: str, onto: str, matrix: Affine) -> "Links":
        """Return the links with a picture laid onto another by this mapping between the two."""
        moved = composed(self.of(onto), matrix)
        return Links(tuple((name, moved if name == key else old) for name, old in self.matrices))

    def as_seen(self, key: str, frame: Frame, onto: str, other: Frame) -> "Links":
        """Return the links with a picture laid as it is seen now, beside another or over it.

        What lies in the middle of one view then belongs to what lies in the middle of the other.
        """
        here, there = ((each.view[0] / 2, each.view[1] / 2) for each in (frame, other))
        across = composed(scaled(1.0, of=here, to=there), frame.matrix)
        return self.placed(key, onto, composed(inverse(other.matrix), across))


def guessed_link(picture: Picture, onto: Picture) -> Affine:
    """Return how a picture lies to another before anybody aligned them.

    Captures of one document and one size lie pixel on pixel; where the scale of both is known they are
    brought to one scale, else to one width, with their middles on each other.
    """
    size, other = picture.image.size, onto.image.size
    if size == other and picture.document == onto.document:
        return IDENTITY
    if picture.scale is not None and onto.scale is not None:
        factor = onto.scale.px_per_mm / picture.scale.px_per_mm
    else:
        factor = other[0] / size[0]
    return scaled(factor, of=(size[0] / 2, size[1] / 2), to=(other[0] / 2, other[1] / 2))
