"""What every alteration is: a record that names the fraud, and functions that commit it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np

from docdesk.synthesis.capturing.shot import Shot
from docdesk.synthesis.models.model import DocumentModel, Light, Side
from docdesk.synthesis.people.holder import Holder
from docdesk.synthesis.printing.printed import PrintedCopy
from docdesk.synthesis.rasterising import Coverage

Mask = Coverage
"""Of a whole face at `SHEET_DPI`: 255 where the alteration, or what betrays it, lies."""


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """Something that an examiner would see.

    Attributes:
        feature: word for it, say `photo_edge`; each is in `cues.FEATURES`.
        side: of the document.
        light: under which it shows.
        min_ppi: least resolution of a capture that shows it.
        mask: where it shows.
    """

    feature: str
    side: Side
    light: Light
    min_ppi: int
    mask: Mask


@dataclass(frozen=True, slots=True, eq=False)
class Traces:
    """What an alteration left: the changed places of each side, and the cues."""

    masks: tuple[tuple[Side, Mask], ...]
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """A digital change of the finished picture, made after the capture and before the last step.

    Attributes:
        side, lights: which shots are edited.
        paint: returns the shot with its pixels changed; the shot tells where the face lies in the picture.
    """

    side: Side
    lights: tuple[Light, ...]
    paint: Callable[[Shot], Shot]


@dataclass(frozen=True, slots=True, eq=False)
class Altered:
    """A copy after the alteration, what it left, and the digital edits still to be made of every capture.

    The copy's items and its holder's texts say what now stands there.
    """

    copy: PrintedCopy
    traces: Traces
    edits: tuple[Edit, ...] = ()


class Workshop(Protocol):
    """What a forger may use: the press that prints, and other people's documents."""

    def printed(self, copy: PrintedCopy, holder: Holder) -> PrintedCopy:
        """Return a copy of the copy's model, which may be a variant of it, on the same sheet seed."""
        ...

    def another_holder(self, copy: PrintedCopy) -> Holder:
        """Return somebody else: another portrait of the same sex, another name."""
        ...


def no_variants(_model: DocumentModel) -> tuple[DocumentModel, ...]:
    """Return nothing: most alterations begin with the document itself."""
    return ()


@dataclass(frozen=True, slots=True)
class Alteration:
    """A kind of fraud.

    Attributes:
        name: what was done, say `photo_substitution_pasted`.
        code: of the taxonomy: CF, FO-PH, FO-DA ...
        alter: commits it, on the very sheets of the copy that is handed in.
        variants: of a model, from which it prints too; a press prepares their films beforehand.
    """

    name: str
    code: Literal["CF", "FO-PH", "FO-DA"]
    alter: Callable[[PrintedCopy, Workshop, np.random.Generator], Altered]
    variants: Callable[[DocumentModel], tuple[DocumentModel, ...]] = no_variants
