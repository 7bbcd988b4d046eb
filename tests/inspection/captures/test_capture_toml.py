"""capture.toml states what names do not; nothing in it is believed unchecked."""

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from docdesk.foundation.errors import CaptureError
from docdesk.inspection.captures.capture import Known, Light, Side
from docdesk.inspection.captures.stated import read_stated

SCHEMA = json.loads(Path("docs/schemas/capture-toml.schema.json").read_text())
GOOD = """
[[document]]
name = "second passport"
[[document.capture]]
file = "7.png"
light = "UV"
[[document.capture]]
file = "8.tif"
frame = 2
side = "back"
"""


def test_documents_are_stated_with_file_frame_side_and_light() -> None:
    (document,) = read_stated(GOOD)
    first, second = document.captures
    assert (document.name, first.file, first.frame) == ("second passport", "7.png", 1)
    assert (first.label.light, first.label.light_known) == (Light.UV, Known.STATED)
    assert (first.label.side, first.label.side_known) == (Side.DATA, Known.ASSUMED)
    assert (second.frame, second.label.side) == (2, Side.BACK)
    jsonschema.validate(tomllib.loads(GOOD), SCHEMA)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("[[document]", "1:11"),
        ("x = 1", "x"),
        ("x = " + "9" * 5000, "1:1"),
        ("document = 3", "document"),
        ("[[document]]", "document[1].capture"),
        ("[[document]]\nname = 3\n[[document.capture]]\nfile='a'", "document[1].name"),
        ("[[document]]\n[[document.capture]]\nfile='../a'", "document[1].capture[1].file"),
        ("[[document]]\n[[document.capture]]\nfile='C:a'", "document[1].capture[1].file"),
        ("[[document]]\n[[document.capture]]\nfile='a'\nframe=0", "document[1].capture[1].frame"),
        ("[[document]]\n[[document.capture]]\nfile='a'\nframe=true", "document[1].capture[1].frame"),
        ("[[document]]\n[[document.capture]]\nfile='a'\nlight='RED'", "document[1].capture[1].light"),
        ("[[document]]\n[[document.capture]]\nfile='a'\nside=[]", "document[1].capture[1].side"),
        ("[[document]]\n[[document.capture]]\nfile='a'\nppi=3", "document[1].capture[1].ppi"),
        (
            "[[document]]\n[[document.capture]]\nfile='a'\n[[document.capture]]\nfile='a'",
            "document[1].capture[2]",
        ),
    ],
)
def test_what_the_schema_refuses_is_refused_and_its_place_named(text: str, where: str) -> None:
    with pytest.raises(CaptureError) as refused:
        read_stated(text)
    assert (refused.value.code, dict(refused.value.message.values)) == ("capture_toml", {"where": where})


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(CaptureError):
        read_stated("a=" + "[" * 100_000)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read_stated(text)
    except CaptureError as refused:
        assert refused.code == "capture_toml"
