"""Sentences about references: what a genuine document of one kind looks like."""

SENTENCES = {
    "reference.malformed": "The reference “{name}” is damaged, or is none; it was not used.",
    "reference.unreadable": "The reference “{name}” cannot be read; it was not used.",
    "reference.other_picture": "The picture {file} of the reference “{name}” is not the one that it was made with; the reference was not used.",
}
