"""The one exception of this room, and the closed set of reasons it can give."""

from typing import Final, Literal, get_args

Reason = Literal[
    "no_such_format",
    "line_count",
    "line_length",
    "character_not_allowed",
    "character_not_transliterable",
    "no_such_field",
    "no_such_place",
    "field_too_long",
    "field_required",
    "document_number_too_long",
    "name_missing",
    "name_too_long",
    "format_not_composable",
]
"""Why something could not be read or written.

- `no_such_format`: no known format has lines of this number and length, or no format has this name;
- `line_count`, `line_length`: the lines do not fit the format that was asked for;
- `character_not_allowed`: a character that may not stand at this place;
- `character_not_transliterable`: a letter for which Doc 9303 gives no spelling;
- `no_such_field`: this format has no field in which the given value could be printed;
- `no_such_place`: a span lies outside the lines;
- `field_too_long`, `document_number_too_long`, `name_too_long`: more characters than the field holds;
- `field_required`: a value without which the field cannot be printed;
- `name_missing`: there is no name to print;
- `format_not_composable`: this format is known only for reading.
"""

REASONS: Final[frozenset[str]] = frozenset(get_args(Reason))
"""Every value that `MrzError.reason` can have."""


class MrzError(ValueError):
    """Says why a text is no MRZ, or why a value cannot be printed in one.

    It is the only exception that a public function of this room raises on any text. It never holds text
    of a document, so that it may be logged.

    Attributes:
        reason: one of `REASONS`.
        line: number of the line concerned, from 0, where one is concerned.
        position: number of the character concerned within its line or text, from 0, where one is concerned.
    """

    def __init__(self, reason: Reason, *, line: int | None = None, position: int | None = None) -> None:
        self.reason: Reason = reason
        self.line = line
        self.position = position
        places = [f"{name} {at}" for name, at in (("line", line), ("position", position)) if at is not None]
        super().__init__(" ".join([reason, *places]))
