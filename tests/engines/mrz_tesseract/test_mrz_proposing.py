import pytest

from docdesk.engines.mrz_tesseract.proposing import placed, proposed

TD3 = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")
SURE = tuple((True,) * 44 for _ in TD3)
UNSURE = tuple((False,) * 44 for _ in TD3)


def _altered(line: int, place: int, letter: str) -> tuple[str, ...]:
    lines = list(TD3)
    lines[line] = lines[line][:place] + letter + lines[line][place + 1 :]
    return tuple(lines)


def test_a_right_zone_is_proposed_as_it_is() -> None:
    assert proposed(TD3, UNSURE) == TD3


@pytest.mark.parametrize(("line", "place", "letter"), [(1, 18, "Z"), (1, 17, "I"), (0, 7, "1"), (1, 20, "P")])
def test_a_position_moves_a_shape_to_its_look_alike(line: int, place: int, letter: str) -> None:
    assert proposed(_altered(line, place, letter), SURE) == TD3


def test_a_letter_among_the_digits_of_a_date_is_proposed_as_digit() -> None:
    assert proposed(_altered(1, 15, "O"), SURE) == TD3


def test_a_wrong_digit_proposes_the_one_uncertain_look_alike_that_cures_it() -> None:
    uncertain = (SURE[0], tuple(place != 5 for place in range(44)))
    assert proposed(_altered(1, 5, "O"), uncertain) == TD3


def test_a_certain_character_is_never_proposed_away_by_a_check_digit() -> None:
    forged = _altered(1, 5, "O")
    assert proposed(forged, SURE) == forged


def test_an_unknown_state_is_proposed_as_the_known_one() -> None:
    assert proposed(_altered(0, 4, "0"), SURE) == TD3


def test_lines_of_no_format_are_left_alone() -> None:
    assert proposed(("P<UT0", "1O"), ((True,) * 5, (True,) * 2)) == ("P<UT0", "1O")


def test_a_position_breaks_a_tie_and_nothing_else() -> None:
    lines = _altered(1, 15, "O")
    untied = tuple(tuple((letter, letter) for letter in line) for line in lines)
    assert placed(untied) == lines
    tied = tuple(tuple((letter, "0O" if letter == "O" else letter) for letter in line) for line in lines)
    assert placed(tied)[1] == TD3[1]
