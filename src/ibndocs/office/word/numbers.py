"""Numbers as a form writes them: a picture of zeros and number signs, such as `#.##0,00 €`.

Source: ECMA-376 part 1, 17.16.4.3 (numeric formatting).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from ibndocs.foundation.values import Euro, Number, Percent

_DIGITS = re.compile(r"[#0][#0.,\s\u00a0\u202f]*")
_NUMBER = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?|-?\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """What stands around the digits, how many decimals there are, and what separates them."""

    before: str
    after: str
    decimals: int
    point: str
    group: str
    least: int

    @classmethod
    def read(cls, picture: str) -> NumberFormat:
        """The format in the first section of a picture; what has no digits writes the number plainly."""
        first = picture.partition(";")[0]
        found = _DIGITS.search(first)
        if found is None:
            return cls("", "", 0, ",", "", 1)
        digits = found[0].rstrip()
        before, after = first[: found.start()], first[found.start() + len(digits) :]
        separators = [sign for sign in digits if sign not in "#0"]
        last = digits.rfind(separators[-1]) if separators else len(digits)
        # One separator before three digits parts thousands: `#.##0`; else the last one is the decimal point.
        groups_only = len(set(separators)) == 1 and len(digits) - last - 1 == 3 and digits[last + 1 : last + 3] == "##"
        decimals = 0 if groups_only or not separators else len(digits) - last - 1
        point = "" if groups_only or not separators else separators[-1]
        group = separators[0] if groups_only or len(set(separators)) > 1 else ""
        whole = digits[:last] if decimals else digits
        return cls(before.strip("'\""), after.strip("'\""), decimals, point, group, max(1, whole.count("0")))

    def write(self, number: Decimal) -> str:
        """A number in this format; after a percent sign in the picture it counts in hundredths."""
        rounded = abs(number).quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP)
        whole, _, fraction = f"{rounded:f}".partition(".")
        whole = whole.zfill(self.least)
        if self.group:
            whole = f"{int(whole):,}".replace(",", self.group)
        sign = "-" if number < 0 and rounded else ""
        return f"{sign}{self.before}{whole}{self.point if fraction else ''}{fraction}{self.after}"


def read_number(value: object) -> Decimal | None:
    """The number that a value is or says: `1234.5`, `1.234,50`, with or without a euro or percent sign."""
    if isinstance(value, Percent):
        return value.value * 100
    if isinstance(value, Euro | Number):
        return value.value
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Decimal(value)
    text = "".join(str(value).replace("€", "").replace("%", "").split())
    if not _NUMBER.fullmatch(text):
        return None
    if "," in text or text.count(".") > 1:
        text = text.replace(".", "").replace(",", ".")
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
