"""People who do not exist: portraits, names, dates, numbers, and what a document says of them."""
