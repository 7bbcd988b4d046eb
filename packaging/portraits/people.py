"""Who is drawn: sixty people at random, balanced in sex, age and ancestry."""

from dataclasses import dataclass

import numpy as np
from shape import Form

COUNT = 60

TONES = np.array(
    [
        (238, 204, 186),
        (228, 188, 164),
        (214, 168, 138),
        (190, 147, 120),
        (162, 120, 96),
        (130, 93, 73),
        (98, 69, 54),
        (70, 50, 41),
    ],
    np.float32,
)
"""sRGB of skin in plain light, from the lightest to the darkest."""

HAIR = {
    "black": (25, 21, 20),
    "dark": (36, 27, 22),
    "brown": (66, 45, 32),
    "chestnut": (92, 58, 38),
    "light": (124, 92, 62),
    "blond": (178, 142, 96),
    "red": (136, 66, 34),
}
"""sRGB of a lock of hair in plain light."""

IRIS = {
    "dark": (46, 28, 18),
    "brown": (84, 50, 26),
    "hazel": (104, 84, 46),
    "green": (96, 110, 74),
    "blue": (98, 128, 156),
    "grey": (122, 132, 138),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Everything that was chosen for one portrait; what follows by chance follows from `seed`."""

    name: str
    seed: int
    sex: str
    form: Form
    tone: float
    hair: str
    grey: float
    style: str
    iris: str
    beard: str
    make_up: float
    freckles: float
    clothes: str


_MEN = "crop", "side", "brushed", "fringe", "curly", "buzz", "side", "crop", "crop"
_WOMEN = "long", "bob", "tied", "wavy", "side_long", "pixie", "tied", "curly_long", "long", "bob"
_CLOTHES = "crew", "shirt", "jersey", "vneck", "shirt", "crew"


def everybody() -> tuple[Person, ...]:
    """Return the sixty, women and men in turn."""
    ages = np.linspace(19, 79, COUNT // 2)
    people = []
    for number in range(COUNT):
        seed = 7001 + number
        dice = np.random.default_rng(seed)
        female = number % 2 == 0
        # In steps of 11 and 7 among thirty, neighbours differ in age, and each sex has every age once.
        age = float(ages[(number // 2 * (11 if female else 7) + 3) % 30] + dice.uniform(-1, 1))
        people.append(_person(f"p{number + 1:02d}", seed, number, age, female=female, dice=dice))
    return tuple(people)


def _person(
    name: str, seed: int, number: int, age: float, *, female: bool, dice: np.random.Generator
) -> Person:
    main = (number // 2 + number % 2) % 5
    ancestry, tone, hairs, irises = _origin(main, dice)
    grey = float(np.clip((age - dice.uniform(36, 56)) / 22, 0, 1))
    return Person(
        name=name,
        seed=seed,
        sex="F" if female else "M",
        form=Form(
            male=float(dice.uniform(-0.3, -0.08) if female else dice.uniform(0.86, 1.0)),
            age=age,
            ancestry=ancestry,
            weight=float(
                np.clip(dice.normal((-0.12 if female else 0.02) + (age - 40) / 160, 0.3), -0.7, 0.85)
            ),
            spread=0.5 if female else 0.6,
        ),
        tone=tone,
        hair=str(dice.choice(hairs)),
        grey=grey,
        style=_style(age, main, female=female, dice=dice),
        iris=str(dice.choice(irises)),
        beard=_beard(main, female=female, dice=dice),
        make_up=float(dice.uniform(0.15, 0.75)) if female else 0.0,
        freckles=float(dice.uniform(0.3, 1.0)) if tone < 1.6 and dice.random() < 0.4 else 0.0,
        clothes=str(_CLOTHES[int(dice.integers(len(_CLOTHES)))]),
    )


def _origin(
    main: int, dice: np.random.Generator
) -> tuple[tuple[float, float, float], float, tuple[str, ...], tuple[str, ...]]:
    """Return ancestry, tone, and the colours of hair and of iris that go with them."""
    if main == 0:
        weights, tone = (0.06, 0.06, 0.88), dice.uniform(0.0, 1.6)
        hairs: tuple[str, ...] = ("dark", "brown", "brown", "chestnut", "light", "blond", "red")
        irises: tuple[str, ...] = ("blue", "grey", "green", "hazel", "brown")
    elif main == 1:
        weights, tone = (0.9, 0.05, 0.05), dice.uniform(4.8, 7.0)
        hairs, irises = ("black",), ("dark",)
    elif main == 2:
        weights, tone = (0.03, 0.92, 0.05), dice.uniform(0.9, 2.6)
        hairs, irises = ("black", "black", "dark"), ("dark", "dark", "brown")
    elif main == 3:
        weights, tone = (0.22, 0.14, 0.64), dice.uniform(2.0, 4.6)
        hairs, irises = ("black", "dark", "dark"), ("dark", "brown", "hazel")
    else:
        weights, tone = (0.25, 0.4, 0.35), dice.uniform(1.8, 4.2)
        hairs, irises = ("black", "dark", "brown"), ("dark", "brown")
    mixed = dice.dirichlet(np.array(weights) * 14 + 0.2)
    return (float(mixed[0]), float(mixed[1]), float(mixed[2])), float(tone), hairs, irises


def _style(age: float, main: int, *, female: bool, dice: np.random.Generator) -> str:
    if female:
        if main == 1 and dice.random() < 0.6:
            return str(dice.choice(["afro", "tied", "cropped_curl"]))
        if age > 58:
            return str(dice.choice(["pixie", "bob", "tied", "short_wave", "bob"]))
        return str(dice.choice(_WOMEN))
    if main == 1:
        return str(dice.choice(["buzz", "cropped_curl", "shaven", "buzz"]))
    if age > 44 and dice.random() < 0.45:
        return str(dice.choice(["rim", "receding", "shaven", "receding"]))
    return str(dice.choice(_MEN))


def _beard(main: int, *, female: bool, dice: np.random.Generator) -> str:
    if female:
        return "none"
    kinds = ["shaved", "shaved", "stubble", "full", "goatee", "moustache", "shaved"]
    if main == 2:
        kinds = ["shaved", "shaved", "shaved", "stubble", "goatee"]
    return str(dice.choice(kinds))
