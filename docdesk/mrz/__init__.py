"""Doc 9303 in full, as pure functions: formats, parsing, composing, validating, codes, names and dates.

Imports nothing of docdesk: another program may take this room alone.
"""
