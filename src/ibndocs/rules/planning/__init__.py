"""Start, duration, months, effort."""
