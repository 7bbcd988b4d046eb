"""Measures what must not tell a genuine document from an altered one: trivial properties of a picture.

If the size of a file, its JPEG tables, brightness, contrast, sharpness or noise told them apart, a check
could learn how files were made instead of how documents are. Each is compared between genuine and altered
captures of the same side, under the same light, by the same device: the share of pairs in which the altered
one has the greater value (the AUC of a rank test) is 0.5 where it tells nothing.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

NUISANCES = ("bytes", "jpeg_tables", "mean", "contrast", "sharpness", "noise")

_LUMINANCE = np.array([0.299, 0.587, 0.114], np.float32)
"""Of encoded RGB, as JPEG weighs it (ITU-R BT.601)."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One capture.

    Attributes:
        group: what it is compared within: model, side, light and device.
        alteration: of its side; None where it is genuine.
        values: by nuisance.
    """

    group: tuple[str, ...]
    alteration: str | None
    values: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Separation:
    """How well a nuisance tells captures with one alteration from genuine ones.

    Attributes:
        alteration, light, nuisance: which.
        altered, genuine: how many captures were compared.
        auc: share of pairs of one group in which the altered one has the greater value; ties count half.
        chance: half width of the 95 % interval about 0.5 that chance alone gives so many captures.
    """

    alteration: str
    light: str
    nuisance: str
    altered: int
    genuine: int
    auc: float
    chance: float


def measure(content: bytes, pixels: NDArray[np.uint8]) -> dict[str, float]:
    """Return every nuisance of a file and its decoded picture (grey or RGB, 8 bits)."""
    grey = pixels.astype(np.float32) if pixels.ndim == 2 else pixels.astype(np.float32) @ _LUMINANCE
    inner = grey[1:-1, 1:-1]
    laplacian = grey[:-2, 1:-1] + grey[2:, 1:-1] + grey[1:-1, :-2] + grey[1:-1, 2:] - 4 * inner
    return {
        "bytes": float(len(content)),
        "jpeg_tables": float(sum(quantisation(content))),
        "mean": float(grey.mean()),
        "contrast": float(grey.std()),
        "sharpness": float(laplacian.std()),
        # The median of the smallest structure: edges, which are few, do not count.
        "noise": float(np.median(np.abs(laplacian))),
    }


def quantisation(content: bytes) -> list[int]:
    """Return the numbers of all quantisation tables of a JPEG file; none for a file of another kind."""
    numbers: list[int] = []
    place = 2
    while content[:2] == b"\xff\xd8" and place + 4 <= len(content) and content[place] == 0xFF:
        marker, length = content[place + 1], int.from_bytes(content[place + 2 : place + 4], "big")
        if marker == 0xDA:  # the picture itself begins
            break
        if marker == 0xDB:
            segment = content[place + 4 : place + 2 + length]
            while segment:
                wide = 2 if segment[0] >> 4 else 1
                table, segment = segment[1 : 1 + 64 * wide], segment[1 + 64 * wide :]
                numbers += [int.from_bytes(table[at : at + wide], "big") for at in range(0, len(table), wide)]
        place += 2 + length
    return numbers


def separations(measured: Iterable[Measured], *, light_of: int = 2) -> tuple[Separation, ...]:
    """Return how well each nuisance tells each alteration under each light, in order of their names.

    `light_of` is the place of the light within a group's words.
    """
    groups: dict[tuple[str, ...], dict[str | None, list[Measured]]] = defaultdict(lambda: defaultdict(list))
    for one in measured:
        groups[one.group][one.alteration].append(one)
    asked = sorted({
        (alteration, group[light_of])
        for group, found in groups.items()
        for alteration in found
        if alteration is not None
    })  # fmt: skip
    return tuple(
        _separation(
            alteration,
            light,
            nuisance,
            [
                (found[alteration], found[None])
                for group, found in sorted(groups.items())
                if group[light_of] == light and found[alteration] and found[None]
            ],
        )
        for alteration, light in asked
        for nuisance in NUISANCES
    )


def _separation(
    alteration: str, light: str, nuisance: str, pairs: Sequence[tuple[list[Measured], list[Measured]]]
) -> Separation:
    won = compared = variance = 0.0
    for altered, genuine in pairs:
        high = np.array([one.values[nuisance] for one in altered])[:, None]
        low = np.array([one.values[nuisance] for one in genuine])[None, :]
        won += float((high > low).sum() + 0.5 * (high == low).sum())
        compared += high.size * low.size
        # Mann and Whitney, under the hypothesis that nothing differs.
        variance += high.size * low.size * (high.size + low.size + 1) / 12
    return Separation(
        alteration,
        light,
        nuisance,
        sum(len(altered) for altered, _ in pairs),
        sum(len(genuine) for _, genuine in pairs),
        won / compared if compared else math.nan,
        1.96 * math.sqrt(variance) / compared if compared else math.nan,
    )
