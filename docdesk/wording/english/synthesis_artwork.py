"""Sentences on artwork that a document model asks for and that cannot be drawn as asked."""

SENTENCES = {
    "synthesis.art_kind": "{where}: there is no kind of artwork called {found}; docdesk draws {known}.",
    "synthesis.art_unknown": "{where}: artwork of the kind {kind} has no parameter {parameter}; it has {known}.",
    "synthesis.art_missing": "{where}: artwork of the kind {kind} needs the parameter {parameter}.",
    "synthesis.art_choice": "{where}: {parameter} cannot be {found}; choose one of {known}.",
    "synthesis.art_text": "{where}: {parameter} must be a text without line breaks.",
    "synthesis.art_number": "{where}: {parameter} must be a number.",
    "synthesis.art_whole_number": "{where}: {parameter} must be a whole number.",
    "synthesis.art_numbers": "{where}: {parameter} must be a list of {count} numbers.",
    "synthesis.art_list": "{where}: {parameter} must be a list.",
    "synthesis.art_range": "{where}: {parameter} is {found}, and must lie between {least} and {greatest}.",
    "synthesis.art_length": "{where}: {parameter} has the length {found}, and must have between {least} and {greatest}.",
    "synthesis.art_cost": "{where}: this artwork of the kind {kind} would have {found} points; docdesk draws up to {limit}. Choose wider spacing or a smaller area.",
}
