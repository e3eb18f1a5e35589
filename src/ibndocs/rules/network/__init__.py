"""The network itself: its companies, who steers it, who may join, what it does and does not do."""
