"""Makes the files of the examples that are not text."""
