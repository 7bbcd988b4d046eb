import pytest

from docdesk.mrz.transliteration import transliterate
from docdesk.synthesis.chance import dice
from docdesk.synthesis.lettering.fonts import FACES, glyph
from docdesk.synthesis.lettering.signature import signature
from docdesk.synthesis.models.entries import NAME_LISTS
from docdesk.synthesis.people.names import NAMES, RARE, drawn_given_names, drawn_surname

FACE_FOR_MRZ = "ocr_b"
WITHOUT_ALL_ACCENTS = {FACE_FOR_MRZ}


def everyone(people: str) -> tuple[str, ...]:
    names = NAMES[people]
    return (*names.surnames, *names.rare_surnames, *names.given["F"], *names.given["M"])


def test_the_lists_are_those_that_a_model_may_name() -> None:
    assert tuple(NAMES) == NAME_LISTS


@pytest.mark.parametrize("people", NAMES)
def test_lists_are_long_and_name_nobody_twice(people: str) -> None:
    names = NAMES[people]
    surnames = (*names.surnames, *names.rare_surnames)
    assert len(surnames) == len(set(surnames)) >= 150
    for given in names.given.values():
        assert len(given) == len(set(given)) >= 120


@pytest.mark.parametrize("people", NAMES)
def test_every_name_can_be_spelled_in_an_mrz_and_many_are_spelled_otherwise_there(people: str) -> None:
    spelled = [(name, transliterate(name)) for name in everyone(people)]
    assert all(way for _, way in spelled)
    changed = sum(name != way for name, way in spelled)
    assert changed > len(spelled) / 4


@pytest.mark.parametrize("people", NAMES)
def test_names_try_a_reader_with_hyphens_apostrophes_and_more_letters_than_an_mrz_holds(people: str) -> None:
    rare = NAMES[people].rare_surnames
    assert any("-" in name for name in rare)
    assert any("'" in name for name in rare)
    assert any(" " in name for name in rare)
    assert any(len(transliterate(name)) > 30 for name in rare)
    assert any(len(name) <= 2 for name in rare)


@pytest.mark.parametrize("face", [face for face in FACES if face not in WITHOUT_ALL_ACCENTS])
def test_every_face_has_the_letters_of_every_name(face: str) -> None:
    for letter in sorted({letter for people in NAMES for name in everyone(people) for letter in name}):
        glyph(face, letter, 1 / 16)


@pytest.mark.parametrize("people", NAMES)
def test_every_surname_can_be_signed(people: str) -> None:
    for name in NAMES[people].rare_surnames:
        assert signature(name, 1, (0.0, 0.0, 40.0, 10.0))


@pytest.mark.parametrize("people", NAMES)
def test_given_names_are_one_to_three_with_different_initials(people: str) -> None:
    counts = set()
    for seed in range(200):
        given = drawn_given_names(NAMES[people], "F", dice(seed)).replace("-", " ").split()
        counts.add(len(given))
        assert len({name[0] for name in given}) == len(given)
        assert set(given) <= set(NAMES[people].given["F"])
    assert counts == {1, 2, 3}


@pytest.mark.parametrize("people", NAMES)
def test_rare_surnames_come_as_often_as_stated(people: str) -> None:
    names = NAMES[people]
    drawn = [drawn_surname(names, dice(seed)) for seed in range(2000)]
    rare = sum(name in names.rare_surnames for name in drawn)
    # Four standard deviations of 2000 throws.
    assert abs(rare / 2000 - RARE) < 0.025
    double = sum("-" in name for name in drawn if name not in names.rare_surnames)
    assert double > 20
