"""Background work: a pool of threads with progress and cancel. What it runs knows nothing of it."""
