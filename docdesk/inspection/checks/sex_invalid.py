"""The sex is given by a character that the MRZ does not know.

Looks for: anything but M, F and the filler (X is printed by some against the rule).
Why it matters: no check digit covers this character.
Known problems: X is common on real documents though not conformant: information only.
"""

from docdesk.inspection.checks.fault_check import Faults, fault_check
from docdesk.inspection.checks.finding import Weight

CHECK = fault_check(
    "sex_invalid",
    "mrz",
    "SexCheck",
    Weight.ANOMALY,
    "ICAO Doc 9303-4, 4.2.2",
    Faults(
        fields=("sex",),
        fails={"sex_invalid": "sex_invalid"},
        noted={"sex_x_printed": "sex_invalid.x_printed"},
    ),
)
