"""Every worked example of Doc 9303 and every known genuine layout, read as printed."""

from datetime import date

import pytest

from docdesk.mrz.check_digits import check_digit
from docdesk.mrz.composing import compose, content_of
from docdesk.mrz.formats import FORMATS, recognise
from docdesk.mrz.parsing import parse
from docdesk.mrz.validation import validate

ON = date(2026, 1, 15)

TD1_FIRST = ("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6")
NAME_30 = "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"

VECTORS = {
    "td3": (
        "TD3",
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
        "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
    ),
    "td3_appendix": ("TD3", "P<YTO" + "X".ljust(39, "<"), "HA672242<6YTO5802254M9601086<<<<<<<<<<<<<<08"),
    "td1": ("TD1", *TD1_FIRST, NAME_30),
    "td1_appendix": ("TD1", "I<YTOD231458907<<<<<<<<<<<<<<<", "3407127M9507122YTO<<<<<<<<<<<2", NAME_30),
    "td1_long_stevenson": (
        "TD1",
        "I<UTOD23145890<7349<<<<<<<<<<<",
        "3407127M9507122UTO<<<<<<<<<<<2",
        "STEVENSON<<PETER<JOHN<<<<<<<<<",
    ),
    "td1_long_eriksson": (
        "TD1",
        "I<UTOD23145890<1233<<<<<<<<<<<",
        "7408122F1204159UTO<<<<<<<<<<<2",
        NAME_30,
    ),
    "td1_swiss": (
        "TD1",
        "IDCHEA1234567<6<<<<<<<<<<<<<<<",
        "7510256M2009018CHE<<<<<<<<<<<8",
        "SMITH<<JOHN<ALBERT<<<<<<<<<<<<",
    ),
    "td1_finnish": (
        "TD1",
        "I<FINXA10000585010195<112X<<<<",
        "9501016F2803135FIN<<<<<<<<<<<7",
        "SPECIMEN<TRAVEL<<VILMA<SOFIA<<",
    ),
    "td1_portuguese": (
        "TD1",
        "I<PRT007777779<ZZ92<<<<<<<<<<<",
        "8303143M3405282PRT<<<<<<<<<<<2",
        "CACADOR<DE<ARAUJO<<ANDRE<ESTEV",
    ),
    "td1_new_belgian": (
        "TD1",
        "IDBEL600001795<0152<<<<<<<<<<<",
        "1301014F2311207BEL130101987398",
        "SPECIMEN<<SPECIMEN<<<<<<<<<<<<",
    ),
    "td1_old_belgian": (
        "TD1",
        "IDBEL000590240<6013<<<<<<<<<<<",
        "8512017F1311048BEL851201002007",
        "REINARTZ<<ULRIKE<KATIA<E<<<<<<",
    ),
    "td2": ("TD2", "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"),
    "td2_appendix": ("TD2", "I<YTO" + "X".ljust(31, "<"), "HA672242<6YTO5802254M9601086<<<<<<<8"),
    "mrva": (
        "MRVA",
        "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
        "L898902C<3UTO6908061F9406236ZE184226B<<<<<<<",
    ),
    "mrvb": ("MRVB", "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L898902C<3UTO6908061F9406236ZE184226"),
    "french_loiseau": ("FRA36", "IDFRALOISEAU".ljust(36, "<"), "970675K002774HERVE<<DJAMEL<7303216M4"),
    "french_berthier": ("FRA36", "IDFRABERTHIER".ljust(36, "<"), "9409923102854CORINNE<<<<<<<6512068F4"),
    "french_with_office": (
        "FRA36",
        "IDFRATEST<NAME<<<<<<<<<<<<<<<<0CHE02",
        "1710GVA123451ROBERTA<<<<<<<9112311F2",
    ),
    "french_licence": ("FRA30", "D1FRA13AA000026181231MARTIN<<9"),
    "swiss_licence": (
        "CHE30",
        "AAA001D<<",
        "FACHE305142128097<<800126<<<<<",
        "MARCHAND<<FABIENNE<<<<<<<<<<<<",
    ),
}

HARMLESS = {
    "issuer_fictitious",
    "nationality_fictitious",
    "issuer_not_recognised",
    "nationality_not_recognised",
    "expired",
    "specimen_name",
    "name_possibly_truncated",
    "long_number_variant",
}
"""YTO of Appendix A is no code; the rest is what specimens are."""


@pytest.mark.parametrize("key", VECTORS)
def test_lines_have_the_lengths_of_their_format(key: str) -> None:
    name, *lines = VECTORS[key]
    assert tuple(len(line) for line in lines) == FORMATS[name].lengths


