"""The figures of a run: what a table of readers says."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median

from docdesk.bench.mrz.reliability import calibration_error, reliability
from docdesk.bench.mrz.scoring import Scored
from docdesk.inspection.checks.finding import Outcome


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of one reader. Rates are in [0, 1]; times are seconds per picture, None without any.

    `exact` counts pictures, `groups_exact` documents of which every picture is exact. `wrong_but_certain`
    counts pictures read wrong with every character certain, `with_certain_wrong` those with at least one
    character that is certain and wrong (or of another length with any certain character),
    `wrong_but_digits_agree` those of whose reading every check digit agrees. `false_mrz` counts pictures
    without an MRZ on which one was reported, `further_mrz` pictures on which more than the printed one was.
    `wrong_digits_printed` counts pictures of documents printed with wrong check digits: of them `_exact` were
    read as printed, `_failed` found out by the check, `_undetermined` left open. `accused` counts pictures
    with a check digit that is right in print and was said to be wrong. `unreadable` counts pictures that
    could not be opened or on which the reader broke off.
    """

    with_mrz: int
    exact: int
    groups: int
    groups_exact: int
    cer: float
    not_found: int
    wrong_but_certain: int
    wrong_but_digits_agree: int
    with_certain_wrong: int
    characters_certain: int
    characters_certain_wrong: int
    without_mrz: int
    false_mrz: int
    further_mrz: int
    wrong_digits_printed: int
    wrong_digits_exact: int
    wrong_digits_failed: int
    wrong_digits_undetermined: int
    accused: int
    unreadable: int
    calibration_error: float
    cpu_median_s: float | None
    cpu_p95_s: float | None
    wall_median_s: float | None


def summarise(scored: Sequence[Scored]) -> Summary:
    """Return the figures of all pictures that were scored."""
    printed = [entry for entry in scored if entry.truth.lines]
    blank = [entry for entry in scored if not entry.truth.lines]
    wrong = [entry for entry in printed if entry.read and not entry.exact]
    digits = [entry for entry in printed if entry.wrong_digits is not None]
    groups = {entry.truth.group for entry in printed}
    missed = {entry.truth.group for entry in printed if not entry.exact}
    certain = [place for entry in printed for place in entry.characters if place.certain]
    timed = [entry for entry in scored if entry.failure is None]
    return Summary(
        with_mrz=len(printed),
        exact=sum(entry.exact for entry in printed),
        groups=len(groups),
        groups_exact=len(groups - missed),
        cer=sum(entry.errors for entry in printed) / max(1, sum(entry.truth.characters for entry in printed)),
        not_found=sum(not entry.read for entry in printed),
        wrong_but_certain=sum(entry.certain for entry in wrong),
        wrong_but_digits_agree=sum(entry.digits_agree for entry in wrong),
        with_certain_wrong=sum(entry.any_certain_wrong for entry in wrong),
        characters_certain=len(certain),
        characters_certain_wrong=sum(not place.right for place in certain),
        without_mrz=len(blank),
        false_mrz=sum(bool(entry.read) for entry in blank),
        further_mrz=sum(entry.further > 0 for entry in printed),
        wrong_digits_printed=len(digits),
        wrong_digits_exact=sum(entry.exact for entry in digits),
        wrong_digits_failed=sum(entry.wrong_digits is Outcome.FAILED for entry in digits),
        wrong_digits_undetermined=sum(entry.wrong_digits is Outcome.UNDETERMINED for entry in digits),
        accused=sum(bool(entry.accused) for entry in printed),
        unreadable=len(scored) - len(timed),
        calibration_error=calibration_error(reliability(scored)),
        cpu_median_s=_median([entry.cpu_s for entry in timed]),
        cpu_p95_s=_ninety_fifth([entry.cpu_s for entry in timed]),
        wall_median_s=_median([entry.wall_s for entry in timed]),
    )


def by_type(scored: Sequence[Scored]) -> Mapping[str, Summary]:
    """Return the figures of each type of MRZ, in the order of their names."""
    return _split(scored, lambda entry: entry.truth.doc_type)


def by_difficulty(scored: Sequence[Scored]) -> Mapping[str, Summary]:
    """Return the figures of each difficulty that the folder tells of pictures; empty where it tells none."""
    told = [entry for entry in scored if entry.truth.difficulty]
    return _split(told, lambda entry: entry.truth.difficulty)


def _split(scored: Sequence[Scored], part: Callable[[Scored], str]) -> Mapping[str, Summary]:
    names = sorted({part(entry) for entry in scored})
    return {name: summarise([entry for entry in scored if part(entry) == name]) for name in names}


def _median(seconds: list[float]) -> float | None:
    return median(seconds) if seconds else None


def _ninety_fifth(seconds: list[float]) -> float | None:
    """Return the least time that 95 % of the pictures kept."""
    return sorted(seconds)[ceil(0.95 * len(seconds)) - 1] if seconds else None
