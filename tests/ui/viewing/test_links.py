"""How pictures lie to each other."""

import pytest

from docdesk.imaging.aligning import IDENTITY, applied, composed, inverse, scaled
from docdesk.ui.viewing.frame import Frame
from docdesk.ui.viewing.links import Links, guessed_link
from tests.ui.viewing.drawn_pictures import picture


def test_captures_of_one_document_and_size_lie_pixel_on_pixel() -> None:
    vis = picture("a/vis", px_per_mm=10)
    assert guessed_link(picture("a/uv", px_per_mm=20), vis) == IDENTITY


def test_other_documents_are_brought_to_one_scale_middle_on_middle() -> None:
    one, other = picture("a/vis", px_per_mm=10), picture("b/vis", px_per_mm=20)
    link = guessed_link(other, one)
    assert applied(link, (200, 150)) == (200, 150)
    assert applied(link, (220, 150)) == (210, 150)


def test_without_a_scale_they_are_brought_to_one_width() -> None:
    one, other = picture("a/vis", size=(400, 300)), picture("b/vis", size=(200, 180), px_per_mm=4)
    link = guessed_link(other, one)
    assert applied(link, (0, 90)) == (0, 150)
    assert applied(link, (200, 90)) == (400, 150)


def test_what_was_set_by_hand_stays_when_pictures_come_and_go() -> None:
    vis, ir, uv = (picture(f"a/{light}") for light in ("vis", "ir", "uv"))
    by_hand = scaled(1.0, to=(7, 8))
    links = Links().linking((vis, ir)).placed("a/ir", "a/vis", by_hand).linking((vis, ir, uv))
    assert links.between("a/ir", "a/vis") == by_hand
    assert links.linking((ir, uv)).between("a/ir", "a/uv") == pytest.approx(by_hand)


def test_a_point_is_carried_across_and_back() -> None:
    vis, ir = picture("a/vis"), picture("a/ir")
    links = Links().linking((vis, ir)).placed("a/ir", "a/vis", (1.1, 0.1, 5, -0.1, 1.1, 9))
    there = links.across((100, 50), "a/vis", "a/ir")
    assert links.across(there, "a/ir", "a/vis") == pytest.approx((100, 50))
    assert there == pytest.approx(applied(inverse((1.1, 0.1, 5, -0.1, 1.1, 9)), (100, 50)))


def test_a_picture_is_linked_as_it_is_seen() -> None:
    vis, ir = picture("a/vis"), picture("a/ir")
    left = Frame((400, 300), (300.0, 200.0), (120.0, 90.0), 1.5, 10.0)
    right = Frame((400, 300), (310.0, 200.0), (80.0, 99.0), 1.2, -20.0)
    links = Links().linking((vis, ir)).as_seen("a/ir", right, "a/vis", left)
    # What lies 20 px right of the middle of one view is what lies there in the other.
    here, there = left.to_picture((170, 100)), right.to_picture((175, 100))
    assert links.across(here, "a/vis", "a/ir") == pytest.approx(there)
    again = left.through(links.between("a/ir", "a/vis"), (400, 300), (310.0, 200.0))
    assert again.matrix == pytest.approx(right.matrix)


def test_a_picture_that_is_not_linked_is_an_error() -> None:
    with pytest.raises(KeyError):
        Links().of("nobody")


def test_links_are_composed_by_way_of_the_common_plane() -> None:
    a, b, c = (picture(f"a/{key}") for key in "abc")
    onto_a, onto_b = scaled(2.0, to=(1, 2)), scaled(0.5, to=(3, 4))
    links = Links().linking((a, b, c)).placed("a/b", "a/a", onto_a).placed("a/c", "a/b", onto_b)
    assert links.between("a/c", "a/a") == pytest.approx(composed(onto_a, onto_b))
