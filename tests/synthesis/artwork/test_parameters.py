"""Tables of a model's file become art, or are refused with a sentence."""

from typing import Any

import pytest

from docdesk.foundation.errors import WrongUse
from docdesk.synthesis.artwork.emblem import Emblem
from docdesk.synthesis.artwork.parameters import MOST_POINTS, read_art
from docdesk.synthesis.artwork.waves import Waves
from docdesk.wording.catalogue import Wording

WAVES = {"kind": "waves", "box": [0, 0, 125, 88]}


def refusal(**table: Any) -> str:
    with pytest.raises(WrongUse) as refused:
        read_art(table, "model.toml, layer 3")
    sentence = Wording().say(refused.value.message)
    assert sentence.startswith("model.toml, layer 3: ")
    return refused.value.message.key.removeprefix("synthesis.art_")


def test_table_becomes_a_record_with_defaults() -> None:
    art = read_art({**WAVES, "spacing": 1, "phase": 30}, "here")
    assert art == Waves(box=(0.0, 0.0, 125.0, 88.0), spacing=1.0, phase=30.0)


def test_choice_among_two_lists_of_words_is_read() -> None:
    table = {"kind": "emblem", "charge": "ship", "centre": [5, 5], "radius": 4}
    assert read_art({**table, "crest": "none"}, "here") == Emblem("ship", (5.0, 5.0), 4.0)
    assert read_art({**table, "crest": "sun"}, "here") == Emblem("ship", (5.0, 5.0), 4.0, crest="sun")


@pytest.mark.parametrize("kind", ["path", "", 3, None, ["waves"], {"a": 1}, "Waves"])
def test_unknown_kind_is_refused(kind: object) -> None:
    assert refusal(kind=kind) == "kind"


def test_missing_kind_is_refused() -> None:
    assert refusal(box=[0, 0, 1, 1]) == "kind"


def test_unknown_parameter_is_refused() -> None:
    assert refusal(**WAVES, colour="#ffffff") == "unknown"


def test_missing_parameter_is_refused() -> None:
    assert refusal(kind="waves") == "missing"


@pytest.mark.parametrize("width", ["0.1", True, [0.1], None, {"mm": 1}, 10**400])
def test_what_is_no_number_is_refused(width: object) -> None:
    assert refusal(**WAVES, width=width) == "number"


@pytest.mark.parametrize("width", [0, -1, 1e9, float("nan"), float("inf"), -float("inf")])
def test_number_out_of_range_is_refused(width: float) -> None:
    assert refusal(**WAVES, width=width) == "range"


@pytest.mark.parametrize("petals", [3.0, "3", True])
def test_what_is_no_whole_number_is_refused(petals: object) -> None:
    assert refusal(kind="rosette", centre=[1, 1], inner=1, outer=2, petals=petals) == "whole_number"


@pytest.mark.parametrize("box", [[0, 0, 1], [0, 0, 1, 1, 1], 4, "0011", None, {}])
def test_box_of_other_than_four_numbers_is_refused(box: object) -> None:
    assert refusal(kind="waves", box=box) == "numbers"


def test_box_without_extent_is_refused() -> None:
    assert refusal(kind="waves", box=[0, 0, 0, 10]) == "range"
    assert refusal(kind="waves", box=[0, 0, 10, -5]) == "range"


def test_box_of_texts_is_refused() -> None:
    assert refusal(kind="waves", box=["0", 0, 1, 1]) == "number"


@pytest.mark.parametrize("words", [7, "one\ntwo", "a\u202eb", None, ["a"]])
def test_what_is_no_line_of_text_is_refused(words: object) -> None:
    assert refusal(kind="text", words=words, at=[0, 0], cap_height=2) == "text"


@pytest.mark.parametrize("words", ["", "x" * 201])
def test_text_of_wrong_length_is_refused(words: str) -> None:
    assert refusal(kind="text", words=words, at=[0, 0], cap_height=2) == "length"


@pytest.mark.parametrize("name", ["eagle", 1, None, ["ship"]])
def test_unknown_word_is_refused(name: object) -> None:
    assert refusal(kind="charge", name=name, centre=[0, 0], radius=5) == "choice"


def test_unknown_face_of_lettering_is_refused() -> None:
    with pytest.raises(WrongUse) as refused:
        read_art({"kind": "text", "words": "A", "at": [0, 0], "cap_height": 2, "face": "arial"}, "here")
    assert refused.value.message.key == "synthesis.no_face"


def test_drawing_of_too_many_points_is_refused_before_it_is_drawn() -> None:
    assert refusal(**{**WAVES, "box": [0, 0, 400, 400]}, spacing=0.08) == "cost"
    assert MOST_POINTS == 2_000_000


@pytest.mark.parametrize("table", [
    {"kind": "wash", "box": [0, 0, 400, 400], "soft": 5},
    {"kind": "microprint_field", "words": "I", "box": [0, 0, 400, 400], "cap_height": 0.12, "pitch": 0.08},
    {"kind": "rosette", "centre": [0, 0], "inner": 0, "outer": 200, "petals": 400, "lines": 400},
    {"kind": "ripples", "centre": [0, 0], "outer": 200, "spacing": 0.08, "squash": 10},
    {"kind": "dovid", "motif": "sun", "box": [0, 0, 400, 400], "rings": 12, "spacing": 0.08},
    {"kind": "scenery", "view": "coast", "box": [0, 0, 400, 400], "fine": 0.08},
    {"kind": "charge", "name": "ship", "centre": [0, 0], "radius": 200, "fine": 0.08},
    {"kind": "emblem", "charge": "ship", "centre": [0, 0], "radius": 200, "fine": 0.08},
])  # fmt: skip
def test_every_dear_kind_knows_its_cost(table: dict[str, object]) -> None:
    assert refusal(**table) == "cost"
