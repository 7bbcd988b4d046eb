"""truth.csv: which MRZ is printed on each picture of a folder's `images/`."""

import csv
from pathlib import Path

from docdesk.bench.mrz.truth import NO_MRZ, Truth, type_of
from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message

TABLE = "truth.csv"
IMAGES = "images"

COLUMNS = ("file", "line1", "line2")
"""Columns that must be there. `line3`, `doc_type`, `scored`, `all_check_digits_valid`, `same_document_group`,
`difficulty` and `condition_notes` are used where they are, others are not looked at."""


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
    # The first row is the second line of the file.
    truths = [_truth(row, folder, number) for number, row in enumerate(rows, 2)]
    return tuple(truth for truth, row in zip(truths, rows, strict=True) if _counts(row))


def _counts(row: dict[str, str | None]) -> bool:
    return (row.get("scored") or "yes") == "yes"


def _truth(row: dict[str, str | None], folder: Path, number: int) -> Truth:
    name = row["file"]
    if not name or Path(name).name != name or name in {".", ".."} or None in (row["line1"], row["line2"]):
        raise WrongUse(Message.of("bench.bad_truth_row", path=str(folder), row=number))
    lines = tuple(line for line in (row["line1"], row["line2"], row.get("line3")) if line)
    kind = row.get("doc_type") or type_of(lines)
    if bool(lines) == (kind == NO_MRZ):
        raise WrongUse(Message.of("bench.bad_truth_row", path=str(folder), row=number))
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


def _refusal(folder: Path, where: str) -> WrongUse:
    return WrongUse(Message.of("program.bad_truth", path=str(folder), where=where))
