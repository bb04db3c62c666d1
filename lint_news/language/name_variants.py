"""Spellings of one name that disagree within a story.

Spelling alone can't decide (Marie and Marine Le Pen are one letter apart and two people), so each pair of near spellings
is weighed by evidence: how they differ, the names beside them, how often each occurs, and what is known of either word.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from lint_news.language.mentions import Mention
from lint_news.language.pack import LanguagePack
from lint_news.language.similarity import blocking_keys, fold, skeleton
from lint_news.language.tokens import Tokens

_SHORTEST = 3
# A key that very many words share separates nothing.
_CROWDED = 40
THRESHOLD = 0.0


class NamePart(NamedTuple):
    """One spelling of one part of names in a story, with its occurrences as (token, mention) indices."""

    low: str
    places: list[tuple[int, int]]
    left: set[str]
    right: set[str]


class Variant(NamedTuple):
    """A deviating spelling: its occurrences, those of the spelling it deviates from, and whether anything favours that one.

    ``accents`` marks a pair that differs in diacritics alone.
    """

    wrong: NamePart
    right: NamePart
    favoured: bool
    accents: bool
    score: float


class _Knowledge:
    """Words that are what they are: none of them is a slip of another."""

    def __init__(self, pack: LanguagePack) -> None:
        lowered = pack.lowered
        self.given = lowered("given_names")
        self.settled = lowered(
            "countries", "places", "demonyms", "org_tokens", "weekdays", "months", "titles", "known_name_parts"
        )
        self.ordinary = pack.ordinary
        self.nicknames = {
            (nickname.lower(), name.lower()) for nickname, names in pack.maps.get("nicknames", {}).items() for name in names
        }
        self.endings = pack.words("name_endings")


@lru_cache(maxsize=64)
def _knowledge(pack: LanguagePack) -> _Knowledge:
    return _Knowledge(pack)


def find_parts(tokens: Tokens, mentions: list[Mention]) -> dict[str, NamePart]:
    """The parts of all names of a story by their lower-case spelling."""
    parts: dict[str, NamePart] = {}
    words, lows = tokens.words, tokens.lows
    for number, mention in enumerate(mentions):
        names = [
            i
            for i in range(mention.first, mention.last + 1)
            if words[i] != lows[i] and len(words[i]) >= _SHORTEST and words[i].isalpha()
        ]
        if mention.first == mention.last and names and words[names[0]].isupper():
            continue  # an acronym
        for k, i in enumerate(names):
            low = lows[i]
            part = parts.get(low)
            if part is None:
                part = parts[low] = NamePart(low, [], set(), set())
            part.places.append((i, number))
            if k:
                part.left.add(lows[names[k - 1]])
            if k + 1 < len(names):
                part.right.add(lows[names[k + 1]])
    return parts


def find_variants(tokens: Tokens, mentions: list[Mention], pack: LanguagePack) -> list[Variant]:
    """The deviating spellings of a story, each against the spelling that the evidence favours most."""
    parts = find_parts(tokens, mentions)
    pairs = _candidates(parts)
    if not pairs:
        return []
    knowledge = _knowledge(pack)
    lower_words = frozenset(tokens.words) & frozenset(parts)
    best: dict[str, Variant] = {}
    for a, b in pairs:
        variant = _weigh(parts[a], parts[b], knowledge, lower_words)
        if variant is not None:
            known = best.get(variant.wrong.low)
            if known is None or (variant.score, len(variant.right.places)) > (known.score, len(known.right.places)):
                best[variant.wrong.low] = variant
    return [
        variant
        for variant in best.values()
        if variant.right.low not in best or best[variant.right.low].right.low != variant.wrong.low
    ]


def _candidates(parts: dict[str, NamePart]) -> set[tuple[str, str]]:
    """Pairs of parts that share a blocking key or a neighbour, each pair once."""
    buckets: dict[str, list[str]] = {}
    for low in parts:
        for key in blocking_keys(fold(low)):
            buckets.setdefault(key, []).append(low)
    for low, part in parts.items():
        for neighbour in part.left:
            buckets.setdefault("<" + neighbour, []).append(low)
        for neighbour in part.right:
            buckets.setdefault(">" + neighbour, []).append(low)
    found = set()
    for members in buckets.values():
        if 1 < len(members) <= _CROWDED:
            for k, a in enumerate(members):
                for b in members[k + 1 :]:
                    found.add((a, b) if a < b else (b, a))
    return found


def _weigh(a: NamePart, b: NamePart, knowledge: _Knowledge, lower_words: frozenset[str]) -> Variant | None:
    """The variant that a pair is, or None."""
    from rapidfuzz.distance import OSA

    folded_a, folded_b = fold(a.low), fold(b.low)
    if folded_a == folded_b:
        return _directed(a, b, True, 1.0, knowledge)
    distance = OSA.distance(folded_a, folded_b, score_cutoff=2)
    if distance > 2:
        return None
    score = _score(a, b, folded_a, folded_b, distance, knowledge, lower_words)
    return _directed(a, b, False, score, knowledge) if score > THRESHOLD else None


def _score(
    a: NamePart, b: NamePart, fa: str, fb: str, distance: int, knowledge: _Knowledge, lower_words: frozenset[str]
) -> float:
    length = max(len(fa), len(fb))
    shared = bool(a.left & b.left or a.right & b.right)
    parted = bool((a.left and b.left and not a.left & b.left) or (a.right and b.right and not a.right & b.right)) and not shared
    alike = skeleton(fa) == skeleton(fb)
    score = -1.0
    score += 2.0 if distance == 1 else -1.5
    score += 1.5 if alike else 0.0
    score += 0.5 if sorted(fa) == sorted(fb) else 0.0
    score += min(length - 5, 4) * 0.5
    score += 1.5 if shared else -2.5 if parted else 0.0
    low, high = sorted((len(a.places), len(b.places)))
    score += 0.5 if high >= 3 * low else -2.0 if low >= 2 else 0.0
    if fa.startswith(fb) or fb.startswith(fa):
        ending = (fa if len(fa) > len(fb) else fb)[min(len(fa), len(fb)) :]
        if ending in knowledge.endings:
            return -9.0
        score -= 1.5
    for part in (a, b):
        if part.low in knowledge.ordinary or part.low in lower_words:
            score -= 2.0
    known = [part.low in knowledge.given for part in (a, b)]
    if all(known):
        score -= 2.0 if alike and shared else 5.0
    settled = [part.low in knowledge.settled for part in (a, b)]
    if all(settled) or (a.low, b.low) in knowledge.nicknames or (b.low, a.low) in knowledge.nicknames:
        return -9.0
    return score


def _directed(a: NamePart, b: NamePart, accents: bool, score: float, knowledge: _Knowledge) -> Variant:
    """Known word > more frequent > with more names beside it > first."""

    def rank(part: NamePart) -> tuple[bool, int, int]:
        return (
            part.low in knowledge.given or part.low in knowledge.settled,
            len(part.places),
            len(part.left) + len(part.right),
        )

    wrong, right = (a, b) if rank(a) < rank(b) else (b, a)
    favoured = rank(a) != rank(b)
    if not favoured and wrong.places[0] < right.places[0]:
        wrong, right = right, wrong
    return Variant(wrong, right, favoured, accents, score)
