"""The tables of the page."""

from collections.abc import Mapping, Sequence
from html import escape

from docdesk.bench.mrz.reliability import Bin
from docdesk.bench.mrz.run import Run
from docdesk.bench.mrz.summary import Summary, summarise
from docdesk.foundation.messages import Message
from docdesk.wording.catalogue import Wording

NOTHING = "–"
"""Stands where there is nothing to measure."""

OF: Mapping[str, str] = {
    "exact": "with_mrz",
    "groups_exact": "groups",
    "not_found": "with_mrz",
    "wrong_but_certain": "with_mrz",
    "wrong_but_digits_agree": "with_mrz",
    "with_certain_wrong": "with_mrz",
    "characters_certain_wrong": "characters_certain",
    "false_mrz": "without_mrz",
    "further_mrz": "with_mrz",
    "wrong_digits_exact": "wrong_digits_printed",
    "wrong_digits_failed": "wrong_digits_printed",
    "wrong_digits_undetermined": "wrong_digits_printed",
    "accused": "with_mrz",
}
"""Of what a count is a part."""

MEASURES = (
    *("exact", "groups_exact", "cer", "not_found"),
    *("wrong_but_certain", "wrong_but_digits_agree", "with_certain_wrong", "characters_certain_wrong"),
    *("false_mrz", "further_mrz"),
    *("wrong_digits_exact", "wrong_digits_failed", "wrong_digits_undetermined", "accused"),
    *("unreadable", "calibration_error", "cpu_median_s", "cpu_p95_s", "wall_median_s"),
)
"""What the first table shows of a summary, from top to bottom; the size of the models comes last."""

OF_CERTAIN = frozenset({"wrong_but_certain", "with_certain_wrong"})
"""Says nothing of a reader that is certain of nothing: 0 would flatter it."""

PERCENT = frozenset({"cer", "calibration_error"})


def figures_table(run: Run, wording: Wording) -> str:
    """Return the figures of every reader side by side."""
    summaries = [summarise(reader.scored) for reader in run.readers]
    rows = [
        [wording.term(f"bench.measure.{name}"), *(_cell(name, figures, wording) for figures in summaries)]
        for name in MEASURES
    ]
    sizes = [
        NOTHING if reader.model_bytes is None else f"{reader.model_bytes / 1e6:.2f}" for reader in run.readers
    ]
    rows.append([wording.term("bench.measure.model_bytes"), *sizes])
    names = [reader.name for reader in run.readers]
    return table([wording.term("bench.measure"), *names], rows)


def parts_table(columns: Sequence[tuple[str, Mapping[str, Summary]]], wording: Wording) -> str:
    """Return the figures of each part of the pictures: what is exact, error rate, wrong but certain.

    Args:
        columns: name and parts of each reader; all have the same parts.
        wording: in whose language.
    """
    keys = ("bench.part.exact", "bench.part.cer", "bench.part.certain", "bench.part.false")
    head = [wording.term("bench.part")]
    head += [wording.say(Message.of(key, reader=name)) for name, _ in columns for key in keys]
    shown: Sequence[str] = ("exact", "cer", "wrong_but_certain", "false_mrz")
    rows = [
        [part, *(_cell(name, parts[part], wording) for _, parts in columns for name in shown)]
        for part in columns[0][1]
    ]
    return table(head, rows)


def bins_table(bins: Sequence[Bin], wording: Wording) -> str:
    """Return the bins of the reliability diagram in figures."""
    keys = ("bin", "characters", "mean", "share", "interval")
    head = [wording.term(f"bench.reliability.{key}") for key in keys]
    return table(
        head,
        [
            [
                f"{each.above:g} – {each.below:g}",
                str(each.characters),
                f"{each.confidence:.4f}",
                f"{each.share:.4f}",
                f"{each.low:.4f} – {each.high:.4f}",
            ]
            for each in bins
        ],
    )


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table of HTML; the first cell of each row heads it. All cells are taken as plain text."""
    columns = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    body = "".join(
        f'<tr><th scope="row">{escape(first)}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in rest)
        + "</tr>"
        for first, *rest in rows
    )
    return f"<table><thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table>"


def _cell(name: str, figures: Summary, wording: Wording) -> str:
    value = getattr(figures, name)
    total = getattr(figures, OF[name]) if name in OF else None
    if value is None or total == 0 or (name == "cer" and not figures.with_mrz):
        return NOTHING
    if name in OF_CERTAIN and not figures.characters_certain:
        return NOTHING
    if total is not None:
        return wording.say(Message.of("program.progress", done=value, total=total))
    if name in PERCENT:
        return f"{value * 100:.2f} %"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
