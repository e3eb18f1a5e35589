"""Mending: what is certain is spelled better in its place, and nothing else in the file moves."""

from __future__ import annotations

import random
import re
import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.descriptions import plain_data

from ibndocs.foundation.findings import FaultyInput, format_path
from ibndocs.model import Project
from ibndocs.source import read_source
from ibndocs.source.kinds import Kind, kind_at
from ibndocs.source.mending import Fix, MeaningChanged, apply_fixes, find_fixes


def write(folder: Path, text: str | bytes, name: str = "project.yaml") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def mended(folder: Path, text: str | bytes, name: str = "project.yaml") -> str:
    """The text after mending; a second time there is nothing left to mend."""
    path = write(folder, text, name)
    source = read_source(path)
    path.write_bytes(apply_fixes(source, path.read_bytes(), find_fixes(source)))
    assert find_fixes(read_source(path)) == []
    return path.read_bytes().decode()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (("cofinancing", "membership", 0, "fee"), Kind.MONEY),
        (("companies", 3, "cash"), Kind.MONEY),
        (("companies", 3, "cash", 1), Kind.MONEY),
        (("companies", 3, "cash", "2"), Kind.MONEY),
        (("team", 0, "fte"), Kind.NUMBER),
        (("team", 0, "fte", 2), Kind.NUMBER),
        (("team", 0, "wage", "amount"), Kind.MONEY),
        (("team", 0, "wage", "basis"), Kind.TEXT),
        (("applicant", "vat", "recoverable_share"), Kind.NUMBER),
        (("budget", "indexation"), Kind.NUMBER),
        (("project", "duration_months"), Kind.WHOLE),
        (("project", "version"), Kind.TEXT),
        (("project", "start"), Kind.TEXT),
        (("applicant", "address", "postal_code"), Kind.POSTAL_CODE),
        (("partners", 0, "address", "postal_code"), Kind.POSTAL_CODE),
        (("partners", 0, "enterprise_number"), Kind.ENTERPRISE_NUMBER),
        (("companies", 0, "size"), Kind.TEXT),
        (("narrative", "vision"), Kind.TEXT),
        (("narrative", "vision", "phase1"), Kind.TEXT),
        (("pitch", "problem", 0), Kind.TEXT),
        (("companies", 0, "leading"), None),
        (("companies",), None),
        (("companies", "file"), None),
        (("project", "acronim"), None),
        ((), None),
    ],
)
def test_the_model_says_what_stands_at_a_path(path: tuple[str | int, ...], kind: Kind | None) -> None:
    assert kind_at(path) == kind


FEE = "cofinancing:\n  membership:\n  - {id: a, fee: FEE}  # lidgeld\n"
POSTAL = "applicant:\n  address:\n    postal_code: CODE\n"
NUMBER = "applicant:\n  enterprise_number: NUMBER # KBO\n"
NAME = "applicant:\n  name: NAME\n"


