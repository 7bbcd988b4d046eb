"""The document has expired.

Looks for: a date of expiry before the day of the inspection.
Why it matters: an expired document is true but may give no right.
Known problems: some states accept them for a time after expiry; two digits tell the century.
"""

from docdesk.inspection.checks.fault_check import Faults, fault_check
from docdesk.inspection.checks.finding import Weight

CHECK = fault_check(
    "document_expired",
    "date",
    "DateOfExpiryCheck",
    Weight.ATTENTION,
    "BSI TR-03135-1, 5.10.2",
    Faults(
        fields=("date_of_expiry",),
        fails={"expired": "document_expired"},
        undecided={
            "expiry_date_unlimited": "document_expired.unlimited",
            "expiry_date_invalid": "document_expired.no_date",
        },
    ),
    needs_sure=True,
)
