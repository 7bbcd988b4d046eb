from dataclasses import replace

import numpy as np
import pytest

from docdesk.synthesis.alterations.characters import changed_items
from docdesk.synthesis.alterations.contradictions import contradictions
from docdesk.synthesis.alterations.revision import Entry, Where, revise
from docdesk.synthesis.models.model import Field
from docdesk.synthesis.printing.printed import PrintedCopy
from tests.synthesis.alterations.stage_of_forgery import FIELDS, Shop, model

ISSUE = Field("issue", "text", (46.0, 34.0, 30.0, 3.0), "laser_engraving")
PERSONAL_NUMBER = Field("personal_number", "text", (90.0, 66.0, 30.0, 3.0), "laser_engraving")


@pytest.fixture(scope="module")
def genuine(stage: Shop) -> PrintedCopy:
    return stage.copy(replace(model(*FIELDS, ISSUE, PERSONAL_NUMBER), sha256="d" * 64))


def told(copy: PrintedCopy, entry: Entry, where: Where, seed: int = 1) -> set[str]:
    revision = revise(
        copy.model, copy.holder, entry, where, np.random.default_rng(seed), corrected=where != "printed"
    )
    altered = changed_items(copy, revision)
    return {cue.feature for cue in contradictions(altered, revision, where, copy.holder)}


def test_an_expiry_later_than_the_model_gives_disagrees_with_the_day_of_issue(genuine: PrintedCopy) -> None:
    for seed in range(6):
        assert told(genuine, "expiry", "both", seed) == {"dates_disagree"}


def test_a_birth_disagrees_with_a_personal_number_that_holds_it(genuine: PrintedCopy) -> None:
    assert told(genuine, "birth", "both") == {"dates_disagree"}
    holder = genuine.holder.with_texts(personal_number="A777777")
    assert told(replace(genuine, holder=holder), "birth", "both") == set()


def test_zones_of_which_one_was_changed_disagree(genuine: PrintedCopy) -> None:
    assert told(genuine, "birth", "printed") == {"viz_mrz_differ", "dates_disagree"}
    assert told(genuine, "birth", "mrz") == {"viz_mrz_differ"}


def test_a_number_that_fits_everywhere_contradicts_nothing(genuine: PrintedCopy) -> None:
    assert told(genuine, "number", "both") == set()


def test_a_date_is_at_odds_with_nothing_where_nothing_else_is_printed(stage: Shop) -> None:
    assert told(stage.copy(), "expiry", "both") == set()
