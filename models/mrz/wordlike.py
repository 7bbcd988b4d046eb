"""Text that says nothing, as ink: words, numbers and sentences in any font, or set on a grid as an MRZ is."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import ImageFont

from models.mrz.glyphs import CELL, PITCH, Face

Bytes = NDArray[np.uint8]

SIZE: Final = 40
"""Pixels at which fonts are drawn before they are made smaller: above nearly all that a page needs."""

_SYLLABLES: Final = (
    "an",
    "ber",
    "ca",
    "der",
    "el",
    "fi",
    "ga",
    "hen",
    "in",
    "jo",
    "ka",
    "li",
    "mon",
    "na",
    "or",
    "pe",
    "qui",
    "ra",
    "sto",
    "ti",
    "un",
    "va",
    "wer",
    "xi",
    "yo",
    "zu",
    "man",
    "stra",
    "pass",
    "re",
    "pub",
    "lic",
    "tio",
    "nal",
    "ge",
    "burt",
    "da",
    "te",
    "of",
    "is",
    "sue",
    "sur",
    "name",
    "au",
    "tho",
    "ri",
    "ty",
    "ex",
    "pi",
    "ry",
    "no",
    "vis",
    "card",
    "iden",
    "sig",
    "hol",
    "hei",
    "mat",
)


def word(rng: np.random.Generator) -> str:
    """Return something like a word or a name, in capitals or not."""
    letters = "".join(_SYLLABLES[place] for place in rng.integers(len(_SYLLABLES), size=rng.integers(1, 5)))
    kind = rng.random()
    if kind < 0.35:
        return letters.upper()
    return letters.capitalize() if kind < 0.6 else letters


def number(rng: np.random.Generator) -> str:
    """Return a number, a date, or letters and digits."""
    digits = "".join(str(digit) for digit in rng.integers(0, 10, rng.integers(1, 13)))
    kind = rng.random()
    if kind < 0.3:
        mark = str(rng.choice([".", "/", "-", " ", ". "]))
        return mark.join([digits[:2], digits[2:4] or "01", digits[4:8] or "1987"])
    if kind < 0.5:
        return "".join(rng.choice(list("ABCDEFGHKLMNPRSTVXYZ"), rng.integers(1, 4))) + digits
    return digits


def sentence(rng: np.random.Generator, words: int) -> str:
    """Return so many words and numbers, a third of the time in capitals."""
    marks = ["", "", "", ",", ".", ":", " /", " -"]
    parts = [
        (number(rng) if rng.random() < 0.2 else word(rng)) + marks[rng.integers(len(marks))]
        for _ in range(words)
    ]
    text = " ".join(parts)
    return text.upper() if rng.random() < 0.3 else text


def line_ink(font: ImageFont.FreeTypeFont, text: str, height: float) -> Bytes:
    """Return a line of text as ink, its font size `height` pixels."""
    mask = font.getmask(text, mode="L")
    ink = np.frombuffer(bytes(mask), np.uint8).reshape(mask.size[1], mask.size[0])
    scale = height / SIZE
    size = (max(1, round(ink.shape[1] * scale)), max(1, round(ink.shape[0] * scale)))
    return np.asarray(cv2.resize(ink, size, interpolation=cv2.INTER_AREA), np.uint8)


def grid_ink(face: Face, text: str, pitch: float, step: float = 1.0) -> Bytes:
    """Return text on a fixed pitch as an MRZ is, `step` times as wide; what the face lacks stays empty."""
    ink = np.zeros((CELL, round(PITCH * step * (len(text) - 1)) + CELL), np.uint8)
    for place, char in enumerate(text):
        if char in face.masks:
            left = round(place * PITCH * step)
            part = ink[:, left : left + CELL]
            np.maximum(part, face.masks[char], out=part)
    scale = pitch / PITCH
    size = (max(1, round(ink.shape[1] * scale)), max(1, round(CELL * scale)))
    return np.asarray(cv2.resize(ink, size, interpolation=cv2.INTER_AREA), np.uint8)
