"""Letters by the thousand from a bare list: streamed in, spread over workers, written whole or not at all.

`lists` reads the rows, `company` says what is recognised in them, `orders` numbers and names their letters,
`rendering` is what a worker does, `executors` says who the workers are, `folder` and `journal` keep what is written
sound, `report` tells what is wrong with rows, `making` is the walk; `printing` makes PDFs, `mail` drafts messages.
"""
