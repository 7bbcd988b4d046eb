"""One portrait, from the choice of a person to the finished picture."""

from dataclasses import dataclass, replace

import numpy as np
from basis import Basis, Flags, Floats
from beard import grow_beard
from brows import grow_brows, grow_lashes
from collar import CLOTH, make_collar, with_sheet
from eyes import eye_centres, paint_eyes
from finishing import finish, shrink
from garments import cloth, dress, neckline
from growing import distances
from growth import beard_at, hair_colour, scalp
from hair import grow_hair
from head import Head
from light import Lamps, Shadows, cast, studio
from numpy.typing import NDArray
from people import Person
from shade import Ground, bump, gather, wander
from shape import mix
from skin import Look, paint_skin, sample
from strands import Strands, draw_strands, light_strands
from surface import Surface
from view import OVER, Camera, Shown, chin_place, frame_head, look, normals

_NOTHING = 255
"""Group of pixels that show no triangle."""

_HIGH = "afro", "brushed", "curly", "curly_long"
"""Styles of hair that need more room over the head."""

_STOPS = 0.42
"""Of the light that hair hides, how much it keeps: the rest is scattered on."""

_UNDER_SKIN = 0.012
"""A strand so far under the skin is still drawn: the mesh of pixels is no finer, dm."""

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A finished portrait: RGB picture, matte, and places in px of the finished picture."""

    picture: NDArray[np.uint8]
    matte: NDArray[np.uint8]
    eyes: tuple[Place, Place]
    crown: Place
    chin: Place


@dataclass(frozen=True, slots=True)
class Sitter:
    """A person before the camera: head, dressed mesh, eyeballs, and what the pixels show of them."""

    person: Person
    head: Head
    surface: Surface
    fine: Floats
    centres: Floats
    radii: Floats
    camera: Camera
    shown: Shown
    group: NDArray[np.uint8]


class Studio:
    """Draws people; what all of them share is prepared once."""

    def __init__(self, basis: Basis, surface: Surface) -> None:
        self._basis = basis
        self._surface = surface
        self._rest = surface.fine(basis.places)
        corner_uv = np.zeros((len(self._rest), 2), np.float32)
        corner_uv[surface.triangles] = surface.uv
        self._ears, self._lips = (_nearest(basis.mask(name), corner_uv) for name in ("ears", "lips"))
        self._skin = np.zeros(len(self._rest), bool)
        self._skin[surface.triangles[surface.group == 0]] = True

    def draw(self, person: Person) -> Drawn:
        """Return the portrait of a person."""
        sitter = self._seated(person)
        shown = sitter.shown
        grown = [
            grow_hair(person, sitter.head),
            grow_brows(person, sitter.head),
            grow_lashes(person, shown, sitter.group == 1),
        ]
        beard = grow_beard(person, sitter.head)
        grown += [] if beard is None else [beard]
        lamps = studio(np.random.default_rng(person.seed + 2))
        shadows = cast(lamps, sitter.fine, sitter.surface.triangles, *_obstacles(grown, sitter.camera.scale))
        picture = self._lit(sitter, lamps, shadows)
        cover = (shown.which >= 0).astype(np.float32)
        for strands in grown:
            steps = strands.points.shape[1]
            lit = light_strands(strands, lamps, shadows, 3 if steps > 9 else 2)
            screen = sitter.camera.screen(strands.points)
            middle = (screen[:, 1:, 2] + screen[:, :-1, 2]) / 2
            farthest_first = np.argsort(-middle.ravel(), kind="stable").astype(np.int64)
            draw_strands(picture, cover, shown.depth, farthest_first, screen, lit, strands.width, _UNDER_SKIN)
        return _finished(sitter, picture, cover)

    def _seated(self, person: Person) -> Sitter:
        """Return a person dressed and before the camera."""
        places = mix(self._basis, person.form, np.random.default_rng(person.seed + 1))
        bare = self._surface.fine(places)
        normal = normals(bare, self._surface.triangles)
        head = Head(self._surface, bare, normal, self._rest, self._ears, self._lips, distances(bare))
        fine = dress(person, bare, normal, self._rest, self._skin.astype(np.float32))
        surface, fine, rest = self._collared(person, fine, head.field)
        centres, radii = eye_centres(self._basis, places)
        share, top = (0.7, 0.14) if person.style in _HIGH else (0.72, 0.105)
        camera = frame_head(bare, self._rest, centres, share, top)
        shown = look(camera, surface, fine, rest)
        group = np.where(shown.which >= 0, surface.group[np.maximum(shown.which, 0)], _NOTHING)
        return Sitter(person, head, surface, fine, centres, radii, camera, shown, group.astype(np.uint8))

    def _collared(self, person: Person, fine: Floats, field: Floats) -> tuple[Surface, Floats, Floats]:
        """Return the mesh with the collar of a shirt, where one is worn."""
        if person.clothes != "shirt":
            return self._surface, fine, self._rest
        below = np.where(self._skin, neckline(person, self._rest), -1).astype(np.float32)
        sheet = make_collar(self._surface, fine, below, field)
        # At rest a collar lies far below every neckline, which tells it from the shirt.
        rest = sheet.places - np.array((0, 10, 0), np.float32)
        surface = with_sheet(self._surface, sheet, len(fine))
        return surface, np.concatenate([fine, sheet.places]), np.concatenate([self._rest, rest])

    def _lit(self, sitter: Sitter, lamps: Lamps, shadows: Shadows) -> Floats:
        """Return the linear picture of skin, eyes and clothes, without any hair; black around."""
        shown, scale = sitter.shown, sitter.camera.scale
        inside, ball = sitter.group != _NOTHING, sitter.group == 1
        below = neckline(sitter.person, shown.rest)
        dressed = (sitter.group == CLOTH) | ((sitter.group == 0) & (below > 0))
        painted = _dressed(self._bare(sitter), sitter.person, shown, below, dressed)
        albedo = painted.albedo
        albedo[ball], cornea = paint_eyes(sitter.person, shown.place[ball], sitter.centres, sitter.radii)
        bumped = bump(shown.normal, np.where(ball, 0, painted.height), inside & ~ball, scale)
        bumped[ball] = _cornea(shown.place[ball], bumped[ball], cornea, sitter.centres)
        ground = Ground(inside, shown.place, shown.normal, bumped, painted.rough, ball)
        light, mirror = gather(ground, lamps, shadows)
        under = wander(light, inside & ~dressed, scale)
        # Light wanders in the white of an eye too, but the edge of a lid stays sharper on it.
        share = np.where(ball, 0.55, np.where(dressed, 0, 1))[..., None]
        light = light * (1 - share) + under * share
        gloss = np.where(ball, 1, painted.gloss)[..., None]
        return ((light * albedo + gloss * mirror) * inside[..., None]).astype(np.float32)

    def _bare(self, sitter: Sitter) -> Look:
        """Return the look of the skin, also where clothes and eyes will hide it."""
        person, shown = sitter.person, sitter.shown
        ears = sample(self._basis.mask("ears"), shown.uv)
        lips = sample(self._basis.mask("lips"), shown.uv)
        beard = beard_at(person, shown.rest, lips) * {"shaved": 0.45, "none": 0.0}.get(person.beard, 0.9)
        hairy = scalp(person, shown.rest, ears) * {"shaven": 0.3, "rim": 0.75}.get(person.style, 1.0)
        hairy = hairy * (shown.which >= 0)
        return paint_skin(self._basis, person, shown, hairy, hair_colour(person), beard)


def _finished(sitter: Sitter, picture: Floats, cover: Floats) -> Drawn:
    head, camera = sitter.head, sitter.camera
    finished = finish(picture, cover, np.random.default_rng(sitter.person.seed + 41))
    pupils = sitter.centres + np.stack([0 * sitter.radii, 0 * sitter.radii, sitter.radii], 1)
    crown = head.fine[np.argmax(np.where(head.rest[:, 1] > 7.6, head.fine[:, 1], -9))]

    def px(place: Floats) -> Place:
        across, down = camera.screen(place)[:2] / OVER
        return round(float(across), 1), round(float(down), 1)

    return Drawn(
        np.clip(np.round(finished), 0, 255).astype(np.uint8),
        np.clip(np.round(shrink(cover) * 255), 0, 255).astype(np.uint8),
        (px(pupils[0]), px(pupils[1])),
        px(crown),
        px(chin_place(head.fine, head.rest)),
    )


def _nearest(mask: Floats, uv: Floats) -> Floats:
    """Return a mask's values at texture places, without blending."""
    at = np.clip((uv * mask.shape[::-1]).astype(int), 0, np.array(mask.shape[::-1]) - 1)
    return mask[at[:, 1], at[:, 0]]


