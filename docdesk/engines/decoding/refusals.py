"""Why a file or a frame can be refused: the closed set of codes, and the values each sentence may name.

The code is the machine-readable `error.code` of the JSON; the sentence has the key `capture.CODE`.
"""

import re
from collections.abc import Mapping

from docdesk.engines.decoding.limits import Limits, in_mega
from docdesk.foundation.messages import Value

CODES: Mapping[str, frozenset[str]] = {
    "not_found": frozenset(),  # nothing has this path
    "not_a_file": frozenset(),  # a folder, pipe, socket or device
    "no_permission": frozenset(),
    "not_readable": frozenset(),  # the disk or the network failed while reading
    "empty_file": frozenset(),
    "too_many_bytes": frozenset({"found", "limit"}),  # megabytes
    "not_a_picture": frozenset(),
    "format_not_supported": frozenset({"what"}),  # a name such as AVIF, GIF, "TIFF 32-bit"
    "truncated": frozenset(),  # the file ends before its picture does
    "damaged": frozenset(),  # the content contradicts itself
    "too_many_pixels": frozenset({"found", "limit"}),  # megapixels of one frame
    "too_many_frames": frozenset({"limit"}),
    "too_slow": frozenset({"limit"}),  # seconds
    "too_much_memory": frozenset({"limit"}),  # megabytes
    "decoder_crashed": frozenset(),  # the worker died or talked nonsense; contained
    "encrypted": frozenset(),  # a PDF that asks for a password
    "no_such_frame": frozenset({"frames", "number"}),
}
"""Every code with the names of its values. Adding one means adding its sentence in `wording`."""

_NUMBER_LIMIT = (
    10**18
)  # more than any honest count of bytes or pixels; keeps a lying worker's numbers printable
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .-]{0,39}")  # names of formats; no markup, no control characters


class Refused(Exception):
    """A file or frame is refused; `code` and `values` are as `CODES` lists them."""

    def __init__(self, code: str, **values: Value) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def demand_pixels(size: tuple[int, int], limits: Limits) -> None:
    """Check the width and height of a frame against the limit.

    Raises:
        Refused: `too_many_pixels`.
    """
    found = size[0] * size[1]
    if found > limits.pixels:
        raise Refused("too_many_pixels", found=in_mega(found), limit=in_mega(limits.pixels))


def checked_refusal(untrusted_code: object, untrusted_values: object) -> Refused | None:
    """Return the refusal that a worker told, or None where its code or values are none of ours."""
    if not isinstance(untrusted_code, str) or untrusted_code not in CODES:
        return None
    if not isinstance(untrusted_values, dict) or untrusted_values.keys() != CODES[untrusted_code]:
        return None
    if not all(_is_sayable(value) for value in untrusted_values.values()):
        return None
    return Refused(untrusted_code, **untrusted_values)


def _is_sayable(untrusted: object) -> bool:
    if isinstance(untrusted, str):
        return _NAME.fullmatch(untrusted) is not None
    return type(untrusted) is int and 0 <= untrusted < _NUMBER_LIMIT
