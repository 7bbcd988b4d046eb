"""Scenes of the page on fictitious documents: one that was altered with its truth, and the page for many."""

from collections.abc import Iterator

from docdesk.ui.synthesising.one_page import OnePage
from picturing.stage import Ready, Stage, at_once

MODEL, ALTERATION = "norvalia-card", "photo_substitution_pasted"
"""The model that is printed soonest, and what everybody sees at once."""


def one_document(stage: Stage) -> Iterator[Ready | None]:
    """A card with a pasted photograph, first as it looks and then with its truth."""
    stage.act("go.synthesis")
    # The page opens at the part that was left last.
    stage.act("synthesise.one")
    yield at_once
    page = stage.shown_in(stage.window, OnePage)
    yield lambda: page.model.count() > 0
    page.choose(page.model, MODEL)
    page.choose(page.alteration, ALTERATION)
    page.ask_at_once()
    yield lambda: len(page.desk.pictures()) > 0
    stage.save("fictitious")
    stage.act("synthesise.truth")
    yield at_once
    stage.save("fictitious-truth")


def many_documents(stage: Stage) -> Iterator[Ready | None]:
    """The page that makes many, before it does."""
    stage.act("synthesise.many")
    yield at_once
    stage.save("fictitious-many")
    stage.act("synthesise.leave")
    yield at_once


SCENES = (one_document, many_documents)
