"""A check: one question, its name, and how its answers become findings.

A check on the MRZ answers `failed` only where the reader stands by every character that the answer rests on;
otherwise `undetermined`, naming the characters in doubt. So a misreading is never a forged document.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from docdesk.foundation.messages import Message, Value
from docdesk.inspection.checks.evidence import Evidence, MrzEvidence
from docdesk.inspection.checks.finding import Finding, Group, Outcome, Weight
from docdesk.mrz.spans import Span

NAMED_AT_MOST = 12
"""Characters named in a sentence; nobody compares a longer list with a picture."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a check on the MRZ says before the doubt of its characters is weighed.

    `passed` tells success; `spans` the characters that the answer rests on; `key` names the sentence, where
    a check has more than one; `tr03135` and `weighs` replace the check's own. `undecided` tells that the
    document leaves the question open, `noted` that it passed with something worth knowing.
    """

    passed: bool
    spans: tuple[Span, ...]
    key: str | None = None
    values: tuple[tuple[str, Value], ...] = ()
    tr03135: str | None = None
    weighs: Weight | None = None
    undecided: bool = False
    noted: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """One question put to the MRZ of a document.

    `answers` yields nothing where the question does not apply to the document. `says` holds the keys of all
    sentences that the answers can call for. `needs_format` tells that lines of no format's shape cannot be
    asked.
    """

    name: str
    group: Group
    tr03135: str | None
    weighs: Weight
    source: str
    answers: Callable[[MrzEvidence, Evidence], Iterable[Answer]]
    says: frozenset[str]
    needs_format: bool = True

    def findings(self, evidence: Evidence) -> Iterator[Finding]:
        """Put the question and yield the findings."""
        if evidence.mrz is None:
            outcome = Outcome.ABORTED if evidence.mrz_aborted else Outcome.NOT_SUPPORTED
            yield self._without_place(outcome, evidence.no_mrz or Message("no_mrz.not_found"))
        elif self.needs_format and evidence.mrz.mrz is None:
            yield self._without_place(Outcome.NOT_SUPPORTED, Message("no_mrz.no_format"))
        elif self.needs_format and not evidence.mrz.verified:
            yield self._without_place(Outcome.NOT_SUPPORTED, Message("no_mrz.not_verified"))
        else:
            for answer in self.answers(evidence.mrz, evidence):
                yield self._finding(answer, evidence.mrz, evidence)

    def _without_place(self, outcome: Outcome, message: Message) -> Finding:
        return Finding(self.name, self.group, self.tr03135, outcome, self.weighs, message, self.source)

    def _finding(self, answer: Answer, seen: MrzEvidence, evidence: Evidence) -> Finding:
        weighs = answer.weighs or self.weighs
        doubtful = seen.doubtful(answer.spans)
        if answer.passed or weighs is not Weight.ANOMALY:
            # A digit that agrees answers for its characters, but never enough to accuse.
            doubtful = tuple(place for place in doubtful if place not in seen.backed)
        outcome, key = self._outcome(answer, doubt=bool(doubtful))
        values = dict(answer.values)
        if outcome is Outcome.UNDETERMINED and not answer.undecided:
            values["characters"] = named(seen, doubtful)
        weakest = seen.weakest(answer.spans)
        return Finding(
            check=self.name,
            group=self.group,
            tr03135=answer.tr03135 or self.tr03135,
            outcome=outcome,
            weighs=weighs,
            message=Message.of(key, **values),
            source=self.source,
            margin=_margin(outcome, weakest),
            lights=(evidence.captures[seen.capture].label.light,),
            capture=seen.capture,
            region=seen.region(answer.spans),
        )

    def _outcome(self, answer: Answer, *, doubt: bool) -> tuple[Outcome, str]:
        own = answer.key or self.name
        if answer.undecided:
            return Outcome.UNDETERMINED, f"{own}.undetermined"
        # Other fields are recognised or not as they read; a date that is not sure says nothing of its day.
        if doubt and (not answer.passed or self.group == "date"):
            return Outcome.UNDETERMINED, f"{own}.doubtful"
        if answer.passed:
            return Outcome.SUCCESSFUL, f"{own}.noted" if answer.noted else f"{own}.successful"
        return Outcome.FAILED, f"{own}.failed"


def named(seen: MrzEvidence, where: Sequence[tuple[int, int]]) -> str:
    """Return characters as line:position=character, both counted from 1 as on paper, for a sentence."""
    shown = [
        f"{line + 1}:{index + 1}={seen.reading.lines[line][index]}" for line, index in where[:NAMED_AT_MOST]
    ]
    return ", ".join([*shown, "..."] if len(where) > NAMED_AT_MOST else shown)


def _margin(outcome: Outcome, weakest: float | None) -> float | None:
    if weakest is None or outcome not in {Outcome.SUCCESSFUL, Outcome.FAILED}:
        return None
    return round(weakest if outcome is Outcome.SUCCESSFUL else -weakest, 3)
