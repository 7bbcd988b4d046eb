"""Sentences of the viewing kit: its tools, filters and what it shows below the cursor."""

SENTENCES: dict[str, str] = {}
