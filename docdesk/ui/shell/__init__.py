"""The shell: the main window and what stands round every workspace."""
