"""Sentences on what was, or could not be, read."""

SENTENCES = {
    "no_mrz.not_found": "No machine-readable zone was found. Capture the whole page, flat and sharp.",
    "no_mrz.no_picture": "There is no picture to read.",
    "no_mrz.no_format": "The machine-readable zone has the shape of no known format.",
    "no_mrz.not_verified": "This national form is shown only: its rules are not known well enough to check it.",
    "reader.tesseract_missing": "The program Tesseract is not installed, so docdesk cannot read the MRZ.",
    "reader.tesseract_eng_missing": (
        "Tesseract lacks its English data (eng), so docdesk cannot read the MRZ."
    ),
    "reader.tesseract_failed": "Tesseract broke off, so the MRZ was not read.",
    "reader.tesseract_too_slow": "Tesseract took too long and was stopped, so the MRZ was not read.",
    "field.document_code": "document code",
    "field.issuing_state": "issuing state",
    "field.primary_identifier": "surname",
    "field.secondary_identifier": "given names",
    "field.document_number": "document number",
    "field.nationality": "nationality",
    "field.date_of_birth": "date of birth",
    "field.sex": "sex",
    "field.date_of_expiry": "date of expiry",
    "field.optional_data": "optional data",
    "field.optional_data_2": "second optional data",
    "field.composite": "whole MRZ",
    "field.administrative_code": "administrative code",
    "field.date_of_issue": "date of issue",
    "field.issuing_office": "issuing office",
    "field.language_code": "language",
    "field.line": "line",
    "field.personal_number": "personal number",
    "field.version_number": "version",
}
