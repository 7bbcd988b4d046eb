"""What parent and worker say to each other: JSON, never pickle, and the parent checks every field.

Requests (the worker trusts its parent):
    {"do": "open", "format", "name", "bytes"}          -> {"frames"}
    {"do": "measure", "number"}                         -> the fields of `Measure`
    {"do": "decode", "number", "name", "bytes"}         -> {}
    {"do": "close"}                                      -> {}
Replies: {"ok": {...}} or {"refused": CODE, "values": {...}}; the first message of a worker is {"ok": {}}.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from docdesk.engines.decoding.limits import Limits
from docdesk.engines.decoding.refusals import checked_refusal

MESSAGE_BYTES = 4096
"""The longest honest message is under 300 bytes."""

_SIDE_LIMIT = 10**9
"""Pixels along one side, before width x height is held against the limit: keeps lying sizes small numbers."""

SANE_PPI = (30.0, 10_000.0)
"""Below, a whole document would be thumbnail-sized; above, no scanner goes."""


class Nonsense(Exception):
    """A worker's reply is not in the language above: it is no longer ours."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a frame will be once decoded: upright size in pixels, 1 or 3 channels of 8 or 16 bits.

    `turned`, `mirrored`, `ppi` and `known` are as in `inspection.captures.decoding.Frame`.
    """

    width: int
    height: int
    channels: int
    bits: int
    turned: int = 0
    mirrored: bool = False
    ppi: float | None = None
    known: str | None = None

    @property
    def bytes(self) -> int:
        """How many bytes the pixels take, rows packed."""
        return self.width * self.height * self.channels * self.bits // 8


def pack(message: Mapping[str, object]) -> bytes:
    """Return the message as bytes."""
    return json.dumps(message).encode()


def pack_measure(measure: Measure) -> Mapping[str, object]:
    """Return the measure as the fields of a reply."""
    return asdict(measure)


def unpack_reply(untrusted: bytes) -> Mapping[str, object]:
    """Return the fields of a worker's reply.

    Raises:
        Refused: the worker refused the file or the frame.
        Nonsense: this is no reply.
    """
    try:
        reply = json.loads(untrusted)
    except (ValueError, RecursionError) as error:
        raise Nonsense from error
    if not isinstance(reply, dict):
        raise Nonsense
    if isinstance(fields := reply.get("ok"), dict):
        return fields
    refused = checked_refusal(reply.get("refused"), reply.get("values"))
    raise refused or Nonsense


def checked_frames(fields: Mapping[str, object], limits: Limits) -> int:
    """Return how many frames an opened file has.

    Raises:
        Nonsense: that is no number within the limits, which the worker should have refused.
    """
    return _whole(fields.get("frames"), 1, limits.frames)


def checked_measure(fields: Mapping[str, object]) -> Measure:
    """Return the measure of a frame, each field within its range, `pixels` not yet held against the limits.

    Raises:
        Nonsense: a field is missing, of another type or out of its range.
    """
    channels = _whole(fields.get("channels"), 1, 3)
    bits = _whole(fields.get("bits"), 8, 16)
    turned = _whole(fields.get("turned"), 0, 270)
    mirrored, ppi, known = fields.get("mirrored"), fields.get("ppi"), fields.get("known")
    if (channels, bits) not in {(1, 8), (1, 16), (3, 8)} or turned % 90 or not isinstance(mirrored, bool):
        raise Nonsense
    if (ppi is None) != (known is None) or known not in {None, "file", "rendered"}:
        raise Nonsense
    if ppi is not None and not (isinstance(ppi, float) and 0 < ppi <= SANE_PPI[1]):
        raise Nonsense
    return Measure(
        width=_whole(fields.get("width"), 1, _SIDE_LIMIT),
        height=_whole(fields.get("height"), 1, _SIDE_LIMIT),
        channels=channels,
        bits=bits,
        turned=turned,
        mirrored=mirrored,
        ppi=ppi,
        known=str(known) if known else None,
    )


def _whole(untrusted: object, least: int, most: int) -> int:
    if type(untrusted) is not int or not least <= untrusted <= most:  # bool is an int too: not here
        raise Nonsense
    return untrusted
