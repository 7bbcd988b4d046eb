"""A person joins captures into one document and takes them apart."""

from dataclasses import replace
from pathlib import Path

import pytest

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.inspection.captures.capture import Capture, Known, Label, Light, Side
from docdesk.inspection.captures.handing_in import Bundle, Member, pasted
from docdesk.inspection.captures.joining import Labelled, joined, members_of, split

NAMED_UV = Label(light=Light.UV, light_known=Known.NAMED)


def member(name: str, frame: int | None = None, label: Label = Label(), **values: object) -> Member:  # noqa: B008 - frozen
    return Member(Path("/x") / name, name, label, frame, **values)


def part(member: Member, light: Light = Light.VIS, side: Side = Side.DATA) -> Labelled:
    return Labelled(member, side, light)


def test_captures_are_joined_in_the_usual_order_under_a_name() -> None:
    parts = [
        part(member("b.png"), Light.VIS, Side.BACK),
        part(member("i.png"), Light.IR, Side.FRONT),
        part(member("v.png"), Light.VIS, Side.FRONT),
    ]
    bundle = joined(parts, "passport")
    assert bundle.name == "passport"
    assert [m.path.name for m in bundle.members] == ["v.png", "i.png", "b.png"]
    assert bundle.members[2].label == Label(Side.BACK, Known.ENTERED, Light.VIS, Known.ENTERED)


def test_what_a_name_told_and_the_person_left_is_still_known_by_the_name() -> None:
    (left,) = joined([part(member("a-uv.png", label=NAMED_UV), Light.UV)], "a").members
    assert (left.label.light_known, left.label.side_known) == (Known.NAMED, Known.ENTERED)


def test_what_the_person_put_right_is_known_by_the_person() -> None:
    (changed,) = joined([part(member("a-uv.png", label=NAMED_UV), Light.IR)], "a").members
    assert (changed.label.light, changed.label.light_known) == (Light.IR, Known.ENTERED)


def test_two_captures_of_one_side_and_light_can_be_joined() -> None:
    assert len(joined([part(member("1.png")), part(member("2.png"))], "a").members) == 2
    assert len(joined([part(member("1.tif", 1)), part(member("1.tif", 2))], "a").members) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (member("1.png"), member("1.png")),
        (member("1.tif", 2), member("1.tif", 2)),
        (member("1.tif"), member("1.tif", 2)),
        (member("1.tif", 2), member("1.tif", without=frozenset({1}))),
        (pasted(b"PNG", 1).members[0], pasted(b"PNG", 2).members[0]),
    ],
)
def test_one_frame_is_never_in_a_document_twice(one: Member, other: Member) -> None:
    with pytest.raises(WrongUse) as refused:
        joined([part(one), part(other, Light.UV)], "a")
    assert refused.value.message == Message.of("joining.same_twice", file=other.given)


def test_what_was_pasted_is_told_apart_by_its_content() -> None:
    one, other = pasted(b"PNG 1", 1).members[0], pasted(b"PNG 2", 2).members[0]
    assert len(joined([part(one), part(other)], "a").members) == 2


def test_a_frame_that_the_rest_of_its_file_leaves_out_can_be_joined_with_it() -> None:
    rest = member("1.tif", without=frozenset({2}))
    assert len(joined([part(rest), part(member("1.tif", 2))], "a").members) == 2


def test_nothing_cannot_be_joined() -> None:
    with pytest.raises(WrongUse):
        joined([], "a")


def test_split_gives_each_capture_back_with_what_is_known_of_it() -> None:
    first, second = member("1.png"), member("2.png")
    bundle = joined([part(first), part(second, Light.UV)], "passport")
    one, two = split(bundle)
    assert (one.name, two.name) == ("1", "2")
    assert two.members[0] == replace(second, label=bundle.members[1].label)


def test_frames_of_one_file_are_split_by_frame() -> None:
    bundle = joined([part(member("1.tif", 1)), part(member("1.tif", 3), side=Side.BACK)], "card")
    assert [(b.name, b.members[0].frame) for b in split(bundle)] == [("1 #1", 1), ("1 #3", 3)]


def test_a_document_of_one_capture_stays_as_it_is() -> None:
    bundle = Bundle("a", (member("1.tif"),))
    assert split(bundle) == (bundle,)


def test_a_capture_leads_back_to_its_member_and_its_frame_alone() -> None:
    bundle = Bundle("a", (member("v.tif"), member("i.tif", label=NAMED_UV)))
    seen = Capture("v.tif", None, "TIFF", 2, Label())
    assert members_of(bundle, [seen]) == (member("v.tif", 2),)
    both = (seen, Capture("i.tif", None, "TIFF", 2, NAMED_UV))
    assert [m.frame for m in members_of(bundle, both)] == [2, 2]


def test_a_capture_leads_to_the_member_that_holds_its_frame() -> None:
    bundle = Bundle("a", (member("1.tif", 1), member("1.tif", 2)))
    assert members_of(bundle, [Capture("1.tif", None, "TIFF", 2, Label())]) == (member("1.tif", 2),)
