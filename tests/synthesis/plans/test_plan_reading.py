"""A plan is believed only where its schema and its reader agree on every key."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from docdesk.foundation.errors import WrongUse
from docdesk.synthesis.alterations.catalogue import ALTERATIONS
from docdesk.synthesis.capturing.devices import DEVICES
from docdesk.synthesis.plans.plan import digest, told
from docdesk.synthesis.plans.reading import Known, plan_of, read_plan
from docdesk.wording.catalogue import Wording

SCHEMA = jsonschema.Draft202012Validator(
    json.loads(Path("docs/schemas/plan.schema.json").read_text(encoding="utf-8"))
)
KNOWN = Known(
    ("utopia-passport", "utopia-card"),
    ("photo_substitution_pasted", "grey_copy"),
    {device.name: device.lights for device in DEVICES.values()},
)
WHOLE = """
seed = 7
on = 2026-01-31
count = 20
prevalence = 0.5

[[model]]
name = "utopia-passport"
weight = 2
[[model]]
name = "utopia-card"

[[alteration]]
name = "grey_copy"

[[capture]]
device = "reader"
[[capture]]
device = "telephone"
weight = 0.5
sides = "front"

[last_step]
quality = [70, 90]
png = 0

[[document]]
name = "card-grey"
model = "utopia-card"
alteration = "grey_copy"
device = "reader"
lights = ["VIS", "UV"]
seed = 9007199254740991
"""


def kept(folder: Path, text: str | bytes) -> Path:
    path = folder / "plan.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def why(untrusted: object) -> str | None:
    """Return why the reader refuses keys and values, None where it does not."""
    try:
        plan_of(untrusted, "plan.toml", KNOWN)
    except WrongUse as error:
        assert Wording().say(error.message), "every refusal has its sentence"
        return error.message.key
    return None


def as_json(untrusted: Any) -> Any:
    """Return keys and values as JSON has them: days are text."""
    return json.loads(json.dumps(untrusted, default=lambda day: day.isoformat()))


def test_a_plan_is_read_with_its_defaults(tmp_path: Path) -> None:
    plan = read_plan(kept(tmp_path, WHOLE), KNOWN)
    assert (plan.seed, plan.on, plan.count, plan.prevalence) == (7, dt.date(2026, 1, 31), 20, 0.5)
    assert [each.weight for each in plan.models] == [2, 1]
    reader, telephone = (each.sitting for each in plan.capturings)
    assert (reader.lights, reader.sides) == (("VIS", "IR", "UV"), "all")
    assert (telephone.lights, telephone.sides) == (("VIS",), "front")
    assert (plan.last_step.quality, plan.last_step.scale) == ((70, 90), (0.75, 1.0))
    assert plan.named[0].seed == 9007199254740991


def test_what_a_folder_keeps_of_a_plan_fits_the_schema_and_says_the_same(tmp_path: Path) -> None:
    plan = read_plan(kept(tmp_path, WHOLE), KNOWN)
    SCHEMA.validate(told(plan))
    again = plan_of({**told(plan), "on": plan.on}, "plan.json", KNOWN)
    assert again == plan
    assert digest(again) == digest(plan)


def test_comments_and_order_do_not_make_another_plan(tmp_path: Path) -> None:
    plan = read_plan(kept(tmp_path, WHOLE), KNOWN)
    other = read_plan(kept(tmp_path, WHOLE.replace("seed = 7\n", "# Lucky.\n", 1).replace(
        "count = 20", "count = 20\nseed = 7")), KNOWN)  # fmt: skip
    assert digest(other) == digest(plan)
    assert digest(read_plan(kept(tmp_path, WHOLE.replace("seed = 7", "seed = 8")), KNOWN)) != digest(plan)


@pytest.mark.parametrize(
    ("written", "instead", "key"),
    [
        ("seed = 7", "seed = -1", "model_range"),
        ("seed = 7", "seed = 9007199254740992", "model_range"),
        ("seed = 7", 'seed = "7"', "model_number"),
        ("seed = 7", "", "model_missing"),
        ("on = 2026-01-31", 'on = "2026-01-31"', "model_day"),
        ("on = 2026-01-31", "on = 2026-01-31T00:00:00", "model_day"),
        ("on = 2026-01-31", "on = 1999-12-31", "plan_year"),
        ("count = 20", "count = 20.5", "model_whole_number"),
        ("count = 20", "count = 20\nname = 'X'", "model_unknown"),
        ("prevalence = 0.5", "prevalence = nan", "model_range"),
        ('name = "utopia-card"\n', 'name = "atlantis-card"\n', "model_choice"),
        ('name = "grey_copy"\n', 'name = "morph"\n', "model_choice"),
        ("weight = 2", "weight = 0", "model_range"),
        ("weight = 2", "heavy = 2", "model_unknown"),
        ('name = "utopia-card"\n', 'name = "utopia-passport"\n', "plan_twice"),
        ('device = "telephone"', 'device = "camera"', "model_choice"),
        ('device = "telephone"', 'device = "telephone"\nlights = ["UV"]', "model_choice"),
        ('lights = ["VIS", "UV"]', 'lights = ["VIS", "VIS"]', "plan_repeated"),
        ('lights = ["VIS", "UV"]', "lights = []", "model_count"),
        ('sides = "front"', 'sides = "inside"', "model_choice"),
        ("quality = [70, 90]", "quality = [90, 70]", "plan_descending"),
        ("quality = [70, 90]", "quality = [70.5, 90]", "model_whole_number"),
        ("quality = [70, 90]", "quality = 70", "model_list"),
        ("png = 0", "png = true", "model_number"),
        ('name = "card-grey"', 'name = "000001"', "plan_document_name"),
        ('name = "card-grey"', 'name = "../outside"', "plan_document_name"),
        ('name = "card-grey"', 'name = "card-grey"\nsurname = "SMITH"', "model_unknown"),
    ],
)
def test_what_is_wrong_is_refused_by_name(tmp_path: Path, written: str, instead: str, key: str) -> None:
    assert written in WHOLE
    with pytest.raises(WrongUse) as refused:
        read_plan(kept(tmp_path, WHOLE.replace(written, instead, 1)), KNOWN)
    assert refused.value.message.key == f"synthesis.{key}"
    assert Wording().say(refused.value.message).startswith("plan.toml")


def test_a_plan_that_draws_from_nothing_or_makes_nothing_is_refused() -> None:
    head = {"seed": 1, "on": dt.date(2026, 1, 1)}
    drawn = {**head, "count": 1, "model": [{"name": "utopia-card"}], "capture": [{"device": "reader"}]}
    assert why(drawn) is None
    assert why(head) == "synthesis.plan_no_documents"
    assert why({**drawn, "model": []}) == "synthesis.plan_nothing_to_draw"
    assert why({**drawn, "capture": []}) == "synthesis.plan_nothing_to_draw"
    assert why({**drawn, "prevalence": 0.1}) == "synthesis.plan_nothing_to_draw"


def test_files_that_are_no_plan_are_refused(tmp_path: Path) -> None:
    for path, key in (
        (tmp_path / "nowhere.toml", "unreadable"),
        (tmp_path, "unreadable"),
        (kept(tmp_path, b"\xff"), "malformed"),
    ):
        with pytest.raises(WrongUse) as refused:
            read_plan(path, KNOWN)
        assert refused.value.message.key == f"synthesis.plan_{key}"
    for text, key in (("seed = ", "malformed"), ("#" * (1 << 20) + "\n", "too_long")):
        with pytest.raises(WrongUse) as refused:
            read_plan(kept(tmp_path, text), KNOWN)
        assert refused.value.message.key == f"synthesis.plan_{key}"


# --- The reader and the schema ---

WRONG = st.sampled_from(
    ["x", -1, 10**20, 0.5, 1.0, 2, True, [], {}, [1, 2], ["VIS"], "utopia-card", "reader"]
)
WEIGHT = {"weight": st.floats(0.001, 1000) | st.integers(1, 1000)}
SITTING = {
    "lights": st.just(["VIS"]),
    "sides": st.sampled_from(["all", "front", "back"]),
}
ASCENDING = st.tuples(st.integers(1, 100), st.integers(1, 100)).map(sorted)


def weighted(names: tuple[str, ...]) -> st.SearchStrategy[Any]:
    entry = st.fixed_dictionaries({"name": st.sampled_from(names)}, optional=WEIGHT)
    return st.lists(entry, max_size=2, unique_by=lambda entry: entry["name"])


DEVICE = {"device": st.sampled_from(sorted(DEVICES))}
PLANS = st.fixed_dictionaries(
    {"seed": st.integers(0, 2**53 - 1), "on": st.dates(dt.date(2000, 1, 1), dt.date(2089, 12, 31))},
    optional={
        "count": st.integers(0, 100_000),
        "prevalence": st.floats(0, 1),
        "model": weighted(tuple(KNOWN.models)),
        "alteration": weighted(tuple(KNOWN.alterations)),
        "capture": st.lists(st.fixed_dictionaries(DEVICE, optional={**SITTING, **WEIGHT}), max_size=2),
        "last_step": st.fixed_dictionaries(
            {},
            optional={
                "quality": ASCENDING,
                "scale": ASCENDING.map(lambda pair: [max(0.25, value / 100) for value in pair]),
                "whole": st.floats(0, 1),
                "png": st.floats(0, 1),
                "subsamplings": st.lists(st.sampled_from(["4:4:4", "4:2:0"]), min_size=1, unique=True),
            },
        ),
        "document": st.lists(
            st.fixed_dictionaries(
                {
                    **DEVICE,
                    "name": st.from_regex(r"[a-z][a-z0-9-]{0,9}", fullmatch=True),
                    "model": st.sampled_from(sorted(KNOWN.models)),
                },
                optional={**SITTING, "alteration": st.just("grey_copy"), "seed": st.integers(0, 99)},
            ),
            max_size=2,
            unique_by=lambda entry: entry["name"],
        ),
    },
)


@st.composite
def spoilt(draw: st.DrawFn) -> Any:
    """Return a plan in which perhaps one entry at any depth was put in the place of another, or added."""
    plan = draw(PLANS)
    target: Any = plan
    while True:
        inner = [value for value in target.values() if isinstance(value, dict)]
        inner += [
            each
            for value in target.values()
            if isinstance(value, list)
            for each in value
            if isinstance(each, dict)
        ]
        if not inner or draw(st.booleans()):
            break
        target = draw(st.sampled_from(inner))
    if draw(st.booleans()):
        key = draw(st.sampled_from([*target, "surname"]))
        target[key] = draw(WRONG)
    return plan


BEYOND_SCHEMA = {"synthesis.model_choice", "synthesis.plan_descending", "synthesis.plan_twice"}
"""What a schema cannot say: which names are known, which number is the greater."""


@given(spoilt())
def test_the_reader_and_the_schema_agree(untrusted: Any) -> None:
    reason = why(untrusted)
    if SCHEMA.is_valid(as_json(untrusted)):
        assert reason is None or reason in BEYOND_SCHEMA
    else:
        assert reason is not None


def test_the_plan_that_the_guide_shows_is_one(tmp_path: Path) -> None:
    guide = Path("docs/guide.md").read_text(encoding="utf-8")
    start = guide.index("    seed = 2026")
    shown = guide[start : guide.index("\n`prevalence`", start)].replace("\n    ", "\n").strip()
    known = Known(KNOWN.models, tuple(ALTERATIONS), KNOWN.devices)
    plan = read_plan(kept(tmp_path, shown), known)
    assert (plan.count, len(plan.named)) == (200, 1)
    SCHEMA.validate(told(plan))
