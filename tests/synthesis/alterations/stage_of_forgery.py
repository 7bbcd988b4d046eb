"""A plain passport page, two people and a workshop: what the alterations are tried with."""

import datetime as dt
import hashlib
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np

from docdesk.synthesis.artwork.rosettes import Rosette
from docdesk.synthesis.artwork.stars import StarArc
from docdesk.synthesis.artwork.washes import Wash
from docdesk.synthesis.artwork.waves import Waves
from docdesk.synthesis.materials.inks import Ink, linear
from docdesk.synthesis.models.model import DocumentModel, Face, Field, Layer, Zone
from docdesk.synthesis.people.holder import Holder
from docdesk.synthesis.people.homelands import UTOPIA
from docdesk.synthesis.people.making import make_holder
from docdesk.synthesis.people.portraits import Portrait
from docdesk.synthesis.printing.press import Press
from docdesk.synthesis.printing.printed import PrintedCopy

SIZE = (125.0, 88.0)
TODAY = dt.date(2026, 6, 1)
INKS = (
    ("black", Ink((linear("#161616"),), infrared=0.96, quenching=0.9)),
    ("green", Ink((linear("#7fb09a"), linear("#8aa6c8"), linear("#c79aa6")), infrared=0.1, quenching=0.2)),
    ("violet", Ink((linear("#a58cc0"),), infrared=0.15, quenching=0.2)),
    ("plum_shows", Ink((linear("#6a2f55"),), infrared=0.9, quenching=0.5)),
    ("plum_vanishes", Ink((linear("#6a2f55"),), infrared=0.02, quenching=0.5)),
    ("glow_red", Ink((linear("#fefefc"),), infrared=0.0, glow=(0.75, 0.12, 0.05))),
    ("glow_green", Ink((linear("#fefefc"),), infrared=0.0, glow=(0.1, 0.6, 0.15))),
)
LAYERS = (
    Layer("wash", Wash((0.0, 0.0, 125.0, 88.0)), "green", "offset", 0.10),
    Layer("waves", Waves((2.0, 2.0, 121.0, 84.0), width=0.1, spacing=0.8), "green", "offset"),
    Layer("rosette", Rosette((85.0, 45.0), 4.0, 22.0, lines=8), "violet", "offset"),
    Layer("split_shows", Rosette((112.0, 62.0), 1.0, 6.0, width=0.2), "plum_shows", "offset"),
    Layer("split_vanishes", Rosette((112.0, 40.0), 1.0, 6.0, width=0.2), "plum_vanishes", "offset"),
    Layer(
        "stars", StarArc((38.0, 50.0), 16.0, 3.0, first=180.0, last=-140.0), "glow_red", "offset", over=True
    ),
    Layer("sun", Rosette((80.0, 30.0), 2.0, 24.0, width=0.3, lines=4), "glow_green", "offset", over=True),
)
FIELDS = (
    Field("portrait", "portrait", (6.0, 28.0, 35.0, 45.0), "dye_sublimation"),
    Field("ghost", "ghost", (98.0, 25.0, 16.0, 20.0), "offset", ink="violet", strength=0.6, fade=2.0),
    Field("surname", "text", (46.0, 66.0, 50.0, 3.0), "laser_engraving"),
    Field("given_names", "text", (46.0, 58.0, 50.0, 3.0), "laser_engraving"),
    Field("number", "text", (90.0, 76.0, 30.0, 3.0), "laser_engraving", face="sans_semibold"),
    Field("birth", "text", (46.0, 50.0, 50.0, 3.0), "laser_engraving"),
    Field("expiry", "text", (46.0, 42.0, 50.0, 3.0), "laser_engraving"),
    Field("signature", "signature", (46.0, 28.0, 40.0, 9.0), "laser_engraving"),
    Field("mrz", "mrz", (6.0, 5.0, 113.0, 15.0), "laser_engraving"),
)
ZONES = (
    Zone("waves", "guilloche", (2.0, 2.0, 121.0, 84.0), (("VIS", "visible"),)),
    Zone("split", "ir_split", (104.0, 33.0, 17.0, 36.0), (("IR", "vanishes"),)),
    Zone("sun", "uv_motif", (56.0, 6.0, 48.0, 48.0), (("UV", "glows"),), ("green",)),
)
SPLIT_SHOWS = (66.0, 4.0, 6.0, 6.0)
SPLIT_VANISHES = (74.0, 4.0, 6.0, 6.0)
SUN = (40.0, 4.0, 20.0, 12.0)
"""Places of a card's front."""


def model(*fields: Field, substrate: str = "security_paper") -> DocumentModel:
    chosen = fields or FIELDS
    face = Face("data", SIZE, 3.0, substrate, LAYERS, chosen, ZONES)
    sha256 = hashlib.sha256(repr((LAYERS, INKS)).encode()).hexdigest()
    return DocumentModel("stage", "Stage", UTOPIA, "TD3", "P", 10, INKS, (face,), sha256, Path("stage"))


