"""The walk from files to a report: captures -> readings -> checks -> report. Read `inspect.py` first."""
