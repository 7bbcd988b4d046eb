"""Words: the one place where sentences for people stand, for window, command line and papers alike."""
