"""Rules on the forms that the documents are made on: the official ones, unaltered."""
