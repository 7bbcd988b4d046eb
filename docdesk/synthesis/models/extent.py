"""What one face may ask of the press: work that ends within minutes, and words that are printed whole.

A name is searched for in what a text says. A text of which something is hidden or cut off would say another
thing on paper.
"""

from collections.abc import Iterator
from typing import Final, cast

from docdesk.synthesis.artwork.art import Art
from docdesk.synthesis.artwork.ranges import Kind
from docdesk.synthesis.drawing import bounds
from docdesk.synthesis.models.model import Face, Layer
from docdesk.synthesis.models.tables import refused

_MOST_POINTS: Final = 8_000_000
"""Of all art of a face, as it is drawn at once: half a GB and half a minute; a rich page has 4 million."""

_MOST_LETTERS: Final = 5_000
"""Of all words of a face; a rich page has 700. The search for names takes seconds for as many as these."""

_FAST: Final = ("offset", "intaglio", "letterpress")
_MOST_SLOW: Final = 10
"""Layers of a process of dots, which takes 5 seconds for a page where the others take 1 or 2."""

_BLEED: Final = 1.0
"""mm by which words may run over an edge, as a border of microprint does."""


def refuse_endless(face: Face, where: str) -> None:
    """Refuse a face that would take the press minutes, or more memory than a computer has.

    Args:
        face: that was read.
        where: place in the file, for the sentence.

    Raises:
        WrongUse: it would.
    """
    art = tuple(each for layer in face.layers for each in _art(layer))
    pictures = sum(
        field.box[2] * field.box[3] for field in face.fields if field.kind in ("portrait", "ghost")
    )
    for what, asked, most in (
        ("points", sum(each.points() for each in art), _MOST_POINTS),
        ("letters", sum(len(text) for each in art for text in each.texts()), _MOST_LETTERS),
        ("slow", sum(layer.process not in _FAST for layer in face.layers), _MOST_SLOW),
        ("pictures", pictures, face.size[0] * face.size[1]),
    ):
        if asked > most:
            raise refused(f"most_{what}", where, asked=round(asked), most=round(most))


def refuse_cut_words(face: Face, where: str) -> None:
    """Refuse a face on which words are not printed whole.

    Raises:
        WrongUse: a layer of words, or one that words bound, is bounded by something; or words leave the face.
    """
    for layer in face.layers:
        art = tuple(_art(layer))
        if len(art) > 1 and any(each.texts() for each in art):
            raise refused("words_bounded", where, layer=layer.name)
        if layer.art.texts() and _leaves(layer.art, face.size):
            raise refused("words_outside", where, layer=layer.name, most=_BLEED)


def _art(layer: Layer) -> Iterator[Kind]:
    # Whatever was read from a file is of a kind, and knows its points.
    yield from (cast("Kind", each) for each in (layer.art, layer.within, layer.without) if each is not None)


def _leaves(art: Art, size: tuple[float, float]) -> bool:
    box = bounds(art.draw())
    if box is None:
        return False
    left, bottom, width, height = box
    return (
        min(left, bottom) < -_BLEED or left + width > size[0] + _BLEED or bottom + height > size[1] + _BLEED
    )
