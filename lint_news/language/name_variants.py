"""Spellings of one name that disagree within a story.

Spelling alone can't decide (Marie and Marine Le Pen are one letter apart and two people), so each pair of near spellings
is weighed by evidence: how they differ, the names beside them, how often each occurs, and what is known of either word.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from lint_news.language.mentions import Mention
from lint_news.language.name_evidence import Knowledge, NamePart, gather, knowledge_of, score
from lint_news.language.pack import LanguagePack
from lint_news.language.similarity import blocking_keys, edit_distance
from lint_news.language.tokens import Tokens

_SHORTEST = 3
# An acronym is no spelling of a name.
_ACRONYM = 5
# A key that very many words share separates nothing.
_CROWDED = 40
# So many tokens lie at most between a name and its alias.
_ALIAS_REACH = 12

KnowsPart = Callable[[str], bool]


class Variant(NamedTuple):
    """A deviating spelling, the one it deviates from, and whether anything favours that one.

    ``difference`` is ``letters``, ``accents`` (diacritics alone) or ``capital`` (the accent of the first letter alone).
    """

    wrong: NamePart
    right: NamePart
    favoured: bool
    difference: str
    score: float


def find_parts(tokens: Tokens, mentions: list[Mention]) -> dict[str, NamePart]:
    """The parts of all names of a story by their lower-case spelling."""
    parts: dict[str, NamePart] = {}
    words, lows = tokens.words, tokens.lows
    for number, mention in enumerate(mentions):
        first, final = mention.first, mention.last
        if first == final:
            # Most mentions are one word, which has no neighbours.
            word, low = words[first], lows[first]
            if len(word) >= _SHORTEST and not word.isupper() and word.isalpha():
                part = parts.get(low)
                if part is None:
                    part = parts[low] = NamePart(low)
                part.places.append((first, number))
            continue
        shouted = all(map(str.isupper, words[first : final + 1]))
        names = [
            i
            for i in range(first, final + 1)
            if len(word := words[i]) >= _SHORTEST
            and word != lows[i]
            and word.isalpha()
            and (shouted or len(word) > _ACRONYM or not word.isupper())
        ]
        for k, i in enumerate(names):
            low = lows[i]
            part = parts.get(low)
            if part is None:
                part = parts[low] = NamePart(low)
            part.places.append((i, number))
            if k:
                part.left.add(lows[names[k - 1]])
                part.last += k + 1 == len(names)
            if k + 1 < len(names):
                part.right.add(lows[names[k + 1]])
                part.first += not k
    return parts


def find_variants(tokens: Tokens, mentions: list[Mention], pack: LanguagePack, knows: KnowsPart) -> list[Variant]:
    """The deviating spellings of a story, each against the spelling that the evidence favours most.

    ``knows`` tells whether a lower-case word is part of a known name.
    """
    parts = find_parts(tokens, mentions)
    best: dict[str, Variant] = {}
    knowledge = None
    lower_words: frozenset[str] = frozenset()
    for a, b, distance in _candidates(parts):
        if knowledge is None:
            knowledge = knowledge_of(pack)
            lower_words = frozenset(parts).intersection(tokens.words)
        variant = _judge(parts[a], parts[b], distance, knowledge, lower_words, knows)
        if variant is not None and not _is_alias(variant, tokens, pack):
            known = best.get(variant.wrong.low)
            if known is None or (variant.score, len(variant.right.places)) > (known.score, len(known.right.places)):
                best[variant.wrong.low] = variant
    return list(best.values())


def _candidates(parts: dict[str, NamePart]) -> list[tuple[str, str, int]]:
    """Pairs of parts within two edits that share a blocking key or a neighbour, each pair once, with their distance."""
    keys_of: dict[str, frozenset[str]] = {}
    seen: set[str] = set()
    shared: set[str] = set()
    for low, part in parts.items():
        keys = blocking_keys(part.folded)
        if part.left or part.right:
            keys = keys.union(["<" + neighbour for neighbour in part.left], [">" + neighbour for neighbour in part.right])
        keys_of[low] = keys
        shared |= seen & keys
        seen |= keys
    if not shared:
        return []
    buckets: dict[str, list[str]] = {}
    for low, keys in keys_of.items():
        for key in shared & keys:
            buckets.setdefault(key, []).append(low)
    pairs = {
        (a, b) if a < b else (b, a)
        for members in buckets.values()
        if len(members) <= _CROWDED
        for k, a in enumerate(members)
        for b in members[k + 1 :]
        if abs(len(a) - len(b)) < 3
    }
    if not pairs:
        return []
    found = []
    for a, b in sorted(pairs):
        apart = edit_distance(parts[a].folded, parts[b].folded)
        if apart <= 2:
            found.append((a, b, apart))
    return found


def _is_alias(variant: Variant, tokens: Tokens, pack: LanguagePack) -> bool:
    """Does the story say that the two are names of one person ("Marcel Gottlieb, alias Gotlib")?"""
    words = pack.words("alias_words") & tokens.vocabulary
    if not words:
        return False
    places = sorted(token for part in (variant.wrong, variant.right) for token, _ in part.places)
    return any(
        b - a <= _ALIAS_REACH and tokens.lows[a] != tokens.lows[b] and not words.isdisjoint(tokens.lows[a + 1 : b])
        for a, b in pairwise(places)
    )


def _judge(
    a: NamePart, b: NamePart, distance: int, knowledge: Knowledge, lower_words: frozenset[str], knows: KnowsPart
) -> Variant | None:
    """The variant that a pair is, or None."""
    wrong, right, favoured = _ranked(a, b, knowledge, knows)
    if distance == 0:
        if not favoured:
            wrong, right = _guessed(a, b, knowledge)
        return Variant(wrong, right, favoured, "capital" if wrong.low[1:] == right.low[1:] else "accents", 1.0)
    evidence = gather(wrong, right, distance, knowledge, lower_words)
    if evidence is None or (knows(wrong.low) and knows(right.low) and not evidence.shared):
        return None
    weight = score(evidence)
    if weight <= 0:
        return None
    if not favoured:
        wrong, right = _guessed(a, b, knowledge)
    return Variant(wrong, right, favoured, "letters", weight)


def _ranked(a: NamePart, b: NamePart, knowledge: Knowledge, knows: KnowsPart) -> tuple[NamePart, NamePart, bool]:
    """Which of two spellings is the slip, if anything but a guess tells.

    Known name > clearly more frequent > word of the language's tables > more frequent.
    """

    def rank(part: NamePart, other: NamePart) -> tuple[float, ...]:
        often = len(part.places) >= 2 * len(other.places)
        return (knows(part.low), often, part.low in knowledge.given or part.low in knowledge.settled, len(part.places))

    rank_a, rank_b = rank(a, b), rank(b, a)
    return (a, b, rank_a != rank_b) if rank_a <= rank_b else (b, a, True)


def _guessed(a: NamePart, b: NamePart, knowledge: Knowledge) -> tuple[NamePart, NamePart]:
    """The likelier slip of two that nothing else tells apart: lost accents > unlikely letters > a name alone > the later."""

    def guess(part: NamePart) -> tuple[float, ...]:
        accents = sum(not letter.isascii() for letter in part.low)
        return (accents, -knowledge.letters.cost(part.folded), len(part.left) + len(part.right), -part.places[0][0])

    return (a, b) if guess(a) < guess(b) else (b, a)
