"""What a perfect or troubled recogniser would say of lines whose print is known."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_networks.recognising import CHARACTERS, Columns
from docdesk.mrz.alphabet import ALPHABET

TD3 = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")
TD1 = ("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")
MARGIN = 15
"""Columns before the first character and after the last: three pitches."""


def centres_of(
    count: int, *, first: float = MARGIN, pitch: float = 5.0, drift: float = 0.0
) -> NDArray[np.float64]:
    """Return where characters stand, in columns; `drift` is by how much the pitch has grown at the end."""
    steps = pitch * (1 + drift * np.linspace(0, 1, max(count - 1, 1)))
    return np.concatenate([[first], first + np.cumsum(steps)])[:count]


def said_of(
    text: str,
    centres: NDArray[np.float64],
    *,
    width: int | None = None,
    noise: float = 0.0,
    covered: range = range(0),
    confused: Mapping[int, Mapping[str, float]] | None = None,
    doubtful: float = 1e-4,
    seed: int = 1,
) -> Columns:
    """Return the columns for a text whose characters stand at these centres.

    `noise` is the sigma of the logits; `covered` are characters of which nothing is seen; `confused` tells
    for a character what shares it has of others; `doubtful` is left for all else everywhere.
    """
    width = width or int(centres[-1]) + MARGIN + 1
    pitch = float(np.diff(centres).mean()) if len(centres) > 1 else 5.0
    shares = np.full((width, CHARACTERS + 1), doubtful / CHARACTERS)
    shares[:, CHARACTERS] = 1 - doubtful
    for index, (char, centre) in enumerate(zip(text, centres, strict=True)):
        near = np.abs(np.arange(width) - centre) < 0.35 * pitch
        row = np.full(CHARACTERS + 1, doubtful / CHARACTERS)
        for other, share in (confused or {}).get(index, {char: 1 - doubtful}).items():
            row[ALPHABET.index(other)] = share
        if index in covered:
            near = np.abs(np.arange(width) - centre) <= 0.5 * pitch
            row[:] = 0.3 / CHARACTERS
            row[CHARACTERS] = 0.7
        shares[near] = row
    logits = np.log(shares) + np.random.default_rng(seed).normal(0, noise, shares.shape)
    logs = logits - np.logaddexp.reduce(logits, axis=1)[:, None]
    flat = np.zeros(width, np.float32)
    return Columns(
        logs[:, :CHARACTERS].astype(np.float32),
        logs[:, CHARACTERS].astype(np.float32),
        flat + 3.0,
        flat,
        flat + 19.0,
    )
