"""Workbooks: a form is filled by editing only the parts that change, then its formulas are calculated.

ECMA-376 part 1, chapter 18 (SpreadsheetML). This room knows cells, rows and formulas; what the numbers mean is not
its business.
"""
