"""The commands: one command, one file; the only room that prints."""