@pytest.mark.parametrize(
    ("form", "old", "new"),
    [
        (FEE, '"1.250,50"', "1250.50"),
        (FEE, "'1.250'", "1250"),
        (FEE, '"€ 5 000"', "5000"),
        (FEE, "€ 5 000", "5000"),
        (FEE, "5.000.000", "5000000"),
        (FEE, '"1250.50"', "1250.50"),
        (FEE, '"5.000,-"', "5000"),
        (FEE, '" 5000 "', "5000"),
        (FEE, "5\u00a0000 EUR", "5000"),
        (FEE, "&fee '5.000'", "&fee 5000"),
        (FEE, r'"5\u00a0000"', "5000"),
        (POSTAL, '"9000"', "9000"),
        (POSTAL, "B-9000", "9000"),
        (POSTAL, "'BE-9000 '", "9000"),
        (NUMBER, "0566988259", "0566.988.259"),
        (NUMBER, "BE 0566.988.259", "0566.988.259"),
        (NUMBER, "566988259", "0566.988.259"),
        (NUMBER, "'BE0566988259'", "'0566.988.259'"),
        (NUMBER, "1999000051", "1999.000.051"),
        (NAME, '" De firma "', '"De firma"'),
        (NAME, "'it''s goed '", "'it''s goed'"),
        (NAME, '"goed\\\\ "', '"goed\\\\"'),
        (NAME, "De firma\u00a0", "De firma"),
        (NAME, '" twee\n    regels "', '"twee\n    regels"'),
        ("project:\n  duration_months: N\n", '"36"', "36"),
        ("project:\n  start: D\n", '"2027-01-01 "', '"2027-01-01"'),
        ("team:\n- fte:\n  - A\n  - 1\n", '"0,8"', "0.8"),
        ("team:\n- fte: [A,1]\n", '"0,8"', "0.8"),
        ("companies:\n- cash: {1: A, 2: 5}\n", "'1.000'", "1000"),
        ("companies:\n- cash: A\n", "'1.000'", "1000"),
        ("narrative:\n  vision: A\n", "'tekst '", "'tekst'"),
        ("companies:\n- size: A\n", "'small '", "'small'"),
    ],
)
def test_a_certain_value_is_mended_in_its_place(tmp_path: Path, form: str, old: str, new: str) -> None:
    name = next(
        word for word in ("FEE", "CODE", "NUMBER", "NAME", "N", "D", "A") if f" {word}" in form or f"[{word}" in form
    )
    before, after = (form.replace(f" {name}", f" {value}").replace(f"[{name}", f"[{value}") for value in (old, new))
    assert mended(tmp_path, before) == after


@pytest.mark.parametrize(
    "text",
    [
        FEE.replace(" FEE", " 5.000"),  # without quotes YAML means 5, its writer 5000
        FEE.replace(" FEE", ' "1,250"'),  # may be 1.25 or 1250
        FEE.replace(" FEE", ' "10,005"'),
        FEE.replace(" FEE", ' "te bepalen"'),
        FEE.replace(" FEE", " 5000"),
        FEE.replace(" fee: FEE", ' "fee":"5000"'),  # without quotes `:5000` would be read otherwise
        "team:\n- {fte: '1,125'}\n",
        POSTAL.replace(" CODE", " '900'"),
        POSTAL.replace(" CODE", " 9000 Gent"),
        NUMBER.replace(" NUMBER", " 0566.988.259"),
        NUMBER.replace(" NUMBER", " '0566.988.259'"),
        NUMBER.replace(" NUMBER", " '2147812701'"),
        NAME.replace(" NAME", " |\n    tekst  \n    met harde regels  \n"),
        NAME.replace(" NAME", " >-\n    tekst  "),
        NAME.replace(" NAME", ' "5 000"'),
        NAME.replace(" NAME", ' "B-9000"'),
        NAME.replace(" NAME", " 12\u00a0"),  # without its space it would be a number
        NAME.replace(" NAME", " null\u00a0"),
        NAME.replace(" NAME", ' "tekst \\n"'),
        'project:\n  start: "2027-01-01"\n  version: "0.1"\n  acronim: " x "\n',
        "project:\n  duration_months: '036'\n",
        "project:\n  duration_months: '1.000'\n",
        "companies:\n- leading: 'true '\n",
    ],
)
def test_what_is_not_certain_stays(tmp_path: Path, text: str) -> None:
    assert mended(tmp_path, text) == text


def test_comments_layout_line_ends_and_byte_order_mark_stay(tmp_path: Path) -> None:
    text = (
        "\ufeff# kop  \r\n\r\napplicant:   # wie\r\n   'name' :  \"Firma é𝄞 \"   # naam\r\n"
        '   address: { street : " Kaai 1" , postal_code: "9000",municipality: Gent  }\t# hier\r\n'
        "...\r\n"
    )
    expected = text.replace('𝄞 "', '𝄞"').replace('" Kaai', '"Kaai').replace('"9000"', "9000")
    assert mended(tmp_path, text) == expected


def test_a_lone_carriage_return_or_next_line_moves_nothing(tmp_path: Path) -> None:
    text = "# a\u0085applicant:\r  name: 'x '\n  # b\u2028\n  legal_form: 'y '\n"
    assert mended(tmp_path, text) == text.replace("x ", "x").replace("y ", "y")


