"""Sentences of the alterations of fictitious documents."""

SENTENCES: dict[str, str] = {
    "synthesis.no_entry_to_alter": (
        "No entry of the model {model} can be altered: it prints none of surname, birth, number and expiry "
        "that its MRZ repeats."
    ),
    "synthesis.no_portrait_to_replace": "The model {model} has no portrait that could be replaced.",
}
