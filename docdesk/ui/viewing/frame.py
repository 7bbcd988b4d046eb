"""Where a picture lies in a view: the one mapping that painting, tools and links share."""

from dataclasses import dataclass, replace
from math import atan2, cos, degrees, radians, sin, sqrt

from docdesk.foundation.geometry import Point, Polygon
from docdesk.imaging.aligning import Affine, applied, area_factor, composed, inverse, scaled

MOST_ZOOM = 64.0
"""View pixels per picture pixel at most: one pixel of a 300 ppi scan is then as wide as a thumb."""

FLIGHT_SHARE, FLIGHT_ZOOM = 0.45, 6.0
"""A place flown to fills not quite half of the view, so that its surroundings are seen too; a single
character of a 300 ppi scan then stands two fingers high and is no mosaic yet."""

STRAIGHT = (1.0, 0.0, 1.0)
"""The stretch of a picture that is turned and enlarged evenly."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture seen through a view.

    `picture` is the picture's width and height in its pixels, `view` the view's in device-independent pixels.
    `centre` is the picture's point in the middle of the view, `zoom` view pixels per picture pixel, `angle`
    the degrees by which the picture is turned clockwise about that point. Points are x to the right, y down;
    the picture's pixel (column, row) covers x from column to column + 1.

    A picture that was aligned with another may also be stretched: `stretch` (xx, xy, yy) is the symmetric
    mapping of its plane, of area 1, that comes before turning.
    """

    picture: tuple[int, int]
    view: tuple[float, float]
    centre: Point
    zoom: float
    angle: float = 0.0
    stretch: tuple[float, float, float] = STRAIGHT

    @classmethod
    def of(cls, picture: tuple[int, int], view: tuple[float, float], matrix: Affine) -> "Frame":
        """Return the frame in which `matrix` maps the picture to the view; it must not mirror."""
        a, b, _, d, e, _ = matrix
        turn = atan2(d - b, a + e)
        zoom = sqrt(area_factor(matrix))
        # Turned back and brought to area 1, what is left is the symmetric stretch (polar decomposition).
        c, s = cos(turn) / zoom, sin(turn) / zoom
        stretch = c * a + s * d, c * b + s * e, c * e - s * b
        centre = applied(inverse(matrix), (view[0] / 2, view[1] / 2))
        return cls(picture, view, centre, zoom, degrees(turn), stretch)

    @classmethod
    def fitting(cls, picture: tuple[int, int], view: tuple[float, float]) -> "Frame":
        """Return the frame in which the whole upright picture is seen."""
        return cls(picture, view, (0.0, 0.0), 1.0).fitted()

    @property
    def matrix(self) -> Affine:
        """The mapping from the picture to the view."""
        c, s = cos(radians(self.angle)) * self.zoom, sin(radians(self.angle)) * self.zoom
        xx, xy, yy = self.stretch
        a, b = c * xx - s * xy, c * xy - s * yy
        d, e = s * xx + c * xy, s * xy + c * yy
        x, y = self.centre
        return a, b, self.view[0] / 2 - a * x - b * y, d, e, self.view[1] / 2 - d * x - e * y

    def to_view(self, point: Point) -> Point:
        """Return where a point of the picture lies in the view."""
        return applied(self.matrix, point)

    def to_picture(self, point: Point) -> Point:
        """Return which point of the picture lies there in the view."""
        return applied(inverse(self.matrix), point)

    def zoomed(self, factor: float, about: Point) -> "Frame":
        """Return the frame zoomed by a factor; the picture's point under `about` (in the view) stays put."""
        least, most = min(self.least_zoom, self.zoom), max(MOST_ZOOM, self.zoom)
        zoom = min(max(self.zoom * factor, least), most)
        held = self.to_picture(about)
        moved = replace(self, zoom=zoom)
        now = moved.to_picture(about)
        return replace(moved, centre=(self.centre[0] + held[0] - now[0], self.centre[1] + held[1] - now[1]))

    def panned(self, by: Point) -> "Frame":
        """Return the frame with the picture moved by so many view px, its edge to the middle at most."""
        wanted = self.to_picture((self.view[0] / 2 - by[0], self.view[1] / 2 - by[1]))
        # A picture that lies beyond the middle already, as linked ones may, is not pulled back at once.
        x, y = (
            min(max(to, min(0.0, now)), max(float(end), now))
            for to, now, end in zip(wanted, self.centre, self.picture, strict=True)
        )
        return replace(self, centre=(x, y))

    def turned(self, by: float) -> "Frame":
        """Return the frame turned clockwise by so many degrees about the middle of the view."""
        return replace(self, angle=(self.angle + by + 180) % 360 - 180)

    def resized(self, view: tuple[float, float]) -> "Frame":
        """Return the frame of a view of another size; what was in the middle stays there."""
        return replace(self, view=view)

    def fitted(self) -> "Frame":
        """Return the frame in which the whole picture is seen, as large as it can be."""
        width, height = self.picture
        return replace(self, centre=(width / 2, height / 2), zoom=self.fitting_zoom)

    def flown_to(self, polygon: Polygon) -> "Frame":
        """Return the frame in which a place is in the middle, with its surroundings.

        Nothing is shown smaller than the picture fits.
        """
        turned = [applied(replace(self, zoom=1.0, centre=(0.0, 0.0)).matrix, point) for point in polygon]
        spans = [max(p[axis] for p in turned) - min(p[axis] for p in turned) for axis in (0, 1)]
        zoom = min(FLIGHT_SHARE * self.view[axis] / max(spans[axis], 1e-6) for axis in (0, 1))
        middle = tuple((max(p[axis] for p in polygon) + min(p[axis] for p in polygon)) / 2 for axis in (0, 1))
        zoom = max(min(zoom, FLIGHT_ZOOM), self.fitting_zoom)
        return replace(self, zoom=zoom, centre=(middle[0], middle[1]))

    def through(self, link: Affine, picture: tuple[int, int], view: tuple[float, float]) -> "Frame":
        """Return the frame of another picture that shows the same: `link` maps the other picture to this one.

        What is in the middle here is in the middle of the other view, which may have another size.
        """
        shift = scaled(1.0, to=((view[0] - self.view[0]) / 2, (view[1] - self.view[1]) / 2))
        return Frame.of(picture, view, composed(shift, composed(self.matrix, link)))

    @property
    def fitting_zoom(self) -> float:
        """The zoom at which the whole turned picture just fits the view."""
        a, b, _, d, e, _ = replace(self, zoom=1.0).matrix
        width = self.picture[0] * abs(a) + self.picture[1] * abs(b)
        height = self.picture[0] * abs(d) + self.picture[1] * abs(e)
        return min(self.view[0] / max(width, 1), self.view[1] / max(height, 1), MOST_ZOOM) or 1.0

    @property
    def least_zoom(self) -> float:
        """Half of what fits, enough to see that there is nothing further; a small picture goes down to a
        quarter.

        So it can be shown pixel for pixel, on a screen of up to four pixels per view pixel, too.
        """
        return min(self.fitting_zoom / 2, 0.25)
