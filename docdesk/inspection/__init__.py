"""The walk from files handed in to a report: captures -> readings -> checks -> report. Read `inspect.py` first."""
