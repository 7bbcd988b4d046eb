"""The document is valid for longer than documents of its kind are.

Looks for: an expiry further ahead than any common period of validity.
Why it matters: a date of expiry is altered to make an old document valid.
Known problems: some states issue documents for longer or for life, so it is information only.
"""

from docdesk.inspection.checks.fault_check import Faults, fault_check
from docdesk.inspection.checks.finding import Weight

CHECK = fault_check(
    "validity_implausible",
    "date",
    None,
    Weight.INFORMATION,
    "BSI TR-03135-1, 5.10.2",
    Faults(
        fields=("date_of_expiry",),
        fails={"validity_implausible": "validity_implausible"},
    ),
    needs_sure=True,
)
