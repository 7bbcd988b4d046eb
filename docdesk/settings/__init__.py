"""Typed settings: a file of overrides only, read at the edge and handed down as values."""
