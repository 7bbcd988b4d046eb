"""The first MRZ reader: finds the zone by its lines and its fixed pitch, reads it with Tesseract.

A frame's pixels come in, every MRZ on it goes out as printed, with what is certain and what is not.
"""
