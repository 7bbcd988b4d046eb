"""docdesk reads, checks and explains identity and travel documents, offline."""

__version__ = "0.1.0"
