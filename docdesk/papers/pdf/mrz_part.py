"""The MRZ: its picture above its characters, what its fields mean, and how its check digits come about."""

from docdesk.inspection.checks.evidence import MrzEvidence
from docdesk.inspection.checks.finding import Outcome
from docdesk.inspection.readings.mrz_reading import Entered
from docdesk.mrz.records import CheckDigit, Field, Mrz
from docdesk.papers.pdf.blocks import Block, Columns, Gap, Stack
from docdesk.papers.pdf.content import Content
from docdesk.papers.pdf.letters import BODY, LABEL, SMALL, STRONG
from docdesk.papers.pdf.mrz_line import MrzLine
from docdesk.papers.pdf.signs import DrawnSign
from docdesk.wording.mrz_words import meaning, term, worked_out
from docdesk.wording.signs import OUTCOMES

NAME_WIDTH = 88.0
"""Points of the names of fields: the longest English one, and some room for longer languages."""

DIGITS_WIDTH = 262.0
"""Points: the sum over a document number and what it comes to stand on one line."""

DIGIT_CHECK = "mrz_check_digit_mismatch"


def mrz_part(content: Content) -> Block:
    """Return the part on the MRZ; it says so where none was read."""
    seen = content.report.mrz
    if seen is None:
        return content.heading(content.wording.term("paper.no_mrz"))
    parts: list[Block] = [content.heading(_title(seen, content)), Gap(2), *_lines(seen, content)]
    if seen.mrz is not None:
        parts += [Gap(3), _fields_and_digits(seen.mrz, content)]
    return Stack(parts)


def _title(seen: MrzEvidence, content: Content) -> str:
    return content.say(
        "paper.mrz",
        format=seen.reading.format if seen.mrz is None else seen.mrz.format,
        number=seen.capture + 1,
        light=content.light(content.report.captures[seen.capture].label.light),
    )


def _lines(seen: MrzEvidence, content: Content) -> list[Block]:
    reading, letters = seen.reading, content.letters
    parts: list[Block] = []
    pictured = True
    for number, line in enumerate(reading.lines):
        strip = content.pictures.line(reading, seen.capture, number)
        pictured = pictured and strip is not None
        doubtful = frozenset(index for index, sure in enumerate(reading.certain[number]) if not sure)
        entered = frozenset(entry.index for entry in reading.entered if entry.line == number)
        parts.append(MrzLine(line, strip, doubtful, entered, letters.fonts))
    notes = (
        ("paper.mrz_doubtful", not all(all(row) for row in reading.certain)),
        ("paper.mrz_entered", bool(reading.entered)),
        ("paper.mrz_without_picture", not pictured),
    )
    said = " ".join(content.wording.term(key) for key, applies in notes if applies)
    if said:
        parts.append(letters.words(said, SMALL))
    parts += [letters.words(_entered(entry, content), BODY) for entry in content.shown(reading.entered)]
    return [*parts, *content.more("paper.more_entered", reading.entered)]


def _entered(entry: Entered, content: Content) -> str:
    key = "paper.confirmed" if entry.entered == entry.read else "paper.entered"
    return content.say(
        key, line=entry.line + 1, position=entry.index + 1, entered=entry.entered, read=entry.read
    )


def _fields_and_digits(mrz: Mrz, content: Content) -> Block:
    words, term_of = content.letters.words, content.wording.term
    fields = Stack(
        (words(term_of("paper.fields"), STRONG), *(_field(mrz, field, content) for field in mrz.fields)), 1
    )
    if not mrz.digits:
        return fields
    digits = Stack(
        (
            words(term_of("paper.digits"), STRONG),
            *(_digit(mrz, index, content) for index in range(len(mrz.digits))),
            words(term_of("paper.digit_rule"), SMALL),
        ),
        1.5,
    )
    return Columns((fields, digits), (0, DIGITS_WIDTH), 12)


def _field(mrz: Mrz, field: Field, content: Content) -> Block:
    words = content.letters.words
    means = meaning(mrz, field, content.report.on, content.wording)
    said: list[Block] = [
        words(field.value or content.wording.term("paper.empty"), STRONG if field.value else LABEL)
    ]
    if means:
        said.append(words(means, BODY, 2))
    name = words(term(field.name, content.wording), LABEL, 2)
    if len(said) == 1:
        return Columns((name, said[0]), (NAME_WIDTH, 0), 4)
    value_width = content.letters.fonts.width(field.value, STRONG.face, STRONG.size * content.letters.factor)
    return Columns((name, said[0], said[1]), (NAME_WIDTH, max(value_width + 1, 1), 0), 4)


def _digit(mrz: Mrz, index: int, content: Content) -> Block:
    digit = mrz.digits[index]
    outcome, words = _outcome(digit, content), content.letters.words
    said = f"{term(digit.name, content.wording)}: {content.wording.term(f'paper.outcome.{outcome.value}')}"
    size = STRONG.size * content.letters.factor
    rows = Stack((words(said, STRONG, 2), words(worked_out(mrz, index, content.wording), SMALL, 3)))
    return Columns((DrawnSign(OUTCOMES[outcome], size, 1.0), rows), (size, 0), 4)


def _outcome(digit: CheckDigit, content: Content) -> Outcome:
    """Return what the checks say of a digit: doubtful characters make it undetermined."""
    for finding in content.report.findings:
        if finding.check == DIGIT_CHECK and dict(finding.message.values).get("field") == digit.name:
            return finding.outcome
    return Outcome.NOT_SUPPORTED