def _dressed(bare: Look, person: Person, shown: Shown, below: Floats, dressed: Flags) -> Look:
    """Return the look with cloth where it is worn."""
    colour, height = cloth(person, shown.rest, below)
    return replace(
        bare,
        albedo=np.where(dressed[..., None], colour, bare.albedo),
        height=np.where(dressed, height, bare.height),
        rough=np.where(dressed, 0.75, bare.rough).astype(np.float32),
        gloss=np.where(dressed, 0.35, bare.gloss).astype(np.float32),
    )


def _cornea(place: Floats, normal: Floats, cornea: Floats, centres: Floats) -> Floats:
    """Return normals of the eyeballs with the bulge before the iris."""
    ball = (place[:, 0] > centres.mean(0)[0]).astype(int)
    bulge = place - (centres[ball] + np.array((0, 0, 0.06), np.float32))
    bulge /= np.linalg.norm(bulge, axis=1, keepdims=True)
    mixed = normal * (1 - cornea[:, None]) + bulge * cornea[:, None]
    return mixed / np.linalg.norm(mixed, axis=1, keepdims=True)


def _obstacles(grown: list[Strands], scale: float) -> tuple[Floats, Floats]:
    """Return points of the strands, and the area with which each stops light, dm2."""
    points, areas = [np.zeros((0, 3), np.float32)], [np.zeros(0, np.float32)]
    for strands in grown:
        if strands.points.shape[1] <= 3:
            continue
        # A third of the points of every other strand stand for all of them.
        few = strands.points[::2]
        chosen = few[:, 1::3]
        step = np.linalg.norm(np.diff(few, axis=1), axis=2).mean(1) * 3
        points.append(chosen.reshape(-1, 3))
        areas.append(np.repeat(step * 2 * strands.width[::2] / scale * _STOPS, chosen.shape[1]))
    return np.concatenate(points), np.concatenate(areas).astype(np.float32)
