"""Sentences of the report on paper."""

SENTENCES: dict[str, str] = {}
