"""Letters by the thousand from a bare list: streamed in, spread over workers, written whole or not at all.

`lists` reads the rows, `company` says what is recognised in them, `orders` names their letters, `spreading` has them
rendered by any `Executor`, `writing` and `journal` keep the folder sound, `making` is the walk.
"""
