"""Whatever documents are made of has words for people."""

import pytest

from docdesk.synthesis.alterations.catalogue import ALTERATIONS
from docdesk.synthesis.alterations.cues import FEATURES
from docdesk.synthesis.capturing.devices import DEVICES
from docdesk.wording.catalogue import english

NAMED = (
    *(f"alteration.{name}" for name in ("as_issued", *ALTERATIONS)),
    *(f"device.{name}" for name in DEVICES),
    *(f"cue.{name}" for name in FEATURES),
)


@pytest.mark.parametrize("key", NAMED)
def test_everything_that_documents_are_made_of_has_words(key: str) -> None:
    assert english()[key]


def test_no_word_is_left_over() -> None:
    said = {key for key in english() if key.startswith(("alteration.", "device.", "cue."))}
    assert said == set(NAMED)
