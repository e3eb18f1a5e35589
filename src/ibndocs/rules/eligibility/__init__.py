"""Who may apply, and with how many companies."""
