"""Charges: what emblems are composed of, each painted by code in a unit of its own."""
