"""Markings: what a person measures and writes on a picture; records in picture px, tools, a list, undo."""
