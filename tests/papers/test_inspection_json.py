"""The JSON of an inspection keeps its schema, whatever comes out of the walk."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docdesk.foundation.errors import EngineMissing, ReadingFailed
from docdesk.foundation.messages import Message
from docdesk.inspection.captures.handing_in import Bundle
from docdesk.mrz.formats import FORMATS
from docdesk.papers.inspection_json import inspections
from docdesk.papers.report_text import report_text
from docdesk.wording.catalogue import Wording
from tests.inspection.checks.test_checks import LINE_1, TODAY, changed, line_2
from tests.inspection.fakes import FakeDecoder, FakeReader, a_file, reading
from tests.inspection.test_inspect import GOOD, OTHER, member, walk

SCHEMA = json.loads(Path("docs/schemas/inspection.schema.json").read_text())
VALIDATOR = jsonschema.Draft202012Validator(
    SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)


def closed(schema: Any) -> Any:
    """Return the schema with every object closed, so that a key forgotten in it shows."""
    if isinstance(schema, list):
        return [closed(entry) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(value) for key, value in schema.items()}
    if inner.get("type") == "object" and "properties" in inner:
        inner.setdefault("additionalProperties", False)
    return inner


CLOSED = jsonschema.Draft202012Validator(closed(SCHEMA))


def as_json(reader: FakeReader, decoder: FakeDecoder | None = None) -> Any:
    bundle = Bundle("a", (member("a.png"),))
    reports = walk(bundle, decoder or FakeDecoder({"a.png": a_file("a")}), reader)
    for report in reports:
        assert report_text(report, Wording())
    return json.loads(json.dumps(inspections(reports, TODAY, "0.1.0", Wording())))


READERS = {
    "good": FakeReader({1: (GOOD,)}),
    "two documents": FakeReader({1: (GOOD, OTHER)}),
    "nothing": FakeReader(),
    "no program": FakeReader(fails=EngineMissing(Message("reader.tesseract_missing"))),
    "broken off": FakeReader(fails=ReadingFailed(Message("reader.tesseract_failed"))),
    "wrong digit": FakeReader({1: (reading(LINE_1, changed(line_2(), 3, "9")),)}),
    "in doubt": FakeReader(
        {1: (reading(LINE_1, changed(line_2(), 3, "9"), doubtful=tuple((1, i) for i in range(44))),)}
    ),
    "no format": FakeReader({1: (reading("ABC", "DEFG"),)}),
    "expired specimen": FakeReader(
        {1: (reading(LINE_1.replace("GBR", "UTO"), line_2(nationality="UTO", expiry="200101")),)}
    ),
    "old French card": FakeReader(
        {1: (reading("IDFRALOISEAU<<<<<<<<<<<<<<<<<<<<<<<<", "970675K002774HERVE<<DJAMEL<7303216M4"),)}
    ),
    "Russian internal passport": FakeReader(
        {1: (reading("PNRUSIVANOV<<IVAN".ljust(44, "<"), line_2(nationality="RUS")),)}
    ),
}


@pytest.mark.parametrize("case", READERS)
def test_what_the_walk_yields_keeps_the_schema(case: str) -> None:
    written = as_json(READERS[case])
    VALIDATOR.validate(written)
    CLOSED.validate(written)


def test_an_unreadable_file_keeps_the_schema() -> None:
    written = as_json(FakeReader(), FakeDecoder())
    CLOSED.validate(written)
    (inspection,) = written["inspections"]
    assert inspection["captures"][0]["error"]["code"] == "not_found"
    assert inspection["verdict"]["outcome"] == "not_inspected"


@settings(max_examples=25)
@given(
    st.lists(
        st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<", min_size=44, max_size=44), min_size=2, max_size=2
    )
)
def test_any_two_lines_keep_the_schema(lines: list[str]) -> None:
    CLOSED.validate(as_json(FakeReader({1: (reading(*lines),)})))


def test_fields_and_digits_have_the_names_of_doc_9303() -> None:
    mrz = as_json(READERS["good"])["inspections"][0]["mrz"]
    assert mrz["fields"]["primary_identifier"] == "SMITH"
    assert mrz["fields"]["secondary_identifier"] == "ANNA MARIA"
    assert list(mrz["check_digits"]) == [
        "document_number",
        "date_of_birth",
        "date_of_expiry",
        "optional_data",
        "composite",
    ]


def test_the_schema_lists_every_field_of_every_format() -> None:
    listed = SCHEMA["$defs"]["mrz"]["properties"]["fields"]["properties"].keys()
    named = {"primary_identifier", "secondary_identifier"}
    for layout in FORMATS.values():
        named |= {
            place.name for place in layout.fields if place.kind not in {"names", "primary", "secondary"}
        }
    assert named == set(listed)


def test_coverage_adds_up() -> None:
    for reader in READERS.values():
        for inspection in as_json(reader)["inspections"]:
            coverage = inspection["verdict"]["coverage"]
            outcomes = [finding["outcome"] for finding in inspection["findings"]]
            aborted = outcomes.count("aborted")
            assert coverage["applicable"] == coverage["run"] + coverage["not_supported"] + aborted
            assert coverage["run"] == len(outcomes) - coverage["not_supported"] - aborted


def test_digits_in_doubt_are_undetermined_and_certain_ones_failed() -> None:
    doubt = as_json(READERS["in doubt"])["inspections"][0]["mrz"]["check_digits"]
    wrong = as_json(READERS["wrong digit"])["inspections"][0]["mrz"]["check_digits"]
    assert (doubt["document_number"], wrong["document_number"]) == ("undetermined", "failed")
    assert wrong["date_of_birth"] == "successful"
