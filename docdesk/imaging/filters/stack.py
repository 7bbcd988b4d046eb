"""The stack of filters over a picture: laid one on the other, each on or off."""

from collections.abc import Hashable
from dataclasses import dataclass, replace

from docdesk.imaging.filters.filter import Filter, Part

MOST_FILTERS = 8
"""More than anybody reads one by one; a preset from elsewhere must not stop the window."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A filter in a stack, and whether it is on."""

    filter: Filter
    on: bool = True


@dataclass(frozen=True, slots=True)
class Stack:
    """Filters, the first laid on first. The empty stack shows the picture as it is.

    Raises:
        ValueError: there are more than `MOST_FILTERS`.
    """

    entries: tuple[Entry, ...] = ()

    def __post_init__(self) -> None:
        if len(self.entries) > MOST_FILTERS:
            raise ValueError(f"a stack has at most {MOST_FILTERS} filters")

    @property
    def at_work(self) -> tuple[Filter, ...]:
        """The filters that are on and change something, in order."""
        return tuple(entry.filter for entry in self.entries if entry.on and not entry.filter.changes_nothing)

    @property
    def key(self) -> Hashable:
        """Equal for two stacks that show every picture alike."""
        return self.at_work

    def apply(self, part: Part, scale: float) -> Part:
        """Return the part as the stack shows it: of the same shape; what was handed in is left alone.

        Args:
            part: a part of the picture, or of a smaller copy of it, uint8.
            scale: pixels of the part per pixel of the picture.
        """
        for each in self.at_work:
            part = each.apply(part, scale)
        return part

    def margin(self, scale: float) -> int:
        """Return how many pixels further than what is wanted a part at this scale must reach."""
        return sum(each.margin(scale) for each in self.at_work)

    # --- Changed stacks ---

    @property
    def full(self) -> bool:
        """Whether no further filter can be added."""
        return len(self.entries) >= MOST_FILTERS

    def added(self, added: Filter) -> "Stack":
        """Return the stack with a filter on top."""
        return Stack((*self.entries, Entry(added)))

    def removed(self, index: int) -> "Stack":
        """Return the stack without the filter at `index`."""
        return Stack(self.entries[:index] + self.entries[index + 1 :])

    def moved(self, index: int, to: int) -> "Stack":
        """Return the stack with the filter at `index` moved to `to`."""
        rest = self.removed(index).entries
        return Stack((*rest[:to], self.entries[index], *rest[to:]))

    def switched(self, index: int, *, on: bool) -> "Stack":
        """Return the stack with the filter at `index` on or off."""
        return self._with(index, replace(self.entries[index], on=on))

    def changed(self, index: int, changed: Filter) -> "Stack":
        """Return the stack with another filter at `index`, on or off as before."""
        return self._with(index, replace(self.entries[index], filter=changed))

    def _with(self, index: int, entry: Entry) -> "Stack":
        return Stack((*self.entries[:index], entry, *self.entries[index + 1 :]))
