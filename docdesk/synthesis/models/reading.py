"""Reads a document model from its folder: hostile until every key of it is checked.

A model is one file, `model.toml`; the contract is `docs/schemas/document-model.schema.json`. Nothing of it is
executed, no other file is opened, and a model that touches a real state is refused (`permitted`).
"""

import hashlib
from datetime import date
from pathlib import Path
from typing import Final, cast, get_args

from docdesk.foundation.toml_text import parsed
from docdesk.mrz.document_codes import document_code_faults
from docdesk.mrz.geometry import GEOMETRY
from docdesk.synthesis.materials.inks import Colour, Ink, linear
from docdesk.synthesis.models.entries import NAME_LISTS
from docdesk.synthesis.models.faces import read_face
from docdesk.synthesis.models.model import DateStyle, DocumentModel, Face, State
from docdesk.synthesis.models.permitted import refuse_real
from docdesk.synthesis.models.tables import FOLDER_NAME, Table, refused, shown

FILE: Final = "model.toml"

MAX_BYTES: Final = 256 * 1024
"""A page of a hundred layers takes about 30 kB."""

SIDES: Final = {
    "TD1": ("front", "back"),
    "TD2": ("front", "back"),
    "TD3": ("data",),
    "MRVA": ("data",),
    "MRVB": ("data",),
}
"""What faces a document of a format has, in the order of the model; the MRZ is on the last."""

BLACK: Final = Ink((linear("#161616"),), infrared=0.96, quenching=0.9)
"""Carbon black: absorbs in the infrared, as Doc 9303-3 asks of an MRZ; a model may mix its own `black`."""

_MOST_INKS: Final = 100
_MOST_COLOURS: Final = 8
_MOST_YEARS: Final = 15
"""Doc 9303-3 lets a document run ten years; some cards of the elderly run longer."""

_LONGEST_PATTERN: Final = 9
"""Characters of a document number in the MRZ; longer ones run on into optional data, which no model needs."""

_CODE_JUDGED_ON: Final = date(2026, 1, 1)
"""Document codes are judged without the letters that become compulsory in 2038: a copy has its own dates."""


def read_model(folder: Path) -> DocumentModel:
    """Return the model that a folder holds.

    Raises:
        WrongUse: it is none, something in it is wrong, or it touches a real state; the message names the
            place and what is wrong.
    """
    if not FOLDER_NAME.fullmatch(folder.name):
        raise refused("folder_name", shown(folder.name))
    content = _content(folder)
    try:
        model = _model(Table(_parsed(content, folder.name), folder.name), folder, content)
    except RecursionError:
        raise refused("malformed", folder.name) from None
    refuse_real(model)
    return model


def _content(folder: Path) -> bytes:
    file = folder / FILE
    try:
        inside = file.resolve(strict=True).parent == folder.resolve(strict=True)
        # What is no plain file might never come to an end, or never begin.
        if not inside or not file.is_file():
            raise refused("outside", folder.name)
        with file.open("rb") as stream:
            untrusted_content = stream.read(MAX_BYTES + 1)
    except (OSError, RuntimeError) as error:
        raise refused("unreadable", folder.name) from error
    if len(untrusted_content) > MAX_BYTES:
        raise refused("too_long", folder.name, most=MAX_BYTES // 1024)
    return untrusted_content


def _parsed(content: bytes, name: str) -> dict[str, object]:
    try:
        return parsed(content.decode("utf-8"))
    except ValueError as error:  # both of bytes that are no text and of text that is no TOML
        raise refused("malformed", name) from error


def _model(table: Table, folder: Path, content: bytes) -> DocumentModel:
    form = table.choice("format", tuple(SIDES))
    inks = {"black": BLACK}
    inks.update((name, _ink(entry)) for name, entry in table.named_tables("inks", _MOST_INKS))
    model = DocumentModel(
        name=folder.name,
        title=table.text("title", 80),
        state=_state(table.table("state")),
        format=form,
        document_code=_document_code(table, form),
        years_valid=table.whole("years_valid", 1, _MOST_YEARS),
        inks=tuple(inks.items()),
        faces=_faces(table, form, inks),
        sha256=hashlib.sha256(content).hexdigest(),
        folder=folder,
        number_pattern=_number_pattern(table),
    )
    table.close()
    return model


def _state(table: Table) -> State:
    state = State(
        code=table.text("code", 3),
        name=table.text("name", 60),
        adjective=table.text("adjective", 40),
        places=table.texts("places", (1, 60), 40),
        names=table.choice("names", NAME_LISTS),
        authorities=table.texts("authorities", (0, 20), 60, ()),
        date_style=cast("DateStyle", table.choice("date_style", get_args(DateStyle), "two_languages")),
    )
    table.close()
    return state


def _document_code(table: Table, form: str) -> str:
    code = table.text("document_code", 2)
    capitals = code.isascii() and code.isalpha() and code.isupper()
    if not capitals or document_code_faults(form, code.ljust(2, "<"), _CODE_JUDGED_ON):
        raise refused("document_code", table.where, found=code, format=form)
    return code


def _number_pattern(table: Table) -> str:
    pattern = table.text("number_pattern", _LONGEST_PATTERN, "@########")
    plain = pattern.replace("#", "0").replace("@", "A")
    # Three digits at least, or two copies in a plan would soon bear one number.
    if (
        not (plain.isascii() and plain.isalnum() and plain.isupper() | plain.isdigit())
        or pattern.count("#") < 3
    ):
        raise refused("number_pattern", table.where, found=pattern)
    return pattern


def _ink(table: Table) -> Ink:
    ink = Ink(
        colours=tuple(
            _colour(code, table, "colours") for code in table.texts("colours", (1, _MOST_COLOURS), 7)
        ),
        infrared=table.number("infrared", 0, 1),
        glow=_colour(table.text("glow", 7, "#000000"), table, "glow"),
        quenching=table.number("quenching", 0, 1, 0.0),
        run_degrees=table.number("run_degrees", -360, 360, 0.0),
    )
    table.close()
    return ink


def _colour(code: str, table: Table, key: str) -> Colour:
    digits = code.removeprefix("#")
    if len(digits) != 6 or not digits.isascii() or not digits.isalnum():
        raise refused("colour", table.where, key=key, found=code)
    try:
        return linear(digits)
    except ValueError:
        raise refused("colour", table.where, key=key, found=code) from None


def _faces(table: Table, form: str, inks: dict[str, Ink]) -> tuple[Face, ...]:
    faces = tuple(read_face(entry, form, inks.keys()) for entry in table.tables("face", 1, 2))
    if tuple(face.side for face in faces) != SIDES[form]:
        raise refused("sides", table.where, format=form, sides=", ".join(SIDES[form]))
    zones = [sum(field.kind == "mrz" for field in face.fields) for face in faces]
    if zones != [0] * (len(faces) - 1) + [1]:
        raise refused("mrz_once", table.where, side=faces[-1].side)
    for face in faces:
        if face.size != GEOMETRY[form].size:
            width, height = GEOMETRY[form].size
            raise refused("size", table.where, side=face.side, format=form, width=width, height=height)
    return faces
