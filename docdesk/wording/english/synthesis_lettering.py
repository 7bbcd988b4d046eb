"""Sentences of the lettering of fictitious documents."""

SENTENCES: dict[str, str] = {
    "synthesis.no_glyph": "The face {face} has no character {character}.",
    "synthesis.no_face": "There is no face {face}; there are {faces}.",
    "synthesis.no_font": "The font {file} is not installed; install docdesk again.",
    "synthesis.text_too_long": "The text {text} is too long: it needs {needed} mm and has {room} mm.",
    "synthesis.no_signature": "No signature can be written for {name}: it has no letter of the Latin alphabet.",
}
