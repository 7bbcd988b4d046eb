"""Chance that can be repeated: every choice and every grain of a document follows from its seed."""

from dataclasses import dataclass

import numpy as np

_SEEDS = 1 << 62
"""Below it every seed can be stored as a whole number anywhere."""


def dice(seed: int, *path: str | int) -> np.random.Generator:
    """Return a generator that depends on a seed and on what it is for, and on nothing else."""
    words = [int.from_bytes(str(step).encode(), "little") for step in path]
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, *words])))


def drawn_seed(generator: np.random.Generator) -> int:
    """Return a seed drawn by a generator, for chance that nothing else shares."""
    return int(generator.integers(_SEEDS))


@dataclass(frozen=True, slots=True)
class Grain:
    """Noise tied to places of a face, so that a face printed in parts has no seams.

    Attributes:
        seed: of the sheet; two sheets of one model have different grain.
    """

    seed: int
