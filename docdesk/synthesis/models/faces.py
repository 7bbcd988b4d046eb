"""Reads one face of a model: layers, fields and zones."""

from collections.abc import Collection, Iterable
from typing import Final, cast, get_args

from docdesk.mrz.formats import FORMATS
from docdesk.mrz.geometry import GEOMETRY, PORTRAIT_MM, text_width_mm
from docdesk.synthesis.artwork.art import Art
from docdesk.synthesis.artwork.parameters import read_art
from docdesk.synthesis.drawing import Box
from docdesk.synthesis.lettering.fonts import FACES
from docdesk.synthesis.lettering.setting import Align
from docdesk.synthesis.materials.catalogue import SUBSTRATES
from docdesk.synthesis.models.entries import ENTRIES
from docdesk.synthesis.models.extent import refuse_cut_words, refuse_endless
from docdesk.synthesis.models.model import Face, Field, FieldKind, Layer, Light, Reaction, Side, Zone
from docdesk.synthesis.models.tables import Table, refused
from docdesk.synthesis.processes.catalogue import PROCESSES

REACTIONS: Final[dict[str, tuple[str, ...]]] = {
    "VIS": ("visible", "vanishes"),
    "IR": ("absorbs", "vanishes"),
    "UV": ("glows", "dull"),
}
"""What can be expected of a zone under each light."""

GLOW_WORDS: Final = ("red", "green", "yellow", "blue", "white")

_MOST_LAYERS: Final = 150
_MOST_FIELDS: Final = 80
_MOST_ZONES: Final = 200
_MOST_MM: Final = 125.0
"""Width of a passport page, the largest document."""

_TOLERANCE: Final = 0.05
"""mm by which a box may reach over the edge: what rounding to a tenth does on both sides."""

_MRZ_TOLERANCE: Final = 0.5
"""mm by which the stated box of an MRZ may differ from that of its format: what a designer rounds."""


def read_face(table: Table, form: str, inks: Collection[str]) -> Face:
    """Return a face of a model.

    Args:
        table: of the file; nothing of it is trusted.
        form: name of the format of the MRZ.
        inks: names of the model's inks.

    Raises:
        WrongUse: something in it is wrong.
    """
    width, height = table.numbers("size", 2, 10, _MOST_MM)
    size = (width, height)
    face = Face(
        side=cast("Side", table.choice("side", get_args(Side))),
        size=size,
        corner_radius=table.number("corner_radius", 0, 10),
        substrate=table.choice("substrate", tuple(SUBSTRATES)),
        layers=tuple(_layer(entry, inks) for entry in table.tables("layer", 0, _MOST_LAYERS)),
        fields=tuple(_field(entry, form, size, inks) for entry in table.tables("field", 1, _MOST_FIELDS)),
        zones=tuple(_zone(entry, size) for entry in table.tables("zone", 0, _MOST_ZONES)),
    )
    _unique("layer", (layer.name for layer in face.layers), table)
    _unique("field", (field.name for field in face.fields), table)
    _unique("zone", (zone.name for zone in face.zones), table)
    table.close()
    refuse_endless(face, table.where)
    refuse_cut_words(face, table.where)
    return face


def mrz_box(form: str) -> Box:
    """Return where the lines of an MRZ of this format stand, in mm (Doc 9303-4 to 9303-7)."""
    zone = GEOMETRY[form]
    width = text_width_mm(max(FORMATS[form].lengths))
    bottom = zone.centres[-1] - zone.band / 2
    return zone.left[0], bottom, width, zone.centres[0] - zone.centres[-1] + zone.band


def _layer(table: Table, inks: Collection[str]) -> Layer:
    layer = Layer(
        name=table.name("name"),
        art=read_art(*table.raw("art")),
        ink=table.choice("ink", inks),
        process=table.choice("process", tuple(PROCESSES)),
        strength=table.number("strength", 0, 1, 1.0),
        within=_bound(table, "within"),
        without=_bound(table, "without"),
        over=table.flag("over"),
    )
    table.close()
    return layer


