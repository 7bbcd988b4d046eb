"""Draws names for people who do not exist, by the naming culture of their state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, TypeVar

import numpy as np

from docdesk.synthesis.people.names_data import (
    NORVALIAN_GIVEN_F,
    NORVALIAN_GIVEN_M,
    NORVALIAN_RARE_SURNAMES,
    NORVALIAN_SURNAMES,
    UTOPIAN_GIVEN_F,
    UTOPIAN_GIVEN_M,
    UTOPIAN_RARE_SURNAMES,
    UTOPIAN_SURNAMES,
)

Entry = TypeVar("Entry")

RARE: Final = 0.08
"""Share of surnames with an apostrophe, a particle or more letters than an MRZ has room for: one in a dozen,
so that a set of fifty documents has some."""


@dataclass(frozen=True, slots=True)
class NameList:
    """The names of a people.

    Attributes:
        surnames: common ones.
        rare_surnames: those that try a reader.
        given: by sex.
        double_surname: share of people with two surnames, joined by a hyphen.
        given_counts: shares of people with one, two and three given names.
        hyphened: share of pairs of given names that are joined by a hyphen.
    """

    surnames: tuple[str, ...]
    rare_surnames: tuple[str, ...]
    given: Mapping[Literal["F", "M"], tuple[str, ...]]
    double_surname: float
    given_counts: tuple[float, float, float]
    hyphened: float


NAMES: Final[Mapping[str, NameList]] = MappingProxyType(
    {
        "utopian": NameList(
            tuple(UTOPIAN_SURNAMES.split()),
            UTOPIAN_RARE_SURNAMES,
            MappingProxyType({"F": tuple(UTOPIAN_GIVEN_F.split()), "M": tuple(UTOPIAN_GIVEN_M.split())}),
            double_surname=0.12,
            given_counts=(0.35, 0.50, 0.15),
            hyphened=0.2,
        ),
        "norvalian": NameList(
            tuple(NORVALIAN_SURNAMES.split()),
            NORVALIAN_RARE_SURNAMES,
            MappingProxyType({"F": tuple(NORVALIAN_GIVEN_F.split()), "M": tuple(NORVALIAN_GIVEN_M.split())}),
            double_surname=0.04,
            given_counts=(0.55, 0.38, 0.07),
            hyphened=0.1,
        ),
    }
)
"""By the name that a state gives its list."""


def drawn_surname(names: NameList, chosen: np.random.Generator) -> str:
    """Return a surname."""
    if chosen.random() < RARE:
        return one_of(names.rare_surnames, chosen)
    first = one_of(names.surnames, chosen)
    if chosen.random() >= names.double_surname:
        return first
    second = one_of(names.surnames, chosen)
    return first if second == first else f"{first}-{second}"


def drawn_given_names(names: NameList, sex: Literal["F", "M"], chosen: np.random.Generator) -> str:
    """Return one to three given names, no two with the same initial, as parents choose them."""
    given: list[str] = []
    for _ in range(1 + int(chosen.choice(3, p=names.given_counts))):
        initials = {name[0] for name in given}
        given.append(one_of([name for name in names.given[sex] if name[0] not in initials], chosen))
    if len(given) > 1 and chosen.random() < names.hyphened:
        given[:2] = ["-".join(given[:2])]
    return " ".join(given)


def one_of(entries: Sequence[Entry], chosen: np.random.Generator) -> Entry:
    """Return one of several, each as likely."""
    return entries[int(chosen.integers(len(entries)))]
