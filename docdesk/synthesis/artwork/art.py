"""What every kind of art can do: it is a record of its parameters, and draws itself in mm."""

from typing import Protocol, runtime_checkable

from docdesk.synthesis.drawing import Drawing


@runtime_checkable
class Art(Protocol):
    """A kind of art with its parameters: a frozen record, equal to another that draws the same."""

    def draw(self) -> Drawing:
        """Return the drawing, in mm of the face."""
        ...

    def texts(self) -> tuple[str, ...]:
        """Return the words that it draws; they are checked against the names of real states."""
        ...
