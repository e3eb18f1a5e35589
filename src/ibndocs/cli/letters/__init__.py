"""The commands around letters."""
