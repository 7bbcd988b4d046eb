"""The name is not written as the rules of the MRZ ask.

Looks for: a missing name, fillers before or within it where none can be.
Why it matters: no check digit covers the name, so its form is all there is to check.
Known problems: states differ in how they split names; only impossible forms are reported.
"""

from docdesk.inspection.checks.fault_check import Faults, fault_check
from docdesk.inspection.checks.finding import Weight

CHECK = fault_check(
    "name_malformed",
    "mrz",
    "SurnameCheck",
    Weight.ANOMALY,
    "ICAO Doc 9303-3, 4.6",
    Faults(
        fields=("primary_identifier",),
        fails={"name_missing": "name_malformed.missing"},
        informs={"name_malformed": "name_malformed"},
        noted={"name_possibly_truncated": "name_malformed.truncated"},
    ),
)
