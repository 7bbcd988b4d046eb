"""Writes a document into the folder of its plan: captures, masks, and last of all the truth."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from docdesk.foundation.files import write_whole
from docdesk.imaging.encoding import png
from docdesk.synthesis.alterations.alteration import Mask
from docdesk.synthesis.capturing.shot import Shot
from docdesk.synthesis.models.model import Side
from docdesk.synthesis.plans.making import Made
from docdesk.synthesis.plans.masks import flat, in_capture
from docdesk.synthesis.plans.truth import Edition, MaskFiles, truth

CAPTURES: Final = "captures"
TRUTH: Final = "truth"

_BY_HAND: Final = ("telephone", "screen")
"""Devices whose captures are photographs to whoever inspects them, in whatever light there was."""

_JOINED: Final = """[[document]]
name = "{name}"

[[document.capture]]
file = "{file}"
side = "{side}"
light = "{light}"
"""
"""A picture alone would be called by its light and side; the names of several join them to one document."""


def write(made: Made, folder: Path, edition: Edition) -> None:
    """Write all files of a document; with the truth in its place the others are complete.

    Raises:
        OSError: something cannot be written.
    """
    name = made.order.id
    (folder / CAPTURES / name).mkdir(parents=True, exist_ok=True)
    files = _write_captures(made, folder)
    masks = _Masks(made, folder).written()
    told = truth(made, files, masks, edition)
    content = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    (folder / TRUTH).mkdir(exist_ok=True)
    write_whole(truth_path(folder, name), content.encode())


def truth_path(folder: Path, name: str) -> Path:
    """Return where the truth of a document lies."""
    return folder / TRUTH / f"{name}.json"


def _write_captures(made: Made, folder: Path) -> tuple[str, ...]:
    """Write the captures and return their names, relative to the folder of all."""
    home = f"{CAPTURES}/{made.order.id}"
    names = []
    for each in made.captures:
        name = f"{_label(each.shot)}{made.order.step.suffix}"
        write_whole(folder / home / name, each.content)
        names.append(name)
    if len(names) == 1:
        shot = made.captures[0].shot
        light = _light(shot).upper()
        stated = _JOINED.format(name=made.order.id, file=names[0], side=shot.side, light=light)
        write_whole(folder / home / "capture.toml", stated.encode())
    return tuple(f"{home}/{name}" for name in names)


def _label(shot: Shot) -> str:
    """Return side and light as names of files tell them."""
    return f"{shot.side}-{_light(shot)}"


def _light(shot: Shot) -> str:
    return "photo" if shot.device in _BY_HAND else shot.light.lower()


class _Masks:
    """The masks of a document on their way to its folder; one that was written is not written again."""

    def __init__(self, made: Made, folder: Path) -> None:
        self._made = made
        self._folder = folder
        self._home = f"{TRUTH}/{made.order.id}"
        self._written: dict[bytes, str] = {}
        self._sizes = {face.face.side: face.face.size for face in made.altered.copy.faces}

    def written(self) -> MaskFiles:
        """Write the masks and return where they lie."""
        traces = self._made.altered.traces
        changed = {side: self._flat(mask, side) for side, mask in traces.masks}
        return MaskFiles(
            sides=tuple((side, self._file(mask, side)) for side, mask in changed.items()),
            cues=tuple(
                self._file(self._flat(cue.mask, cue.side), f"cue-{number:02d}")
                for number, cue in enumerate(traces.cues, start=1)
            ),
            captures=tuple(self._in_captures(changed)),
        )

    def _flat(self, mask: Mask, side: Side) -> NDArray[np.uint8]:
        return flat(mask, self._sizes[side])

    def _in_captures(self, changed: dict[Side, NDArray[np.uint8]]) -> Iterator[str | None]:
        """Yield for each capture in white light of a changed side where its mask lies, None for the others.

        Captures under the other lights of a reader lie on the white one, and so does its mask.
        """
        for each in self._made.captures:
            shot = each.shot
            if shot.light != "VIS" or shot.side not in changed:
                yield None
            else:
                yield self._file(in_capture(changed[shot.side], shot), _label(shot))

    def _file(self, mask: NDArray[np.uint8], name: str) -> str:
        content = png(mask)
        if content not in self._written:
            (self._folder / self._home).mkdir(parents=True, exist_ok=True)
            file = f"{self._home}/{name}.png"
            write_whole(self._folder / file, content)
            self._written[content] = file
        return self._written[content]
