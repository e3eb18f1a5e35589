"""The call pack: one folder with all that is particular to one call, read into a frozen model."""

from ibndocs.call.pack import Call, load_call

__all__ = ["Call", "load_call"]
