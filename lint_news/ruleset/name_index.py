"""Known names, indexed for look-up: a story's mentions against the forms that are right and wrong in its language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lint_news.language.mentions import Mention
from lint_news.language.similarity import fold, skeleton
from lint_news.language.tokens import Tokens
from lint_news.ruleset.model import KnownName

_SHORTEST = 4
_LONG = 7


class Correction(NamedTuple):
    """Tokens ``[first, last]`` of a story stand for ``right``."""

    first: int
    last: int
    right: str


class _Form(NamedTuple):
    parts: tuple[str, ...]
    text: str


class NameIndex:
    """The known names as one language writes them."""

    def __init__(self, names: Iterable[KnownName], language: str) -> None:
        self._wrong: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._right: set[tuple[str, ...]] = set()
        self._by_part: dict[str, list[_Form]] = {}
        for known in names:
            right = known.right(language)
            for text in right:
                parts = _parts(text)
                self._right.add(parts)
                if known.kind == "person" and len(parts) == 2:
                    form = _Form(parts, right[0] if text != right[0] and len(_parts(right[0])) == 2 else text)
                    for part in parts:
                        self._by_part.setdefault(part, []).append(form)
            for text in (*known.wrong, *known.foreign(language)):
                parts = _parts(text)
                if parts:
                    self._wrong.setdefault(parts[0], []).append((parts, right[0]))
        for candidates in self._wrong.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))

    def find(self, tokens: Tokens, mentions: list[Mention]) -> Iterator[Correction]:
        """Mentions that are wrong forms, or near misses of one known full name and of nobody else's."""
        for mention in mentions:
            at = mention.first
            while at <= mention.last:
                correction = self._listed(at, mention, tokens) or self._near(at, mention, tokens)
                if correction:
                    yield correction
                    at = correction.last + 1
                else:
                    at += 1

    def _listed(self, at: int, mention: Mention, tokens: Tokens) -> Correction | None:
        for parts, right in self._wrong.get(tokens.lows[at], ()):
            last = at + len(parts) - 1
            if last <= mention.last and tuple(tokens.lows[at : last + 1]) == parts and parts not in self._right:
                written = tokens.words[at : last + 1]
                if all(word[0].isupper() for word in (written[0], written[-1])) and tuple(written) != tuple(_words(right)):
                    return Correction(at, last, right)
        return None

    def _near(self, at: int, mention: Mention, tokens: Tokens) -> Correction | None:
        """A full name of two parts of which one is known and the other nearly so."""
        if at + 1 > mention.last or tokens.seps[at + 1] not in (" ", "\u00a0", "\u202f"):
            return None
        pair = (tokens.lows[at], tokens.lows[at + 1])
        if pair in self._right:
            return None
        found = {
            form.text
            for known, other in ((1, 0), (0, 1))
            for form in self._by_part.get(pair[known], ())
            if form.parts[known] == pair[known] and _is_near(pair[other], form.parts[other])
        }
        return Correction(at, at + 1, found.pop()) if len(found) == 1 else None


def _is_near(written: str, known: str) -> bool:
    from rapidfuzz.distance import OSA

    a, b = fold(written), fold(known)
    if a == b or len(a) < _SHORTEST or len(b) < _SHORTEST:
        return False
    limit = 2 if len(b) >= _LONG else 1
    return OSA.distance(a, b, score_cutoff=limit) <= limit and (skeleton(a) == skeleton(b) or len(b) >= _LONG)


def _words(text: str) -> list[str]:
    return Tokens(text).words


def _parts(text: str) -> tuple[str, ...]:
    return tuple(Tokens(text).lows)
