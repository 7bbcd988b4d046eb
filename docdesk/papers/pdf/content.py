"""What the parts of a page are made from, and the small things that all of them say."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from docdesk.foundation.messages import Message, Value
from docdesk.inspection.captures.capture import Light
from docdesk.inspection.report.report import Report
from docdesk.papers.omitting import Omit
from docdesk.papers.pdf.blocks import HAIRLINE, Block, Rule, Stack
from docdesk.papers.pdf.letters import HEADING, SMALL, Letters
from docdesk.papers.pdf.pictures import Pictures
from docdesk.papers.pdf.plan import Plan
from docdesk.wording.catalogue import Wording

Entry = TypeVar("Entry")

DIGEST_GROUP = 8
"""Hex digits without a space: as many as an eye compares at once."""


@dataclass(frozen=True, slots=True)
class Content:
    """A report that is being set: with what, in which words, and in how much room.

    `json_digest` is the SHA-256 of the JSON that belongs to the page, `versions` says what it was made with.
    """

    report: Report
    wording: Wording
    pictures: Pictures
    letters: Letters
    plan: Plan
    omit: Omit
    versions: str
    json_digest: str

    def say(self, key: str, **values: Value) -> str:
        """Return the sentence of a key with these values."""
        return self.wording.say(Message.of(key, **values))

    def heading(self, text: str) -> Block:
        """Return the heading of a part: a line across, and what the part is called."""
        return Stack((Rule(HAIRLINE, 2.5), self.letters.words(text, HEADING, 1)))

    def shown(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """Return the entries of a list for which there is room."""
        return entries[: self.plan.rows]

    def more(self, key: str, entries: Sequence[Entry]) -> list[Block]:
        """Return what says how many entries are left out; nothing where none is."""
        left = len(entries) - self.plan.rows
        return [self.letters.words(self.say(key, count=left), SMALL)] if left > 0 else []

    def light(self, light: Light) -> str:
        """Return what a light is called, with its abbreviation."""
        name = self.wording.term(f"paper.light.{light.value}")
        return f"{name} ({light.value})"


def grouped(digest: str) -> str:
    """Return the hex digits of a digest in groups."""
    return " ".join(digest[start : start + DIGEST_GROUP] for start in range(0, len(digest), DIGEST_GROUP))
