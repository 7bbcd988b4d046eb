"""A document model: what a document of one kind looks like before anybody is named in it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from docdesk.reference.page import Light as Light
from docdesk.reference.page import Reaction as Reaction
from docdesk.reference.page import Side as Side
from docdesk.reference.page import Zone as Zone
from docdesk.synthesis.artwork.art import Art
from docdesk.synthesis.drawing import Box
from docdesk.synthesis.lettering.setting import Align
from docdesk.synthesis.materials.inks import Ink

FieldKind = Literal["text", "mrz", "portrait", "ghost", "signature"]
DateStyle = Literal["two_languages", "english", "dots", "blanks", "iso"]
"""How dates are printed: 12 AUG/AOU 1974, 12 AUG 1974, 12.08.1974, 12 08 1974, 1974-08-12."""


@dataclass(frozen=True, slots=True)
class State:
    """A state that does not exist.

    Attributes:
        code: three letters: UTO or a code that ISO 3166 keeps for users.
        name: as on its documents.
        adjective: nationality as printed, say UTOPIAN.
        places: towns where people are born and documents are issued.
        names: name of the list of names that its people have (people/names).
        authorities: offices that issue its documents, as printed; if none, the town stands for it.
        date_style: how its documents print dates.
    """

    code: str
    name: str
    adjective: str
    places: tuple[str, ...]
    names: str
    authorities: tuple[str, ...] = ()
    date_style: DateStyle = "two_languages"


@dataclass(frozen=True, slots=True)
class Layer:
    """Artwork of one ink, printed in one pass on every copy.

    Attributes:
        name: unique on its face; zones and alterations refer to it.
        art: what is drawn.
        ink: name of an ink of the model.
        process: name of a process.
        strength: share of the ink's full layer, 0 to 1.
        within: art that bounds the layer, if any.
        without: art that the layer leaves free, if any.
        over: printed after the personal data, as an overlay is.
    """

    name: str
    art: Art
    ink: str
    process: str
    strength: float = 1.0
    within: Art | None = None
    without: Art | None = None
    over: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """Something personal on a face, printed after all layers in the order of the model.

    Attributes:
        name: what of the holder it shows: a key of `Holder.texts`, or a name for a picture.
        kind: text, MRZ, portrait, ghost portrait or signature.
        box: where, in mm. A text's baseline is the bottom of its box; it may be as wide as the box.
        process: name of a process.
        ink: name of an ink of the model; unused by pictures printed in colour.
        face: name of a face of lettering (text).
        cap_height: mm (text).
        align: of a text within its box.
        strength: share of the full layer, 0 to 1 (ghost).
        fade: width in mm over which a picture's edges run into the background; 0 cuts it sharp.
    """

    name: str
    kind: FieldKind
    box: Box
    process: str
    ink: str = "black"
    face: str = "sans"
    cap_height: float = 2.2
    align: Align = "left"
    strength: float = 1.0
    fade: float = 0.0


@dataclass(frozen=True, slots=True)
class Face:
    """One side of a document.

    Attributes:
        side: which.
        size: width and height in mm.
        corner_radius: mm; 0 for square corners.
        substrate: name of a substrate.
        layers: in the order of printing.
        fields: in the order of printing, after the layers.
        zones: for the reference.
    """

    side: Side
    size: tuple[float, float]
    corner_radius: float
    substrate: str
    layers: tuple[Layer, ...]
    fields: tuple[Field, ...]
    zones: tuple[Zone, ...]


@dataclass(frozen=True, slots=True)
class DocumentModel:
    """All of one kind of document.

    Attributes:
        name: of its folder: lower-case letters, digits, hyphens.
        title: for people.
        state: who issues it.
        format: of its MRZ: TD1, TD2, TD3, MRVA, MRVB.
        document_code: first characters of the MRZ: P, I, V, with a second letter if any.
        years_valid: from issue to expiry.
        inks: by name.
        faces: data page, or front and back.
        sha256: of what it was read from; keys the cache of printed artwork.
        folder: where it was read from.
        number_pattern: of document numbers: # is a digit, @ a letter, anything else itself.
    """

    name: str
    title: str
    state: State
    format: str
    document_code: str
    years_valid: int
    inks: tuple[tuple[str, Ink], ...]
    faces: tuple[Face, ...]
    sha256: str
    folder: Path = field(compare=False)
    number_pattern: str = "@########"

    def ink(self, name: str) -> Ink:
        """Return the ink of this name; a model that was read has every ink that it names."""
        return dict(self.inks)[name]
