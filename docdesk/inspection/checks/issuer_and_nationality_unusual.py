"""Issuing state and nationality differ on a document where they mostly agree.

Looks for: passports and national cards whose holder has another nationality than the issuer.
Why it matters: it is legal for refugees, stateless persons and residents, and rare otherwise.
Known problems: information only: residence permits, visas and travel documents for aliens differ as a rule.
"""

from docdesk.inspection.checks.fault_check import Faults, fault_check
from docdesk.inspection.checks.finding import Weight

CHECK = fault_check(
    "issuer_and_nationality_unusual",
    "mrz",
    "IssuerVsNationalityCheck",
    Weight.INFORMATION,
    "BSI TR-03135-1, 5.7.3",
    Faults(
        fields=("nationality", "issuing_state"),
        fails={"issuer_nationality_unusual": "issuer_and_nationality_unusual"},
    ),
)
