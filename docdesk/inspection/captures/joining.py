"""Captures joined into one document by a person, where nothing else tells, and taken apart again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.inspection.captures.capture import Capture, Known, Label, Light, Side
from docdesk.inspection.captures.handing_in import Bundle, Member, in_usual_order


@dataclass(frozen=True, slots=True)
class Labelled:
    """A member and what a person says that it shows."""

    member: Member
    side: Side
    light: Light


def members_of(bundle: Bundle, captures: Iterable[Capture]) -> tuple[Member, ...]:
    """Return the members that these captures of the bundle came of, each held to the frame of its capture.

    A file of many frames makes many documents; only the frame that the person sees is to be joined.
    """
    return tuple(
        replace(member, frame=capture.frame, without=frozenset())
        for capture in captures
        for member in bundle.members
        if member.given == capture.path and member.label == capture.label
        if member.frame in {None, capture.frame} and capture.frame not in member.without
    )


def joined(parts: Sequence[Labelled], name: str) -> Bundle:
    """Return the bundle of these captures of one document, in the usual order of sides and lights.

    Two captures of one side under one light may be joined: the one read best counts. What the person left as
    a name or a capture.toml told it stays known so; all else is known by the person. One part alone may be
    given: then its side and light are put right.

    Raises:
        WrongUse: there is no part, or one frame is there twice.
    """
    if not parts:
        raise WrongUse(Message("joining.nothing"))
    members = [replace(part.member, label=_label(part)) for part in parts]
    for index, member in enumerate(members):
        if any(_overlap(member, other) for other in members[:index]):
            raise WrongUse(Message.of("joining.same_twice", file=member.given))
    return Bundle(name, tuple(sorted(members, key=in_usual_order)))


def split(bundle: Bundle) -> tuple[Bundle, ...]:
    """Return a bundle for each member; what is known of their sides and lights stays with them.

    Frames of one file that were joined are taken apart too. A bundle of one member is returned as it is.
    """
    if len(bundle.members) == 1:
        return (bundle,)
    return tuple(Bundle(_name_alone(member, bundle), (member,)) for member in bundle.members)


def _label(part: Labelled) -> Label:
    before = part.member.label
    return Label(
        side=part.side,
        side_known=_known(before.side_known, same=part.side is before.side),
        light=part.light,
        light_known=_known(before.light_known, same=part.light is before.light),
    )


def _known(before: Known, *, same: bool) -> Known:
    return before if same and before is not Known.ASSUMED else Known.ENTERED


def _overlap(one: Member, other: Member) -> bool:
    """Return whether two members show a frame of one file, or of the same bytes pasted twice, in common."""
    if _source(one) != _source(other):
        return False
    if one.frame is None or other.frame is None:
        pinned = one.frame or other.frame
        return pinned is None or pinned not in one.without | other.without
    return one.frame == other.frame


def _source(member: Member) -> Path | bytes:
    return member.path if member.content is None else member.content


def _name_alone(member: Member, bundle: Bundle) -> str:
    of_file = sum(other.path == member.path for other in bundle.members)
    return member.path.stem if of_file == 1 or member.frame is None else f"{member.path.stem} #{member.frame}"
