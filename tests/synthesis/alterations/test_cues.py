import numpy as np
import pytest

from docdesk.synthesis.alterations.cues import FEATURES, seen


@pytest.mark.parametrize(
    ("feature", "ppi"),
    [
        ("guilloche_interrupted", 385),
        ("microprint_blurred", 1000),
        ("halftone_dots", 635),
        ("uv_glow_local", 100),
    ],
)
def test_smaller_signs_ask_for_finer_captures(feature: str, ppi: int) -> None:
    assert FEATURES[feature].min_ppi == ppi


def test_every_feature_says_in_a_sentence_what_it_means() -> None:
    assert all(each.meaning.endswith(".") and len(each.meaning) > 20 for each in FEATURES.values())


def test_sign_without_a_place_is_no_cue() -> None:
    assert not list(seen("data", "UV", np.zeros((4, 4), np.uint8), "uv_glow_local"))
    (cue,) = seen("data", "UV", np.full((4, 4), 255, np.uint8), "uv_glow_local")
    assert (cue.feature, cue.side, cue.light, cue.min_ppi) == ("uv_glow_local", "data", "UV", 100)
