"""The names of a story as a list: what is one name, what is two, and what kind of thing bears it."""

from __future__ import annotations

import pytest

from lint_news import Document, Linter

CASES = [
    # language, text, names with their kinds
    ("en", "Angela Rayworth spoke. Rayworth left.", {"Angela Rayworth": "person"}),
    ("en", "The United States and New Hampshire paid.", {"United States": "place", "New Hampshire": "place"}),
    ("en", "Then Florida Sen. Marco Rubio left.", {"Marco Rubio": "person"}),
    ("fr", "Le retour de Lionel Messi de Barcelone.", {"Lionel Messi": "person", "Barcelone": "place"}),
    ("fr", "Hier Dominique de Villepin a parlé.", {"Dominique de Villepin": "person"}),
    ("fr", "Le coach de Southampton Mauricio Pochettino part.", {"Mauricio Pochettino": "person"}),
    ("fr", "Un don à la Banque de France.", {"Banque de France": "organisation"}),
    ("en", "Then Kiwi Farms left.", {"Kiwi Farms": "name"}),
]


@pytest.mark.parametrize(("language", "text", "names"), CASES)
def test_names_and_kinds(linter: Linter, language: str, text: str, names: dict[str, str]) -> None:
    records = linter.annotate(Document(text, language=language)).name_records
    assert {record.text: record.kind for record in records if " " in record.text or record.kind == "place"} == names
