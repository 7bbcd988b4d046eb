"""Names of files tell light and side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docdesk.inspection.captures.capture import Known, Light, Side
from docdesk.inspection.captures.names import Naming, read_name


@pytest.mark.parametrize(
    ("stem", "light", "rest"),
    [
        ("passport-uv", Light.UV, "passport"),
        ("passport_WHITE", Light.VIS, "passport"),
        ("a b900", Light.IR, "a"),
        ("x.uv254", Light.UV254, "x"),
        ("x-uv-313", Light.UV313, "x"),
        ("2024-05-uv365-7", Light.UV, "2024-05-7"),
    ],
)
def test_a_token_of_the_name_tells_the_light(stem: str, light: Light, rest: str) -> None:
    named = read_name(stem, Naming.usual())
    assert (named.label.light, named.label.light_known, named.rest) == (light, Known.NAMED, rest)


@pytest.mark.parametrize("stem", ["travis", "passport-uk", "scan0001", "uvalue", "visit"])
def test_part_of_a_word_is_no_token(stem: str) -> None:
    named = read_name(stem, Naming.usual())
    assert (named.label.light, named.label.light_known, named.has_token) == (Light.VIS, Known.ASSUMED, False)


def test_two_lights_in_one_name_tell_none() -> None:
    named = read_name("uv-and-ir", Naming.usual())
    assert named.label.light_known is Known.ASSUMED
    assert named.rest == "uv-and-ir"


def test_side_and_light_are_both_taken() -> None:
    named = read_name("id-back-ir", Naming.usual())
    assert (named.label.side, named.label.light, named.rest) == (Side.BACK, Light.IR, "id")


def test_a_user_can_name_further_tokens() -> None:
    naming = Naming.usual().with_aliases({"Tageslicht": "VIS"}, {"ruecken": "back"})
    named = read_name("pass-tageslicht-RUECKEN", naming)
    assert (named.label.light_known, named.label.side) == (Known.NAMED, Side.BACK)


@given(st.text())
def test_any_stem_can_be_read(stem: str) -> None:
    assert read_name(stem, Naming.usual()).label.side in Side
