"""Every check, in the order in which they are asked: what speaks against a document first."""

from docdesk.inspection.checks import (
    birth_date_invalid,
    dates_out_of_order,
    document_code_wrong,
    document_expired,
    document_number_malformed,
    expiry_date_invalid,
    issue_date_invalid,
    issuer_and_nationality_unusual,
    issuer_not_recognised,
    known_pseudo_issuer,
    mrz_absent_in_infrared,
    mrz_character_out_of_place,
    mrz_characters_doubtful,
    mrz_check_digit_mismatch,
    mrz_differs_between_captures,
    mrz_font_not_ocr_b,
    mrz_line_length_wrong,
    name_malformed,
    nationality_not_recognised,
    sex_invalid,
    specimen_marker,
    validity_implausible,
)
from docdesk.inspection.checks.check import Check
from docdesk.inspection.checks.evidence import Evidence
from docdesk.inspection.checks.finding import Finding

CHECKS: tuple[Check, ...] = (
    mrz_check_digit_mismatch.CHECK,
    mrz_line_length_wrong.CHECK,
    mrz_character_out_of_place.CHECK,
    known_pseudo_issuer.CHECK,
    issuer_not_recognised.CHECK,
    nationality_not_recognised.CHECK,
    document_code_wrong.CHECK,
    document_number_malformed.CHECK,
    birth_date_invalid.CHECK,
    expiry_date_invalid.CHECK,
    issue_date_invalid.CHECK,
    dates_out_of_order.CHECK,
    sex_invalid.CHECK,
    name_malformed.CHECK,
    document_expired.CHECK,
    specimen_marker.CHECK,
    mrz_differs_between_captures.CHECK,
    mrz_absent_in_infrared.CHECK,
    mrz_font_not_ocr_b.CHECK,
    issuer_and_nationality_unusual.CHECK,
    validity_implausible.CHECK,
    mrz_characters_doubtful.CHECK,
)


def ask(evidence: Evidence) -> tuple[Finding, ...]:
    """Put every question to the evidence; without a picture there is nothing to ask."""
    if not evidence.pictured:
        return ()
    return tuple(finding for check in CHECKS for finding in check.findings(evidence))
