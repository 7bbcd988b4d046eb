"""Sentences of the window itself: workspaces, commands, settings, crash page."""

SENTENCES = {
    # --- Signs, for whoever hears them ---
    "sign.anomaly": "anomaly",
    "sign.attention": "attention",
    "sign.no_anomaly": "no anomaly",
    "sign.undecided": "could not decide",
    "sign.not_checked": "not checked",
    "sign.aborted": "aborted",
    "sign.noted": "noted",
    # --- Workspaces ---
    "window.workspaces": "Workspaces",
    "workspace.inspect": "Inspect",
    "workspace.specimens": "Specimens",
    "workspace.helpdesk": "Helpdesk",
    "workspace.training": "Training",
    "workspace.library": "Library",
    # --- Commands of the window ---
    "command_group.go": "Go to",
    "command.go.inspect": "Go to Inspect",
    "command.go.specimens": "Go to Specimens",
    "command.go.helpdesk": "Go to Helpdesk",
    "command.go.training": "Go to Training",
    "command.go.library": "Go to Library",
    "command_group.window": "Window",
    "command.window.commands": "Find a command",
    "command.window.keys": "Show all keys",
    "command.window.settings": "Change settings",
    "command.window.theme": "Change between light and dark",
    "command.window.stop": "Stop the work under way",
    "command.window.quit": "Close docdesk",
    # --- Command palette ---
    "palette.name": "Commands",
    "palette.hint": "Type a part of a command",
    "palette.list": "Commands that match",
    "palette.nothing": "No command matches.",
    # --- Key sheet ---
    "keys.title": "Keys",
    "keys.close": "Close",
    "keys.hint": "Each command is also found by its name with {keys}.",
    # --- Status bar ---
    "progress.name": "Work under way",
    "progress.working": "Working",
    "progress.of": "{done} of {total}",
    "progress.stop": "Stop",
    "status.values": "Place and values below the cursor",
    # --- Closing ---
    "closing.title": "Close docdesk",
    "closing.yes": "Close",
    "closing.no": "Stay",
}
"""By room, in the order in which a user meets them."""
