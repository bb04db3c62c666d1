"""Which words of a story a rule speaks of."""

from __future__ import annotations

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
