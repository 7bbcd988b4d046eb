"""The form of a head: a mixture of the shapes of the base mesh."""

from dataclasses import dataclass

import numpy as np
from basis import Basis, Floats

ANCESTRIES = "african", "asian", "caucasian"

PAIRS = (
    ("head/head-scale-horiz", "decr", "incr", 0.35),
    ("head/head-scale-depth", "decr", "incr", 0.25),
    ("head/head-scale-vert", "decr", "incr", 0.25),
    ("head/head-fat", "decr", "incr", 0.35),
    ("head/head-back-scale-depth", "decr", "incr", 0.3),
    ("forehead/forehead-scale-vert", "decr", "incr", 0.4),
    ("forehead/forehead-temple", "decr", "incr", 0.4),
    ("forehead/forehead-trans", "backward", "forward", 0.3),
    ("eyebrows/eyebrows-angle", "down", "up", 0.35),
    ("eyebrows/eyebrows-trans", "down", "up", 0.4),
    ("eyebrows/eyebrows-trans", "backward", "forward", 0.3),
    ("nose/nose-scale-horiz", "decr", "incr", 0.35),
    ("nose/nose-scale-vert", "decr", "incr", 0.35),
    ("nose/nose-scale-depth", "decr", "incr", 0.35),
    ("nose/nose-hump", "decr", "incr", 0.45),
    ("nose/nose-curve", "concave", "convex", 0.35),
    ("nose/nose-point", "down", "up", 0.45),
    ("nose/nose-point-width", "decr", "incr", 0.45),
    ("nose/nose-width1", "decr", "incr", 0.4),
    ("nose/nose-width2", "decr", "incr", 0.4),
    ("nose/nose-width3", "decr", "incr", 0.4),
    ("nose/nose-nostrils-width", "decr", "incr", 0.4),
    ("nose/nose-base", "down", "up", 0.4),
    ("nose/nose-trans", "down", "up", 0.3),
    ("nose/nose-volume", "decr", "incr", 0.3),
    ("mouth/mouth-scale-horiz", "decr", "incr", 0.4),
    ("mouth/mouth-trans", "down", "up", 0.2),
    ("mouth/mouth-angles", "down", "up", 0.15),
    ("mouth/mouth-lowerlip-height", "decr", "incr", 0.4),
    ("mouth/mouth-upperlip-height", "decr", "incr", 0.4),
    ("mouth/mouth-lowerlip-volume", "decr", "incr", 0.4),
    ("mouth/mouth-upperlip-volume", "decr", "incr", 0.4),
    ("mouth/mouth-cupidsbow", "decr", "incr", 0.4),
    ("mouth/mouth-philtrum-volume", "decr", "incr", 0.4),
    ("chin/chin-height", "decr", "incr", 0.35),
    ("chin/chin-width", "decr", "incr", 0.45),
    ("chin/chin-prominent", "decr", "incr", 0.35),
    ("chin/chin-bones", "decr", "incr", 0.4),
    ("chin/chin-jaw-drop", "decr", "incr", 0.35),
    ("neck/neck-scale-horiz", "decr", "incr", 0.35),
    ("neck/neck-double", "decr", "incr", 0.3),
)
"""Shapes with two ends, and how much of one a person has: the spread, 1 being all of it."""

SIDES = (
    ("cheek/{}-cheek-bones", "decr", "incr", 0.4),
    ("cheek/{}-cheek-inner", "decr", "incr", 0.35),
    ("cheek/{}-cheek-volume", "decr", "incr", 0.4),
    ("cheek/{}-cheek-trans", "down", "up", 0.35),
    ("ears/{}-ear-scale", "decr", "incr", 0.35),
    ("ears/{}-ear-wing", "decr", "incr", 0.35),
    ("ears/{}-ear-lobe", "decr", "incr", 0.4),
    ("ears/{}-ear-rot", "backward", "forward", 0.25),
    ("eyes/{}-eye-scale", "decr", "incr", 0.3),
    ("eyes/{}-eye-trans", "in", "out", 0.3),
    ("eyes/{}-eye-height1", "decr", "incr", 0.3),
    ("eyes/{}-eye-height2", "decr", "incr", 0.35),
    ("eyes/{}-eye-height3", "decr", "incr", 0.3),
    ("eyes/{}-eye-corner1", "down", "up", 0.35),
    ("eyes/{}-eye-corner2", "down", "up", 0.4),
    ("eyes/{}-eye-bag", "decr", "incr", 0.35),
    ("eyes/{}-eye-eyefold", "down", "up", 0.4),
    ("eyes/{}-eye-push1", "in", "out", 0.25),
)
"""The same for shapes that each side of a face has; a tenth of the spread differs between the sides."""

