"""Forms that look like those of other agencies, with which filling is tried: none of these agencies exists.

`python -m tools.forms_of_others` makes the files anew.
"""
