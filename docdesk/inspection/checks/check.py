"""A check: one question, its name, and how its answers become findings.

A check on the MRZ answers `failed` only where it is improbable enough that what is wrong was only misread;
where the reader does not tell what else a character may be, only where it stands by every character that the
answer rests on. Otherwise it is `undetermined` and names the characters in doubt. So a misreading is never a
forged document.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from docdesk.foundation.geometry import Polygon
from docdesk.foundation.messages import Message, Value
from docdesk.inspection.checks.evidence import Evidence, MrzEvidence
from docdesk.inspection.checks.finding import Finding, Group, Outcome, Weight
from docdesk.inspection.readings.certainty import Misreading
from docdesk.inspection.readings.mrz_on_set import Sighting
from docdesk.inspection.readings.places import Place, named, outline
from docdesk.mrz.spans import Span


@dataclass(frozen=True, slots=True)
class Answer:
    """What a check on the MRZ says before the doubt of its characters is weighed.

    `passed` tells success; `spans` the characters that the answer rests on; `key` names the sentence, where
    a check has more than one; `tr03135` and `weighs` replace the check's own. `undecided` tells that the
    document, or what was read of it, leaves the question open, `noted` that it passed with something worth
    knowing. `unsupported` tells that it could not be asked of this document. `misread` says how probable it
    is that what did not pass was only misread, where that can be computed. `beside` is what another capture
    shows, if the answer is on that: then the place to look at is there. `whatever_is_read` tells that doubt
    of the characters is no doubt of the answer.
    """

    passed: bool
    spans: tuple[Span, ...]
    key: str | None = None
    values: tuple[tuple[str, Value], ...] = ()
    tr03135: str | None = None
    weighs: Weight | None = None
    undecided: bool = False
    noted: bool = False
    unsupported: bool = False
    misread: Misreading | None = None
    beside: Sighting | None = None
    whatever_is_read: bool = False


def always(_seen: MrzEvidence) -> bool:
    """Say that a question applies to every MRZ."""
    return True


@dataclass(frozen=True, slots=True)
class Check:
    """One question put to the MRZ of a document.

    `answers` yields nothing where the question does not apply to the document. `says` holds the keys of all
    sentences that the answers can call for. `needs_format` tells that lines of no format's shape cannot be
    asked. `needs_sure` tells that a success too needs characters that are certain, or for which a check digit
    speaks: a date, or a code looked up in a list, says nothing if it may be another one. `applies` tells
    whether the question applies to an MRZ, `usual` whether it applies to most.
    """

    name: str
    group: Group
    tr03135: str | None
    weighs: Weight
    source: str
    answers: Callable[[MrzEvidence, Evidence], Iterable[Answer]]
    says: frozenset[str]
    needs_format: bool = True
    needs_sure: bool = False
    usual: bool = True
    applies: Callable[[MrzEvidence], bool] = always

    def findings(self, evidence: Evidence) -> Iterator[Finding]:
        """Put the question and yield the findings."""
        if evidence.mrz is None:
            outcome = Outcome.ABORTED if evidence.mrz_aborted else Outcome.NOT_SUPPORTED
            if self.usual:
                yield self._without_place(outcome, evidence.no_mrz or Message("no_mrz.not_found"))
        elif self.needs_format and evidence.mrz.mrz is None:
            if self.usual:
                yield self._without_place(Outcome.NOT_SUPPORTED, Message("no_mrz.no_format"))
        elif self.needs_format and not evidence.mrz.verified:
            if self.applies(evidence.mrz):
                yield self._without_place(Outcome.NOT_SUPPORTED, Message("no_mrz.not_verified"))
        else:
            for answer in self.answers(evidence.mrz, evidence):
                yield self._finding(answer, evidence.mrz, evidence)

    def _without_place(self, outcome: Outcome, message: Message) -> Finding:
        return Finding(self.name, self.group, self.tr03135, outcome, self.weighs, message, self.source)

    def _finding(self, answer: Answer, seen: MrzEvidence, evidence: Evidence) -> Finding:
        doubtful, odds = self._doubt(answer, seen)
        outcome, key = self._outcome(answer, doubt=bool(doubtful))
        values = dict(answer.values)
        if outcome is Outcome.UNDETERMINED and not answer.undecided:
            values["characters"] = named(seen.reading, doubtful)
        weakest = seen.weakest(answer.spans)
        captures = (seen.capture,) if answer.beside is None else (answer.beside.capture, seen.capture)
        return Finding(
            check=self.name,
            group=self.group,
            tr03135=answer.tr03135 or self.tr03135,
            outcome=outcome,
            weighs=answer.weighs or self.weighs,
            message=Message.of(key, **values),
            source=self.source,
            margin=_margin(outcome, weakest),
            lights=tuple(dict.fromkeys(evidence.captures[index].label.light for index in captures)),
            capture=captures[0],
            region=_region(answer, seen),
            entered=seen.entered(answer.spans),
            odds=odds if outcome is Outcome.FAILED else None,
        )

    def _doubt(self, answer: Answer, seen: MrzEvidence) -> tuple[tuple[Place, ...], int | None]:
        """Return the characters that leave the answer in doubt, and N of 1 in N where that was computed."""
        if answer.whatever_is_read:
            return (), None
        doubtful = seen.doubtful(answer.spans)
        weighs = answer.weighs or self.weighs
        if answer.passed or (self.group == "date" and weighs is not Weight.ANOMALY):
            # A digit that agrees answers for its characters (a date that has expired), but never to accuse.
            backed = seen.backed if doubtful else frozenset[Place]()
            return tuple(place for place in doubtful if place not in backed), None
        if answer.misread is None:
            return doubtful, None
        if not answer.misread.excuses:
            return (), answer.misread.odds
        return answer.misread.places or doubtful or seen.least_sure(answer.spans), None

    def _outcome(self, answer: Answer, *, doubt: bool) -> tuple[Outcome, str]:
        own = answer.key or self.name
        if answer.unsupported:
            return Outcome.NOT_SUPPORTED, f"{own}.not_supported"
        if answer.undecided:
            return Outcome.UNDETERMINED, f"{own}.undetermined"
        if doubt and (not answer.passed or self.needs_sure):
            return Outcome.UNDETERMINED, f"{own}.doubtful"
        if answer.passed:
            return Outcome.SUCCESSFUL, f"{own}.noted" if answer.noted else f"{own}.successful"
        return Outcome.FAILED, f"{own}.failed"


def _region(answer: Answer, seen: MrzEvidence) -> Polygon | None:
    if answer.beside is None:
        return seen.region(answer.spans)
    beside = answer.beside.reading
    alike = list(map(len, beside.lines)) == list(map(len, seen.reading.lines))
    return outline(beside, answer.spans) if alike else beside.quad


def _margin(outcome: Outcome, weakest: float | None) -> float | None:
    if weakest is None or outcome not in {Outcome.SUCCESSFUL, Outcome.FAILED}:
        return None
    return round(weakest if outcome is Outcome.SUCCESSFUL else -weakest, 3)
