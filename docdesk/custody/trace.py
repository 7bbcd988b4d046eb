"""The trace: what was consulted, changed or disclosed, one event after another.

The walks tell a `Trace` what they do; the store makes it append-only and hash-chained. Values name things by
identifier (a digest, a list's name), never by what a document says about a person.
"""

from dataclasses import dataclass
from typing import Literal, Protocol

EventKind = Literal["capture_opened", "capture_refused", "inspection_made"]
"""What can happen; the set only grows."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to one subject, for example a capture named by its SHA-256."""

    kind: EventKind
    subject: str
    values: tuple[tuple[str, str | int], ...] = ()


class Trace(Protocol):
    """Takes note of events; called from any thread."""

    def note(self, event: Event, /) -> None:
        """Keep the event."""
        ...