@lru_cache(maxsize=1)
def card() -> DocumentModel:
    """A card with its number on both sides and the MRZ on its back."""
    size = (85.6, 53.98)
    layers = (
        Layer("wash", Wash((0.0, 0.0, *size)), "green", "offset", 0.15),
        Layer("waves", Waves((2.0, 2.0, 81.0, 50.0), width=0.1, spacing=1.2), "green", "offset"),
        Layer("split_shows", Wash(SPLIT_SHOWS), "plum_shows", "offset"),
        Layer("split_vanishes", Wash(SPLIT_VANISHES), "plum_vanishes", "offset"),
        Layer("star", StarArc((18.0, 25.0), 12.0, 4.0), "glow_red", "offset", over=True),
        Layer("sun", Wash(SUN), "glow_green", "offset", over=True),
    )
    zones = (
        Zone("waves", "guilloche", (2.0, 2.0, 81.0, 50.0), (("VIS", "visible"),)),
        Zone("shows", "ir_split", SPLIT_SHOWS, (("IR", "absorbs"),)),
        Zone("vanishes", "ir_split", SPLIT_VANISHES, (("IR", "vanishes"),)),
        Zone("sun", "uv_motif", SUN, (("UV", "glows"),), ("green",)),
    )
    front = (
        Field("portrait", "portrait", (5.0, 8.0, 26.0, 34.0), "laser_engraving"),
        Field("surname", "text", (36.0, 36.0, 44.0, 3.0), "laser_engraving"),
        Field("birth", "text", (36.0, 28.0, 44.0, 3.0), "laser_engraving"),
        Field("number", "text", (36.0, 20.0, 44.0, 3.0), "laser_engraving"),
    )
    back = (
        Field("number", "text", (40.0, 44.0, 40.0, 3.0), "laser_engraving"),
        Field("mrz", "mrz", (5.0, 5.0, 76.0, 13.0), "laser_engraving"),
    )
    faces = (
        Face("front", size, 3.0, "security_paper", layers, front, zones),
        Face("back", size, 3.0, "polycarbonate", layers[:1], back, ()),
    )
    return replace(model(), name="card", format="TD1", document_code="I", faces=faces, sha256="c" * 64)


def portrait(folder: Path, name: str, skin: tuple[int, int, int], hair: tuple[int, int, int]) -> Portrait:
    """A head of ovals, kept as the set of portraits keeps them."""
    pixels = np.full((1063, 827, 3), 222, np.uint8)
    matte = np.zeros((1063, 827), np.uint8)
    for middle, axes, colour in (
        ((413, 1020), (330, 260), (70, 80, 120)),
        ((413, 470), (270, 350), hair),
        ((413, 540), (210, 290), skin),
        ((335, 500), (28, 16), (30, 30, 30)),
        ((491, 500), (28, 16), (30, 30, 30)),
        ((413, 690), (70, 16), (150, 60, 60)),
    ):
        cv2.ellipse(pixels, middle, axes, 0, 0, 360, colour, -1, cv2.LINE_AA)
        cv2.ellipse(matte, middle, axes, 0, 0, 360, 255, -1, cv2.LINE_AA)
    files = []
    for file, picture in ((folder / f"{name}.png", pixels[..., ::-1]), (folder / f"{name}-matte.png", matte)):
        content = cv2.imencode(".png", picture)[1].tobytes()
        file.write_bytes(content)
        files.append((file, hashlib.sha256(content).hexdigest()))
    (picture, picture_sha256), (shape, shape_sha256) = files
    return Portrait(
        name, "F", 35, ((335.0, 500.0), (491.0, 500.0)), (413.0, 120.0), (413.0, 830.0),
        picture, shape, picture_sha256, shape_sha256,
    )  # fmt: skip


@dataclass
class Shop:
    """A workshop about one press; it keeps what it was asked to print."""

    press: Press
    people: tuple[Portrait, ...]
    seed: int = 5

    def printed(self, copy: PrintedCopy, holder: Holder) -> PrintedCopy:
        return self.press.printed(copy.model, holder, self.seed)

    def another_holder(self, copy: PrintedCopy) -> Holder:
        others = [each for each in self.people if each.name != copy.holder.portrait.name]
        return make_holder(copy.model, others, self.seed + 1, TODAY)

    def copy(self, of: DocumentModel | None = None) -> PrintedCopy:
        chosen = of or model()
        return self.press.printed(chosen, make_holder(chosen, self.people[:1], self.seed, TODAY), self.seed)


@lru_cache(maxsize=1)
def shop(folder: Path) -> Shop:
    folder.mkdir(exist_ok=True, parents=True)
    people = (
        portrait(folder, "one", (205, 165, 140), (60, 40, 25)),
        portrait(folder, "two", (225, 190, 165), (190, 150, 90)),
    )
    return Shop(Press(folder / "film"), people)


def untouched(copy: PrintedCopy) -> PrintedCopy:
    """A copy whose sheets nobody else changes."""
    return replace(copy, faces=tuple(replace(face, sheet=face.sheet.copy()) for face in copy.faces))
