"""`python -m ibndocs` is the program `ibndocs`."""

from __future__ import annotations

from ibndocs.cli.main import main

if __name__ == "__main__":
    main()
