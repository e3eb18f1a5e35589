"""Who may pay, how much, and in which proportion."""
