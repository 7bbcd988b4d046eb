"""The report of one inspection as the bytes of a JSON file, to be kept beside its PDF."""

import json

from docdesk import __version__
from docdesk.inspection.report.report import Report
from docdesk.papers.inspection_json import inspections
from docdesk.papers.omitting import Omit, reduced
from docdesk.wording.catalogue import Wording


def report_json(report: Report, wording: Wording, omit: Omit = Omit.NOTHING) -> bytes:
    """Return the file's bytes, UTF-8: the same for the same report. Pictures are never in it.

    Its form is that of `docs/schemas/inspection.schema.json`.
    """
    whole = inspections([reduced(report, omit)], report.on, __version__, wording)
    return (json.dumps(whole, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")
