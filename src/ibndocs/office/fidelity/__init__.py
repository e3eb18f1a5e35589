"""Whether a filled form is still the form: everything it said is there, in its order, outside the answer places.

`prove` is for a fill of our own, where the places are known; `verify` for any pair, also a file that a person filled.
"""

from ibndocs.office.fidelity.comparing import prove, verify
from ibndocs.office.fidelity.report import Change, Difference, Fidelity

__all__ = ["Change", "Difference", "Fidelity", "prove", "verify"]
