"""YAML descriptions: values as people mean them, every place right, every fault said at once."""

from __future__ import annotations

from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.effort import count_calls

from ibndocs.foundation.findings import Finding
from ibndocs.source.scalars import resolve_plain
from ibndocs.source.yaml_source import MAX_DEPTH, read_yaml


def faults(text: str) -> list[str]:
    """The findings of a text as `line:column id path`."""
    return [told(finding) for finding in read_yaml(text, "p.yaml")[1]]


def told(finding: Finding) -> str:
    place = str(finding.spot).removeprefix("p.yaml").removeprefix(":")
    return " ".join(part for part in (place, finding.id, finding.path) if part)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("true", True),
        ("FALSE", False),
        ("tRUE", "tRUE"),
        ("~", None),
        ("null", None),
        ("", None),
        ("nULL", "nULL"),
        ("9000", 9000),
        ("0", 0),
        ("-12", -12),
        ("0478123456", "0478123456"),
        ("-05", "-05"),
        ("+32470123456", "+32470123456"),
        ("0566.988.259", "0566.988.259"),
        ("1999.000.051", "1999.000.051"),
        ("5000.50", Decimal("5000.50")),
        ("0.1", Decimal("0.1")),
        (".5", Decimal("0.5")),
        ("1e3", Decimal("1E+3")),
        ("1e999", "1e999"),
        (".nan", ".nan"),
        (".inf", ".inf"),
        ("0o17", 15),
        ("0x1F", 31),
        ("017", "017"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("2027-01-01", "2027-01-01"),
        ("1.250,50", "1.250,50"),
        ("٣", "٣"),
    ],
)
def test_plain_scalars(text: str, value: object) -> None:
    found = read_yaml(f"key: {text}\n", "p.yaml")[0].data["key"]
    assert found == value
    assert type(found) is type(value)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=4))
def test_a_fraction_keeps_its_own_digits(number: Decimal) -> None:
    assert str(resolve_plain(str(number))) == str(number)


@given(st.text(max_size=60))
def test_a_plain_scalar_never_fails_and_text_stays_as_typed(text: str) -> None:
    value = resolve_plain(text)
    if isinstance(value, str):
        assert value == text


def test_quoted_scalars_and_keys_are_text() -> None:
    tree, findings = read_yaml("'1': \"no\"\n2027: '5'\ntrue: |\n  regel\n", "p.yaml")
    assert findings == []
    assert tree.data == {"1": "no", "2027": "5", "true": "regel\n"}


def test_every_value_and_key_has_its_place_in_characters() -> None:
    tree, _ = read_yaml("é😀: [a, 'b']\nlijst:\n  - {naam: ✓ x, nr: 2}\n  -\n    naam: >\n      tekst\n", "p.yaml")
    spots = {path: str(spot) for path, spot in tree.spots.items()}
    assert spots["é😀", 1] == "p.yaml:1:9"
    assert spots["lijst", 0, "nr"] == "p.yaml:3:21"
    assert spots["lijst", 1, "naam"] == "p.yaml:5:11"
    assert str(tree.keys["lijst", 0, "nr"]) == "p.yaml:3:17"


_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
_DATA = st.dictionaries(
    _TEXT,
    st.recursive(
        _TEXT | st.integers(0, 99) | st.booleans() | st.none(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXT, inner, max_size=3),
        max_leaves=8,
    ),
    min_size=1,
    max_size=4,
)


@given(_DATA, st.booleans())
def test_what_a_yaml_writer_wrote_reads_back_with_true_places(data: dict[str, object], flow: bool) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, sort_keys=False)
    tree, findings = read_yaml(text, "p.yaml")
    assert findings == []
    assert tree.data == data
    lines = text.split("\n")
    for path, spot in tree.keys.items():
        assert spot.line
        assert spot.column
        rest = lines[spot.line - 1][spot.column - 1 :]
        key = str(path[-1])
        assert rest.startswith((key, "'" + key.replace("'", "''"), '"', "? "))


def test_anchors_aliases_and_merge_keys() -> None:
    text = "basis: &b {stad: Gent, land: BE}\nlijst:\n  - *b\n  - <<: *b\n    stad: Aalst\n"
    tree, findings = read_yaml(text, "p.yaml")
    assert findings == []
    assert tree.data["lijst"] == [{"stad": "Gent", "land": "BE"}, {"stad": "Aalst", "land": "BE"}]
    assert str(tree.spots["lijst", 0, "stad"]) == "p.yaml:1:18"
    assert str(tree.spots["lijst", 1, "stad"]) == "p.yaml:5:11"


def test_every_duplicate_key_is_told_with_both_places() -> None:
    findings = read_yaml("a: 1\nb: {c: 1, c: 2}\na: 3\n", "p.yaml")[1]
    assert [told(finding) for finding in findings] == ["2:11 STR04 b.c", "3:1 STR04 a"]
    assert "p.yaml:1:1" in findings[1].message.nl


def bomb(item: str) -> str:
    lines = ["a0: &a0 {x: 1}"]
    lines += [f"a{level}: &a{level} {item.replace('@', f'*a{level - 1}')}" for level in range(1, 12)]
    return "\n".join(lines)


@pytest.mark.parametrize("item", ["[@, @, @, @, @, @, @, @]", "{<<: [@, @, @, @, @, @, @, @]}"])
def test_an_alias_bomb_is_refused_before_it_grows(item: str) -> None:
    assert faults(bomb(item)) == ["STR05"]
    assert count_calls(lambda: faults(bomb(item))) < 5_000_000  # written out it would be more than a billion values


