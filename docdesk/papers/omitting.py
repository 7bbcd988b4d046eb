"""What may be left out of a report that is handed on, so that it tells no more about people than it must.

What a verdict rests on cannot be left out: the MRZ with its fields, and the findings that quote it. Without
them nobody could defend the report, nor could the person concerned contest it.
"""

from dataclasses import replace
from enum import Flag, auto
from pathlib import PurePosixPath, PureWindowsPath

from docdesk.inspection.captures.capture import Capture
from docdesk.inspection.report.report import Report

DIGEST_SHOWN = 12
"""Hex digits that stand for a picture where its name may not: 48 bits tell the pictures of a desk apart."""


class Omit(Flag):
    """What is left out; several go together with `|`."""

    NOTHING = 0
    THUMBNAILS = auto()
    """Whole pictures, which show the portrait."""
    CROPS = auto()
    """Parts of pictures: the MRZ and what was found."""
    FOLDERS = auto()
    """The folders of files in the JSON; the PDF never names them."""
    FILE_NAMES = auto()
    """Names of files, their folders, and the name that the inspection has from them."""


def reduced(report: Report, omit: Omit) -> Report:
    """Return the report without the names that are to be left out; the digests still tell each file."""
    if Omit.FILE_NAMES in omit:
        name = code(report)
        captures = tuple(
            replace(capture, path=f"picture-{number}") for number, capture in enumerate(report.captures, 1)
        )
        together = None if report.presented_together is None else _without_name(report.presented_together)
        return replace(report, name=name, captures=captures, presented_together=together)
    if Omit.FOLDERS in omit:
        captures = tuple(replace(capture, path=file_name(capture)) for capture in report.captures)
        return replace(report, captures=captures)
    return report


def file_name(capture: Capture) -> str:
    """Return the name of the capture's file without its folders, whichever system the path is of."""
    return PureWindowsPath(PurePosixPath(capture.path).name).name or capture.path


def folder(capture: Capture) -> str:
    """Return the folder that the path names, "" where it names none."""
    return capture.path.removesuffix(file_name(capture))


def code(report: Report) -> str:
    """Return what tells this inspection from others without naming anybody.

    The beginning of the first picture's digest; with it the frame of a file with several, and, where one
    picture shows several documents, where its MRZ begins.
    """
    first = next((capture for capture in report.captures if capture.sha256 is not None), None)
    if first is None or first.sha256 is None:
        return "unread"
    parts = [first.sha256[:DIGEST_SHOWN]]
    if first.frame > 1:
        parts.append(f"f{first.frame}")
    if report.presented_together is not None and report.mrz is not None:
        x, y = report.mrz.reading.quad[0]
        parts.append(f"{x:.0f}x{y:.0f}")
    return "-".join(parts)


def report_file_name(report: Report, ending: str) -> str:
    """Return a name for the report's file, such as `docdesk-2026-11-21-0f3a9c1d2b4e.pdf`; it names nobody.

    Args:
        report: the report to be saved.
        ending: `pdf` or `json`.
    """
    return f"docdesk-{report.on.isoformat()}-{code(report)}.{ending}"


def _without_name(together: str) -> str:
    """Return what documents of one picture share, without the name before the @."""
    return together.rpartition("@")[2]
