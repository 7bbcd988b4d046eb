"""The date of expiry is no date.

Looks for: months and days that do not exist.
Why it matters: a date retyped by hand may not exist.
Known problems: cards without an end are printed with fillers alone; that is noted, and whether they
have expired stays open.
"""

from docdesk.inspection.checks.fault_check import Faults, fault_check
from docdesk.inspection.checks.finding import Weight

CHECK = fault_check(
    "expiry_date_invalid",
    "date",
    "DateOfExpiryCheck",
    Weight.ANOMALY,
    "ICAO Doc 9303-3, 4.8",
    Faults(
        fields=("date_of_expiry",),
        fails={"expiry_date_invalid": "expiry_date_invalid"},
        noted={
            "expiry_date_unlimited": "expiry_date_invalid.unlimited",
            "expiry_date_incomplete": "expiry_date_invalid.incomplete",
            "expiry_date_zero_part": "expiry_date_invalid.zero_part",
        },
    ),
    needs_sure=True,
)
