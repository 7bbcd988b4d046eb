"""What is to be said to a person, before it is put into words.

Rooms below `wording` never write sentences: they hand over a key and the values that the sentence names.
"""

from dataclasses import dataclass

Value = str | int | float
"""What a sentence may name."""


@dataclass(frozen=True, slots=True)
class Message:
    """A key of the sentence catalogue and the values that its sentence names, sorted by name."""

    key: str
    values: tuple[tuple[str, Value], ...] = ()

    @classmethod
    def of(cls, key: str, /, **values: Value) -> "Message":
        """Return the message with this key and these values."""
        return cls(key, tuple(sorted(values.items())))
