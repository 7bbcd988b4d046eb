"""truth.csv: which MRZ is printed on each picture of a folder, for `docdesk bench mrz`."""

import csv
from dataclasses import dataclass
from pathlib import Path

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message

COLUMNS = ("file", "doc_type", "line1", "line2", "line3", "scored")
"""Columns that must be there; others may be."""


@dataclass(frozen=True, slots=True)
class Truth:
    """What is printed on one picture.

    `lines` is empty for a picture without an MRZ (`doc_type` NONE). `digits_valid` is None where the table
    does not say. `group` names the document, where several pictures show the same one.
    """

    file: str
    doc_type: str
    lines: tuple[str, ...]
    scored: bool
    digits_valid: bool | None
    group: str


def read_truth(folder: Path) -> tuple[Truth, ...]:
    """Return the rows of `truth.csv` in the folder.

    Raises:
        WrongUse: there is no such table, or a row cannot be used.
    """
    path = folder / "truth.csv"
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise _refusal(folder, "truth.csv") from error
    if not rows or not set(COLUMNS) <= set(rows[0]):
        raise _refusal(folder, ", ".join(COLUMNS))
    return tuple(_truth(row, folder) for row in rows)


def _truth(row: dict[str, str | None], folder: Path) -> Truth:
    name, kind = row["file"], row["doc_type"]
    if not name or not kind or Path(name).name != name or name in {".", ".."}:
        raise _refusal(folder, repr(name)[:100])
    valid = row.get("all_check_digits_valid") or ""
    return Truth(
        file=name,
        doc_type=kind,
        lines=tuple(line for line in (row["line1"], row["line2"], row["line3"]) if line),
        scored=row["scored"] == "yes",
        digits_valid={"yes": True, "no": False}.get(valid),
        group=row.get("same_document_group") or name,
    )


def _refusal(folder: Path, where: str) -> WrongUse:
    return WrongUse(Message.of("program.bad_truth", path=str(folder), where=where))
