"""Tells formats by content; the name of a file says nothing."""

from docdesk.inspection.captures.decoding import FileFormat

HEAD_BYTES = 1024
"""How much of a file is enough: a PDF may carry that much junk before its mark (as Acrobat allows)."""

_MARKS: tuple[tuple[bytes, FileFormat], ...] = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"II+\x00", "TIFF"),  # BigTIFF
    (b"MM\x00+", "TIFF"),
    (b"\x00\x00\x00\x0cjP  \r\n\x87\n", "JPEG2000"),
    (b"\xff\x4f\xff\x51", "JPEG2000"),  # raw codestream, as in the chip's DG2
)
_BMP_HEADERS = frozenset({12, 16, 40, 52, 56, 64, 108, 124})  # sizes of the DIB header in all its editions
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"})
_HEIF_BRANDS = frozenset({b"mif1", b"msf1", b"mif2"})  # say only "HEIF"; the other brands tell the codec
_AVIF_BRANDS = frozenset({b"avif", b"avis"})
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\x00\x00\x00\x0cJXL \r\n\x87\n", "JPEG XL"),
    (b"II\xbc\x01", "JPEG XR"),
    (b"8BPS\x00", "PSD"),
    (b"%!PS", "PostScript"),
    (b"AT&TFORM", "DjVu"),
    (b"v/1\x01", "OpenEXR"),
    (b"\x00\x00\x01\x00", "ICO"),
)


def sniff(head: bytes) -> FileFormat | None:
    """Return the format that a file's first bytes (64 or more; a late PDF mark needs 1024) belong to."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in _BMP_HEADERS:
        return "BMP"
    brands = _brands(head)
    if brands & _HEIC_BRANDS or (brands & _HEIF_BRANDS and not brands & _AVIF_BRANDS):
        return "HEIC"
    if b"%PDF-" in head[:HEAD_BYTES]:
        return "PDF"
    return None


def sniff_unsupported(head: bytes) -> str | None:
    """Return the name of a picture format that docdesk knows of but does not read, else None."""
    for mark, name in _OTHERS:
        if head.startswith(mark):
            return name
    return "AVIF" if _brands(head) & _AVIF_BRANDS else None


def _brands(head: bytes) -> frozenset[bytes]:
    """Return the brands of an ISO media file: its major brand and those it is compatible with."""
    if head[4:8] != b"ftyp":
        return frozenset()
    end = min(int.from_bytes(head[:4], "big"), len(head))
    compatible = (head[at : at + 4] for at in range(16, end - 3, 4))
    return frozenset({head[8:12], *compatible})
