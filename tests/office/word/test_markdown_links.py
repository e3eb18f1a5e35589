"""Links of prose in Word: what becomes a hyperlink and what is printed."""

from __future__ import annotations

import pytest
from lxml import etree
from tests.office.word.prose import BARE, BLANK, DECLARED, find, open_resources, text_of, texts, value

from ibndocs.foundation.values import Markdown
from ibndocs.office.package import Package
from ibndocs.office.word.markdown import render_markdown


def links_of(text: str, package: Package = BLANK) -> tuple[etree._Element, dict[str, str]]:
    resources, _ = open_resources(package)
    xml = render_markdown(Markdown(text), resources)
    return etree.fromstring(f"<w:body {DECLARED}>{xml}</w:body>"), {
        item["Id"]: item["Target"] for item in resources.relationships
    }


def test_a_link_is_a_hyperlink_in_the_forms_style() -> None:
    root, targets = links_of('Zie [de **oproep**](https://www.vlaio.be/nl?a=1&b=2 "Naar de oproep") nu.')
    (link,) = find(root, "//w:hyperlink")
    assert text_of(link) == "de oproep"
    assert targets[value(link, "@r:id")[0]] == "https://www.vlaio.be/nl?a=1&b=2"
    assert value(link, "@w:tooltip") == ["Naar de oproep"]
    assert texts(root) == ["Zie de oproep nu."]


def test_a_link_is_blue_and_underlined_where_the_form_has_no_style_for_it() -> None:
    root, _ = links_of("[x](https://voorbeeld.be)", BARE)
    assert value(root, "//w:hyperlink/w:r/w:rPr/w:color/@w:val") == ["0563C1"]
    assert value(root, "//w:hyperlink/w:r/w:rPr/w:u/@w:val") == ["single"]


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://voorbeeld.be/één%20twee%", "https://voorbeeld.be/%C3%A9%C3%A9n%20twee%25"),
        ("https://café.be:8080/a|b", "https://xn--caf-dma.be:8080/a%7Cb"),
        ("mailto:naam@voorbeeld.be?subject=Vraag", "mailto:naam@voorbeeld.be?subject=Vraag"),
    ],
)
def test_addresses_are_stored_as_word_demands(address: str, target: str) -> None:
    _, targets = links_of(f"[x]({address})")
    assert list(targets.values()) == [target]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "file:///etc/passwd", "teksten/plan.docx", "//voorbeeld.be", "https://", "https://a..be",
        "https://x:99999999/", "https://gebruiker@voorbeeld.be", "mailto:niemand", "https://voorbeeld.be/" + "a" * 2000,
    ],
)  # fmt: skip
def test_any_other_address_is_printed(address: str) -> None:
    root, targets = links_of(f"Zie [tekst]({address}).")
    assert targets == {}
    assert texts(root) == [f"Zie tekst ({address})."]


def test_addresses_in_the_text_are_not_made_into_links() -> None:
    root, targets = links_of("https://voorbeeld.be en <https://voorbeeld.be> en <naam@voorbeeld.be>")
    assert targets == {}
    assert texts(root) == ["https://voorbeeld.be en https://voorbeeld.be en naam@voorbeeld.be"]


def test_a_link_without_text_shows_its_address() -> None:
    root, targets = links_of("[](https://voorbeeld.be)")
    assert texts(root) == ["https://voorbeeld.be"]
    assert len(targets) == 1


def test_definitions_of_links_disappear_only_when_they_are_used() -> None:
    source = "[a] en [^1]\n\n[a]: https://voorbeeld.be\n[a]: https://dubbel.be\n[b]: c 'd'\n[^1]: noot"
    root, targets = links_of(source)
    assert list(targets.values()) == ["https://voorbeeld.be"]
    assert texts(root) == ["a en [^1]", "[a]: https://dubbel.be", "[b]: c 'd'", "[^1]: noot"]
