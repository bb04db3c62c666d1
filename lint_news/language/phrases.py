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


class Phrases:
    """A set of expressions in lower case. An apostrophe in an expression matches a straight and a typographic one."""

    def __init__(self, entries: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[list[str], tuple[str, ...], str]]] = {}
        for entry in entries:
            words = _WORD.findall(entry.lower())
            if words:
                gaps = tuple(_WORD.split(entry)[1:-1])
                self._by_first.setdefault(words[0], []).append((words, gaps, entry))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))
        self.first_words = frozenset(self._by_first)

    def at(self, i: int, lows: list[str], seps: list[str]) -> PhraseMatch | None:
        """The longest expression that begins at token i."""
        for words, gaps, entry in self._by_first.get(lows[i], ()):
            last = i + len(words) - 1
            if lows[i : last + 1] == words and all(_same_gap(gap, seps[i + 1 + k]) for k, gap in enumerate(gaps)):
                return PhraseMatch(i, last, entry)
        return None

    def find(self, tokens: Tokens) -> Iterator[PhraseMatch]:
        """All expressions of a text, longest first, not overlapping."""
        behind = 0
        for i in tokens.places_of(self.first_words):
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
