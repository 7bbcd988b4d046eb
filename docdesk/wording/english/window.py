"""Sentences of the window itself: workspaces, commands, settings, crash page."""

SENTENCES: dict[str, str] = {}
