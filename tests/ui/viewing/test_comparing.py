"""Which pictures are seen after what was pressed."""

import pytest

from docdesk.ui.viewing.comparing import MOST_BESIDE, Choice, Mode

KEYS = ("vis", "ir", "uv")
START = Choice().among(KEYS)


def test_at_first_the_first_picture_is_shown_and_the_second_waits() -> None:
    assert START.shown == ("vis",)
    assert START.second == "ir"


def test_until_somebody_picks_the_first_one_of_the_desk_is_shown() -> None:
    assert Choice().among(("ir",)).among(KEYS).first == "vis"
    assert Choice().among(("ir", "uv")).showing("ir").among(KEYS).first == "ir"


def test_pressing_a_picture_shows_it_and_remembers_the_one_before() -> None:
    choice = START.pressed("uv")
    assert (choice.first, choice.second) == ("uv", "vis")
    assert choice.swapped().shown == ("vis",)


def test_pressing_the_picture_that_is_shown_changes_nothing() -> None:
    assert START.pressed("vis").shown == ("vis",)
    assert START.pressed("vis").second == "ir"


@pytest.mark.parametrize("mode", [Mode.OVERLAY, Mode.WIPE, Mode.DIFFERENCE])
def test_two_in_one_show_both_and_the_same_key_leads_back(mode: Mode) -> None:
    choice = START.to(mode)
    assert choice.shown == ("vis", "ir")
    assert choice.to(mode).mode is Mode.SINGLE


def test_in_two_in_one_a_pressed_picture_is_the_first_and_the_second_stays() -> None:
    assert START.to(Mode.WIPE).pressed("uv").shown == ("uv", "ir")
    assert START.to(Mode.WIPE).pressed("ir").shown == ("ir", "vis")


def test_the_second_can_be_chosen_and_choosing_the_first_for_it_swaps() -> None:
    assert START.to(Mode.OVERLAY).compared_with("uv").shown == ("vis", "uv")
    assert START.to(Mode.OVERLAY).compared_with("vis").shown == ("ir", "vis")


def test_beside_each_other_pressing_hides_and_shows_but_never_all() -> None:
    choice = START.to(Mode.BESIDE)
    assert choice.shown == KEYS
    choice = choice.pressed("ir").pressed("vis")
    assert choice.shown == ("uv",)
    assert choice.pressed("uv").shown == ("uv",)
    assert choice.pressed("ir").shown == ("uv", "ir")


def test_showing_a_picture_beside_others_does_not_hide_it() -> None:
    assert START.to(Mode.BESIDE).showing("ir").shown == KEYS


def test_no_more_than_nine_stand_beside_each_other() -> None:
    keys = tuple(f"p{number}" for number in range(12))
    choice = Choice().among(keys).to(Mode.BESIDE)
    assert len(choice.shown) == 4
    for key in keys:
        choice = choice.showing(key)
    assert len(choice.shown) == MOST_BESIDE
    assert keys[-1] in choice.shown


def test_one_picture_cannot_be_compared() -> None:
    alone = Choice().among(("vis",))
    assert alone.to(Mode.WIPE).mode is Mode.SINGLE
    assert alone.swapped() == alone


def test_the_way_of_showing_outlives_a_change_of_pictures_that_allows_it() -> None:
    assert START.to(Mode.BESIDE).among(("a", "b")).mode is Mode.BESIDE
    assert START.to(Mode.WIPE).among(("a",)).mode is Mode.SINGLE
    assert START.among(()).shown == ()
