"""The source language: an English sentence for every key, by what it is said of."""
