"""Multi-word expressions found through tokens: one dictionary look-up a token, whatever the number of expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain
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
    """A set of expressions in lower case. An apostrophe in an expression matches a straight and a typographic one.

    An expression is taken apart when a text first holds its longest word, which fewer texts do than hold its first: a language
    has thousands of them, and a story a dozen.
    """

    def __init__(self, entries: Iterable[str]) -> None:
        self._by_longest: dict[str, list[str]] = {}
        for text in entries:
            # Most are words and spaces.
            low = text.lower()
            words = low.split(" ") if low.replace(" ", "").isalpha() else _WORD.findall(low)
            if words:
                self._by_longest.setdefault(max(words, key=len), []).append(text)
        self._longest_words = frozenset(self._by_longest)
        self._taken_apart: dict[str, list[_Entry]] = {}

    @cached_property
    def _by_first(self) -> dict[str, dict[str, list[_Entry]]]:
        """All expressions by their first word and their second, longest first: many begin alike ("is sure", "is certain")."""
        found: dict[str, dict[str, list[_Entry]]] = {}
        for entry in sorted(map(_entry, chain.from_iterable(self._by_longest.values())), key=_from_longest):
            second = entry.words[1] if len(entry.words) > 1 else ""
            found.setdefault(entry.words[0], {}).setdefault(second, []).append(entry)
        return found

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The first words of all expressions."""
        return frozenset(self._by_first)

    def at(self, i: int, lows: list[str], seps: list[str]) -> PhraseMatch | None:
        """The longest expression that begins at token i."""
        seconds = self._by_first.get(lows[i])
        if seconds is None:
            return None
        for second in (*lows[i + 1 : i + 2], ""):
            match = _first_match(seconds.get(second, ()), i, lows, seps)
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
        """The expressions whose words a text has all of, by their first word, longest first."""
        vocabulary = tokens.vocabulary
        present: dict[str, list[_Entry]] = {}
        for word in self._longest_words & vocabulary:
            entries = self._taken_apart.get(word)
            if entries is None:
                entries = self._taken_apart[word] = list(map(_entry, self._by_longest[word]))
            for entry in entries:
                if vocabulary.issuperset(entry.words):
                    present.setdefault(entry.words[0], []).append(entry)
        for candidates in present.values():
            candidates.sort(key=_from_longest)
        return present


def _entry(text: str) -> _Entry:
    return _Entry(_WORD.findall(text.lower()), tuple(_WORD.split(text)[1:-1]), text)


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
