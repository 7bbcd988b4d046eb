"""What reader, scanner, telephone and screen make of a document, and the last step to a file."""
