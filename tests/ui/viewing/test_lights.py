"""Which picture a number key shows."""

import pytest

from docdesk.ui.viewing.lights import by_light, in_group, next_in_group
from tests.ui.viewing.drawn_pictures import picture

SET = tuple(picture(f"d/{light}", light=light, size=(80, 60)) for light in ("VIS", "UV254", "UV365", "OBL"))


@pytest.mark.parametrize(
    ("group", "keys"), [("vis", ["d/VIS"]), ("ir", []), ("uv", ["d/UV254", "d/UV365"]), ("other", ["d/OBL"])]
)
def test_keys_find_pictures_by_their_light(group: str, keys: list[str]) -> None:
    assert [each.key for each in in_group(SET, group)] == keys


def test_pressing_again_goes_on_within_the_group() -> None:
    shown = ""
    seen = []
    for _ in range(3):
        found = next_in_group(SET, "uv", shown)
        assert found is not None
        shown = found.key
        seen.append(shown)
    assert seen == ["d/UV254", "d/UV365", "d/UV254"]
    assert next_in_group(SET, "ir", shown) is None


def test_where_no_light_is_known_the_keys_count() -> None:
    unknown = tuple(picture(f"d/{number}", size=(80, 60)) for number in range(6))
    assert [each.key for each in in_group(unknown, "ir")] == ["d/1"]
    assert [each.key for each in in_group(unknown, "other")] == ["d/3", "d/4", "d/5"]


def test_a_hand_held_photograph_stands_for_white_light() -> None:
    assert in_group((picture("d/p", light="PHOTO"),), "vis")


def test_pictures_stand_in_the_order_of_the_keys() -> None:
    assert [each.light for each in by_light(SET[::-1])] == ["VIS", "UV365", "UV254", "OBL"]
