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
        self.first_words = frozenset(self._by_first)
        # By the first two words, longest first: many expressions begin alike ("is sure", "is certain").
        self._by_pair: dict[tuple[str, str], list[_Entry]] = {}
        for first, candidates in self._by_first.items():
            for entry in sorted(candidates, key=lambda candidate: -len(candidate.words)):
                self._by_pair.setdefault((first, entry.words[1] if len(entry.words) > 1 else ""), []).append(entry)

    def at(self, i: int, lows: list[str], seps: list[str]) -> PhraseMatch | None:
        """The longest expression that begins at token i."""
        pairs = self._by_pair
        first = lows[i]
        following = lows[i + 1] if i + 1 < len(lows) else ""
        for candidates in (pairs.get((first, following)), pairs.get((first, ""))):
            for words, gaps, text in candidates or ():
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
