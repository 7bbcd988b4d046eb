"""Sentences of the workspace Inspect."""

SENTENCES: dict[str, str] = {}
