"""Figures of the headline that the body contradicts: "12 dead" above, "14 dead" below.

Compared is only what can be: exact figures with the same noun, or nouns of one group ("dead", "killed"). The first such figure
of the body counts, and only where the headline's own stands nowhere in it: neither itself, nor as a sum of its parts, nor
rounded, nor near a rough one ("some 4,200"). A word of an update ("the toll rose to") or of a bound ("at least") makes both
figures right.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lint_news.language.pack import LanguagePack
from lint_news.language.phrases import Phrases
from lint_news.language.quantities import Quantity
from lint_news.language.quantity_grammar import quantity_grammar
from lint_news.language.sentences import Sentences
from lint_news.language.tokens import Tokens
from lint_news.language.zones import Zones

_HUNDRED = 100
# How far before a figure a word of a bound may stand ("au moins", "as many as").
_NEAR = 3
# Figures with more digits or words than this are none that a story counts.
_DIGITS = 15
# A headline rounds "1,213 dead" to "1,200".
_ROUNDED = 0.05
# "Some 4,200" may be so much more or less.
_ROUGH = 0.2


class Contradiction(NamedTuple):
    """A figure of the headline and the one of the body that is another."""

    headline: Quantity
    body: Quantity


class _Words:
    def __init__(self, pack: LanguagePack) -> None:
        self.values = quantity_grammar(pack).values
        self.groups = {word: group for group, words in pack.maps.get("figure_groups", {}).items() for word in words}
        self.neutral = pack.words(
            "neutral_counted", "prepositions", "determiners", "partitives", "passive_auxiliaries", "auxiliaries"
        )
        self.updates = Phrases(pack.words("update_words"))
        self.bounds = Phrases(pack.words("approximators"))
        self.one, self.links = pack.words("indefinite_determiners"), pack.words("partitives")
        self.votes = pack.words("vote_nouns")
        self.rough = pack.words("rough_words")


@lru_cache(maxsize=64)
def _words(pack: LanguagePack) -> _Words:
    return _Words(pack)


class _Figure(NamedTuple):
    """A figure that can be compared: its value, what it counts, and the words that narrow it down ("soldiers")."""

    quantity: Quantity
    value: int
    counted: str
    narrowed: frozenset[str]
    bound: bool
    rough: bool = False


def find_contradictions(
    tokens: Tokens, sentences: Sentences, zones: Zones, quantities: list[Quantity], pack: LanguagePack
) -> Iterator[Contradiction]:
    """The figures of the headline that the body gives otherwise, one for each thing counted."""
    words = _words(pack)
    # Each candidate has votes of their own, and the headline may tell the margin.
    headlines = [q for q in quantities if zones.kind_at(q.start) == "headline" and q.noun not in words.votes]
    above = [figure for q in headlines if (figure := _figure(q, tokens, words)) is not None and not figure.bound]
    if not above:
        return
    updated = {sentences.index_at(tokens.starts[match.first]) for match in words.updates.find(tokens)}
    if any(_near_one(q, sentences, updated) for q in headlines):
        return
    counted = Counter(figure.counted for figure in above)
    below: dict[str, list[_Figure]] = {}
    for quantity in quantities:
        if zones.kind_at(quantity.start) == "body":
            figure = _figure(quantity, tokens, words)
            if figure is not None and figure.counted in counted:
                below.setdefault(figure.counted, []).append(figure)
    for figure in above:
        other = _contradicting(figure, below.get(figure.counted, [])) if counted[figure.counted] == 1 else None
        if other is not None and not _near_one(other.quantity, sentences, updated):
            yield Contradiction(figure.quantity, other.quantity)


def _contradicting(figure: _Figure, others: list[_Figure]) -> _Figure | None:
    """The first of the body's figures, unless one of them, or what they add up to, is the headline's."""
    if not others or others[0].bound or others[0].narrowed != figure.narrowed:
        return None
    total = 0
    for other in others:
        total += other.value
        guessed = figure.rough or other.rough
        if figure.value in (other.value, total) or _rounds(figure.value, other.value):
            return None
        if guessed and abs(figure.value - other.value) <= _ROUGH * max(figure.value, other.value):
            return None
    return others[0]


def _rounds(written: int, value: int) -> bool:
    return written % 10 == 0 and written > _HUNDRED and abs(written - value) <= _ROUNDED * value


def _near_one(quantity: Quantity, sentences: Sentences, found: set[int]) -> bool:
    """Does a figure stand in one of the sentences found, or next to one?"""
    at = sentences.index_at(quantity.start)
    return not found.isdisjoint((at - 1, at, at + 1))


def _figure(quantity: Quantity, tokens: Tokens, words: _Words) -> _Figure | None:
    if quantity.vague or quantity.kind not in ("casualties", "people", "count") or not quantity.noun:
        return None
    first, last = bisect_left(tokens.starts, quantity.start), bisect_left(tokens.starts, quantity.end)
    lows = tokens.lows[first:last]
    size = next((k for k, low in enumerate(lows) if not (low.isdecimal() or low in words.values)), len(lows))
    value = _value(lows[:size], words.values)
    if not value:
        return None
    counted = words.groups.get(quantity.noun, quantity.noun)
    narrowed = frozenset(low for low in lows[size:] if low not in words.neutral and low != quantity.noun)
    near = range(max(first - _NEAR, 0), first)
    guesses = [match for k in near if (match := words.bounds.at(k, tokens.lows, tokens.seps)) is not None]
    # « une cinquante de », for a « cinquantaine »
    slip = tokens.lows[first - 1] in words.one and tokens.lows[first + size] in words.links
    rough = slip or (bool(guesses) and all(match.phrase in words.rough for match in guesses))
    return _Figure(quantity, value, counted, narrowed, bool(guesses) and not rough, rough)


def _value(lows: list[str], values: dict[str, int]) -> int:
    """The whole number that tokens write in digits or words; 0 where they write none that a story counts."""
    written = "".join(low for low in lows if low.isdecimal())
    if len(written) > _DIGITS or len(lows) > _DIGITS:
        return 0
    total, part = 0, int(written) if written else 0
    for low in lows:
        if low.isdecimal():
            continue
        value = values[low]
        if value == _HUNDRED:
            part = max(part, 1) * value
        elif value > _HUNDRED:
            total, part = total + max(part, 1) * value, 0
        else:
            part += value
    return total + part