@pytest.mark.parametrize("text", ["a: &x [*x]\n", "a: &x {b: {<<: *x}}\n", "a: &x {b: *x}\n"])
def test_recursion_is_refused(text: str) -> None:
    assert [fault.split()[1] for fault in faults(text)] == ["STR05"]


@pytest.mark.parametrize("text", ["[" * 200_000, "{a: " * 100_000, "a: " + "- " * 5000, "- " * 5000])
def test_endless_depth_is_a_fault_and_no_crash(text: str) -> None:
    found = read_yaml(text, "p.yaml")[1]
    assert len(found) == 1
    assert found[0].id in ("STR03", "STR05")


def test_reasonable_depth_is_fine() -> None:
    assert faults("a: " + "[" * (MAX_DEPTH - 5) + "]" * (MAX_DEPTH - 5)) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: !!str 5\n", "1:4 STR05 a"),
        ("a: !python/object:os.system x\n", "1:4 STR05 a"),
        ("a: !file\n", "1:4 STR05 a"),
        ("a: !file [x]\n", "1:4 STR05 a"),
        ("!x {a: 1}\n", "1:1 STR05"),
        ("? [a]\n: b\n", "1:3 STR05"),
        ("a: 1\n---\nb: 2\n", "2:1 STR05"),
        ("", "1:1 STR03"),
        ("# leeg\n", "1:1 STR03"),
        ("- a\n", "1:1 STR03"),
        ("tekst\n", "1:1 STR03"),
        ("a: 1\n\tb: 2\n", "2:1 STR03"),
        ("a:\n\t- 1\n", "2:1 STR03"),
        ("a: b: c\n", "1:5 STR03"),
        ("a: 'x\nb: 1\n", "1:4 STR03"),
        ("a: [1, 2\nb: 3\n", "1:4 STR03"),
        ("a: {b: 1\nc: 3\n", "1:4 STR03"),
        ("a: *x\n", "1:4 STR03"),
        ("a: **vet** woord\n", "1:5 STR03"),
        ("a: @x\n", "1:4 STR03"),
        ("a: `x`\n", "1:4 STR03"),
        ('a: "\\q"\n', "1:5 STR03"),
        ("a: - b\n", "1:4 STR03"),
        ("a: | x\n", "1:6 STR03"),
        ("a: 1\nb\nc: 2\n", "3:1 STR03"),
        ("a:\n  x: 1\n y: 2\n", "3:2 STR03"),
        ("a:\n - b\n c: 1\n", "3:2 STR03"),
        ("a: !x!y z\n", "1:4 STR03"),
    ],
)
def test_faults_of_spelling_have_their_place_and_advice(text: str, fault: str) -> None:
    findings = read_yaml(text, "p.yaml")[1]
    assert [told(finding) for finding in findings] == [fault]
    message = findings[0].message
    assert message.nl != message.en
    assert "expected" not in message.nl


def test_all_faults_but_those_of_syntax_come_at_once() -> None:
    assert faults("a: !x 1\nb: 1\nb: 2\nc: !!int 3\n") == ["1:4 STR05 a", "3:1 STR04 b", "4:4 STR05 c"]


@given(st.text(max_size=80))
def test_any_text_gives_data_or_findings(text: str) -> None:
    tree, findings = read_yaml(text.replace("\0", ""), "p.yaml")
    assert findings or tree.data is not None
    assert all(finding.spot for finding in findings)


def test_control_characters_are_dropped_with_a_warning_and_columns_stay_right() -> None:
    tree, findings = read_yaml("a: x\x07y\x92z\n'c\x01': [1, 2\x0c]\n", "p.yaml")
    assert tree.data == {"a": "xyz", "c": [1, "2"]}
    assert [told(finding) for finding in findings] == ["1:5 STR07", "2:3 STR07"]
    assert str(tree.spots["c", 1]) == "p.yaml:2:11"
    tree, findings = read_yaml('b: "p\\x0bq"\n', "p.yaml")
    assert tree.data == {"b": "pq"}
    assert [told(finding) for finding in findings] == ["1:4 STR07 b"]
    assert "U+000B" in findings[0].message.nl


def test_reading_costs_in_proportion_to_the_size() -> None:
    company = "  - name: Firma {0}\n    address: {{street: Dorp {0}, postal_code: '9000', municipality: Gent}}\n"
    prose = "    motivation: >\n" + "      Een regel tekst over wat het bedrijf van het netwerk verwacht.\n" * 4

    def cost(companies: int) -> int:
        text = "companies:\n" + "".join(company.format(number) + prose for number in range(companies))
        return count_calls(lambda: read_yaml(text, "p.yaml"))

    assert cost(200) < 4.5 * cost(50)
    assert cost(200) < 200 * 1000  # a reader in pure Python takes ten times as much


@pytest.mark.parametrize("text", ["a:\n\t- b\n", "a:\n  b: 1\n\tc: 2\n", "a:\n \tb: 1\n\tc: 2\n"])
def test_a_tab_that_indents_is_called_a_tab(text: str) -> None:
    (finding,) = read_yaml(text, "p.yaml")[1]
    assert "tab" in finding.message.nl
    assert finding.fix is not None
    assert finding.fix.nl == "vervang de tab door spaties"
