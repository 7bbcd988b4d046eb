"""Nothing a worker says is believed unchecked."""

import json
from typing import Any

import pytest

from docdesk.engines.decoding.exchange import (
    Measure,
    Nonsense,
    checked_frames,
    checked_measure,
    pack,
    pack_measure,
    unpack_reply,
)
from docdesk.engines.decoding.limits import Limits
from docdesk.engines.decoding.refusals import CODES, Refused

HONEST = Measure(160, 100, 3, 8, 90, True, 300.0, "file")


def test_an_honest_measure_comes_through() -> None:
    assert checked_measure(unpack_reply(pack({"ok": pack_measure(HONEST)}))) == HONEST
    assert HONEST.bytes == 48_000
    assert Measure(3, 2, 1, 16).bytes == 12


@pytest.mark.parametrize(
    ("field", "lie"),
    [
        ("width", 0),
        ("width", -160),
        ("width", 160.0),
        ("width", True),
        ("width", "160"),
        ("width", 10**10),
        ("height", None),
        ("channels", 2),
        ("channels", 4),
        ("bits", 16),
        ("bits", 12),
        ("turned", 45),
        ("turned", -90),
        ("mirrored", 1),
        ("ppi", 0.0),
        ("ppi", float("nan")),
        ("ppi", float("inf")),
        ("ppi", 300),
        ("ppi", None),
        ("known", None),
        ("known", "guessed"),
    ],
)
def test_a_lying_measure_is_nonsense(field: str, lie: Any) -> None:
    fields = {**pack_measure(HONEST), field: lie}
    with pytest.raises(Nonsense):
        checked_measure(json.loads(json.dumps(fields)))


@pytest.mark.parametrize("frames", [0, -1, 501, 1.0, True, None, "1"])
def test_a_lying_number_of_frames_is_nonsense(frames: Any) -> None:
    with pytest.raises(Nonsense):
        checked_frames({"frames": frames}, Limits())


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"\xff",
        b"[]",
        b"{}",
        b"[" * 4000,
        b'{"ok": 1}',
        b'{"refused": "truncated"}',
        b'{"refused": "truncated", "values": {"found": 1}}',
        b'{"refused": "made_up", "values": {}}',
        b'{"refused": ["truncated"], "values": {}}',
        b'{"refused": "too_many_pixels", "values": {"found": 1}}',
        b'{"refused": "too_many_pixels", "values": {"found": -1, "limit": 200}}',
        b'{"refused": "too_many_pixels", "values": {"found": 1e9, "limit": 200}}',
        b'{"refused": "too_many_pixels", "values": {"found": true, "limit": 200}}',
        b'{"refused": "format_not_supported", "values": {"what": "<b>call 0800</b>"}}',
        b'{"refused": "format_not_supported", "values": {"what": "a\\nb"}}',
    ],
)
def test_what_is_no_reply_is_nonsense(reply: bytes) -> None:
    with pytest.raises(Nonsense):
        unpack_reply(reply)


def test_every_refusal_comes_through_with_its_values() -> None:
    for code, names in CODES.items():
        values = {name: "AVIF" if name == "what" else 7 for name in names}
        with pytest.raises(Refused) as raised:
            unpack_reply(pack({"refused": code, "values": values}))
        assert (raised.value.code, raised.value.values) == (code, values)
