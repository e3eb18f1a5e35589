"""What the procedure of the call asks: deadlines, results, signatures, dates to keep."""
