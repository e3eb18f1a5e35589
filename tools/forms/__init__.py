"""Makes the blank stand-in forms of the call pack; `python -m tools.forms` writes them anew."""
