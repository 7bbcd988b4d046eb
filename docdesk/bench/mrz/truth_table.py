"""truth.csv: which MRZ is printed on each picture of a folder's `images/`."""

import csv
import os
from pathlib import Path

from docdesk.bench.mrz.truth import NO_MRZ, Truth, type_of
from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.mrz.alphabet import first_stranger
from docdesk.mrz.formats import FORMATS

Row = dict[str, str | None]

TABLE = "truth.csv"
IMAGES = "images"

COLUMNS = ("file", "line1", "line2")
"""Columns that must be there. `line3`, `doc_type`, `scored`, `all_check_digits_valid`, `same_document_group`,
`difficulty` and `condition_notes` are used where they are, others are not looked at."""

_LONGEST = max(length for layout in FORMATS.values() for length in layout.lengths) + 4
"""Characters of a line: a few more than any format has may be misprinted; more is no line of an MRZ, and
laying it beside what was read takes time by the square of its length."""


def truths_of_table(folder: Path) -> tuple[Truth, ...]:
    """Return the rows of `truth.csv` in the folder that count.

    Raises:
        WrongUse: there is no such table, or a row cannot be used.
    """
    try:
        with (folder / TABLE).open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise _refusal(folder, TABLE) from error
    if not rows or not set(COLUMNS) <= set(rows[0]):
        raise _refusal(folder, ", ".join(COLUMNS))
    found: dict[str, Truth] = {}
    # The first row is the second line of the file. What does not count is not looked at.
    for number, row in enumerate(rows, 2):
        if _counts(row):
            truth = _truth(row, folder, number)
            if truth.file in found:
                raise _bad_row(folder, number)
            found[truth.file] = truth
    return tuple(found.values())


def _counts(row: Row) -> bool:
    return (row.get("scored") or "yes") == "yes"


def _truth(row: Row, folder: Path, number: int) -> Truth:
    name = row["file"]
    if not name or not _is_a_name(name) or None in (row["line1"], row["line2"]):
        raise _bad_row(folder, number)
    lines = tuple(line for line in (row["line1"], row["line2"], row.get("line3")) if line)
    if not all(map(_may_be_printed, lines)) or _is_folder(folder / IMAGES / name):
        raise _bad_row(folder, number)
    kind = row.get("doc_type") or type_of(lines)
    if bool(lines) == (kind == NO_MRZ):
        raise _bad_row(folder, number)
    return Truth(
        file=name,
        path=f"{IMAGES}/{name}",
        doc_type=kind,
        lines=lines,
        group=row.get("same_document_group") or name,
        digits_valid={"yes": True, "no": False}.get(row.get("all_check_digits_valid") or ""),
        difficulty=row.get("difficulty") or "",
        notes=row.get("condition_notes") or "",
    )


def _is_a_name(name: str) -> bool:
    return Path(name).name == name and name not in {".", ".."}


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - `Path.is_dir` raises for a name that is too long


def _may_be_printed(line: str) -> bool:
    return len(line) <= _LONGEST and first_stranger(line) is None


def _bad_row(folder: Path, number: int) -> WrongUse:
    return WrongUse(Message.of("bench.bad_truth_row", path=str(folder), row=number))


def _refusal(folder: Path, where: str) -> WrongUse:
    return WrongUse(Message.of("program.bad_truth", path=str(folder), where=where))
