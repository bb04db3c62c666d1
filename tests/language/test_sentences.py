from __future__ import annotations

import pytest

from tests.language.conftest import Annotate


@pytest.mark.parametrize(
    ("language", "text", "sentences"),
    [
        ("en", "He left. She stayed.", ["He left.", "She stayed."]),
        ("en", "Mr. Smith met Sen. Jones.", ["Mr. Smith met Sen. Jones."]),
        ("en", "The U.S. Senate voted. It passed.", ["The U.S. Senate voted.", "It passed."]),
        ("en", "He lives in the U.S. The law is old.", ["He lives in the U.S.", "The law is old."]),
        ("en", "George W. Bush spoke.", ["George W. Bush spoke."]),
        ("en", "It was No. 5 of 7.", ["It was No. 5 of 7."]),
        ("en", "“We won.” He smiled.", ["“We won.”", "He smiled."]),
        ("en", "It rose 3.5 percent. Good.", ["It rose 3.5 percent.", "Good."]),
        ("en", "It rose by 11.15 a.m. Bloomberg has it.", ["It rose by 11.15 a.m.", "Bloomberg has it."]),
        ("en", "He left at 9 a.m. EST and 9 p.m. Monday.", ["He left at 9 a.m. EST and 9 p.m. Monday."]),
        ("en", "Wait... no", ["Wait... no"]),
        ("fr", "M. Macron a vu Mme Merkel. Il part.", ["M. Macron a vu Mme Merkel.", "Il part."]),
        ("fr", "« Nous partons. » Il sort.", ["« Nous partons. »", "Il sort."]),
        ("fr", "Vraiment ? Oui !", ["Vraiment ?", "Oui !"]),
        ("fr", "Titre\n\nUn début. Une fin.", ["Titre", "Un début.", "Une fin."]),
        ("fr", "C'est la fin de l'épidémie.Le froid revient.", ["C'est la fin de l'épidémie.", "Le froid revient."]),
        ("en", "See OpenStreetMap.org, Node.JS and e.V.", ["See OpenStreetMap.org, Node.JS and e.V."]),
        ("fr", "un\ndeux", ["un\ndeux"]),
        ("fr", "", [""]),
    ],
)
def test_sentences(annotate: Annotate, language: str, text: str, sentences: list[str]) -> None:
    story = annotate(text, language)
    assert [text[a:b] for a, b in zip(story.sentences.starts, story.sentences.ends, strict=True)] == sentences
