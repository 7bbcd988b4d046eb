"""A run of the benchmark as one page of HTML that needs nothing else: no script, no network."""

from collections.abc import Callable
from html import escape

from docdesk.bench.mrz.diagram import diagram, key
from docdesk.bench.mrz.failures import Crop
from docdesk.bench.mrz.page_failures import failure
from docdesk.bench.mrz.page_style import STYLE
from docdesk.bench.mrz.page_tables import bins_table, figures_table, parts_table
from docdesk.bench.mrz.reliability import reliability
from docdesk.bench.mrz.run import Run
from docdesk.bench.mrz.scoring import Scored
from docdesk.bench.mrz.summary import by_difficulty, by_type
from docdesk.foundation.messages import Message
from docdesk.wording.catalogue import Wording

# Even if a name of a file got through as more than text, the page could neither run nor fetch anything.
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def page(run: Run, crop_of: Callable[[Scored], Crop | None], wording: Wording) -> str:
    """Return the page: figures, parts, confidence, and each failure of the first reader.

    Args:
        run: at least one reader with at least one picture.
        crop_of: returns what to look at of a picture.
        wording: in whose language the page is.
    """
    title = escape(wording.term("bench.title"))
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{escape(wording.language)}"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width">',
            f"<title>{title}</title><style>{STYLE}</style></head><body>",
            f"<h1>{title}</h1>",
            *_head(run, wording),
            figures_table(run, wording),
            *_parts(run, wording),
            *_reliability(run, wording),
            *_failures(run, crop_of, wording),
            "</body></html>",
            "",
        ]
    )


def _head(run: Run, wording: Wording) -> list[str]:
    said = [
        Message.of(
            "bench.head",
            version=run.version,
            on=run.on,
            machine=run.machine,
            pictures=run.pictures,
            folder=run.folder,
        ),
        Message(f"bench.scored.{run.told}"),
    ]
    if not run.complete:
        done = len(run.readers[0].scored)
        said.append(Message.of("bench.interrupted", done=done, total=run.pictures))
    return [f"<p>{escape(wording.say(message))}</p>" for message in said]


def _parts(run: Run, wording: Wording) -> list[str]:
    found = []
    for name, split in (("bench.by_type", by_type), ("bench.by_difficulty", by_difficulty)):
        columns = [(reader.name, split(reader.scored)) for reader in run.readers]
        if columns[0][1]:
            found += [f"<h2>{escape(wording.term(name))}</h2>", parts_table(columns, wording)]
    return found


def _reliability(run: Run, wording: Wording) -> list[str]:
    readers = [(reader.name, reliability(reader.scored)) for reader in run.readers]
    return [
        f"<h2>{escape(wording.term('bench.reliability'))}</h2>",
        f"<p>{escape(wording.term('bench.reliability.says'))}</p>",
        diagram(readers, wording),
        key(readers),
        *(f"<h3>{escape(name)}</h3>{bins_table(bins, wording)}" for name, bins in readers if bins),
    ]


def _failures(run: Run, crop_of: Callable[[Scored], Crop | None], wording: Wording) -> list[str]:
    first, *others = run.readers
    failed = [(number, entry) for number, entry in enumerate(first.scored) if not entry.exact]
    heading = Message.of("bench.failures", count=len(failed), reader=first.name)
    if not failed:
        return [f"<p>{escape(wording.term('bench.no_failures'))}</p>"]
    return [
        f"<h2>{escape(wording.say(heading))}</h2>",
        *(
            failure(entry, crop_of(entry), [(other.name, other.scored[number]) for other in others], wording)
            for number, entry in failed
        ),
    ]
