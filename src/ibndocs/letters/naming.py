"""Names of letters: stable, because each company keeps the number it had, and unique."""

from __future__ import annotations

import re
from collections.abc import Collection
from hashlib import blake2b

from ibndocs.foundation.filenames import make_slug
from ibndocs.foundation.findings import Text
from ibndocs.letters.faults import refuse_list
from ibndocs.letters.row import ListRow, name_headers

DEFAULT = "{number:03}-{name}"
_FIELD = re.compile(r"\{(\w+)(?::0?(\d{1,2}))?\}")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_OWN = ("number", "name")


class NamePattern:
    """The pattern of the names: text with `{number}`, `{name}` and columns of the list, such as `{postcode}`.

    Raises:
        FaultyInput: `LST04`: it holds something else, or a column that the list does not have.
    """

    def __init__(self, pattern: str, columns: Collection[str] | None) -> None:
        rest = _FIELD.sub("", pattern)
        fields = [found[1] for found in _FIELD.finditer(pattern)]
        unknown = [field for field in fields if columns is not None and field not in columns and field not in _OWN]
        if not fields or unknown or re.search(r"[^\w .,()+-]", rest):
            raise refuse_list(
                "LST04",
                None,
                f"“{pattern}” kan geen naam geven" + "".join(f"; {name} is geen kolom" for name in unknown),
                f"“{pattern}” cannot give a name" + "".join(f"; {name} is no column" for name in unknown),
                Text(
                    nl="schrijf bv. {number:03}-{name}, met kolommen van de lijst tussen accolades",
                    en="write for example {number:03}-{name}, with columns of the list between braces",
                ),
            )
        self._pattern = pattern
        self._columns = [field for field in fields if field not in _OWN]
        self._starts_with_number = re.match(r"\{number(:\d+)?\}[-_ ]", pattern) is not None
        self._taken: set[int] = set()

    def identify(self, row: ListRow) -> str:
        """What the columns of the pattern say of `row`: who it is about when nothing else tells; "" without them."""
        titles = name_headers(row.values) if self._columns else {}
        said = (str(row.values.get(titles.get(column, ""), "")) for column in self._columns)
        return " ".join(filter(None, said))

    def name(self, number: int, row: ListRow) -> str:
        """The name of the letter of `row`, without its extension; a name that is taken gets the number behind it."""
        titles = name_headers(row.values) if self._columns else {}

        def fill(found: re.Match[str]) -> str:
            if found[1] == "number":
                return f"{number:0{found[2] or 1}d}"
            text = row.title if found[1] == "name" else str(row.values.get(titles.get(found[1], ""), ""))
            return make_slug(text)

        name = _FIELD.sub(fill, self._pattern).strip(" .")
        if _RESERVED.fullmatch(name.partition(".")[0]):
            name = f"{name}-{number}"
        if self._starts_with_number:
            return name
        if hash_name(name.casefold()) in self._taken:
            name = f"{name}-{number}"
        self._taken.add(hash_name(name.casefold()))
        return name


def hash_name(text: str) -> int:
    """A number that stands for `text`, so that very many can be remembered in little memory."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 3
