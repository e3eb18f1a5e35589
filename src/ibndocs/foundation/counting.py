"""Numbers with the thing they count, in the form that goes with the number."""


def count_of(number: int, one: str, many: str) -> str:
    """`1 bedrijf`, `36 bedrijven`."""
    return f"{number} {one if number == 1 else many}"
