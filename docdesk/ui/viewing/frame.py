"""Where a picture lies in a view: the one mapping that painting, tools and links share."""

from dataclasses import dataclass, replace
from math import cos, radians, sin

from docdesk.foundation.geometry import Point

MOST_ZOOM = 64.0
"""View pixels per picture pixel at most: one pixel of a 300 ppi scan is then as wide as a thumb."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture seen through a view.

    `picture` is the picture's width and height in its pixels, `view` the view's in device-independent pixels.
    `centre` is the picture's point in the middle of the view, `zoom` view pixels per picture pixel, `angle` the
    degrees by which the picture is turned clockwise about that point. Points are x to the right, y down; the
    picture's pixel (column, row) covers x from column to column + 1.
    """

    picture: tuple[int, int]
    view: tuple[float, float]
    centre: Point
    zoom: float
    angle: float = 0.0

    def to_view(self, point: Point) -> Point:
        """Return where a point of the picture lies in the view."""
        c, s = cos(radians(self.angle)) * self.zoom, sin(radians(self.angle)) * self.zoom
        x, y = point[0] - self.centre[0], point[1] - self.centre[1]
        return self.view[0] / 2 + c * x - s * y, self.view[1] / 2 + s * x + c * y

    def to_picture(self, point: Point) -> Point:
        """Return which point of the picture lies there in the view."""
        c, s = cos(radians(self.angle)) / self.zoom, sin(radians(self.angle)) / self.zoom
        x, y = point[0] - self.view[0] / 2, point[1] - self.view[1] / 2
        return self.centre[0] + c * x + s * y, self.centre[1] - s * x + c * y

    def zoomed(self, factor: float, about: Point) -> "Frame":
        """Return the frame zoomed by a factor, the picture's point under `about` (in the view) staying put."""
        zoom = min(max(self.zoom * factor, self.least_zoom), MOST_ZOOM)
        held = self.to_picture(about)
        moved = replace(self, zoom=zoom)
        now = moved.to_picture(about)
        return replace(moved, centre=(self.centre[0] + held[0] - now[0], self.centre[1] + held[1] - now[1]))

    def panned(self, by: Point) -> "Frame":
        """Return the frame with the picture moved by so many view pixels."""
        middle = self.view[0] / 2 - by[0], self.view[1] / 2 - by[1]
        return replace(self, centre=self.to_picture(middle))

    def fitted(self) -> "Frame":
        """Return the frame in which the whole picture is seen, as large as it can be."""
        width, height = self.picture
        return replace(self, centre=(width / 2, height / 2), zoom=self.fitting_zoom)

    @property
    def fitting_zoom(self) -> float:
        """The zoom at which the whole turned picture just fits the view."""
        c, s = abs(cos(radians(self.angle))), abs(sin(radians(self.angle)))
        width = self.picture[0] * c + self.picture[1] * s
        height = self.picture[0] * s + self.picture[1] * c
        return min(self.view[0] / max(width, 1), self.view[1] / max(height, 1), MOST_ZOOM) or 1.0

    @property
    def least_zoom(self) -> float:
        """Half of what fits: enough to see that there is nothing further."""
        return self.fitting_zoom / 2
