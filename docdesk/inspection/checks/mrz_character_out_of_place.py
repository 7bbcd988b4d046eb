"""A field of the MRZ holds a character that it cannot hold.

Looks for: letters in dates, digits in names and codes.
Why it matters: each field has its own alphabet, and personalisation systems keep to it.
Known problems: a reader may take 0 for O; characters that are not certain make it undetermined.
"""

from docdesk.inspection.checks.fault_check import Faults, fault_check
from docdesk.inspection.checks.finding import Weight

CHECK = fault_check(
    "mrz_character_out_of_place",
    "mrz",
    "MrzConsistencyCheck",
    Weight.ANOMALY,
    "ICAO Doc 9303-4 to -7, 4.2.2",
    Faults(
        fields=(
            "document_code",
            "issuing_state",
            "document_number",
            "nationality",
            "date_of_birth",
            "date_of_expiry",
            "primary_identifier",
        ),
        fails={"character_not_allowed": "mrz_character_out_of_place"},
    ),
)
