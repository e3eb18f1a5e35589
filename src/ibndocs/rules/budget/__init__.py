"""Limits and make-up of the budget."""
