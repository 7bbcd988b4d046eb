"""Background work: threads and processes with progress and cancel. What they run knows nothing of it."""
