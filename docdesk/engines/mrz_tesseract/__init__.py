"""Tesseract, where it is installed: a second opinion on characters in doubt, and a reader to measure beside.

Characters or a page go in, what Tesseract reads comes out. Nothing rests on it.
"""
