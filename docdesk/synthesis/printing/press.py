"""The press: prints a copy of a document model for a holder.

Static layers are printed once for each model, kept on disk as film, and laid on every sheet; what is personal
is printed for each copy.
"""

import hashlib
import importlib.resources
from functools import lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path

from docdesk import __version__
from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.synthesis.artwork.fibres import fibres
from docdesk.synthesis.artwork.specimen import specimen, specimen_uv
from docdesk.synthesis.chance import Grain, dice, drawn_seed
from docdesk.synthesis.drawing import bounds
from docdesk.synthesis.materials.catalogue import SUBSTRATES
from docdesk.synthesis.materials.inks import Ink, linear
from docdesk.synthesis.models.model import DocumentModel, Face, Layer, Side
from docdesk.synthesis.people.holder import Holder
from docdesk.synthesis.printing.film import Pass, printed_film
from docdesk.synthesis.printing.film_store import Films, keep, kept, throw_away
from docdesk.synthesis.printing.legibility import specimen_legible
from docdesk.synthesis.printing.personal import personal_films
from docdesk.synthesis.printing.printed import Item, PrintedCopy, PrintedFace
from docdesk.synthesis.processes.catalogue import PROCESSES
from docdesk.synthesis.processes.process import REACH_MM
from docdesk.synthesis.rasterising import PRINT_DPI, SHEET_DPI, Window, rasterise
from docdesk.synthesis.sheet import Sheet
from docdesk.synthesis.surface import bare

SPECIMEN_INK = Ink((linear("#c2385a"),), infrared=0.30)
SPECIMEN_UV_INK = Ink((linear("#fdfdfa"),), infrared=0.0, glow=(0.10, 0.16, 0.03))
"""SPECIMEN is seen under every light."""

_RED_FIBRE = Ink((linear("#c8504e"),), infrared=0.1, glow=(0.60, 0.05, 0.03))
_BLUE_FIBRE = Ink((linear("#5a6fc0"),), infrared=0.1, glow=(0.04, 0.12, 0.62))
_HIDDEN_FIBRE = Ink((linear("#fcfcf8"),), infrared=0.0, glow=(0.12, 0.52, 0.10))

_ROOMS = ("artwork", "lettering", "materials", "printing", "processes")
"""Of this room, whose code decides what film looks like; and so do the modules beside them."""


class Press:
    """Prints copies; one for each process that works. `cache` is a folder for film, made if it is missing."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._seen: set[str] = set()

    def prepare(self, model: DocumentModel) -> None:
        """Print the static layers of a model, if nobody has: seconds for each face.

        Raises:
            WrongUse: layers hide SPECIMEN.
        """
        for face in model.faces:
            self._static(model, face)

    def printed(self, model: DocumentModel, holder: Holder, sheet_seed: int) -> PrintedCopy:
        """Return a copy for a holder on sheets of their own: fibres and grain follow from `sheet_seed`."""
        faces = tuple(self.printed_face(model, face, holder, sheet_seed) for face in model.faces)
        return PrintedCopy(model, holder, faces)

    def printed_face(self, model: DocumentModel, face: Face, holder: Holder, sheet_seed: int) -> PrintedFace:
        """Return one face of a copy."""
        grain = face_grain(face.side, sheet_seed)
        sheet = stock(face, face.substrate, grain)
        under, over = self._static(model, face)
        under.lay_on(sheet)
        items: list[Item] = []
        for film, stands in personal_films(model, face, holder, grain):
            film.lay_on(sheet)
            items += stands
        over.lay_on(sheet)
        return PrintedFace(face, sheet, tuple(items), SUBSTRATES[face.substrate].gloss)

    def _static(self, model: DocumentModel, face: Face) -> Films:
        key = hashlib.sha256(f"{model.sha256} {face.side} {_edition()}".encode()).hexdigest()[:32]
        films = self._kept(key, face)
        if films is None:
            films = printed_layers(model, face)
            if not specimen_legible(films, face):
                raise WrongUse(Message.of("synthesis.specimen_hidden", model=model.name, side=face.side))
            keep(self._cache / key, films)
        self._seen.add(key)
        return films

    def _kept(self, key: str, face: Face) -> Films | None:
        """Return the films that lie on disk; what lies there without SPECIMEN is thrown away."""
        films = kept(self._cache / key, face.size)
        if films is not None and key not in self._seen and not specimen_legible(films, face):
            throw_away(self._cache / key)
            return None
        return films


def face_grain(side: Side, sheet_seed: int) -> Grain:
    """Return the grain of one side of a sheet."""
    return Grain(drawn_seed(dice(sheet_seed, "side", side)))


def stock(face: Face, substrate: str, grain: Grain) -> Sheet:
    """Return the bare sheet of a face: its surface, and its fibres where it has any."""
    chosen = SUBSTRATES[substrate]
    sheet = bare(chosen, Window.whole(face.size, SHEET_DPI), grain)
    if chosen.fibres:
        strewn = fibres(face.size, chosen.fibres, grain.seed)
        for drawing, ink in zip(strewn, (_RED_FIBRE, _BLUE_FIBRE, _HIDDEN_FIBRE), strict=True):
            sheet.lay(rasterise(drawing, sheet.window), ink, 0.8)
    return sheet


def printed_layers(model: DocumentModel, face: Face) -> Films:
    """Return the films of the layers under and over the personal data; no grain of a copy is in them."""
    grain = Grain(int(model.sha256[:15], 16))
    window = Window.whole(face.size, PRINT_DPI)
    offset = PROCESSES["offset"]
    under = [_pass(model, layer) for layer in face.layers if not layer.over]
    under += [Pass(drawing, SPECIMEN_INK, offset) for drawing in specimen(face.size, face.side)]
    over = [_pass(model, layer) for layer in face.layers if layer.over]
    over.append(Pass(specimen_uv(face.size, face.side), SPECIMEN_UV_INK, offset))
    reach = bounds(mark for one in over for mark in one.drawing)
    return (
        printed_film(under, window, grain),
        printed_film(over, window.around(reach or (0, 0, 0, 0), REACH_MM), grain),
    )


def _pass(model: DocumentModel, layer: Layer) -> Pass:
    return Pass(
        layer.art.draw(),
        model.ink(layer.ink),
        PROCESSES[layer.process],
        layer.strength,
        None if layer.within is None else layer.within.draw(),
        None if layer.without is None else layer.without.draw(),
    )


@lru_cache(maxsize=1)
def _edition() -> str:
    """Return what tells the code that prints from any other: film of another docdesk is not used."""
    digest = hashlib.sha256(__version__.encode())
    room = importlib.resources.files("docdesk.synthesis")
    for folder in (room, *(room / name for name in _ROOMS)):
        for file in _sources(folder):
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _sources(folder: Traversable) -> list[Traversable]:
    """Return the modules of a folder and, but for the whole room, of those within it, in one order."""
    found: list[Traversable] = []
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.name.endswith(".py"):
            found.append(entry)
        elif entry.is_dir() and folder.name in _ROOMS:
            found += _sources(entry)
    return found
