"""The press: static artwork once per model, personal data for each copy."""
