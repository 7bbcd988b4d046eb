import contextlib
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docdesk.mrz.alphabet import LETTERS
from docdesk.mrz.errors import MrzError
from docdesk.mrz.transliteration import MAX_ALTERNATIVES, has_arabic, transliterate, transliterations
from docdesk.mrz.transliteration_tables import ARABIC, CYRILLIC, LATIN, NATIONAL, UKRAINIAN_INITIALS

FAST = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
NAME = st.text(alphabet=st.sampled_from(sorted({*LETTERS, *LATIN, *CYRILLIC, *ARABIC, " ", "-", "'", "ü"})))


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("D'Artagnan", "DARTAGNAN"),
        ("O’Connor", "OCONNOR"),
        ("O`Connor", "OCONNOR"),
        ("O´Connor", "OCONNOR"),
        ("Smith-Jones", "SMITH<JONES"),
        ("Smith – Jones", "SMITH<JONES"),
        ("Van der Muellen", "VAN<DER<MUELLEN"),
        ("Smith, Jones", "SMITH<JONES"),
        ("St. John", "ST<JOHN"),
        ("Jr.", "JR"),
        ("  Anna\u00a0 María  ", "ANNA<MARIA"),
        ("John IV", "JOHN<IV"),
        ("John Ⅳ", "JOHN<IV"),
        ("Müller", "MUELLER"),
        ("Straße", "STRASSE"),
        ("STRAẞE", "STRASSE"),
        ("Ångström", "AANGSTROEM"),
        ("Muñoz", "MUNOZ"),
        ("Þór Æsa", "THOR<AESA"),
        ("Œuvre", "OEUVRE"),
        ("Łódź", "LODZ"),
        ("IJsselĲ", "IJSSELIJ"),
        ("İstanbul ılgaz", "ISTANBUL<ILGAZ"),
        ("Ștefan Țepeș", "STEFAN<TEPES"),
        ("Nguyễn Thị Ấu", "NGUYEN<THI<AU"),
        ("Ｆｕｌｌ", "FULL"),
        ("", ""),
        ("'", ""),
        ("-", ""),
    ],
)
def test_preferred_spelling(written: str, printed: str) -> None:
    assert transliterate(written) == printed
    assert transliterate(unicodedata.normalize("NFD", written)) == printed
    assert transliterate(written.upper()) == printed


@pytest.mark.parametrize("letter", LATIN)
def test_every_latin_letter_is_spelled_by_its_table_composed_or_not(letter: str) -> None:
    assert transliterations(letter) == LATIN[letter]
    assert transliterations(unicodedata.normalize("NFD", letter)) == LATIN[letter]


def test_tables_hold_the_letters_of_doc_9303() -> None:
    assert (len(LATIN), len(ARABIC)) == (98, 49)
    for table in (LATIN, CYRILLIC, ARABIC, UKRAINIAN_INITIALS, *NATIONAL.values()):
        for ways in table.values():
            assert all(set(way) <= set(LETTERS) for way in ways)


@pytest.mark.parametrize(
    ("written", "hint", "printed"),
    [
        ("Щербаков", None, "SHCHERBAKOV"),
        ("Щербаков", "BGR", "SHTERBAKOV"),
        ("Игорь Подъячев", None, "IGOR<PODIEIACHEV"),
        ("Георгій", "UKR", "HEORHII"),
        ("Григорій", "UKR", "HRYHORII"),
        ("Юлія Єва Їжак Йосип Яна", "UKR", "YULIIA<YEVA<YIZHAK<YOSYP<YANA"),
        ("Юлия", None, "IULIIA"),
        ("Алёна", None, "ALENA"),
        ("Алёна", "BLR", "ALIONA"),
        ("Жарко Ђорђевић", "SRB", "ZARKO<DORDEVIC"),
        ("Ќосе Џафер Ѓорѓи", "MKD", "KJOSE<DJAFER<GJORGJI"),
        ("Љубиша Његош", None, "LJUBISHA<NJEGOSH"),
    ],
)
def test_cyrillic_with_and_without_national_spelling(written: str, hint: str | None, printed: str) -> None:
    assert transliterate(written, hint=hint) == printed
    assert transliterate(unicodedata.normalize("NFD", written), hint=hint) == printed
    assert printed in transliterations(written, hint=hint)


def test_a_hint_changes_the_order_and_hides_nothing() -> None:
    for hint in (None, *NATIONAL):
        assert set(transliterations("Г", hint=hint)) == {"G", "H"}
    assert transliterations("Г", hint="UKR")[0] == "H"
    assert transliterations("Й") == ("I", "Y")
    assert transliterations("АЙ") == ("AI",)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("محمد", "MXHMD"),
        ("فاطمة", "FAXTTMXAH"),
        ("هبةالله", "HBXTAALLH"),
        ("شمس", "XSHMS"),
        ("مُحَمَّد", "MXHMMD"),
        ("عبد الله", "EBD<ALLH"),
        ("مـحمد", "MXHMD"),
        ("آ", "XAA"),
        ("\u0627\u0653", "XAA"),
    ],
)
def test_arabic_by_the_reversible_scheme(written: str, printed: str) -> None:
    assert transliterate(written) == printed
    assert has_arabic(written)
    assert not has_arabic("Müller")


@pytest.mark.parametrize("written", ["Ann4", "Anna٣", "Γιάννης", "山田", "უ", "\x00", "ა"])
def test_what_has_no_spelling_is_refused(written: str) -> None:
    for call in (transliterate, transliterations):
        with pytest.raises(MrzError) as caught:
            call(written)
        assert caught.value.reason == "character_not_transliterable"


def test_alternatives_choose_once_per_letter_and_are_bounded() -> None:
    assert transliterations("Müller-Lüdenscheidt") == (
        "MUELLER<LUEDENSCHEIDT",
        "MUXXLLER<LUXXDENSCHEIDT",
        "MULLER<LUDENSCHEIDT",
    )
    many = transliterations("ÄÅÖÜÑГЖХЦЧШЩ")
    assert len(many) == len(set(many)) == MAX_ALTERNATIVES
    assert many[0] == transliterate("ÄÅÖÜÑГЖХЦЧШЩ")


def test_huge_names_are_spelled_in_good_time() -> None:
    assert len(transliterate("Ü" * 20_000)) == 40_000
    assert len(transliterations("ÜÖ" * 5_000)) == 6


@FAST
@given(text=NAME)
def test_a_spelling_holds_letters_and_single_fillers(text: str) -> None:
    for way in transliterations(text):
        assert set(way) <= {*LETTERS, "<"}
        assert "<<" not in way
        assert not way.startswith("<")
        assert not way.endswith("<")
    assert transliterations(text)[0] == transliterate(text)


@FAST
@given(text=st.text(alphabet=st.sampled_from([*LETTERS, " "])))
def test_what_can_be_printed_is_spelled_as_it_is(text: str) -> None:
    assert transliterate(text) == "<".join(text.split())


@FAST
@given(text=st.text(), hint=st.one_of(st.none(), st.text(), st.sampled_from(sorted(NATIONAL))))
def test_nothing_but_mrz_error(text: str, hint: str | None) -> None:
    has_arabic(text)
    with contextlib.suppress(MrzError):
        transliterate(text, hint=hint)
        transliterations(text, hint=hint)
