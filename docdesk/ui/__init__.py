"""The windows: all of Qt. Pages lay out, presenters decide, models show; the walks know nothing of it."""
