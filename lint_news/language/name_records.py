"""The names of a story as a list: every person and organisation once for each spelling, with its places."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from lint_news.document import Span
from lint_news.language.mentions import Mention
from lint_news.language.pack import LanguagePack
from lint_news.language.tokens import Tokens


class NameRecord(NamedTuple):
    """One spelling of one name in a story: its parts in lower case, the text, the kind and the places in order.

    ``kind`` is ``person``, ``organisation``, ``place`` or ``name`` (nothing tells). ``short`` counts the surname alone, which
    stands for the full name of the story.
    """

    parts: tuple[str, ...]
    text: str
    kind: str
    spans: list[Span]
    short: int = 0


class _Grammar:
    def __init__(self, pack: LanguagePack) -> None:
        self.given = pack.words("given_names")
        self.org_tokens = pack.words("org_tokens")
        self.apart = pack.lowered("titles", "role_nouns", "demonyms", "weekdays", "months") | (
            pack.ordinary - pack.lowered("given_names")
        )
        self.places = pack.words("countries", "places")


@lru_cache(maxsize=64)
def _grammar(pack: LanguagePack) -> _Grammar:
    return _Grammar(pack)


def name_records(tokens: Tokens, mentions: list[Mention], pack: LanguagePack) -> list[NameRecord]:
    """The names of a story in the order of their first mention."""
    grammar = _grammar(pack)
    full: dict[tuple[str, ...], NameRecord] = {}
    lone: list[tuple[str, NameRecord]] = []
    for mention in mentions:
        first, last = core(mention, tokens, grammar.apart)
        words = tokens.words[first : last + 1]
        parts = tuple(tokens.lows[first : last + 1])
        span = Span(tokens.starts[first], tokens.ends[last])
        if len(parts) == 1 and (parts[0] in grammar.apart or len(parts[0]) < 2):
            continue
        kind = _kind(words, mention.title, grammar)
        record = full.get(parts)
        if record is None:
            text = words[0]
            for i in range(first + 1, last + 1):
                text += tokens.seps[i] + tokens.words[i]
            record = full[parts] = NameRecord(parts, " ".join(text.split()), kind, [])
            if len(parts) == 1 and kind != "organisation":
                lone.append((parts[0], record))
        record.spans.append(span)
    surnames = {parts[-1]: record for parts, record in full.items() if len(parts) > 1}
    for low, record in lone:
        owner = surnames.get(low)
        if owner is not None:
            full[owner.parts] = full[owner.parts]._replace(short=full[owner.parts].short + len(record.spans))
            del full[record.parts]
    return list(full.values())


def core(mention: Mention, tokens: Tokens, apart: frozenset[str]) -> tuple[int, int]:
    """First and last token of the name itself, without functions, demonyms and acronyms before it."""
    first, last = mention.first, mention.last
    while first < last and (
        tokens.lows[first] in apart
        or tokens.words[first] == tokens.lows[first]
        or (tokens.words[first].isupper() and len(tokens.words[first]) > 1 and not tokens.words[last].isupper())
    ):
        first += 1
    if first == last and mention.first < last and tokens.lows[last] in apart:
        return mention.first, last
    return first, last


def _kind(words: list[str], title: str, grammar: _Grammar) -> str:
    if all(word in grammar.places or word in grammar.org_tokens for word in words) and words[0] in grammar.places:
        return "place"
    if any(word in grammar.org_tokens for word in words) or (len(words) == 1 and words[0].isupper() and len(words[0]) > 1):
        return "organisation"
    if title or words[0] in grammar.given:
        return "person"
    if words[0] in grammar.places or words[-1] in grammar.places:
        return "place"
    return "name"
