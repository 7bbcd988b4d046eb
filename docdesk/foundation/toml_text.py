"""TOML that anybody may have written, parsed in a time that its length bounds."""

import tomllib
from typing import Any, Final

_MOST_DOTS: Final = 1000
"""On a line. A key of many parts takes the parser time by their square: 450,000 parts, minutes."""


def parsed(untrusted_text: str) -> dict[str, Any]:
    """Return what a text of TOML says; nothing in it is trusted.

    Raises:
        ValueError: it is no TOML, has a number longer than Python reads, or a line with too many dots.
        RecursionError: it is nested too deeply.
    """
    if any(line.count(".") > _MOST_DOTS for line in untrusted_text.split("\n")):
        raise ValueError("too many dots on a line")
    return tomllib.loads(untrusted_text)
