"""Readings: what the captures say, as printed, with a place and a confidence for every character."""
