"""Annotations of a text in a language, with the shipped packs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_news import Document, Linter
from lint_news.language.annotations import Annotations

Annotate = Callable[..., Annotations]


@pytest.fixture
def annotate(linter: Linter) -> Annotate:
    def run(text: str, language: str = "en") -> Annotations:
        return linter.annotate(Document(text, language=language))

    return run
