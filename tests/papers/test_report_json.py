"""The JSON beside the PDF: one inspection, in its schema, the same bytes each time."""

import json
from pathlib import Path

import jsonschema
import pytest

from docdesk.papers.inspection_json import inspections
from docdesk.papers.omitting import Omit
from docdesk.papers.report_json import report_json
from docdesk.wording.catalogue import Wording
from tests.papers.papers import report, with_captures

SCHEMA = json.loads(Path("docs/schemas/inspection.schema.json").read_text())


@pytest.mark.parametrize("omit", [Omit.NOTHING, Omit.FOLDERS, Omit.FILE_NAMES])
def test_it_keeps_the_schema_whatever_is_left_out(omit: Omit) -> None:
    made = with_captures(report(), "/x/b.png")
    data = report_json(made, Wording(), omit)
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(data))
    assert data == report_json(made, Wording(), omit)


def test_it_says_what_the_command_line_says() -> None:
    made = report()
    written = json.loads(report_json(made, Wording()))
    assert written == json.loads(json.dumps(inspections([made], made.on, written["docdesk"], Wording())))


def test_a_name_in_no_encoding_is_written_all_the_same() -> None:
    written = json.loads(report_json(report(name="a\udcff\u0141"), Wording()))
    assert written["inspections"][0]["name"] == "a\udcff\u0141"
