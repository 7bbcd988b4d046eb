"""The boxes that wrap JP2 and HEIC files."""

from collections.abc import Iterator

from docdesk.engines.decoding.refusals import Refused


def top_boxes(untrusted_bytes: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield name, start and end of the content of each top-level box.

    Raises:
        Refused: `truncated`: a box ends after the file, or before its own header.
    """
    at, size = 0, len(untrusted_bytes)
    while at < size:
        length, start = int.from_bytes(untrusted_bytes[at : at + 4], "big"), at + 8
        if length == 1:  # the length follows the name, in 8 bytes
            length, start = int.from_bytes(untrusted_bytes[at + 8 : at + 16], "big"), at + 16
        end = size if length == 0 else at + length  # 0: up to the end of the file
        if not start <= end <= size:
            raise Refused("truncated")
        yield untrusted_bytes[at + 4 : at + 8], start, end
        at = end
