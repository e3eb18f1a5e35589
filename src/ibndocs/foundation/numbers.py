"""Numbers as Belgians write them: amounts, counts, enterprise numbers and postal codes.

What can be read in two ways is refused and never guessed: `1,250` is 1.25 in Dutch and 1250 in English.
Nothing is rounded. Understood are a comma or a dot before decimals (`12,5`, `1250.50`), and dots, spaces or
apostrophes between groups of three digits (`1.250.000,50`, `5 000`, `1'250`); so in text a dot before exactly
three digits parts thousands. A number that a file gave as `5.000` is refused: YAML means 5, its writer 5000.
"""

from __future__ import annotations

import re
from decimal import Decimal

from ibndocs.foundation.findings import Text

MAX_DIGITS = 15
"""Digits before the decimal mark; more is a slip of the keyboard, not an amount."""

_SPACES = " \u00a0\u2007\u2009\u202f"
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?P<mark>[. '])[0-9]{3}(?:(?P=mark)[0-9]{3})*(?P<rest>.*)", re.DOTALL)
_DECIMALS = re.compile(r"[,.][0-9]+")
_WHOLE = re.compile(r"[0-9]+")
_SIGN = re.compile(r"(?P<sign>[-+]?) ?(?P<digits>.*)", re.DOTALL)
_NO_CENTS = re.compile(r"([^,]*),(?:-{1,2}|–|—)")
_THOUSANDS = re.compile(r"(-?[1-9][0-9]{0,2})\.([0-9]{3})")
_CURRENCY = re.compile(r"€|EURO?", re.IGNORECASE)
_PREFIX = re.compile(r"(?:BE|VAT|BTW|KBO|[ .:/_-])+", re.IGNORECASE)
_ESTABLISHMENT = re.compile(r"[2-8][0-9]{9}")
_POSTAL_CODE = re.compile(r"(?:BE?[ -]?)?([1-9][0-9]{3})", re.IGNORECASE)


class NumberFault(ValueError):  # noqa: N818 - named for what it says: the number is at fault, not the program
    """Text that is not the number it should be, with the reason and the cure in both languages."""

    def __init__(self, text: Text, fix: Text) -> None:
        self.text = text
        self.fix = fix
        super().__init__(text.en)


def parse_money(value: str | int | Decimal) -> Decimal:
    """An amount in euro of at most two decimals.

    Args:
        value: Text as people type it (`€ 5.000`, `5 000,00 EUR`, `1250.50`, `5.000,-`), or a number.

    Raises:
        NumberFault: It is no amount, may mean two amounts, or has more than two decimals.
    """
    if isinstance(value, str):
        bare = _without_currency(value)
        whole = _NO_CENTS.fullmatch(bare)
        amount = _parse(whole[1] if whole else bare, shown=value)
    else:
        amount = _plain(value)
    exponent = amount.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -2:
        raise NumberFault(
            Text(nl=f"“{value}” heeft meer dan twee decimalen", en=f"“{value}” has more than two decimals"),
            Text(nl="rond zelf af op de cent, bv. 1250,50", en="round to the cent yourself, such as 1250,50"),
        )
    return amount


def parse_number(value: str | int | Decimal) -> Decimal:
    """A number of FTE, months, things or a share, with any number of decimals and no unit.

    Raises:
        NumberFault: It is no number, or may mean two numbers.
    """
    return _parse(value, shown=value) if isinstance(value, str) else _plain(value)


def format_enterprise_number(value: str | int | Decimal) -> str:
    """An enterprise number as `0566.988.259`; its check digits are not judged here but by a rule.

    Args:
        value: `0566.988.259`, `BE 0566.988.259`, `0566988259`, or nine digits whose leading zero was lost.

    Raises:
        NumberFault: Not ten digits of which the first is 0 or 1 (Crossroads Bank for Enterprises).
    """
    return _dotted(_enterprise_digits(value), 4)


def format_establishment_number(value: str | int | Decimal) -> str:
    """An establishment number as `2.147.812.701`: ten digits, the first 2 to 8.

    Raises:
        NumberFault: Not ten digits of which the first is 2 to 8.
    """
    digits = _bare_digits(value)
    if not _ESTABLISHMENT.fullmatch(digits):
        raise NumberFault(
            Text(nl=f"“{value}” is geen vestigingsnummer", en=f"“{value}” is no establishment number"),
            Text(nl="schrijf tien cijfers, bv. 2.147.812.701", en="write ten digits, such as 2.147.812.701"),
        )
    return _dotted(digits, 1)


def has_valid_check(number: str) -> bool:
    """Whether an enterprise number ends in 97 minus its first eight digits modulo 97; dots are ignored."""
    digits = number.replace(".", "")
    return digits[:1] in ("0", "1") and _has_check_digits(digits)


def has_valid_establishment_check(number: str) -> bool:
    """Whether an establishment number ends in 97 minus its first eight digits modulo 97; dots are ignored.

    Inferred from the two examples that the FPS Economy gives; the rule itself is not published.
    """
    return _has_check_digits(number.replace(".", ""))


def _has_check_digits(digits: str) -> bool:
    return 97 - int(digits[:8]) % 97 == int(digits[8:])


def parse_postal_code(value: str | int | Decimal) -> str:
    """A Belgian postal code as four digits; `9000`, `"9000"` and `"B-9000"` are understood.

    Raises:
        NumberFault: Not four digits of which the first is no 0.
    """
    found = _POSTAL_CODE.fullmatch(_tidy(str(_whole(value))))
    if found is None:
        raise NumberFault(
            Text(nl=f"“{value}” is geen Belgische postcode", en=f"“{value}” is no Belgian postal code"),
            Text(
                nl="schrijf vier cijfers, bv. 9000; de gemeente staat apart",
                en="write four digits, such as 9000; the municipality has its own field",
            ),
        )
    return found[1]


def _dotted(digits: str, first: int) -> str:
    return ".".join((digits[:first], *(digits[at : at + 3] for at in range(first, len(digits), 3))))


def _enterprise_digits(value: str | int | Decimal) -> str:
    digits = _bare_digits(value)
    if re.fullmatch(r"[1-9][0-9]{8}", digits):
        digits = f"0{digits}"
    if _ESTABLISHMENT.fullmatch(digits):
        raise NumberFault(
            Text(
                nl=f"“{value}” is een vestigingsnummer, geen ondernemingsnummer",
                en=f"“{value}” is an establishment number, no enterprise number",
            ),
            Text(
                nl="schrijf het nummer van de onderneming, dat met 0 of 1 begint",
                en="write the number of the enterprise, which starts with 0 or 1",
            ),
        )
    if not re.fullmatch(r"[01][0-9]{9}", digits):
        raise NumberFault(
            Text(nl=f"“{value}” is geen ondernemingsnummer", en=f"“{value}” is no enterprise number"),
            Text(
                nl="schrijf tien cijfers waarvan het eerste 0 of 1 is, bv. 0566.988.259",
                en="write ten digits, the first a 0 or 1, such as 0566.988.259",
            ),
        )
    return digits


def _bare_digits(value: str | int | Decimal) -> str:
    """The digits of a number with its prefix and marks removed; "" when anything else stands between them."""
    digits = _PREFIX.sub("", _tidy(str(_whole(value))))
    return digits if digits.isascii() and digits.isdigit() else ""


def _whole(value: str | int | Decimal) -> str | int | Decimal:
    """A number from a spreadsheet without an idle `.0`."""
    is_whole = isinstance(value, Decimal) and value.is_finite() and abs(value) < 10**MAX_DIGITS and value == int(value)
    return int(value) if is_whole else value


def _tidy(text: str) -> str:
    """Text with one kind of space, one kind of minus and one kind of apostrophe, and nothing around it."""
    for space in _SPACES[1:]:
        text = text.replace(space, " ")
    return text.replace("\u2212", "-").replace("\u2019", "'").strip()


def _without_currency(text: str) -> str:
    """Text without the one euro sign or `EUR` that may stand before or after it; a sign may come first."""
    tidy = _tidy(text)
    sign = tidy[:1] if tidy[:1] in ("-", "+") else ""
    rest = tidy[len(sign) :].strip()
    if found := _CURRENCY.match(rest):
        rest = rest[found.end() :].strip()
    elif found := re.search(rf"(?:{_CURRENCY.pattern})$", rest, re.IGNORECASE):
        rest = rest[: found.start()].strip()
    if sign and rest[:1] in ("-", "+"):
        raise _refuse(text)
    return sign + rest


def _parse(text: str, *, shown: str) -> Decimal:
    found = _SIGN.fullmatch(_tidy(text))
    sign, digits = (found["sign"], found["digits"]) if found else ("", "")
    grouped = _GROUPED.fullmatch(digits)
    if grouped and _is_tail(grouped["rest"], grouped["mark"]):
        whole, tail = digits[: grouped.start("rest")], grouped["rest"]
    else:
        plain = _WHOLE.match(digits)
        if plain is None:
            raise _refuse(shown)
        whole, tail = plain[0], digits[plain.end() :]
        if tail and not _DECIMALS.fullmatch(tail):
            raise _refuse(shown)
        if len(tail) == 4 and whole != "0":
            raise _refuse_doubt(shown, whole + tail[1:], f"{whole},{tail[1:]}0")
    whole = re.sub(r"[^0-9]", "", whole)
    if len(whole) > MAX_DIGITS or len(tail) > MAX_DIGITS:
        raise _refuse(shown)
    amount = Decimal(f"{whole}.{tail[1:]}" if tail else whole)
    return -amount if sign == "-" and amount else amount


def _is_tail(rest: str, mark: str) -> bool:
    """Whether grouped thousands are followed by nothing, or by decimals after another mark than theirs."""
    if not rest:
        return True
    return bool(_DECIMALS.fullmatch(rest)) and rest[0] != mark and not (rest[0] == "." and len(rest) == 4)


def _plain(value: int | Decimal) -> Decimal:
    number = Decimal(value)
    if isinstance(value, bool) or not number.is_finite() or abs(number) >= 10**MAX_DIGITS:
        raise _refuse(str(value))
    if found := _THOUSANDS.fullmatch(str(value)):
        raise _refuse_doubt(str(value), found[1] + found[2], f"{found[1]}.{found[2]}0")
    return number if number else abs(number)


def _refuse(shown: str) -> NumberFault:
    short = shown if len(shown) <= 40 else f"{shown[:40]}…"
    if shown.strip().endswith("%"):
        return NumberFault(
            Text(nl=f"“{short}” is een percentage, geen getal", en=f"“{short}” is a percentage, not a number"),
            Text(nl="schrijf het als deel van één: 0,42 voor 42 %", en="write it as a share of one: 0.42 for 42 %"),
        )
    return NumberFault(
        Text(nl=f"“{short}” is geen getal", en=f"“{short}” is not a number"),
        Text(nl="schrijf bv. 1250,50 of 1.250,50", en="write for example 1250,50 or 1.250,50"),
    )


def _refuse_doubt(shown: str, thousands: str, decimals: str) -> NumberFault:
    return NumberFault(
        Text(
            nl=f"“{shown}” kan twee getallen betekenen: drie decimalen, of duizendtallen",
            en=f"“{shown}” may mean two numbers: three decimals, or thousands",
        ),
        Text(
            nl=f"schrijf {thousands} voor duizendtallen of {decimals} voor decimalen",
            en=f"write {thousands} for thousands or {decimals} for decimals",
        ),
    )
