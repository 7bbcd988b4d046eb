"""Bench measures every room against data; only app knows it."""
