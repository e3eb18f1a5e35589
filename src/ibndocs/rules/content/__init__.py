"""What the forms ask in prose."""