def test_what_is_referred_to_stays(tmp_path: Path) -> None:
    text = (
        "applicant:\n  name: &name 'x '\n  legal_form: *name\n  address: &place {street: ' a', postal_code: '9000'}\n"
        "partners:\n- address: {<<: *place, municipality: 'Gent '}\n- address: {<<: {street: ' b'}}\n"
    )
    assert mended(tmp_path, text) == text.replace("'Gent '", "'Gent'")


def test_a_text_file_stays(tmp_path: Path) -> None:
    (tmp_path / "naam.md").write_bytes(b" tekst \n")
    text = "applicant:\n  name: !file naam.md\n  legal_form: 'vzw '\n"
    assert mended(tmp_path, text) == text.replace("vzw ", "vzw")
    assert (tmp_path / "naam.md").read_bytes() == b" tekst \n"


def test_a_value_with_dropped_characters_stays_and_moves_no_other(tmp_path: Path) -> None:
    text = "applicant: {name: 'a\u0007 ', legal_form: 'vzw '}\n"
    assert mended(tmp_path, text) == text.replace("vzw ", "vzw")


def test_below_a_key_with_dropped_characters_values_are_mended(tmp_path: Path) -> None:
    text = "narrative: {'problem\u0007': ' x'}\napplicant: {'legal\u0007_form': 'vzw '}\n"
    assert mended(tmp_path, text) == text.replace("vzw ", "vzw").replace("' x'", "'x'")
    toml = "[narrative]\n'problem\u0007' = ' x'\n[applicant]\n\"legal\u0007_form\" = 'vzw '\n"
    assert mended(tmp_path, toml, "project.toml") == toml.replace("vzw ", "vzw").replace("' x'", "'x'")


def test_a_list_in_a_table_stays_and_its_name_too(tmp_path: Path) -> None:
    (tmp_path / "leden.csv").write_bytes(b"naam;ondernemingsnummer\nFirma ;BE0566988259\n")
    text = "companies: 'leden.csv '\napplicant: {name: 'x '}\n"
    assert mended(tmp_path, text) == text.replace("'x '", "'x'")


def test_toml_is_mended_alike(tmp_path: Path) -> None:
    text = (
        "# kop\r\n[applicant]\r\nname = \" Firma \"  # naam\r\nenterprise_number='BE0566988259'\r\n"
        'legal_form = """vzw """\r\naddress = {street = "Kaai 1\\u0020", postal_code="9000", municipality = "Gent"}\r\n'
        "[[cofinancing.membership]]\r\nfee = '1.250,50'\r\nbenefits = [ 'een ', \"\"]\r\n"
        '[project]\r\nstart = 2027-01-01\r\nduration_months = "36"\r\n'
    )
    changes = {
        '" Firma "': '"Firma"',
        "BE0566988259": "0566.988.259",
        '"9000"': "9000",
        "'1.250,50'": "1250.50",
        "'een '": "'een'",
        '"36"': "36",
    }
    expected = text
    for old, new in changes.items():
        expected = expected.replace(old, new)
    assert mended(tmp_path, text, "project.toml") == expected


def test_a_fix_tells_its_place_and_both_spellings(tmp_path: Path) -> None:
    path = write(tmp_path, FEE.replace("FEE", '"1.250,50"'))
    (fix,) = find_fixes(read_source(path))
    told = (str(fix.spot), fix.old, fix.new, format_path(fix.path), fix.why.nl)
    assert told == (
        "project.yaml:3:18",
        '"1.250,50"',
        "1250.50",
        "cofinancing.membership[0].fee",
        "een getal in plaats van tekst",
    )


def test_a_file_that_changed_meanwhile_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, NAME.replace("NAME", "'x '"))
    source = read_source(path)
    with pytest.raises(MeaningChanged, match="no longer there"):
        apply_fixes(source, b"applicant:\n  name: nieuw\n", find_fixes(source))


