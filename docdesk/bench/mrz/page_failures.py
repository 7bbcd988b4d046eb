"""A picture that is not exact, on the page: what it shows, what is printed, what was read, how sure of it."""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from docdesk.bench.mrz.alignment import Judged
from docdesk.bench.mrz.failures import Crop
from docdesk.bench.mrz.page_tables import table
from docdesk.bench.mrz.scoring import Scored
from docdesk.foundation.messages import Message
from docdesk.wording.catalogue import Wording, printable

GAP = "·"
"""Stands where one text has a character more than the other; no MRZ can hold it."""

MOST_PLACES = 8
"""Of more wrong characters the table is folded: the lines above show them too."""


def failure(entry: Scored, crop: Crop | None, beside: Sequence[tuple[str, Scored]], wording: Wording) -> str:
    """Return an article of HTML about one picture; names and notes are taken as plain text.

    Args:
        entry: how it was read.
        crop: what to look at, None where there is nothing.
        beside: name and score of the other readers on the same picture.
        wording: in whose language.
    """
    truth = entry.truth
    about = ", ".join(part for part in (truth.doc_type, truth.difficulty, truth.notes) if part)
    return "".join(
        [
            f"<article><h3>{_plain(truth.file)}</h3>",
            f'<p class="quiet">{_plain(about)}</p>',
            "" if crop is None else _picture(crop, wording),
            *(f"<p>{escape(wording.say(said))}</p>" for said in (*_said(entry), *_of_others(beside))),
            _texts(entry, wording),
            _places(entry, wording),
            "</article>",
        ]
    )


def _picture(crop: Crop, wording: Wording) -> str:
    data = b64encode(crop.jpeg).decode("ascii")
    what = wording.term("bench.failure.whole" if crop.whole else "bench.failure.crop")
    size = f'width="{crop.width}" height="{crop.height}"'
    return f'<img alt="{escape(what)}" {size} src="data:image/jpeg;base64,{data}">'


def _said(entry: Scored) -> Iterator[Message]:
    if entry.failure is not None:
        yield Message.of("bench.failure.unreadable", code=entry.failure)
        return
    if not entry.truth.lines:
        yield Message("bench.failure.false_mrz")
    elif not entry.read:
        yield Message("bench.failure.not_found")
    else:
        yield Message.of("bench.failure.errors", count=entry.errors)
    if entry.certain:
        yield Message("bench.failure.certain")
    if entry.digits_agree:
        yield Message("bench.failure.digits_agree")


def _of_others(beside: Sequence[tuple[str, Scored]]) -> Iterator[Message]:
    for name, entry in beside:
        if entry.exact:
            yield Message.of("bench.failure.beside", reader=name)
        else:
            yield Message.of("bench.failure.beside_errors", reader=name, count=entry.errors)


def _texts(entry: Scored, wording: Wording) -> str:
    """Return printed and read text one below the other, with a mark below each place where they differ."""
    labels = [wording.term(f"bench.{name}") for name in ("printed", "read", "differ")]
    width = max(map(len, labels)) + 2
    if not entry.characters:
        rows = [_row(labels[0], width, _plain(line)) for line in entry.truth.lines]
        return f"<pre>{chr(10).join(rows)}</pre>" if rows else ""
    blocks = []
    for _, group in groupby(entry.characters, key=lambda place: (place.printed_line, place.line)):
        places = tuple(group)
        rows = [
            _row(labels[0], width, _marked((place.printed, place.right) for place in places)),
            _row(labels[1], width, _marked((place.read, place.right) for place in places)),
        ]
        if not all(place.right for place in places):
            carets = "".join(" " if place.right else "^" for place in places)
            rows.append(_row(labels[2], width, carets.rstrip()))
        blocks.append("\n".join(rows))
    return f"<pre>{(chr(10) * 2).join(blocks)}</pre>"


def _row(label: str, width: int, text: str) -> str:
    return f"<b>{escape(label.ljust(width))}</b>{text}"


def _marked(places: Iterable[tuple[str, bool]]) -> str:
    """Return characters as HTML, runs of wrong ones marked."""
    parts = []
    for right, group in groupby(places, key=lambda place: place[1]):
        text = "".join(_plain(char or GAP) for char, _ in group)
        parts.append(text if right else f"<mark>{text}</mark>")
    return "".join(parts)


def _places(entry: Scored, wording: Wording) -> str:
    """Return the differing characters of what was read, with how sure the reader was of each."""
    if not entry.wrong or not entry.truth.lines:
        return ""
    keys = ("line", "position", "printed", "read", "confidence", "certain")
    head = [wording.term(f"bench.{key}") for key in keys]
    found = table(head, [_place(place, wording) for place in entry.wrong])
    if len(entry.wrong) <= MOST_PLACES:
        return found
    return f"<details><summary>{escape(wording.term('bench.places'))}</summary>{found}</details>"


def _place(place: Judged, wording: Wording) -> list[str]:
    nothing = wording.term("bench.nothing")
    return [
        str(place.line + 1),
        str(place.index + 1),
        printable(place.printed) or nothing,
        printable(place.read) or nothing,
        f"{place.confidence:.4f}" if place.read else "",
        wording.term("bench.yes" if place.certain else "bench.no"),
    ]


def _plain(text: str) -> str:
    return escape(printable(text))
