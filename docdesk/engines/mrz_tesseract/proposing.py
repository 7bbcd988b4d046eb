"""What positions, codes and check digits would suggest in place of what is printed.

Suggestions never go into the lines themselves, but for one: a position decides between shapes that the
reader could not tell apart.
"""

from collections.abc import Iterator, Sequence

from docdesk.mrz.check_digits import check_digit
from docdesk.mrz.codes import status
from docdesk.mrz.formats import nearest
from docdesk.mrz.layout import Format
from docdesk.mrz.spans import Span, joined, slice_of

# Shapes of OCR-B that are taken for one another, as a digit and as a letter.
AS_DIGIT = {
    "O": "0",
    "Q": "0",
    "D": "0",
    "I": "1",
    "L": "1",
    "T": "1",
    "Z": "2",
    "S": "5",
    "G": "6",
    "B": "8",
}
AS_LETTER = {"0": "O", "1": "I", "2": "Z", "5": "S", "6": "G", "8": "B"}
AS_SEX = {"H": "M", "N": "M", "W": "M", "P": "F", "E": "F"}
# Kinds of fields (docdesk.mrz.layout) that hold only digits, or only letters, beside fillers.
DIGIT_KINDS = ("date", "month")
LETTER_KINDS = ("code", "state", "names", "primary", "secondary")

Cells = tuple[tuple[str, str], ...]
"""For each cell of a line the character and those that cannot be told from it."""


def placed(rows: Sequence[Cells]) -> tuple[str, ...]:
    """Return the lines, ties between shapes broken by what each position allows."""
    lines = tuple("".join(letter for letter, _ in row) for row in rows)
    return tuple(
        "".join(want if want in tied else letter for (letter, tied), want in zip(row, line, strict=True))
        for row, line in zip(rows, _fitting(lines), strict=True)
    )


def proposed(lines: tuple[str, ...], certain: Sequence[Sequence[bool]]) -> tuple[str, ...]:
    """Return what the document is likely to say, in step with what is printed.

    Characters are moved to the look-alike that their position allows, unknown states to the one known state
    that a look-alike makes of them, and, where one look-alike alone among the uncertain characters would
    make a wrong check digit right, that character too.
    """
    layout = nearest(lines)
    if layout.lengths != tuple(len(line) for line in lines):
        return lines
    better = _with_known_states(_fitting(lines), layout)
    return _with_right_digits(better, layout, certain)


def _fitting(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines with each character moved to the look-alike that its position wants."""
    layout = nearest(lines)
    if layout.lengths != tuple(len(line) for line in lines):
        return lines
    for field in layout.fields:
        table = _table(field.kind)
        if table:
            lines = _put(lines, field.span, "".join(table.get(c, c) for c in slice_of(lines, field.span)))
    for digit in layout.digits:
        text = slice_of(lines, digit.span)
        lines = _put(lines, digit.span, "".join(AS_DIGIT.get(c, c) for c in text))
    return lines


def _table(kind: str) -> dict[str, str]:
    if kind in DIGIT_KINDS:
        return AS_DIGIT
    if kind == "sex":
        return AS_SEX
    return AS_LETTER if kind in LETTER_KINDS else {}


def _with_known_states(lines: tuple[str, ...], layout: Format) -> tuple[str, ...]:
    for field in layout.fields:
        code = slice_of(lines, field.span)
        if field.kind != "state" or status(code) not in ("unknown", "malformed"):
            continue
        known = {other for other in _one_changed(code) if status(other) == "recognised"}
        if len(known) == 1:
            lines = _put(lines, field.span, known.pop())
    return lines


def _with_right_digits(
    lines: tuple[str, ...], layout: Format, certain: Sequence[Sequence[bool]]
) -> tuple[str, ...]:
    for digit in layout.digits:
        if digit.name == "composite" or _agrees(lines, digit.span, digit.covers):
            continue
        cures = {
            other
            for span in (digit.span, *digit.covers)
            for place in range(span.start, span.end)
            if not certain[span.line][place]
            for other in _changed_at(lines, Span(span.line, place, place + 1))
            if _agrees(other, digit.span, digit.covers)
        }
        if len(cures) == 1:
            lines = cures.pop()
    return lines


def _agrees(lines: tuple[str, ...], digit: Span, covers: tuple[Span, ...]) -> bool:
    return slice_of(lines, digit) == check_digit(joined(lines, covers))


def _changed_at(lines: tuple[str, ...], span: Span) -> Iterator[tuple[str, ...]]:
    for other in _one_changed(slice_of(lines, span)):
        yield _put(lines, span, other)


def _one_changed(text: str) -> Iterator[str]:
    """Yield the text with one character moved to a look-alike."""
    for place, char in enumerate(text):
        for table in (AS_DIGIT, AS_LETTER):
            if char in table:
                yield text[:place] + table[char] + text[place + 1 :]


def _put(lines: tuple[str, ...], span: Span, text: str) -> tuple[str, ...]:
    line = lines[span.line]
    return (*lines[: span.line], line[: span.start] + text + line[span.end :], *lines[span.line + 1 :])