def test_a_fix_that_would_change_the_meaning_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, NAME.replace("NAME", "'x '"))
    source = read_source(path)
    (fix,) = find_fixes(source)
    wrong = Fix(fix.path, fix.spot, fix.old, "y", fix.why, fix.start, fix.value)
    with pytest.raises(MeaningChanged, match="more than it should"):
        apply_fixes(source, path.read_bytes(), [wrong])


def test_what_cannot_be_read_is_not_looked_into(tmp_path: Path) -> None:
    with pytest.raises(FaultyInput):
        read_source(write(tmp_path, "applicant: {name: 'x '\n"))


# --- whatever the writer's habits, the model reads the same before and after ---

CHOICES = {"start", "date", "on", "baseline_on", "basis", "kind", "size", "sizes", "strand", "level", "aspect"}
CHOICES |= {"goal", "horizon", "counting", "probability", "impact"}
"""Keys of text that the model takes as it stands only, blanks included."""


def spell_amount(pick: random.Random) -> str:
    whole, cents = pick.randrange(2_000_000), pick.randrange(100)
    grouped = f"{whole:,}"
    return pick.choice(
        [
            f"{grouped.replace(',', '.')},{cents:02}",
            f"€ {grouped.replace(',', ' ')}",
            f"{whole}",
            f"{whole}.{cents:02}",
            f" {grouped.replace(',', chr(0xA0))} EUR",
        ]
    )


def respell(pick: random.Random, data: object, path: tuple[str | int, ...] = ()) -> object:
    """The data with values spelled as people spell them."""
    if isinstance(data, dict):
        return {key: respell(pick, value, (*path, key)) for key, value in data.items()}
    if isinstance(data, list):
        return [respell(pick, value, (*path, index)) for index, value in enumerate(data)]
    kind = kind_at(path)
    if kind is Kind.MONEY:
        return spell_amount(pick)
    if kind is Kind.NUMBER:
        return pick.choice(["0,8", "1", "0.5", " 1 ", "1,0", "0,25"])
    if kind is Kind.POSTAL_CODE:
        return pick.choice([int(str(data)), str(data), f"B-{data}", f" {data}"])
    if kind is Kind.ENTERPRISE_NUMBER:
        bare = str(data).replace(".", "")
        return pick.choice([str(data), bare, f"BE {bare}", f"BE{data} ", int(bare)])
    if kind is Kind.TEXT and isinstance(data, str) and not CHOICES & set(path):
        return pick.choice(["", "", " ", "  ", "\t", "\u00a0"]) + data + pick.choice(["", "", " ", "  ", "\u00a0"])
    return data


def describe(pick: random.Random) -> str:
    """A valid description, spelled and laid out in some way."""
    data = plain_data()
    data["companies"] = data["companies"][:2]
    text = yaml.safe_dump(
        respell(pick, data),
        sort_keys=False,
        allow_unicode=pick.random() < 0.7,
        default_flow_style=pick.choice([None, False, True]),
        default_style=pick.choice([None, None, "'", '"']),
        width=pick.choice([40, 100_000]),
    )
    text = re.sub("!!(?:int|bool|null|float) ([\"'])(.*?)\\1", r"\2", text)
    lines = [f"# kop {pick.choice(['', '  ', 'é𝄞'])}", *text.splitlines()]
    return pick.choice(["", "\ufeff"]) + pick.choice(["\n", "\r\n"]).join([*lines, ""])


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_the_model_reads_the_same_and_other_lines_stay(seed: int) -> None:
    text = describe(random.Random(seed))
    with tempfile.TemporaryDirectory() as name:
        source = read_source(write(Path(name), text))
        before = Project.model_validate(source.data)
        fixes = find_fixes(source)
        after = mended(Path(name), text)
        assert Project.model_validate(read_source(Path(name)).data) == before
    assert fixes
    bare = text.removeprefix("\ufeff")
    touched = {bare.count("\n", 0, fix.start) + more for fix in fixes for more in range(fix.old.count("\n") + 1)}
    old, new = text.split("\n"), after.split("\n")
    assert len(old) == len(new)
    assert {line for line, pair in enumerate(zip(old, new, strict=True)) if pair[0] != pair[1]} <= touched
