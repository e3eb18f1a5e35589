"""What each letter of intent must hold."""
