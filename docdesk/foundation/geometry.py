"""Points and quadrilaterals, in pixels of a frame after turning unless a name says mm.

The pixel origin is the frame's top-left corner, x to the right, y down.
"""

Point = tuple[float, float]
"""x, y."""

Polygon = tuple[Point, ...]
"""Corners in order, not closed."""

Quad = tuple[Point, Point, Point, Point]
"""Four corners, clockwise from the one that is top-left when the text in it is upright."""


def area(polygon: Polygon) -> float:
    """Return the area of a polygon that does not cross itself, in square units of its points."""
    following = (*polygon[1:], polygon[0])
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(polygon, following, strict=True))) / 2
