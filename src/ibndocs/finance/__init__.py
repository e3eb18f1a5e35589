"""Budget and cofinancing arithmetic: pure functions on `Decimal`, one rounding per printed amount.

Every amount that a table shows is rounded half up to the cent once; every total is the sum of the amounts shown, so
that no table fails to add up. Limits and factors come in as `Parameters`; nothing of a call is known here.
"""

from ibndocs.finance.budget import Budgeted, draw_budget
from ibndocs.finance.cofinancing import Plan, plan_cofinancing
from ibndocs.finance.parameters import Parameters

__all__ = ["Budgeted", "Parameters", "Plan", "draw_budget", "plan_cofinancing"]
