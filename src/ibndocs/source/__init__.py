"""The reading room: a description and the files it points to, as plain data with the place of every value.

Judges spelling (syntax, encoding, duplicate keys, safe paths, recognisable columns), never meaning: what the data
must say is the model's affair.
"""

from ibndocs.source.source import Source, read_source

__all__ = ["Source", "read_source"]
