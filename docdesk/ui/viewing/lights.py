"""Which pictures the keys 1 to 4 show: by their light, white first."""

from collections.abc import Sequence

from docdesk.ui.viewing.picture import Picture

GROUPS = ("vis", "ir", "uv", "other")
"""In the order of the keys."""


def group_of_light(light: str) -> str:
    """Return the group of a light: ultraviolet of any wavelength is one, what is no such light is `other`."""
    if light in {"VIS", "PHOTO"}:
        return "vis"
    if light.startswith("IR"):
        return "ir"
    return "uv" if light.startswith("UV") else "other"


def in_group(pictures: Sequence[Picture], group: str) -> tuple[Picture, ...]:
    """Return the pictures that a key shows; where no light is known the keys count them off."""
    if not any(picture.light for picture in pictures):
        number = GROUPS.index(group)
        last = len(GROUPS) - 1
        return tuple(pictures[number:] if number == last else pictures[number : number + 1])
    return tuple(picture for picture in pictures if group_of_light(picture.light) == group)


def next_in_group(pictures: Sequence[Picture], group: str, shown: str) -> Picture | None:
    """Return the picture of the group that comes after the one shown: pressing a key again goes on."""
    found = in_group(pictures, group)
    keys = [picture.key for picture in found]
    if not found:
        return None
    return found[(keys.index(shown) + 1) % len(found)] if shown in keys else found[0]


def by_light(pictures: Sequence[Picture]) -> tuple[Picture, ...]:
    """Return the pictures in the order of their lights; within a group they keep their order."""
    return tuple(sorted(pictures, key=lambda picture: GROUPS.index(group_of_light(picture.light))))
