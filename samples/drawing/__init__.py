"""Draws the fictitious documents of the state of Utopia: inks and paper in, pictures under three lights out.

Lengths are millimetres from the bottom-left corner of the document, as in Doc 9303; the portrait alone is
laid out from its own top-left corner.
"""
