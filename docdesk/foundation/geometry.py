"""Points and quadrilaterals, in pixels of a frame after turning unless a name says mm.

The pixel origin is the frame's top-left corner, x to the right, y down.
"""

Point = tuple[float, float]
"""x, y."""

Polygon = tuple[Point, ...]
"""Corners in order, not closed."""

Quad = tuple[Point, Point, Point, Point]
"""Four corners, clockwise from the one that is top-left when the text in it is upright."""
