"""A holder: somebody who does not exist, and what a document says of them."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

from docdesk.synthesis.people.portraits import Portrait


@dataclass(frozen=True, slots=True)
class Holder:
    """What one document says of its holder.

    Attributes:
        portrait: the face.
        sex: as in the MRZ; X is shown as `<` there.
        birth, issue, expiry: days.
        number: of the document.
        texts: what each field prints, by the field's name: surname, given_names, birth, number, ...
        mrz: lines of the machine-readable zone, as printed.
        signature_seed: how they sign.
    """

    portrait: Portrait
    sex: Literal["F", "M", "X"]
    birth: dt.date
    issue: dt.date
    expiry: dt.date
    number: str
    texts: tuple[tuple[str, str], ...]
    mrz: tuple[str, ...]
    signature_seed: int

    def text(self, name: str) -> str:
        """Return what a field of this name prints; empty where the holder has no such entry."""
        return dict(self.texts).get(name, "")

    def with_texts(self, **changed: str) -> "Holder":
        """Return the holder with some texts changed."""
        return replace(self, texts=tuple({**dict(self.texts), **changed}.items()))
