"""What day it is: handed in, so that an inspection can be repeated as of any date."""

from datetime import UTC, date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time; tests and re-inspections hand in one that stands still."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        ...

    def today(self) -> date:
        """Return the calendar day at the user's place."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Return the calendar day in the computer's time zone."""
        return datetime.now(UTC).astimezone().date()
