"""What stands on the cards of findings, and in which order: first what needs eyes."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from docdesk.foundation.geometry import Polygon
from docdesk.foundation.messages import Message
from docdesk.inspection.checks.finding import Finding, Outcome
from docdesk.inspection.report.report import Report
from docdesk.ui.look.sign import sign_in_words
from docdesk.wording.catalogue import Wording
from docdesk.wording.finding_sentence import finding_sentence
from docdesk.wording.signs import Sign, sign_of

ORDER = (
    Sign.ANOMALY,
    Sign.UNDECIDED,
    Sign.ATTENTION,
    Sign.ABORTED,
    Sign.NOTED,
    Sign.NOT_CHECKED,
    Sign.NO_ANOMALY,
)
"""What needs eyes stands first."""

ON_CHARACTERS = frozenset({"mrz", "date", "quality"})
"""Groups of checks that measure nothing themselves: their margin is the reader's confidence, which has
no allowed range."""

TOGETHER = (Outcome.NOT_SUPPORTED, Outcome.ABORTED)
"""Checks that could not be made, or finished, mostly have one reason in common: it is said once."""

ALL_BUT_CERTAIN = 0.995
"""From here on the bar is full and the figure 1.00: that most characters are so need not be said."""


class Kind(Enum):
    """What a card is."""

    FINDING = "finding"
    TOGETHER = "together"
    """Several checks with one reason."""
    FOLD = "fold"
    """Stands for the successful checks, and shows them or folds them away."""
    FURTHER = "further"
    """A successful check, shown small."""


@dataclass(frozen=True, slots=True)
class Card:
    """One card, in words.

    `index` counts the report's findings; None where the card stands for several (`members`). `margin` is None
    where nothing was measured; `sureness`, from 0 to 1, is that of the weakest character that was read.
    `aspect` is the width to the height of the place on its capture, None where it has no place. `expert`
    holds what only experts want to know.
    """

    kind: Kind
    sign: Sign
    said: str
    text: str
    index: int | None = None
    members: tuple[int, ...] = ()
    light: str = ""
    source: str = ""
    margin: float | None = None
    sureness: float | None = None
    measured: str = ""
    aspect: float | None = None
    expert: str = ""

    @property
    def heard(self) -> str:
        """The card for whoever hears it."""
        return ". ".join(
            part for part in (self.said, self.text, self.measured, self.light, self.source) if part
        )


def cards_of(report: Report, wording: Wording) -> tuple[Card, ...]:
    """Return all cards in their order; those of kind FURTHER follow the card that folds them away."""
    found = sorted(enumerate(report.findings), key=lambda entry: ORDER.index(sign_of(entry[1])))
    cards = list(_single_and_together(found, wording))
    further = [
        _card(Kind.FURTHER, index, finding, wording)
        for index, finding in found
        if sign_of(finding) is Sign.NO_ANOMALY
    ]
    if further:
        sign = Sign.NO_ANOMALY
        text = wording.say(Message.of("findings.further", count=len(further)))
        members = tuple(card.index for card in further if card.index is not None)
        cards.append(Card(Kind.FOLD, sign, sign_in_words(sign, wording), text, members=members))
    return (*cards, *further)


def _single_and_together(found: list[tuple[int, Finding]], wording: Wording) -> Iterator[Card]:
    groups: dict[tuple[Outcome, Message], list[tuple[int, Finding]]] = {}
    for index, finding in found:
        if finding.outcome in TOGETHER:
            groups.setdefault((finding.outcome, finding.message), []).append((index, finding))
    for index, finding in found:
        members = groups.get((finding.outcome, finding.message), [])
        if len(members) > 1:
            if members[0][0] == index:
                yield _together(members, wording)
        elif sign_of(finding) is not Sign.NO_ANOMALY:
            yield _card(Kind.FINDING, index, finding, wording)


def _together(members: list[tuple[int, Finding]], wording: Wording) -> Card:
    first = members[0][1]
    key = "findings.aborted" if first.outcome is Outcome.ABORTED else "findings.not_made"
    sign = sign_of(first)
    return Card(
        Kind.TOGETHER,
        sign,
        sign_in_words(sign, wording),
        wording.say(first.message),
        members=tuple(index for index, _ in members),
        source=wording.say(Message.of(key, count=len(members))),
        expert=", ".join(finding.check for _, finding in members),
    )


def _card(kind: Kind, index: int, finding: Finding, wording: Wording) -> Card:
    sign = sign_of(finding)
    return Card(
        kind,
        sign,
        sign_in_words(sign, wording),
        finding_sentence(finding, wording),
        index=index,
        members=(index,),
        light=", ".join(light.value for light in finding.lights),
        source=finding.source,
        margin=_margin(finding) if kind is Kind.FINDING else None,
        sureness=_sureness(finding) if kind is Kind.FINDING else None,
        measured=_measured(finding, wording) if kind is Kind.FINDING else "",
        aspect=_aspect(finding.region) if kind is Kind.FINDING else None,
        expert=_expert(finding, wording),
    )


def _margin(finding: Finding) -> float | None:
    return None if finding.group in ON_CHARACTERS else finding.margin


def _sureness(finding: Finding) -> float | None:
    if finding.entered:
        return None  # a person stands by these characters: the reader's confidence says nothing of them
    if finding.odds is not None:
        return None  # the sentence says how improbable a misreading is, of which one character is a part
    if finding.margin is None or finding.group not in ON_CHARACTERS or abs(finding.margin) >= ALL_BUT_CERTAIN:
        return None
    return abs(finding.margin)


def _measured(finding: Finding, wording: Wording) -> str:
    sureness, margin = _sureness(finding), _margin(finding)
    if sureness is not None:
        return wording.say(Message.of("findings.sureness", confidence=f"{sureness:.2f}"))
    if margin is None:
        return ""
    return wording.term("findings.within" if margin >= 0 else "findings.outside")


def _aspect(region: Polygon | None) -> float | None:
    if not region:
        return None
    across, down = [x for x, _ in region], [y for _, y in region]
    return max(max(across) - min(across), 1.0) / max(max(down) - min(down), 1.0)


def _expert(finding: Finding, wording: Wording) -> str:
    parts = [finding.check, finding.outcome.value]
    if finding.margin is not None:
        margin = f"{finding.margin:+.3f}".replace("-", "−")
        parts.append(wording.say(Message.of("findings.margin", margin=margin)))
    if finding.tr03135 is not None:
        parts.append(wording.say(Message.of("findings.tr03135", name=finding.tr03135)))
    return ", ".join(parts)
