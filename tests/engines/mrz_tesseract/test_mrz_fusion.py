import numpy as np

from docdesk.engines.mrz_tesseract.fusion import SURE_ENOUGH, Judged, agreement, judged
from docdesk.engines.mrz_tesseract.setting import Vote
from docdesk.engines.mrz_tesseract.shapes import ALPHABET, Likeness, Look


def _cell(margin: float, best: float = 0.95, first: str = "5", second: str = "S") -> Likeness:
    scores = np.full((1, len(ALPHABET)), 0.3, np.float32)
    scores[0, ALPHABET.index(first)] = best
    scores[0, ALPHABET.index(second)] = best - margin
    return Likeness(scores, ALPHABET, Look(1.6, 0.0, 1.0))


def _judge(likeness: Likeness, votes: str, ink: float = 1.0, pitch: float = 25.0) -> Judged:
    return judged(likeness, [[Vote(letter, 0.95) for letter in votes]], [ink], pitch)[0]


def test_two_witnesses_and_a_clear_lead_are_certain() -> None:
    told = _judge(_cell(0.1), "55")
    assert told.letter == "5"
    assert told.confidence >= SURE_ENOUGH


def test_a_narrow_lead_is_not_certain_and_tied() -> None:
    told = _judge(_cell(0.005), "55")
    assert told.confidence < SURE_ENOUGH
    assert "S" in _judge(_cell(0.005), "").tied


def test_a_witness_who_saw_another_shape_takes_certainty_away() -> None:
    assert _judge(_cell(0.1), "5X").confidence < SURE_ENOUGH


def test_tesseract_is_not_asked_to_tell_zero_from_o() -> None:
    told = _judge(_cell(0.01, first="0", second="O"), "OO")
    assert told.letter == "0"
    assert told.confidence < SURE_ENOUGH


def test_tesseract_moves_a_shape_only_between_near_ones() -> None:
    assert _judge(_cell(0.01, first="P", second="F"), "FF").letter == "F"
    assert _judge(_cell(0.1, first="P", second="F"), "FF").letter == "P"


def test_a_line_in_another_font_is_never_certain() -> None:
    assert _judge(_cell(0.2, best=0.78), "55").confidence < SURE_ENOUGH


def test_a_thumbnail_is_never_certain() -> None:
    assert _judge(_cell(0.2), "55", pitch=7.0).confidence < SURE_ENOUGH


def test_a_filler_too_faint_to_see_is_completed_and_not_certain() -> None:
    told = _judge(_cell(0.2), "", ink=0.02)
    assert told.letter == "<"
    assert told.confidence < SURE_ENOUGH


def test_without_the_font_nothing_is_certain() -> None:
    bare = Likeness(np.array([[0.1, 0.0]], np.float32), "<>", Look(1.6, 0.0, 1.0))
    told = _judge(bare, "00")
    assert told.letter == "0"
    assert told.confidence < SURE_ENOUGH
    assert "O" in told.tied


def test_agreement_counts_the_characters_that_both_saw() -> None:
    rows = [[Judged("A", 1, "A"), Judged("0", 1, "0"), Judged("B", 1, "B"), Judged("<", 1, "<")]]
    votes = [[[Vote("A", 1.0)], [Vote("O", 1.0)], [Vote("X", 1.0)], []]]
    assert agreement(rows, votes) == 2 / 3
