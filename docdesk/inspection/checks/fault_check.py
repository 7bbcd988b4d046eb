"""Checks that ask for faults found by `docdesk.mrz.validation`: most checks on the MRZ are of this kind."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date

from docdesk.inspection.checks.check import Answer, Check
from docdesk.inspection.checks.evidence import Evidence, MrzEvidence, faults_in
from docdesk.inspection.checks.finding import Group, Weight
from docdesk.inspection.readings.certainty import Misreading, all_are_misread, fault_is_misread, tells
from docdesk.mrz.errors import MrzError
from docdesk.mrz.parsing import parse
from docdesk.mrz.spans import Span
from docdesk.mrz.validation import Fault

Sentences = Mapping[str, str]
"""The key of the sentence, without its ending, for each kind of fault."""


@dataclass(frozen=True, slots=True)
class Faults:
    """Which faults a check asks for, where, and what each means.

    A document without the first of the `fields` is not asked. `fails` are kinds that fail the check. So do
    `informs`, but they weigh only `information`, because genuine documents have them. `undecided` leave the
    question open; `noted` pass and are worth knowing.
    """

    fields: tuple[str, ...]
    fails: Sentences
    informs: Sentences = field(default_factory=dict)
    undecided: Sentences = field(default_factory=dict)
    noted: Sentences = field(default_factory=dict)

    @property
    def sentences(self) -> Sentences:
        """The sentence of every kind that is asked for."""
        return {**self.fails, **self.informs, **self.undecided, **self.noted}

    def answers(self, seen: MrzEvidence, evidence: Evidence) -> Iterator[Answer]:
        """Yield an answer for each fault, or one success if there is none."""
        spans = seen.spans_of(*self.fields)
        # Issuer and nationality can have the same fault: it is said once, of the one that is read better.
        faults: dict[tuple[str, str], Fault] = {}
        for fault in sorted(
            seen.faults_of(*self.sentences), key=lambda fault: len(seen.doubtful(fault.spans))
        ):
            clear = tuple(span for span in fault.spans if not seen.doubtful((span,)))
            # Of several characters that cannot stand where they do, one that is certain is enough.
            shown = replace(fault, spans=clear) if clear and fault.kind == "character_not_allowed" else fault
            faults.setdefault((self.sentences[fault.kind], seen.quoted(shown.spans)), shown)
        for (key, quoted), fault in faults.items():
            answer = self._answer(fault, key, quoted, spans)
            yield answer if answer.passed else replace(answer, misread=_misread(fault, seen, evidence.on))
        if not faults and self.applies(seen):
            yield Answer(passed=True, spans=spans, values=(("quoted", seen.quoted(spans)),))

    def _answer(self, fault: Fault, key: str, quoted: str, spans: tuple[Span, ...]) -> Answer:
        values = {"field": fault.field, "quoted": quoted, **dict(fault.values)}
        return Answer(
            passed=fault.kind in self.noted,
            spans=fault.spans or spans,
            key=key,
            values=tuple(sorted(values.items())),
            weighs=Weight.INFORMATION if fault.kind in {*self.informs, *self.noted} else None,
            undecided=fault.kind in self.undecided,
            noted=fault.kind in self.noted,
        )

    def applies(self, seen: MrzEvidence) -> bool:
        """Return whether the MRZ has the first of the fields."""
        return bool(seen.spans_of(self.fields[0]))

    def says(self, name: str, *, needs_sure: bool) -> frozenset[str]:
        """Return the keys of all sentences that a check of this name can come to."""
        failing = {*self.fails.values(), *self.informs.values()}
        keys = {f"{name}.successful"}
        keys |= {f"{key}.{end}" for key in failing for end in ("failed", "doubtful")}
        keys |= {f"{key}.undetermined" for key in self.undecided.values()}
        keys |= {f"{key}.noted" for key in self.noted.values()}
        if needs_sure:
            keys |= {f"{key}.doubtful" for key in {name, *self.noted.values()}}
        return frozenset(keys)


def _misread(fault: Fault, seen: MrzEvidence, on: date) -> Misreading | None:
    """Return how probable it is that the fault is not printed, None where nobody can tell."""
    if not (tells(seen.reading) and fault.spans):
        return None
    if fault.kind == "character_not_allowed":
        return all_are_misread(seen.reading, fault.spans)

    def still_there(lines: tuple[str, ...]) -> bool:
        with suppress(MrzError):
            return any(
                (other.kind, other.field) == (fault.kind, fault.field)
                for other in faults_in(parse(lines), on, seen.issuers)
            )
        return False

    return fault_is_misread(seen.reading, fault.spans, still_there)


def fault_check(
    name: str,
    group: Group,
    tr03135: str | None,
    weighs: Weight,
    source: str,
    faults: Faults,
    *,
    needs_sure: bool = False,
    usual: bool = True,
) -> Check:
    """Return a check that asks for these faults; its success says the sentence `NAME.successful`."""
    return Check(
        name,
        group,
        tr03135,
        weighs,
        source,
        faults.answers,
        faults.says(name, needs_sure=needs_sure),
        needs_sure=needs_sure,
        usual=usual,
        applies=faults.applies,
    )