@pytest.mark.parametrize("key", VECTORS)
def test_format_is_recognised(key: str) -> None:
    name, *lines = VECTORS[key]
    assert recognise(lines).name == name


@pytest.mark.parametrize("key", VECTORS)
def test_every_digit_of_a_vector_agrees(key: str) -> None:
    name, *lines = VECTORS[key]
    mrz = parse(lines)
    assert [digit.name for digit in mrz.digits if not digit.agrees] == []
    assert len(mrz.digits) == len(FORMATS[name].digits)


@pytest.mark.parametrize("key", VECTORS)
def test_no_vector_has_a_grave_fault(key: str) -> None:
    kinds = {fault.kind for fault in validate(parse(VECTORS[key][1:]), ON)}
    assert kinds <= HARMLESS
    assert ("issuer_not_recognised" in kinds) == key.endswith("appendix")


NOT_WRITTEN = ("french_licence", "swiss_licence", "td1_old_belgian")
"""Licences are only read; the old Belgian way of taking a digit is not written anew."""


@pytest.mark.parametrize("key", [key for key in VECTORS if key not in NOT_WRITTEN])
def test_composing_gives_a_vector_back(key: str) -> None:
    lines = VECTORS[key][1:]
    assert compose(content_of(parse(lines))) == lines


@pytest.mark.parametrize("key", VECTORS)
def test_any_changed_digit_of_a_covered_number_or_date_is_seen(key: str) -> None:
    name, *lines = VECTORS[key]
    for digit in parse(lines).digits:
        for span in digit.covers:
            for at in range(span.start, span.end):
                if not lines[span.line][at].isdigit():
                    continue
                changed = list(lines)
                other = str((int(lines[span.line][at]) + 1) % 10)
                changed[span.line] = lines[span.line][:at] + other + lines[span.line][at + 1 :]
                again = parse(changed, name).digit(digit.name)
                assert again is not None
                assert not again.agrees


def test_worked_digits_of_appendix_a() -> None:
    assert check_digit("520727") == "3"
    assert check_digit("AB2134<<<") == "5"


def test_long_number_with_the_composite_of_the_plain_one_is_wrong() -> None:
    _, first, second, third = VECTORS["td1_long_eriksson"]
    mrz = parse([first, second[:-1] + "6", third])
    composite = mrz.digit("composite")
    assert composite is not None
    assert (composite.agrees, composite.printed, composite.expected) == (False, "6", "2")
    number = mrz.digit("document_number")
    assert number is not None
    assert number.agrees


def test_tampered_expiry_no_longer_matches() -> None:
    _, first, second = VECTORS["td2"]
    mrz = parse([first, second.replace("1204159", "1204169")])
    assert [digit.name for digit in mrz.digits if not digit.agrees] == ["date_of_expiry", "composite"]


NAMES = {
    "ERIKSSON<<ANNA<MARIA": ("ERIKSSON", "ANNA MARIA"),
    "SMITH<JONES<<SUSIE<MARGARET": ("SMITH JONES", "SUSIE MARGARET"),
    "OCONNOR<<ENYA<SIOBHAN": ("OCONNOR", "ENYA SIOBHAN"),
    "VAN<DER<MUELLEN<<MARTIN": ("VAN DER MUELLEN", "MARTIN"),
    "AL<BASRI<<HUDA<MUHAMMAD<JAWAD": ("AL BASRI", "HUDA MUHAMMAD JAWAD"),
    "ARKFREITH": ("ARKFREITH", ""),
    "NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K": ("NILAVADHANANANDA", "CHAYAPA DEJTHAMRONG K"),
    "BENNELONG<WOOLOOMOOLOO<WARRANDYTE<W<<DI": ("BENNELONG WOOLOOMOOLOO WARRANDYTE W", "DI"),
    "PAPANDROPOULOUS<<JONATHON<WARREN<TREVOR": ("PAPANDROPOULOUS", "JONATHON WARREN TREVOR"),
}


@pytest.mark.parametrize("name", NAMES)
def test_name_examples_of_doc_9303(name: str) -> None:
    line = "PPUTO" + name.ljust(39, "<")
    assert len(line) == 44
    mrz = parse([line, VECTORS["td3"][2]])
    assert (mrz.value("primary_identifier"), mrz.value("secondary_identifier")) == NAMES[name]
    faults = {fault.kind for fault in validate(mrz, ON)}
    assert ("name_possibly_truncated" in faults) == (len(name) == 39)
    assert not faults & {"name_malformed", "name_missing", "document_code_wrong"}
