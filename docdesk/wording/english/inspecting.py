"""Sentences of the workspace Inspect."""

_MRZ = {
    "command_group.mrz": "MRZ",
    "command.mrz.copy": "Copy the lines of the MRZ",
    "command.mrz.next_doubtful": "Next character in doubt",
    "command.mrz.previous_doubtful": "Previous character in doubt",
    "mrz.name": "MRZ under its picture",
    "mrz.keys": "Arrow keys move, typing enters what you see, Enter confirms what was read, Delete takes back what was entered, F8 goes to the next character in doubt.",
    "mrz.said": "{where}: {state}",
    "mrz.said_of_part": "{where} ({part}): {state}",
    "mrz.place": "line {line}, character {position}",
    "mrz.digit_of": "check digit of the {of}",
    "mrz.certain": "{char}",
    "mrz.doubtful": "{char}, in doubt; type what you see, or press Enter to confirm",
    "mrz.certain_proposed": "{char}; {proposed} would fit better",
    "mrz.doubtful_proposed": "{char}, in doubt; {proposed} would fit better; type what you see, or press Enter to confirm",
    "mrz.entered": "{char} entered by hand, {read} was read; Delete takes it back",
    "mrz.confirmed": "{char} confirmed by hand; Delete takes it back",
    "mrz.not_allowed": "An MRZ holds only A to Z, 0 to 9 and the filler <.",
    "mrz.nothing_entered": "Nothing was entered here that could be taken back.",
    "mrz.no_doubt": "No character is in doubt.",
    "mrz.copied": "The lines of the MRZ are on the clipboard.",
    "mrz.count_doubtful": "in doubt: {count}",
    "mrz.count_entered": "entered by hand: {count}",
}

_VERDICT = {
    "command_group.verdict": "Verdict",
    "command.verdict.copy": "Copy the verdict and its reasons",
    "verdict_panel.waiting": "Not inspected yet",
    "verdict_panel.running": "Inspecting",
    "verdict_panel.failed": "docdesk failed",
    "verdict_panel.reasons": "Reasons of the verdict",
    "verdict_panel.more": "Further reasons: {count}",
    "verdict_panel.fewer": "Show fewer reasons",
    "verdict_panel.next_step": "Next step",
    "verdict_panel.entered": "entered by hand: {count}",
}

SENTENCES = {**_VERDICT, **_MRZ}
