"""Multi-word expressions found through tokens: one dictionary look-up a token, whatever the number of expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lint_news.language.tokens import Tokens

_WORD = re.compile(r"[^\W_]+")


class PhraseMatch(NamedTuple):
    """An expression that stands at tokens ``[first, last]``."""

    first: int
    last: int
    phrase: str


class _Entry(NamedTuple):
    """An expression: its words, what stands between them, its text."""

    words: list[str]
    gaps: tuple[str, ...]
    text: str


class Phrases:
    """A set of expressions in lower case. An apostrophe in an expression matches a straight and a typographic one."""

    def __init__(self, entries: Iterable[str]) -> None:
        self._by_first: dict[str, list[_Entry]] = {}
        for text in entries:
            words = _WORD.findall(text.lower())
            if words:
                self._by_first.setdefault(words[0], []).append(_Entry(words, tuple(_WORD.split(text)[1:-1]), text))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda candidate: -len(candidate.words))
        self.first_words = frozenset(self._by_first)

    def at(self, i: int, lows: list[str], seps: list[str]) -> PhraseMatch | None:
        """The longest expression that begins at token i."""
        for words, gaps, text in self._by_first.get(lows[i], ()):
            last = i + len(words) - 1
            if lows[i : last + 1] == words and all(_same_gap(gap, seps[i + 1 + k]) for k, gap in enumerate(gaps)):
                return PhraseMatch(i, last, text)
        return None

    def openers(self, tokens: Tokens) -> frozenset[str]:
        """The first words of the expressions whose words a text has all of."""
        vocabulary = tokens.vocabulary
        return frozenset(
            first
            for first in self.first_words & vocabulary
            if any(vocabulary.issuperset(entry.words) for entry in self._by_first[first])
        )

    def find(self, tokens: Tokens) -> Iterator[PhraseMatch]:
        """All expressions of a text, longest first, not overlapping."""
        behind = 0
        for i in tokens.places_of(self.openers(tokens)):
            if i >= behind:
                match = self.at(i, tokens.lows, tokens.seps)
                if match:
                    behind = match.last + 1
                    yield match


def _same_gap(wanted: str, found: str) -> bool:
    if wanted == found:
        return True
    if wanted.isspace():
        return found.isspace() and "\n\n" not in found
    return found.replace("’", "'").strip() == wanted.replace("’", "'").strip()
