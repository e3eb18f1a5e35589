"""The commands for templates that people type: is this one sound, and which values does it ask for."""
