"""Sentences of the workspace Inspect round its panels: documents in, joined, reported."""

_COMMANDS = {
    "command_group.inspect": "Inspect",
    "command.inspect.open": "Open pictures…",
    "command.inspect.folder": "Open a folder…",
    "command.inspect.paste": "Paste a picture or files",
    "command.inspect.watch": "Watch a folder…",
    "command.inspect.join": "Join the chosen documents…",
    "command.inspect.split": "Split into single pictures",
    "command.inspect.compare": "Compare the chosen documents",
    "command.inspect.put_away": "Put the chosen documents away",
    "command.inspect.anew": "Inspect again",
    "command.inspect.report": "Report: save or print…",
    "command.inspect.previous": "Previous document",
    "command.inspect.next": "Next document",
    "command.inspect.previous_finding": "Previous finding",
    "command.inspect.next_finding": "Next finding",
    "command.inspect.expert": "Show everything that is known",
    "command.inspect.digest": "Copy the SHA-256 of the picture",
    "command.inspect.undo": "Undo",
    "command.inspect.redo": "Redo",
    "command.inspect.sample": "Open the samples",
}

_PAGE = {
    "workspace.inspect": "Inspect",
    "inspect.tools": "Documents",
    "inspect.waiting": "Waits for its turn.",
    "inspect.reading": "Looking for the MRZ and reading it.",
    "inspect.checking": "Checking what was read.",
    "inspect.stopped": "Stopped before it was finished. Inspect it again when you want to.",
    "inspect.failed": "docdesk itself failed on this document; the other documents go on. The log says where.",
    "inspect.no_mrz": "Nothing was read.",
    "inspect.drop_here": "No picture to show.",
    "inspect.busy": "Documents that are still being inspected: {count}.",
    "inspect.entries_lost": (
        "What you entered by hand is not kept when the window closes: save the report first. Documents: {count}."
    ),
    "inspect.watching": "Watching {path}: new pictures are inspected as they arrive.",
    "inspect.arrived": "{names} arrived from the watched folder and waits at the end of the strip.",
    "inspect.not_watching": "The folder is not watched any more.",
    "inspect.nothing_to_paste": "The clipboard holds no picture and no files.",
    "inspect.digest_copied": "The SHA-256 of the picture is on the clipboard.",
    "inspect.doing": "Inspecting",
    "inspect.looking": "Looking for pictures",
    "inspect.pictures_only": "Pictures and PDFs",
    "inspect.every_file": "All files",
    "inspect.comparing": "{name} beside {names}. C shows one document again.",
    "inspect.compare_how": "Choose two or more documents in the strip first: hold Ctrl and click, or Shift and an arrow key.",
    "inspect.compare_waits": "No picture of the other documents is here yet: wait until they are inspected.",
    "capture.changed": "This file is not the one that was inspected: it has been changed since. Inspect it again.",
    "inspect.side.filters": "Display filters",
    "inspect.side.marks": "Marks and measures",
    "strip.name": "Documents",
    "strip.waiting": "waits",
    "strip.running": "is being inspected",
    "strip.done": "inspected",
    "strip.failed": "docdesk failed on it",
    "strip.stopped": "stopped",
    "side.data": "data page",
    "side.front": "front",
    "side.back": "back",
    "side.other": "other side",
    "undo.entry": "entered character",
    "undo.join": "joining documents",
    "undo.split": "splitting a document",
    "undo.put_away": "putting documents away",
    "undo.anew": "inspecting again",
}

_PROGRAM = {
    "program.not_written": "Nothing could be written to {path}.",
    "program.no_screen": "There is no screen here for the window. Say what to inspect: docdesk inspect PATH.",
    "program.no_qt": "The window cannot be opened: Qt lacks something of this computer ({what}).",
}

_EMPTY = {
    "empty.title": "Inspect an identity or travel document",
    "empty.what": (
        "Drop pictures, PDFs or a folder here, paste a picture, or let docdesk watch the folder that your "
        "reader writes to. docdesk reads the machine-readable zone, checks it, and shows on the picture what it "
        "found."
    ),
    "empty.sample": "Try it on samples",
    "empty.again": "Open what was open last",
    "empty.limits": (
        "docdesk works offline and keeps nothing of what it reads. It sees pictures only: whether a document is "
        "counterfeit is for an expert to say who holds it in hand."
    ),
}

_JOIN = {
    "join.title": "Join pictures of one document",
    "join.what": "Say which side and which light each picture shows. They are then inspected together.",
    "join.name": "Name",
    "join.picture": "Picture",
    "join.side": "Side",
    "join.light": "Light",
    "join.join": "Join",
    "join.cancel": "Cancel",
    "light.VIS": "white light",
    "light.IR": "infrared",
    "light.UV": "ultraviolet, 365 nm",
    "light.UV254": "ultraviolet, 254 nm",
    "light.UV313": "ultraviolet, 313 nm",
    "light.OBL": "white light from the side",
    "light.AX": "coaxial light",
    "light.TRL": "transmitted light",
    "light.MAG": "macro",
    "light.PHOTO": "photograph",
}

_REPORT = {
    "report_dialog.title": "Report",
    "report_dialog.page": "The page as it will be printed",
    "report_dialog.writing": "The page is being written.",
    "report_dialog.tells": "What the report tells about people",
    "report_dialog.told": "{said} ({where})",
    "report_dialog.nothing_told": "Nothing.",
    "report_dialog.leave_out": "Leave out",
    "report_dialog.kept": "The MRZ and the findings stay in: without them nobody could defend the verdict, or contest it.",
    "report_dialog.save_pdf": "Save as PDF…",
    "report_dialog.save_json": "Save as JSON…",
    "report_dialog.print": "Print…",
    "report_dialog.close": "Close",
    "report_dialog.saved": "Saved as {path}.",
    "report_dialog.not_saved": "Nothing could be written to {path}: choose another place.",
    "report_dialog.printed": "The page was handed to the printer.",
    "report_dialog.not_printed": "The printer did not take the page.",
    "paper.pdf": "PDF",
    "paper.json": "JSON",
    "leave_out.thumbnails": "whole pictures",
    "leave_out.crops": "parts of pictures",
    "leave_out.folders": "folders of files",
    "leave_out.file_names": "names of files",
}

_EXPERT = {
    "expert.title": "Everything that is known",
    "expert.what": "What",
    "expert.value": "Value",
}

SENTENCES = {**_PROGRAM, **_COMMANDS, **_PAGE, **_EMPTY, **_JOIN, **_REPORT, **_EXPERT}
