"""What a face may ask of the press, and words that no layer may cut."""

from pathlib import Path
from typing import Any

import pytest

from docdesk.foundation.errors import WrongUse
from docdesk.synthesis.models.reading import read_model
from docdesk.wording.english.synthesis_models import SENTENCES
from tests.synthesis.models.written_models import changed, told, write

WASH = {"kind": "wash", "box": [20.0, 30.0, 30.0, 30.0]}
WORDS = {"kind": "text", "words": "ZFRAN", "at": [20.0, 50.0], "cap_height": 4.0}
FINE = {"kind": "waves", "box": [0.0, 0.0, 125.0, 88.0], "spacing": 0.08}
LONG = {**WORDS, "words": "X" * 200, "at": [2.0, 50.0], "cap_height": 0.3}


def layers(*said: dict[str, Any]) -> dict[str, Any]:
    common = {"ink": "rose", "process": "offset"}
    return changed("face.0.layer", [{"name": f"l{at}", **common, **each} for at, each in enumerate(said)])


def pictures(*boxes: list[float]) -> dict[str, Any]:
    fields = [
        {"name": f"g{at}", "kind": "ghost", "process": "offset", "box": box} for at, box in enumerate(boxes)
    ]
    return changed("face.0.field", [*told()["face"][0]["field"], *fields])


def refusal(model: dict[str, Any], folder: Path) -> str:
    """Return the reason for which a model is refused; empty where it is not."""
    try:
        read_model(write(model, folder))
    except WrongUse as error:
        assert SENTENCES[error.message.key].format_map(dict(error.message.values))
        return error.message.key.removeprefix("synthesis.model_")
    return ""


ENDLESS = {
    "most_points": layers(*({"art": FINE} for _ in range(10))),
    "most_letters": layers(*({"art": LONG} for _ in range(26))),
    "most_slow": layers(*({"art": WASH, "process": "toner"} for _ in range(11))),
    "most_pictures": pictures([0.0, 0.0, 125.0, 88.0], [0.0, 0.0, 20.0, 20.0]),
}


@pytest.mark.parametrize(("reason", "model"), ENDLESS.items(), ids=ENDLESS)
def test_a_face_that_would_take_the_press_minutes_is_refused(
    reason: str, model: dict[str, Any], tmp_path: Path
) -> None:
    assert refusal(model, tmp_path) == reason


CUT = {
    "words in a window": {"art": WORDS, "within": WASH},
    "words covered": {"art": WORDS, "without": WASH},
    "a patch of words": {"art": WASH, "within": WORDS},
    "all but words": {"art": WASH, "without": WORDS},
}


@pytest.mark.parametrize("layer", CUT.values(), ids=CUT)
def test_words_that_a_layer_would_cut_are_refused(layer: dict[str, Any], tmp_path: Path) -> None:
    assert refusal(layers(layer), tmp_path) == "words_bounded"


@pytest.mark.parametrize("at", [[-8.0, 50.0], [118.0, 50.0], [20.0, -3.0], [20.0, 86.0]])
def test_words_that_run_off_the_face_are_refused(at: list[float], tmp_path: Path) -> None:
    assert refusal(layers({"art": {**WORDS, "at": at}}), tmp_path) == "words_outside"


def test_layers_without_words_may_bound_each_other_and_words_may_stand_alone(tmp_path: Path) -> None:
    ghosts = pictures([0.0, 0.0, 60.0, 80.0], [60.0, 0.0, 60.0, 80.0])
    assert refusal(layers({"art": FINE, "within": WASH}, {"art": WORDS}), tmp_path) == ""
    assert refusal(ghosts, tmp_path) == ""


def test_a_town_of_a_thousand_little_houses_costs_what_it_takes_to_draw(tmp_path: Path) -> None:
    low = {"kind": "scenery", "view": "skyline", "box": [0.0, 40.0, 400.0, 0.1], "fine": 0.08}
    with pytest.raises(WrongUse) as refused:
        read_model(write(layers({"art": low}), tmp_path))
    assert refused.value.message.key == "synthesis.art_cost"
