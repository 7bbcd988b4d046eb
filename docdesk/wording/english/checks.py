"""Sentences of the checks. `{characters}` lists places as line:position=character, counted from 1."""

SENTENCES = {
    "mrz_check_digit_mismatch.successful": "The check digit of the {field} agrees ({printed}).",
    "mrz_check_digit_mismatch.failed": (
        "The check digit of the {field} is printed as {printed}, but {quoted} gives {expected}."
    ),
    "mrz_check_digit_mismatch.doubtful": (
        "The check digit of the {field} does not agree, but that may be misread at {characters}."
    ),
    "mrz_check_digit_mismatch.composite.successful": "The check digit of the {field} agrees ({printed}).",
    "mrz_check_digit_mismatch.composite.failed": (
        "The check digit of the {field} is printed as {printed}, but its characters give {expected}."
    ),
    "mrz_check_digit_mismatch.composite.doubtful": (
        "The check digit of the {field} does not agree, but that may be misread at {characters}."
    ),
    "mrz_check_digit_mismatch.missing.failed": "The {field} carries no check digit; a few states print none.",
    "mrz_check_digit_mismatch.missing.doubtful": (
        "The {field} seems to carry no check digit, but that may be misread at {characters}."
    ),
    "mrz_line_length_wrong.successful": "The lines have the lengths of the format {format}.",
    "mrz_line_length_wrong.failed": "The lines of the MRZ have {lengths} characters, which no format has.",
    "mrz_line_length_wrong.doubtful": (
        "The lines of the MRZ seem to have {lengths} characters, which no format has, but not all were read."
    ),
    "mrz_character_out_of_place.successful": "Every character stands where one of its kind may stand.",
    "mrz_character_out_of_place.failed": "The {field} holds {quoted}, which cannot stand there.",
    "mrz_character_out_of_place.doubtful": (
        "The {field} seems to hold {quoted}, which cannot stand there, but that may be misread at {characters}."
    ),
    "document_code_wrong.successful": "The document code {quoted} is possible for this format.",
    "document_code_wrong.failed": "The document code {quoted} is not possible for this format.",
    "document_code_wrong.doubtful": (
        "The document code {quoted} is not possible for this format, but may be misread at {characters}."
    ),
    "document_code_wrong.not_harmonised.noted": (
        "The document code {quoted} lacks the second letter that passports valid beyond 2037 should bear."
    ),
    "issuer_not_recognised.successful": "The issuing state {quoted} is known.",
    "issuer_not_recognised.failed": "The issuing state {quoted} is in no list of states and organisations.",
    "issuer_not_recognised.doubtful": (
        "The issuing state {quoted} is in no list, but may be misread at {characters}."
    ),
    "issuer_not_recognised.deprecated.noted": (
        "The issuing state {quoted} is a withdrawn code, found on old documents only."
    ),
    "nationality_not_recognised.successful": "The nationality {quoted} is known.",
    "nationality_not_recognised.failed": "The nationality {quoted} is in no list of states and organisations.",
    "nationality_not_recognised.doubtful": (
        "The nationality {quoted} is in no list, but may be misread at {characters}."
    ),
    "nationality_not_recognised.deprecated.noted": (
        "The nationality {quoted} is a withdrawn code, found on old documents only."
    ),
    "nationality_not_recognised.spelling.noted": "The nationality is printed as {quoted}, as some states write it.",
    "issuer_and_nationality_unusual.successful": "Issuing state and nationality go together.",
    "issuer_and_nationality_unusual.failed": (
        "The issuing state and the nationality differ ({quoted}); that is legal, but unusual on this document."
    ),
    "issuer_and_nationality_unusual.doubtful": (
        "The issuing state and the nationality seem to differ, but may be misread at {characters}."
    ),
    "known_pseudo_issuer.successful": "The issuer is not on the list of known pseudo issuers.",
    "known_pseudo_issuer.failed": "{quoted} is a known pseudo issuer: no state or authority stands behind it.",
    "known_pseudo_issuer.doubtful": (
        "{quoted} would be a known pseudo issuer, but may be misread at {characters}."
    ),
    "specimen_marker.successful": "Nothing in the MRZ marks the document as a specimen.",
    "specimen_marker.failed": "The name {quoted} marks the document as a specimen.",
    "specimen_marker.doubtful": (
        "The name {quoted} would mark the document as a specimen, but may be misread at {characters}."
    ),
    "specimen_marker.fictitious.failed": (
        "{quoted} is a state that does not exist: the document is a specimen or made for training."
    ),
    "specimen_marker.fictitious.doubtful": (
        "{quoted} would be a state that does not exist, but may be misread at {characters}."
    ),
    "birth_date_invalid.successful": "The date of birth is possible.",
    "birth_date_invalid.failed": "The date of birth {quoted} does not exist.",
    "birth_date_invalid.doubtful": "The date of birth {quoted} is not read for certain at {characters}.",
    "birth_date_invalid.in_future.failed": "The date of birth {quoted} lies after the day of the inspection.",
    "birth_date_invalid.in_future.doubtful": (
        "The date of birth {quoted} would lie in the future, but may be misread at {characters}."
    ),
    "birth_date_invalid.incomplete.noted": "A part of the date of birth {quoted} is not stated, as the rules allow.",
    "birth_date_invalid.incomplete.doubtful": "The date of birth is not read for certain at {characters}.",
    "birth_date_invalid.zero_part.noted": (
        "The date of birth {quoted} has 00 for an unknown part, as some states print it."
    ),
    "birth_date_invalid.zero_part.doubtful": (
        "The date of birth {quoted} is not read for certain at {characters}."
    ),
    "expiry_date_invalid.successful": "The date of expiry is a date.",
    "expiry_date_invalid.failed": "The date of expiry {quoted} does not exist.",
    "expiry_date_invalid.doubtful": "The date of expiry {quoted} is not read for certain at {characters}.",
    "expiry_date_invalid.unlimited.noted": (
        "No date of expiry is printed; some cards are valid without an end."
    ),
    "expiry_date_invalid.unlimited.doubtful": "The date of expiry is not read for certain at {characters}.",
    "expiry_date_invalid.incomplete.noted": "A part of the date of expiry {quoted} is not stated.",
    "expiry_date_invalid.incomplete.doubtful": "The date of expiry is not read for certain at {characters}.",
    "expiry_date_invalid.zero_part.noted": "The date of expiry {quoted} has 00 for a part that is not stated.",
    "expiry_date_invalid.zero_part.doubtful": "The date of expiry is not read for certain at {characters}.",
    "issue_date_invalid.successful": "The date of issue is possible.",
    "issue_date_invalid.failed": "The date of issue {quoted} does not exist.",
    "issue_date_invalid.doubtful": "The date of issue {quoted} is not read for certain at {characters}.",
    "dates_out_of_order.successful": "The date of expiry comes after the date of birth.",
    "dates_out_of_order.failed": "The document expires before its holder was born ({quoted}).",
    "dates_out_of_order.doubtful": "The order of the dates is not certain; look at {characters}.",
    "validity_implausible.successful": "The date of expiry is no further ahead than usual.",
    "validity_implausible.failed": "The document is valid until {date}, more than {years} years ahead, which is unusual.",
    "validity_implausible.doubtful": "The date of expiry {quoted} is not read for certain at {characters}.",
    "document_expired.successful": "The document has not expired.",
    "document_expired.failed": "The document expired on {date}, {days} days before the day of the inspection.",
    "document_expired.doubtful": ("Whether the document has expired is not certain; look at {characters}."),
    "document_expired.unlimited.undetermined": "No date of expiry is printed, so nothing tells whether it ended.",
    "document_expired.no_date.undetermined": "The printed date of expiry does not exist, so it tells nothing.",
    "sex_invalid.successful": "The sex is given as the MRZ allows ({quoted}).",
    "sex_invalid.failed": "The sex is given as {quoted}; the MRZ allows M, F and the filler.",
    "sex_invalid.doubtful": "The sex is read as {quoted}, but may be misread at {characters}.",
    "sex_invalid.x_printed.noted": "The sex is printed as X; the rule asks for a filler, some states print X.",
    "name_malformed.successful": "The name is written as the rules ask.",
    "name_malformed.failed": "The name is not written as the rules ask ({quoted}).",
    "name_malformed.doubtful": "The name seems not written as the rules ask; look at {characters}.",
    "name_malformed.missing.failed": "No name is printed.",
    "name_malformed.missing.doubtful": "No name seems to be printed, but that may be misread at {characters}.",
    "name_malformed.truncated.noted": "The name fills its field and may be cut short.",
    "document_number_malformed.successful": "The document number is unbroken.",
    "document_number_malformed.failed": "The document number {quoted} is broken by fillers.",
    "document_number_malformed.doubtful": (
        "The document number {quoted} seems broken by fillers, but may be misread at {characters}."
    ),
    "document_number_malformed.missing.failed": "No document number is printed.",
    "document_number_malformed.missing.doubtful": (
        "No document number seems to be printed, but that may be misread at {characters}."
    ),
    "document_number_malformed.old_digit.noted": (
        "The check digit of the long document number counts the filler, as older Belgian cards do."
    ),
    "mrz_characters_doubtful.successful": "Every character of the MRZ was read for certain.",
    "mrz_characters_doubtful.undetermined": (
        "{count} characters of the MRZ are not read for certain: {places}. A sharper picture would settle them."
    ),
    "mrz_characters_doubtful.many.undetermined": (
        "{count} characters of the MRZ are not read for certain, among them {places}. Capture the page again."
    ),
}
