"""The document expires before its holder was born.

Looks for: an expiry that does not come after the birth.
Why it matters: dates are copied from one document to another without being looked at together.
Known problems: years have two digits, and centuries are concluded from the day of the inspection.
"""

from docdesk.inspection.checks.fault_check import Faults, fault_check
from docdesk.inspection.checks.finding import Weight

CHECK = fault_check(
    "dates_out_of_order",
    "date",
    None,
    Weight.ANOMALY,
    "ICAO Doc 9303-3, 4.8",
    Faults(
        fields=("date_of_expiry", "date_of_birth"),
        fails={"expiry_not_after_birth": "dates_out_of_order"},
    ),
    needs_sure=True,
)
