"""The document code is none that this format can carry.

Looks for: the first two characters: P for passports, A, C or I for cards, V for visas, and what follows.
Why it matters: the code is part of the artwork of a series and never varies within it.
Known problems: national second letters are legal before 2028; only impossible codes are reported.
"""

from docdesk.inspection.checks.fault_check import Faults, fault_check
from docdesk.inspection.checks.finding import Weight

CHECK = fault_check(
    "document_code_wrong",
    "mrz",
    "DocumentTypeCheck",
    Weight.ANOMALY,
    "ICAO Doc 9303-4, 4.4; 9303-5 to -7, 4.2.2",
    Faults(
        fields=("document_code",),
        fails={"document_code_wrong": "document_code_wrong"},
        noted={"document_code_not_harmonised": "document_code_wrong.not_harmonised"},
    ),
    needs_sure=True,
)
