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
    """An expression: its words, what stands between them, its text, and which word is the longest."""

    words: list[str]
    gaps: tuple[str, ...]
    text: str
    longest: int


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
            for entry in seconds.get(second, ()):
                if _stands(entry, i, lows, seps):
                    return PhraseMatch(i, i + len(entry.words) - 1, entry.text)
        return None

    def openers(self, tokens: Tokens) -> frozenset[str]:
        """The first words of the expressions whose words a text has all of."""
        return frozenset(entry.words[0] for _, entries in self._possible(tokens) for entry in entries)

    def find(self, tokens: Tokens) -> Iterator[PhraseMatch]:
        """All expressions of a text, longest first, not overlapping.

        They are looked at where their longest word stands: the first is a "the" or an "is" often enough.
        """
        lows, seps = tokens.lows, tokens.seps
        found = []
        for word, entries in self._possible(tokens):
            for place in tokens.places_of_word(word):
                for entry in entries:
                    first = place - entry.longest
                    if first >= 0 and _stands(entry, first, lows, seps):
                        found.append((first, -len(entry.words), entry.text))
        behind = 0
        for first, length, text in sorted(found):
            if first >= behind:
                behind = first - length
                yield PhraseMatch(first, behind - 1, text)

    def _possible(self, tokens: Tokens) -> Iterator[tuple[str, list[_Entry]]]:
        """The expressions whose words a text has all of, by their longest word."""
        vocabulary = tokens.vocabulary
        for word in self._longest_words & vocabulary:
            entries = self._taken_apart.get(word)
            if entries is None:
                entries = self._taken_apart[word] = list(map(_entry, self._by_longest[word]))
            possible = [entry for entry in entries if vocabulary.issuperset(entry.words)]
            if possible:
                yield word, possible


def _entry(text: str) -> _Entry:
    words = _WORD.findall(text.lower())
    return _Entry(words, tuple(_WORD.split(text)[1:-1]), text, words.index(max(words, key=len)))


def _from_longest(entry: _Entry) -> int:
    return -len(entry.words)


def _stands(entry: _Entry, i: int, lows: list[str], seps: list[str]) -> bool:
    """Does an expression begin at token i?"""
    words = entry.words
    return lows[i : i + len(words)] == words and all(
        _same_gap(gap, sep) for gap, sep in zip(entry.gaps, seps[i + 1 : i + len(words)], strict=True)
    )


def _same_gap(wanted: str, found: str) -> bool:
    if wanted == found:
        return True
    if wanted.isspace():
        return found.isspace() and "\n\n" not in found
    return found.replace("’", "'").strip() == wanted.replace("’", "'").strip()