def _bound(table: Table, key: str) -> Art | None:
    return read_art(*table.raw(key)) if key in table else None


def _field(table: Table, form: str, size: tuple[float, float], inks: Collection[str]) -> Field:
    kind = cast("FieldKind", table.choice("kind", get_args(FieldKind), "text"))
    field = Field(
        name=table.choice("name", sorted(ENTRIES[form])) if kind == "text" else table.name("name"),
        kind=kind,
        box=_mrz_place(table, form) if kind == "mrz" else _box(table, size),
        process=table.choice("process", tuple(PROCESSES)),
        ink=table.choice("ink", inks, "black"),
        face=table.choice("face", tuple(FACES), "sans"),
        cap_height=table.number("cap_height", 0.5, 10, 2.2),
        align=cast("Align", table.choice("align", get_args(Align), "left")),
        strength=table.number("strength", 0, 1, 1.0),
        fade=table.number("fade", 0, 20, 0.0),
    )
    table.close()
    if kind == "portrait":
        _portrait(field, form, table)
    return field


def _portrait(field: Field, form: str, table: Table) -> None:
    """Refuse a portrait of a size that Doc 9303 does not let its format have."""
    least, greatest = PORTRAIT_MM.get(form, ((0.0, 0.0), (_MOST_MM, _MOST_MM)))
    width, height = field.box[2:]
    if not (least[0] <= width <= greatest[0] and least[1] <= height <= greatest[1]):
        raise refused(
            "portrait",
            table.where,
            format=form,
            least=f"{least[0]:g} x {least[1]:g}",
            greatest=f"{greatest[0]:g} x {greatest[1]:g}",
        )


def _mrz_place(table: Table, form: str) -> Box:
    """Return the box of the MRZ: its format's, which the file may state or leave out."""
    expected = mrz_box(form)
    if "box" in table:
        stated = table.numbers("box", 4, 0, _MOST_MM)
        if any(abs(mine - theirs) > _MRZ_TOLERANCE for mine, theirs in zip(expected, stated, strict=True)):
            raise refused("mrz_box", table.where, format=form, box=", ".join(f"{v:g}" for v in expected))
    return expected


def _zone(table: Table, size: tuple[float, float]) -> Zone:
    expects = table.table("expects")
    zone = Zone(
        name=table.name("name"),
        feature=table.name("feature"),
        box=_box(table, size),
        expects=tuple(
            (light, cast("Reaction", expects.choice(light, REACTIONS[light])))
            for light in get_args(Light)
            if light in expects
        ),
        glow=table.texts("glow", (0, len(GLOW_WORDS)), 20, ()),
    )
    expects.close()
    table.close()
    if not zone.expects:
        raise refused("expects_nothing", table.where)
    if unknown := [word for word in zone.glow if word not in GLOW_WORDS]:
        raise refused("choice", table.where, key="glow", found=unknown[0], known=", ".join(GLOW_WORDS))
    if zone.glow and ("UV", "glows") not in zone.expects:
        raise refused("glow_without_uv", table.where)
    return zone


def _box(table: Table, size: tuple[float, float]) -> Box:
    left, bottom, width, height = table.numbers("box", 4, -_TOLERANCE, _MOST_MM + _TOLERANCE)
    if width <= 0 or height <= 0:
        raise refused("box_empty", table.where)
    if left + width > size[0] + _TOLERANCE or bottom + height > size[1] + _TOLERANCE:
        raise refused("box_outside", table.where, width=size[0], height=size[1])
    return left, bottom, width, height


def _unique(what: str, names: Iterable[str], table: Table) -> None:
    known: set[str] = set()
    for name in names:
        if name in known:
            raise refused("twice", table.where, what=what, name=name)
        known.add(name)
