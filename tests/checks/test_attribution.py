"""Unnamed sources: crowds of them cost what they are long."""

from __future__ import annotations

import pytest

from lint_news import Linter
from lint_news.document import Document
from tests.growth import grows_linearly

CROWDS = [
    ("placed, no reason", "fr", "Selon une source diplomatique, il part. "),
    ("a study of nobody", "en", "A study says that Jens Stoltenberg left. "),
    ("introduced by a name", "en", "Researchers of Lille left. The researchers said so. "),
    ("never introduced", "en", "The researchers said that he left. "),
    ("all in one sentence", "fr", "selon une source diplomatique sous couvert d'anonymat et "),
]


@pytest.mark.parametrize(("language", "unit"), [row[1:] for row in CROWDS], ids=[row[0] for row in CROWDS])
def test_the_cost_grows_with_the_number_of_sources(language: str, unit: str) -> None:
    """Twice the sources take less than three times the time; the annotations are made before."""
    linter = Linter(select=["attribution"])
    annotated = {}

    def annotate(number: int) -> str:
        text = unit * number
        annotated[text] = linter.annotate(Document(text, language=language))
        linter.check_story(annotated[text])
        return text

    grows_linearly(lambda text: linter.check_story(annotated[text]), annotate, 5_000)
