"""The MRZ reader with networks of docdesk's own: one finds lines of print, one reads them.

A frame's pixels come in, every MRZ on it goes out as printed, with what is certain and what is not.
"""
