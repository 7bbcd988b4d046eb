"""The truth as marks over the pictures of a preview: faint round what was altered, strong round one clue."""

from docdesk.synthesis.plans.preview import Preview
from docdesk.ui.viewing.marks import Mark
from docdesk.wording.catalogue import Wording
from docdesk.wording.signs import Sign


def marks_on(preview: Preview, picture: int, chosen: int | None, wording: Wording) -> tuple[Mark, ...]:
    """Return the marks over one picture; `chosen` is the index of a clue, None for none."""
    words = wording.term("truth.changed")
    marks = [
        Mark(f"changed-{number}", place, Sign.ATTENTION, words, faint=True)
        for number, place in enumerate(preview.pictures[picture].changed)
    ]
    clue = None if chosen is None else preview.clues[chosen]
    if clue is not None and clue.capture == picture:
        words = wording.term(f"cue.{clue.feature}")
        marks += [
            Mark(f"clue-{number}", place, Sign.ANOMALY, words) for number, place in enumerate(clue.places)
        ]
    return tuple(marks)
