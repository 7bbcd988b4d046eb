"""The workspace Inspect: documents in, verdicts with reasons out."""
