"""How long work will still take, as far as it can be said."""

from docdesk.foundation.messages import Message

LEAST_DONE, LEAST_SECONDS = 3, 5.0
"""Before that nobody can say: processes start, and the first documents say little of the others."""

_HOUR, _MINUTE = 3600, 60


def remaining(done: int, total: int, seconds: float) -> Message | None:
    """Return how long the rest will take if it goes on as in these seconds; None while that is not known."""
    if done < LEAST_DONE or seconds < LEAST_SECONDS or done >= total:
        return None
    left = seconds / done * (total - done)
    if left < _MINUTE:
        return Message("plan.left_seconds")
    if left < 2 * _HOUR:
        return Message.of("plan.left_minutes", count=round(left / _MINUTE) + 1)
    return Message.of("plan.left_hours", count=round(left / _HOUR))
