"""Reads what `docdesk synthesise` made, for measuring: its captures, and what their truth says of them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from docdesk.bench.nuisance import Measured, measure
from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.inspection.captures.decoding import Decoder

SCHEMA = "docdesk:truth"


def measured_captures(folder: Path, decoder: Decoder) -> Iterator[Measured]:
    """Yield the nuisances of every capture of a folder; a genuine side of an altered document is left out.

    Raises:
        WrongUse: the folder holds no truth that docdesk wrote, or not the captures that it names.
    """
    for file in sorted((folder / "truth").glob("*.json")):
        yield from _document(folder, truth_of(file), decoder)


def _document(folder: Path, truth: dict[str, Any], decoder: Decoder) -> Iterator[Measured]:
    altered = {
        mask["side"]: alteration["name"]
        for alteration in truth["alterations"]
        for mask in alteration["masks"]
    }
    for capture in truth["captures"]:
        if altered and capture["side"] not in altered:
            continue
        path = folder / capture["file"]
        with decoder.open(path) as opened:
            pixels = opened.frame(1).pixels
        group = (truth["model"], capture["side"], capture["light"], capture["device"])
        yield Measured(group, altered.get(capture["side"]), measure(path.read_bytes(), np.asarray(pixels)))


def truth_of(file: Path) -> dict[str, Any]:
    """Return the truth that a file holds; of what stands in it only `schema` was looked at.

    Raises:
        WrongUse: docdesk did not write it.
    """
    try:
        truth = json.loads(file.read_text(encoding="utf-8"))
        if truth["schema"] != SCHEMA:
            raise ValueError(SCHEMA)
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise WrongUse(Message.of("program.bad_truth_of_document", path=str(file))) from error
    return dict(truth)
