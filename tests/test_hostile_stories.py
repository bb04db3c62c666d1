"""Stories that somebody made to be slow: twice the text costs less than three times the time, whatever is in it."""

from __future__ import annotations

import pytest

from lint_news import Linter
from lint_news.formats.reading import read_bytes
from tests.growth import grows_linearly

# Name, ending of the file, language, number of units (the second run has twice as many), how a story is made of so many.
STORIES = [
    (
        "names alike",
        "txt",
        "en",
        5_000,
        lambda n: " met ".join(f"Mariela Gl{'aeiou'[i % 5]}nd{'aeobt'[i % 7 % 5]}" for i in range(n)),
    ),
    ("figures", "txt", "en", 2_500, lambda n: "The plan costs 300 million euros and 20 people died. " * n),
    ("figures in one sentence", "txt", "fr", 2_500, lambda n: "300 millions d'euros et 20 personnes, " * n),
    ("quotation marks", "txt", "en", 2_500, lambda n: 'a " b “ c ' * n),
    ("quotation marks of one kind", "txt", "fr", 5_000, lambda n: "a » " * n),
    ("speakers of one quotation", "txt", "en", 2_500, lambda n: 'he said, "' * n),
    ("selon", "txt", "fr", 2_500, lambda n: "selon des experts, selon " * n),
    ("a sentence without end", "txt", "en", 25_000, lambda n: "the plan of people who " * n),
    ("a poll that never comes", "txt", "en", 5_000, lambda n: "He says that " + "the man in " * n),
    ("a line without blanks", "txt", "fr", 1_000_000, lambda n: "é" * n),
    ("parentheses in parentheses", "txt", "en", 10_000, lambda n: "a (" * n + ") b" * n),
    ("headings", "md", "en", 2_500, lambda n: "# A heading\n\n" * n),
    ("dates", "txt", "en", 2_500, lambda n: "He left on Monday, 24 November 2026. " * n),
    ("dates without a year", "txt", "fr", 2_500, lambda n: "Il est parti hier, le 24 novembre. " * n),
    ("links", "md", "en", 2_500, lambda n: "[a link](http://a.example/b) and [half " * n),
    ("blocks in blocks", "html", "en", 5_000, lambda n: "<div><p>word " * n),
    ("attributes with comments", "html", "en", 2_500, lambda n: "<a b='<!-- lint-news: ignore -->'>word " * n),
    ("an attribute without end", "html", "en", 2_500, lambda n: "<a b=\"'<!-- lint-news: ignore -->'>word " * n),
    ("tags in Markdown", "md", "en", 2_500, lambda n: "<a b=\"' <!-- lint-news: ignore --> word " * n),
    ("full stops", "txt", "en", 30_000, lambda n: "." * n),
    ("closing marks", "txt", "fr", 30_000, lambda n: "a." + "”" * n),
    ("dashes in lines", "txt", "en", 20_000, lambda n: "-\n" * n),
]


@pytest.mark.parametrize(
    ("ending", "language", "number", "made"), [row[1:] for row in STORIES], ids=[row[0] for row in STORIES]
)
def test_the_cost_grows_with_the_text(linter: Linter, ending: str, language: str, number: int, made: object) -> None:
    def check(text: str) -> None:
        document = read_bytes(text.encode(), f"story.{ending}")
        document.language = language
        linter.check_document(document)

    assert callable(made)
    check(made(2))
    grows_linearly(check, made, number)
