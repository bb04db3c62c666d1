"""Mentions: where a story names somebody or something.

A mention is a run of capitalised tokens, with the particles, initials and hyphens that hold a name together. Words that are
capitalised only because a sentence begins with them, and titles, are cut off at its front.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from lint_news.document import Span
from lint_news.language.pack import LanguagePack
from lint_news.language.sentences import Sentences
from lint_news.language.tokens import Tokens

_SPACES = frozenset({" ", "\u00a0", "\u202f", "  "})
_HYPHENS = frozenset({"-", "\u2010", "\u2011", "\u2013"})
_APOSTROPHES = frozenset({"'", "’", "ʼ"})
_DOTTED = frozenset({". ", ".\u00a0", ".\u202f", ".", ".-"})


class Mention(NamedTuple):
    """One occurrence of a name: token range ``[first, last]``, the title before it, and whether it opens its sentence."""

    first: int
    last: int
    title: str
    opens_sentence: bool

    def span(self, tokens: Tokens) -> Span:
        """Range of code points of the name without its title."""
        return Span(tokens.starts[self.first], tokens.ends[self.last])


def find_mentions(tokens: Tokens, sentences: Sentences, pack: LanguagePack) -> list[Mention]:
    """All mentions in order."""
    words, lows, seps = tokens.words, tokens.lows, tokens.seps
    particles = pack.words("particles")
    elisions = pack.words("elisions")
    titles = pack.words("titles")
    ordinary = pack.ordinary
    given = pack.words("given_names")
    opening = sentence_openers(tokens, sentences)
    mentions: list[Mention] = []
    dotted = pack.words("abbreviations", "titles")
    previous = -2
    run: list[int] = []
    for i in tokens.capitalised:
        if run and _joined(i, previous, words, lows, seps, particles, dotted):
            run.append(i)
        else:
            if run:
                _add(mentions, run, words, lows, seps, titles, elisions, ordinary, opening, given)
            run = [i]
        previous = i
    if run:
        _add(mentions, run, words, lows, seps, titles, elisions, ordinary, opening, given)
    return mentions


def sentence_openers(tokens: Tokens, sentences: Sentences) -> frozenset[int]:
    """Indices of the first token of every sentence."""
    starts = tokens.starts
    found = (bisect_left(starts, start) for start in sentences.starts)
    return frozenset(at for at in found if at < len(starts))


def _joined(
    i: int,
    previous: int,
    words: list[str],
    lows: list[str],
    seps: list[str],
    particles: frozenset[str],
    dotted: frozenset[str],
) -> bool:
    """Does token i go on with the name that token ``previous`` is the last capitalised one of?"""
    if i == previous + 1:
        sep = seps[i]
        if sep in _SPACES or sep in _HYPHENS:
            return True
        if sep in _APOSTROPHES:
            return len(words[previous]) == 1 or lows[previous] in particles
        return sep in _DOTTED and (len(words[previous]) == 1 or words[previous] in dotted)
    if i - previous > 3:
        return False
    for j in range(previous + 1, i):
        if lows[j] not in particles or not (seps[j] in _SPACES or seps[j] in _HYPHENS):
            return False
    return seps[i] in _SPACES or seps[i] in _HYPHENS or seps[i] in _APOSTROPHES


def _add(
    mentions: list[Mention],
    run: list[int],
    words: list[str],
    lows: list[str],
    seps: list[str],
    titles: frozenset[str],
    elisions: frozenset[str],
    ordinary: frozenset[str],
    opening: frozenset[int],
    given: frozenset[str],
) -> None:
    first = 0
    title = ""
    opens = run[0] in opening
    word, low = words[run[0]], lows[run[0]]
    if not (low in ordinary or word in titles or low in titles or low in elisions):
        mentions.append(Mention(run[0], run[-1], "", opens))  # most names: nothing to cut off at the front
        return
    while first < len(run):
        i = run[first]
        word = words[i]
        after = seps[i + 1] if i + 1 < len(seps) else ""
        elided = after in _APOSTROPHES and lows[i] in elisions and len(run) > first + 1
        if elided or (i in opening and lows[i] in ordinary and not (first + 1 < len(run) and word in given)):
            first += 1
        elif word in titles or (lows[i] in titles and lows[i] not in ordinary):
            title = word
            first += 1
        else:
            break
    if first < len(run):
        mentions.append(Mention(run[first], run[-1], title, opens and first == 0))
