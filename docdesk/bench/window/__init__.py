"""Measures the window: how fast pictures follow the hand, and whether anything holds the UI thread up."""
