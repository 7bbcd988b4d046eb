"""Which MRZ is printed on the captures that `docdesk synthesise` made, by the truth beside them.

White light and infrared show the MRZ; ultraviolet shows what glows, so its captures do not count. Sides
without an MRZ count as pictures without one.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docdesk.bench.mrz.truth import Truth, type_of, wrong_digits
from docdesk.bench.synthesised import truth_of
from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message

LIGHTS = ("VIS", "IR")

UNTOLD_IN_INFRARED = frozenset({"lights_differ", "ir_ink_differs"})
"""Cues of characters that infrared shows otherwise than white light does: the truth holds what white light
shows, so what can be read in infrared is not known."""

_CAPTURE = re.compile(r"captures/[a-z0-9][a-z0-9-]{0,63}/[a-z0-9-]+\.(jpg|png)")
"""Where a capture may lie: a truth must not lead out of its folder."""


def truths_of_captures(folder: Path) -> tuple[Truth, ...]:
    """Return what is printed on each capture of the folder that counts, in the order of their names.

    Raises:
        WrongUse: the folder holds a truth that docdesk did not write.
    """
    return tuple(truth for file in sorted((folder / "truth").glob("*.json")) for truth in _document(file))


def _document(file: Path) -> Iterator[Truth]:
    document = truth_of(file)
    try:
        yield from _captures(document)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise WrongUse(Message.of("program.bad_truth_of_document", path=str(file))) from error


def _captures(document: dict[str, Any]) -> Iterator[Truth]:
    untold = {
        cue["side"]
        for alteration in document["alterations"]
        for cue in alteration["cues"]
        if cue["light"] == "IR" and cue["feature"] in UNTOLD_IN_INFRARED
    }
    for capture in document["captures"]:
        light, path = capture["light"], capture["file"]
        if not _CAPTURE.fullmatch(path):
            raise ValueError(path)
        if light not in LIGHTS or (light == "IR" and capture["side"] in untold):
            continue
        lines = tuple(str(item["text"]) for item in capture["items"] if item["kind"] == "mrz")
        yield Truth(
            file=path.removeprefix("captures/"),
            path=path,
            doc_type=type_of(lines),
            lines=lines,
            group=str(document["id"]),
            digits_valid=not wrong_digits(lines) if lines else None,
            difficulty=str(capture["device"]),
            notes=", ".join(str(alteration["name"]) for alteration in document["alterations"]),
        )
