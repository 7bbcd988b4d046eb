"""A photo cut out of photo paper and glued over the issuer's."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from docdesk.synthesis.alterations.likeness import likeness_film
from docdesk.synthesis.alterations.tampering import blend, lumps, shine, tint
from docdesk.synthesis.chance import Grain, drawn_seed
from docdesk.synthesis.drawing import Area, Box, Curve
from docdesk.synthesis.materials.catalogue import PHOTO_PAPER
from docdesk.synthesis.materials.light import Plane
from docdesk.synthesis.models.model import Field
from docdesk.synthesis.people.portraits import Portrait
from docdesk.synthesis.printing.printed import PrintedFace
from docdesk.synthesis.rasterising import Coverage, Window, rasterise
from docdesk.synthesis.sheet import Sheet
from docdesk.synthesis.surface import bare

REACH_MM: Final = 3.0
"""Glue and shadow stay within this of the cut."""

_GLUE_RIM_MM: Final = 0.18
"""Width over which a film of dried glue runs out."""

_POINTS: Final = 14
"""Points along each cut edge: scissors and blades wander every 3 mm or so."""


@dataclass(frozen=True, slots=True, eq=False)
class Photo:
    """A photo to be pasted.

    Attributes:
        process: how it was printed.
        box: what it was meant to be cut to, in mm of the face.
        border: white border of the paper that was left, in mm.
        degrees: that it is turned.
        outline: of the cut, in mm of the face.
        light: direction that most light comes from, in degrees anticlockwise from the right.
        shadow_mm: width of the shadow of its edge; the paper is 0.2 mm thick.
        glue_mm: how far glue has crept out.
        glue_glow: of the glue under UV.
    """

    process: str
    box: Box
    border: float
    degrees: float
    outline: Curve
    light: float
    shadow_mm: float
    glue_mm: float
    glue_glow: float

    @property
    def askew(self) -> bool:
        """Whether the eye sees that it is turned: 0.5 degrees are 0.3 mm over the width of a portrait."""
        return abs(self.degrees) > 0.5


def photo_for(field: Field, rng: np.random.Generator) -> Photo:
    """Return a photo that covers the portrait of a field, more or less well cut."""
    left, bottom, width, height = field.box
    grow = rng.uniform(-0.1, 0.7, 4)
    box = (left - grow[0], bottom - grow[1], width + grow[0] + grow[2], height + grow[1] + grow[3])
    degrees = float(0.7 * rng.standard_normal())
    processes = [name for name in ("dye_sublimation", "inkjet") if name != field.process]
    return Photo(
        process=processes[int(rng.integers(len(processes)))],
        box=(float(box[0]), float(box[1]), float(box[2]), float(box[3])),
        border=float(rng.uniform(0.2, 0.7)) if rng.random() < 0.35 else 0.0,
        degrees=degrees,
        outline=_outline(box, degrees, rng),
        light=float(rng.uniform(0, 360)),
        shadow_mm=float(rng.uniform(0.12, 0.26)),
        glue_mm=float(rng.uniform(0.3, 1.1)),
        glue_glow=float(rng.uniform(0.04, 0.13)),
    )


def paste(
    face: PrintedFace,
    field: Field,
    portrait: Portrait,
    photo: Photo,
    rng: np.random.Generator,
) -> tuple[Sheet, Plane, Plane]:
    """Paste a photo of somebody on a face, in place.

    Returns:
        The window of the sheet that was worked on, where the photo lies in it, and where glue shows.
    """
    part = face.sheet.cut(face.sheet.window.around(photo.box, REACH_MM))
    window = part.window
    covered = rasterise((Area((photo.outline,)),), window)
    share = np.asarray(covered.astype(np.float32) / 255, np.float32)
    glue = _glue(part, covered, photo, rng)
    blend(part, _printed(face, field, portrait, photo, window, rng), share)
    _lift(part, share, photo)
    return part, share, glue


def _outline(box: tuple[float, ...], degrees: float, rng: np.random.Generator) -> Curve:
    """Return the outline of a hand-cut photo: corners out of place, edges that wander, a snipped corner."""
    left, bottom, width, height = box
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)]) + np.array((left, bottom))
    corners += 0.14 * rng.standard_normal((4, 2))
    points: list[Curve] = []
    for corner, following in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        along = np.linspace(0, 1, _POINTS, endpoint=False)[1:, None]
        wander = 0.025 * rng.standard_normal((len(along), 2))
        points += [corner[None], corner + along * (following - corner) + wander]
    if rng.random() < 0.3:
        snip = int(rng.integers(4)) * 2
        inward = corners.mean(axis=0) - points[snip]
        points[snip] = points[snip] + inward / np.abs(inward) * float(rng.uniform(0.3, 0.8))
    middle = np.array((left + width / 2, bottom + height / 2))
    angle = np.radians(degrees)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return np.asarray((np.concatenate(points) - middle) @ turn + middle)


def _printed(
    face: PrintedFace,
    field: Field,
    portrait: Portrait,
    photo: Photo,
    window: Window,
    rng: np.random.Generator,
) -> Sheet:
    """Return the photo before it is cut, turned as it will lie."""
    grain = Grain(drawn_seed(rng))
    sheet = bare(PHOTO_PAPER, window, grain)
    left, bottom, width, height = photo.box
    rim = photo.border or -0.3  # cut into the picture, so that no white shows
    box = (left + rim, bottom + rim, width - 2 * rim, height - 2 * rim)
    likeness_film(face.face, field, portrait, box, photo.process, 0.0, grain).lay_on(sheet)
    x, y = window.to_pixels(np.array([(left + width / 2, bottom + height / 2)]))[0] - 0.5
    turn = cv2.getRotationMatrix2D((float(x), float(y)), photo.degrees, 1.0)
    size = (window.columns, window.rows)
    planes = (
        np.asarray(
            cv2.warpAffine(plane, turn, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE),
            np.float32,
        )
        for plane in (sheet.visible, sheet.infrared, sheet.glow)
    )
    return Sheet(window, *planes)


def _glue(part: Sheet, covered: Coverage, photo: Photo, rng: np.random.Generator) -> Plane:
    """Lay glue that crept out in places, and return where."""
    window = part.window
    away = cv2.distanceTransform(np.where(covered > 127, 0, 255).astype(np.uint8), cv2.DIST_L2, 5)
    # It runs far where the press of a thumb drove it out, and not at all elsewhere.
    width = photo.glue_mm * (0.5 + 0.7 * lumps(window, 4.0, rng) + 0.12 * lumps(window, 0.8, rng))
    crept = np.clip((width - away / window.per_mm) / _GLUE_RIM_MM, 0, 1) * (covered < 255)
    tint(part, crept, (0.975, 0.965, 0.94), 0.985)
    shine(part, crept, (0.5 * photo.glue_glow, 0.8 * photo.glue_glow, photo.glue_glow))
    return np.asarray(crept, np.float32)


def _lift(part: Sheet, share: Plane, photo: Photo) -> None:
    """Shade the sheet beside the photo where it keeps light off, and show its white core on the lit side."""
    reach = photo.shadow_mm * part.window.per_mm
    angle = np.radians(photo.light)
    x, y = float(np.cos(angle)), -float(np.sin(angle))
    soft = np.asarray(cv2.GaussianBlur(share, (0, 0), max(0.6, reach / 3)), np.float32)
    # A little shade lies all round, most of it away from the light.
    round_about = np.clip(soft - share, 0, 1)
    behind = np.clip(_moved(soft, -x * reach, -y * reach) - share, 0, 1)
    shade = np.clip(0.35 * round_about + 0.42 * behind, 0, 0.6)
    shade[shade < 0.01] = 0
    part.visible *= (1 - shade)[..., None]
    part.infrared *= 1 - 0.8 * shade
    part.glow *= (1 - shade)[..., None]
    core = 0.11 * part.window.per_mm
    edge = np.clip(share - _moved(share, -x * core, -y * core), 0, 1) + 0.3 * np.clip(share - soft, 0, 1)
    edge = np.clip(edge, 0, 1) * 0.55
    edge[edge < 0.01] = 0
    part.visible += edge[..., None] * (np.array(PHOTO_PAPER.reflectance, np.float32) - part.visible)
    part.infrared += edge * (np.float32(PHOTO_PAPER.infrared) - part.infrared)
    # The core holds the brighteners that the coat keeps back.
    shine(part, edge, (0.30, 0.46, 0.90))


def _moved(plane: Plane, right: float, down: float) -> Plane:
    size = plane.shape[1], plane.shape[0]
    matrix = np.array([[1.0, 0.0, right], [0.0, 1.0, down]])
    return np.asarray(cv2.warpAffine(plane, matrix, size), np.float32)
