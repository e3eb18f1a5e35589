"""The factors and limits that the arithmetic needs, taken from the call pack by the caller."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Parameters:
    """Factors and limits of one dossier.

    Attributes:
        years: Number of project years.
        aid_rate: Aid as a fraction of the eligible costs (4.2.3).
        aid_cap_per_year: Highest aid of one year, in euro (4.2.4).
        aid_cap_total: Highest aid of the project, in euro (4.2.3).
        overhead_per_fte: Overhead of one FTE-year, in euro.
        wage_factor: Hourly wage as a fraction of the gross monthly wage.
        hours_per_year: Hours of a full-time year.
        indexation: Yearly rise of wages, as a fraction.
        recoverable_vat: Share of VAT the applicant recovers.
    """

    years: int
    aid_rate: Decimal
    aid_cap_per_year: Decimal
    aid_cap_total: Decimal
    overhead_per_fte: Decimal
    wage_factor: Decimal
    hours_per_year: Decimal
    indexation: Decimal
    recoverable_vat: Decimal