HEADS = "diamond", "invertedtriangular", "oval", "rectangular", "round", "square", "triangular"
UNEVEN = (
    "asym-brown-1",
    "asym-cheek-1",
    "asym-eye-1",
    "asym-jaw-1",
    "asym-mouth-1",
    "asym-nose-1",
    "asym-nose-4",
    "asym-temple-1",
    "asym-ear-1",
)


@dataclass(frozen=True, slots=True)
class Form:
    """What a head is mixed of.

    Attributes:
        male: 0 to 1; a little less than 0 for a face more womanly than the mean.
        age: years.
        ancestry: weights of ANCESTRIES, sum 1.
        weight: of the body: -1 lean, 1 heavy.
        spread: of the details; 0 gives the mean of the ancestry.
    """

    male: float
    age: float
    ancestry: tuple[float, float, float]
    weight: float
    spread: float


def mix(basis: Basis, form: Form, dice: np.random.Generator) -> Floats:
    """Return the places of all base vertices for one person."""
    places = basis.places.copy()
    old = float(np.clip((form.age - 25) / 58, 0, 1.0)) ** 0.9
    child = float(np.clip((23 - form.age) / 40, 0, 1))
    ages = {"child": child, "young": 1 - old - child, "old": old}
    for sex, share in (("female", 1 - form.male), ("male", form.male)):
        for stage, part in ages.items():
            for ancestry, much in zip(ANCESTRIES, form.ancestry, strict=True):
                _add(basis, places, f"macrodetails/{ancestry}-{sex}-{stage}", share * part * much)
            heavy = "maxweight" if form.weight > 0 else "minweight"
            for weight, much in (("averageweight", 1 - abs(form.weight)), (heavy, abs(form.weight))):
                _add(
                    basis,
                    places,
                    f"macrodetails/universal-{sex}-{stage}-averagemuscle-{weight}",
                    share * part * much,
                )
    _add_details(basis, places, form.spread, dice)
    if form.male < 0.5:
        _add(basis, places, "neck/neck-scale-horiz-decr", 0.35)
        _add(basis, places, "nose/nose-scale-horiz-decr", 0.15)
    return _turned(places, dice)


def _turned(places: Floats, dice: np.random.Generator) -> Floats:
    """Return the places after the small turn and nod that nobody is without; the eyes stay level."""
    turn, nod = np.radians(dice.normal(0, 1.4)), np.radians(dice.normal(0, 1.2))
    about = np.array((0, 6.8, 0.3), np.float32)
    yaw = np.array([[np.cos(turn), 0, np.sin(turn)], [0, 1, 0], [-np.sin(turn), 0, np.cos(turn)]])
    pitch = np.array([[1, 0, 0], [0, np.cos(nod), -np.sin(nod)], [0, np.sin(nod), np.cos(nod)]])
    return ((places - about) @ (yaw @ pitch).T + about).astype(np.float32)


def _add_details(basis: Basis, places: Floats, spread: float, dice: np.random.Generator) -> None:
    for name, low, high, wide in PAIRS:
        _add_end(basis, places, name, low, high, dice.normal(0, wide * spread))
    for name, low, high, wide in SIDES:
        amount = dice.normal(-0.14 if "height" in name else 0, wide * spread)
        for side in "lr":
            _add_end(basis, places, name.format(side), low, high, amount + dice.normal(0, wide / 10))
    for name in dice.choice(HEADS, 2, replace=False):
        _add(basis, places, f"head/head-{name}", dice.uniform(0, 0.45) * spread)
    for name in UNEVEN:
        _add(basis, places, f"asym/{name}-{dice.choice(['l', 'r'])}", dice.uniform(0, 0.3))


def _add_end(basis: Basis, places: Floats, name: str, low: str, high: str, amount: float) -> None:
    amount = float(np.clip(amount, -0.8, 0.8))
    _add(basis, places, f"{name}-{high if amount > 0 else low}", abs(amount))


def _add(basis: Basis, places: Floats, name: str, amount: float) -> None:
    if abs(amount) > 1e-4:
        moved, moves = basis.target(name)
        places[moved] += np.float32(amount) * moves
