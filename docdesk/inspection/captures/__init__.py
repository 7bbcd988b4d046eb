"""Captures: files handed in become frames, hashed and untouched, whose light and side are named."""
