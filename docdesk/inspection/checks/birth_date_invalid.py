"""The date of birth is no date that a person can have.

Looks for: months and days that do not exist.
Why it matters: a date retyped by hand may not exist.
Known problems: unknown parts are printed as fillers, by some states as 00; both are legal.
"""

from docdesk.inspection.checks.fault_check import Faults, fault_check
from docdesk.inspection.checks.finding import Weight

CHECK = fault_check(
    "birth_date_invalid",
    "date",
    "DateOfBirthCheck",
    Weight.ANOMALY,
    "ICAO Doc 9303-3, 4.8",
    Faults(
        fields=("date_of_birth",),
        fails={"birth_date_invalid": "birth_date_invalid", "birth_date_in_future": "birth_date_invalid"},
        noted={
            "birth_date_zero_part": "birth_date_invalid.zero_part",
            "birth_date_incomplete": "birth_date_invalid.incomplete",
        },
    ),
    needs_sure=True,
)
