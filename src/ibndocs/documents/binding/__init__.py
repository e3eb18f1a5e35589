"""Which value of the description goes to which place of a form: drafted from the words that are printed there.

A draft is a proposal for a person to look at: each line says how sure it is and what came next. Nothing here fills.
"""
