"""Which words of a story a rule speaks of, and whether the story holds what a rule needs."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from lint_news.language.annotations import Annotations


def in_scope(story: Annotations, scope: str, start: int) -> bool:
    """True where a finding that begins at ``start`` belongs to a rule of this scope."""
    if scope == "all":
        return True
    if scope == "own":
        return not story.quotations.covers(start)
    if scope == "quotation":
        return story.quotations.covers(start)
    return story.zones.kind_at(start) == scope


def holds_any(story: Annotations, texts: Iterable[str]) -> bool:
    """Does one of some short texts stand in a story?"""
    whole, marks = story.text, story.tokens.marks
    return any(text in (whole if _has_letters(text) else marks) for text in texts)


@lru_cache(maxsize=1024)
def _has_letters(text: str) -> bool:
    return any(map(str.isalnum, text))
