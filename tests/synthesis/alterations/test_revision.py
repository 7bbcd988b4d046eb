import datetime as dt
from dataclasses import replace

import numpy as np
import pytest

from docdesk.foundation.errors import WrongUse
from docdesk.mrz.parsing import parse
from docdesk.synthesis.alterations.revision import Entry, drawn_entry, possible, revise
from docdesk.synthesis.people.holder import Holder
from docdesk.synthesis.people.making import make_holder
from docdesk.wording.catalogue import Wording
from tests.synthesis.alterations.stage_of_forgery import TODAY, Shop, card, model

ENTRIES: tuple[Entry, ...] = ("birth", "expiry", "number")


def holder_of(stage: Shop, seed: int = 3) -> Holder:
    return make_holder(model(), stage.people, seed, TODAY)


def wrong(lines: tuple[str, ...]) -> int:
    return sum(not digit.agrees for digit in parse(lines).digits)


@pytest.mark.parametrize("entry", ENTRIES)
def test_corrected_change_leaves_every_check_digit_right(stage: Shop, entry: Entry) -> None:
    for seed in range(12):
        holder = holder_of(stage, seed)
        if entry not in possible(model(), holder):
            continue
        made = revise(model(), holder, entry, "both", np.random.default_rng(seed), corrected=True)
        assert wrong(made.holder.mrz) == 0
        assert made.holder.mrz != holder.mrz
        assert set(made.digits) < set(made.mrz)


@pytest.mark.parametrize("entry", ENTRIES)
def test_uncorrected_change_breaks_its_digit_and_the_composite(stage: Shop, entry: Entry) -> None:
    holder = holder_of(stage)
    made = revise(model(), holder, entry, "both", np.random.default_rng(1), corrected=False)
    assert len(made.mrz) == 1
    assert wrong(holder.mrz) == 0
    assert wrong(made.holder.mrz) == 2


@pytest.mark.parametrize("entry", [*ENTRIES, "surname"])
def test_printed_zone_and_mrz_say_the_same_after_a_change_of_both(stage: Shop, entry: Entry) -> None:
    holder = holder_of(stage)
    made = revise(model(), holder, entry, "both", np.random.default_rng(2), corrected=True)
    mrz = parse(made.holder.mrz)
    text = made.holder.text(made.field)
    assert (holder.text(made.field), text) == made.printed
    assert len(made.positions) == 1
    if entry == "number":
        assert mrz.value("document_number") == text == made.holder.number
    elif entry == "surname":
        assert mrz.value("primary_identifier")[made.positions[0]] == text[made.positions[0]]
    else:
        day = made.holder.birth if entry == "birth" else made.holder.expiry
        assert str(day.year) in text
        assert mrz.value(f"date_of_{entry}") == f"{day:%y%m%d}"


def test_change_of_one_zone_leaves_the_other_as_it_was(stage: Shop) -> None:
    holder = holder_of(stage)
    printed = revise(model(), holder, "birth", "printed", np.random.default_rng(1), corrected=False)
    assert printed.holder.mrz == holder.mrz
    assert not printed.mrz
    assert printed.holder.text("birth") != holder.text("birth")
    lines = revise(model(), holder, "birth", "mrz", np.random.default_rng(1), corrected=True)
    assert lines.holder.texts == holder.texts
    assert not lines.positions
    assert lines.holder.mrz != holder.mrz


def test_changed_dates_are_possible_and_plausible(stage: Shop) -> None:
    for seed in range(30):
        holder = holder_of(stage, seed)
        rng = np.random.default_rng(seed)
        if "birth" in possible(model(), holder):
            birth = revise(model(), holder, "birth", "both", rng, corrected=True).holder.birth
            assert 15 < (holder.issue - birth).days / 365.25 < 77
        if "expiry" in possible(model(), holder):
            expiry = revise(model(), holder, "expiry", "both", rng, corrected=True).holder.expiry
            assert dt.timedelta(0) < expiry - holder.expiry < dt.timedelta(days=10 * 366)


def test_day_of_a_leap_year_moves_to_leap_years_alone(stage: Shop) -> None:
    leap = dt.date(1988, 2, 29)
    holder = holder_of(stage)
    text = holder.text("birth").replace(str(holder.birth.year), "1988")
    mrz = (holder.mrz[0], f"{holder.mrz[1][:13]}880229{holder.mrz[1][19:]}")
    born = replace(holder, birth=leap, mrz=mrz).with_texts(birth=text)
    for seed in range(10):
        made = revise(model(), born, "birth", "both", np.random.default_rng(seed), corrected=True)
        assert (made.holder.birth.month, made.holder.birth.day) == (2, 29)


def test_name_spelled_otherwise_in_the_mrz_is_changed_only_where_both_agree(stage: Shop) -> None:
    holder = holder_of(stage).with_texts(surname="KÄPPEL")
    line = "P<UTOKAEPPEL<<ANNA".ljust(44, "<")
    made = replace(holder, mrz=(line, holder.mrz[1]))
    assert "surname" not in possible(model(), made), "only the first letter, which is left alone, agrees"


def test_entry_without_its_digits_in_the_printed_text_is_not_offered(stage: Shop) -> None:
    holder = holder_of(stage).with_texts(birth="UNKNOWN")
    assert "birth" not in possible(model(), holder)


def test_document_without_such_an_entry_is_refused_with_a_sentence(stage: Shop) -> None:
    holder = replace(holder_of(stage), texts=())
    with pytest.raises(WrongUse) as refusal:
        drawn_entry(model(), holder, np.random.default_rng(1))
    assert "stage" in Wording().say(refusal.value.message)


def test_card_number_is_revised_with_its_composite(stage: Shop) -> None:
    holder = make_holder(card(), stage.people, 4, TODAY)
    made = revise(card(), holder, "number", "both", np.random.default_rng(4), corrected=True)
    assert wrong(made.holder.mrz) == 0
    assert {line for line, _ in made.mrz} <= {0, 1}
