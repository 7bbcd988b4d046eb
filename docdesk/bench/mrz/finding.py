"""Which pictures a folder holds, and what is printed on them, whoever filled it."""

from pathlib import Path

from docdesk.bench.mrz.truth import Truth
from docdesk.bench.mrz.truth_generated import truths_of_captures
from docdesk.bench.mrz.truth_table import TABLE, truths_of_table
from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message


def truths_in(folder: Path) -> tuple[Truth, ...]:
    """Return what is printed on each picture that counts, at least one.

    A folder with a `truth.csv` is read by that; one that `docdesk synthesise` made, by its documents' truth.

    Raises:
        WrongUse: the folder says of no picture what is printed on it, or what it says cannot be used.
    """
    if (folder / TABLE).is_file():
        truths = truths_of_table(folder)
    elif (folder / "truth").is_dir():
        truths = truths_of_captures(folder)
    else:
        raise WrongUse(Message.of("bench.no_truth", path=str(folder)))
    if not truths:
        raise WrongUse(Message.of("bench.nothing_counts", path=str(folder)))
    return truths
