"""The document number is missing or broken by fillers.

Looks for: a number of fillers alone, one that begins with a filler, or has two in a row.
Why it matters: numbers come from a numbering machine without gaps.
Known problems: some states print a blank within the number as a filler.
"""

from docdesk.inspection.checks.fault_check import Faults, fault_check
from docdesk.inspection.checks.finding import Weight

CHECK = fault_check(
    "document_number_malformed",
    "mrz",
    "DocumentNumberCheck",
    Weight.ANOMALY,
    "ICAO Doc 9303-4 to -7, 4.2.2",
    Faults(
        fields=("document_number",),
        fails={"document_number_missing": "document_number_malformed.missing"},
        informs={"document_number_malformed": "document_number_malformed"},
        noted={"long_number_variant": "document_number_malformed.old_digit"},
    ),
)
