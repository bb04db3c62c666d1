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
        # By the first two words: many expressions begin alike ("is sure", "is certain").
        self._by_pair: dict[tuple[str, str], list[_Entry]] = {}
        self._by_longest: dict[str, list[_Entry]] = {}
        for text in entries:
            words = _WORD.findall(text.lower())
            if words:
                entry = _Entry(words, tuple(_WORD.split(text)[1:-1]), text)
                self._by_pair.setdefault((words[0], words[1] if len(words) > 1 else ""), []).append(entry)
                self._by_longest.setdefault(max(words, key=len), []).append(entry)
        for candidates in self._by_pair.values():
            candidates.sort(key=_from_longest)
        self.first_words = frozenset(first for first, _ in self._by_pair)
        self._longest_words = frozenset(self._by_longest)

    def at(self, i: int, lows: list[str], seps: list[str]) -> PhraseMatch | None:
        """The longest expression that begins at token i."""
        first = lows[i]
        following = lows[i + 1] if i + 1 < len(lows) else ""
        for pair in ((first, following), (first, "")):
            match = _first_match(self._by_pair.get(pair, ()), i, lows, seps)
            if match:
                return match
        return None

    def openers(self, tokens: Tokens) -> frozenset[str]:
        """The first words of the expressions whose words a text has all of."""
        return frozenset(self._present(tokens))

    def find(self, tokens: Tokens) -> Iterator[PhraseMatch]:
        """All expressions of a text, longest first, not overlapping."""
        present = self._present(tokens)
        if not present:
            return
        behind = 0
        for i in tokens.places_of(frozenset(present)):
            if i >= behind:
                match = _first_match(present[tokens.lows[i]], i, tokens.lows, tokens.seps)
                if match:
                    behind = match.last + 1
                    yield match

    def _present(self, tokens: Tokens) -> dict[str, list[_Entry]]:
        """The expressions whose words a text has all of, by their first word, longest first.

        Looked up by the longest word of each, which fewer texts hold than the article that it may begin with.
        """
        vocabulary = tokens.vocabulary
        present: dict[str, list[_Entry]] = {}
        for word in self._longest_words & vocabulary:
            for entry in self._by_longest[word]:
                if vocabulary.issuperset(entry.words):
                    present.setdefault(entry.words[0], []).append(entry)
        for candidates in present.values():
            candidates.sort(key=_from_longest)
        return present


def _from_longest(entry: _Entry) -> int:
    return -len(entry.words)


def _first_match(entries: Iterable[_Entry], i: int, lows: list[str], seps: list[str]) -> PhraseMatch | None:
    for words, gaps, text in entries:
        last = i + len(words) - 1
        if lows[i : last + 1] == words and all(_same_gap(gap, seps[i + 1 + k]) for k, gap in enumerate(gaps)):
            return PhraseMatch(i, last, text)
    return None


def _same_gap(wanted: str, found: str) -> bool:
    if wanted == found:
        return True
    if wanted.isspace():
        return found.isspace() and "\n\n" not in found
    return found.replace("’", "'").strip() == wanted.replace("’", "'").strip()
