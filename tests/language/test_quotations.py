from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.language.conftest import Annotate


@pytest.mark.parametrize(
    ("language", "text", "quoted"),
    [
        ("fr", "Il dit « oui » et « non ».", ["« oui »", "« non »"]),
        ("fr", "Il dit « lire “Germinal” vite ».", ["« lire “Germinal” vite »"]),
        ("fr", "« Un.\n\n« Deux. » Fin.", ["« Un.\n\n« Deux. »"]),
        ("fr", "l'hiver d'avant, l’été d’après", []),
        ("en", "She said “no” twice.", ["“no”"]),
        ("en", 'She said "no" twice.', ['"no"']),
        ("en", "“He said ‘never’ to me.”", ["“He said ‘never’ to me.”"]),
        ("en", "the workers’ day and the ’90s", []),
        ("en", "the workers' day and the '90s", []),
        ("en", "He wrote 'maybe' once.", ["'maybe'"]),
        ("en", "‘Don’t go,’ she said.", ["‘Don’t go,’"]),
        ("en", 'a 27" screen, 5\'10" tall', []),
        ("en", "“One.\n\n“Two.” End.", ["“One.\n\n“Two.”"]),
        ("en", '"One.\n\n"Two." End.', ['"One.', '"Two."']),
        ("en", "„Ja“, said he.", ["„Ja“"]),
        ("en", "''One,'' she said, ``two,'' too.", ["''One,''", "``two,''"]),
        ("en", 'He said "she told me "no" and left" twice.', ['"she told me "no" and left"']),
        ("fr", 'Elle dit "le mot "oui" ou "non", selon" hier.', ['"le mot "oui" ou "non", selon"']),
        ("en", 'a tweet date="May 1" id="7" and "this"', ['"this"']),
        ("en", '“A 27" screen,” she said.', ['“A 27" screen,”']),
        ("en", 'He said "a 27" screen" twice.', ['"a 27" screen"']),
        ("en", "And how ‘bout this: “Residents’ lives.” End", ["“Residents’ lives.”"]),
        ("fr", 'Il dit "oui "et "non".', ['"oui "', '"non"']),
        ("fr", 'l\'"oeuvre" et "\'Non\'"', ['"oeuvre"', "\"'Non'\""]),
        ("fr", "« Un.\n\n» Deux. » Fin.", ["« Un.\n\n» Deux. »"]),
        ("fr", "« Un.\n« Deux. » Fin.", ["« Un.\n« Deux. »"]),
    ],
)
def test_quotations(annotate: Annotate, language: str, text: str, quoted: list[str]) -> None:
    found = annotate(text, language).quotations
    assert [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)] == quoted
    assert [quotation.problem for quotation in found.found if quotation.problem] == []


@pytest.mark.parametrize(
    ("language", "text", "problem", "at", "wanted"),
    [
        ("fr", "Il veut « aider « .", "reversed", 16, "»"),
        ("fr", "Il veut « aider «", "reversed", 16, "»"),
        ("fr", "Il dit « oui.\n\nAutre paragraphe.", "unclosed", 7, ""),
        ("fr", "Non », dit-il.", "unopened", 4, "«"),
        ("en", "He said “yes.\n\nNext.", "unclosed", 8, ""),
        ("en", "No,” he said.", "unopened", 3, "“"),
        ("fr", 'Il dit "oui". "Non. Elle "part".', "unclosed", 14, ""),
        ("fr", 'Il dit "oui". Non", dit-elle. "Si"', "unopened", 17, '"'),
        ("fr", '« Il part" ».', "unopened", 9, '"'),
        ("en", '“Yes," he said. “No.”', "mixed", 5, "”"),
        ("en", '"Yes,” he said. "No."', "mixed", 5, '"'),
        ("fr", '« Oui ", dit-il.', "mixed", 6, "»"),
        ("en", "“One.\n\nTwo.” End.", "unrepeated", 7, "“"),
    ],
)
def test_problems(annotate: Annotate, language: str, text: str, problem: str, at: int, wanted: str) -> None:
    found = [quotation for quotation in annotate(text, language).quotations.found if quotation.problem]
    assert [(quotation.problem, quotation.problem_at, quotation.wanted) for quotation in found] == [(problem, at, wanted)]


def test_an_unclosed_quotation_ends_with_its_paragraph(annotate: Annotate) -> None:
    text = "Il dit « oui.\n\nAutre paragraphe."
    quotations = annotate(text, "fr").quotations
    assert quotations.covers(text.index("oui"))
    assert not quotations.covers(text.index("Autre"))


@pytest.mark.parametrize("text", ["“" + "A story that is one quotation. " * 2_000 + "”", '"' + "Yes. " * 2_000 + '"'])
def test_a_story_that_is_one_quotation(annotate: Annotate, text: str) -> None:
    quotations = annotate(text, "en").quotations
    assert (quotations.starts, quotations.ends) == ([0], [len(text)])


@pytest.mark.parametrize("mark", ["«", "»", "“", "”", '"', "'", "‘", "’", "''", "``"])
def test_ten_thousand_marks_cost_no_more_than_their_length(annotate: Annotate, mark: str) -> None:
    begun = time.perf_counter()
    assert annotate(mark * 10_000, "fr").quotations is not None
    assert annotate((mark + "a ") * 10_000, "en").quotations is not None
    assert time.perf_counter() - begun < 2


@given(st.text(alphabet="ab .\n«»“”‘’\"'"))
def test_spans_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    from lint_news import Document
    from lint_news.language.annotations import Annotations
    from lint_news.language.pack import LanguagePack

    marks = (("«", "»"), ("“", "”"), ("‘", "’"))
    found = Annotations(Document(text), LanguagePack("xx", {}, {}, {"quotation_marks": marks})).quotations
    assert all(0 <= start < end <= len(text) for start, end in zip(found.starts, found.ends, strict=True))
    assert all(end <= start for end, start in zip(found.ends, found.starts[1:], strict=False))
