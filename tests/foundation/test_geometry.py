"""What polygons measure."""

from docdesk.foundation.geometry import area


def test_the_area_of_a_polygon_does_not_depend_on_its_direction() -> None:
    corners = ((0, 0), (10, 0), (10, 20), (0, 20))
    assert area(corners) == area(corners[::-1]) == 200


def test_a_polygon_without_extent_has_no_area() -> None:
    assert area(((3, 4),)) == area(((0, 0), (5, 5))) == 0
