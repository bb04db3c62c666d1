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
        self.titles = pack.words("titles")
        self.links = pack.words("name_links")
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
        for first, last in _names_in(mention, tokens, grammar):
            words = tokens.words[first : last + 1]
            parts = tuple(tokens.lows[first : last + 1])
            if len(parts) == 1 and (parts[0] in grammar.apart or len(parts[0]) < 2):
                continue
            record = full.get(parts)
            if record is None:
                text = words[0]
                for i in range(first + 1, last + 1):
                    text += tokens.seps[i] + tokens.words[i]
                kind = _kind(words, mention.title if first == mention.first else "", grammar)
                record = full[parts] = NameRecord(parts, " ".join(text.split()), kind, [])
                if len(parts) == 1 and words[0] not in grammar.org_tokens:
                    lone.append((parts[0], record))
            record.spans.append(Span(tokens.starts[first], tokens.ends[last]))
    surnames: dict[str, NameRecord] = {}
    for parts, record in full.items():
        known = surnames.get(parts[-1])
        if len(parts) > 1 and (known is None or _weight(record) > _weight(known)):
            surnames[parts[-1]] = record
    for low, record in lone:
        owner = surnames.get(low)
        if owner is not None:
            full[owner.parts] = full[owner.parts]._replace(
                short=full[owner.parts].short + len(record.spans),
                kind="person" if owner.kind == "name" else owner.kind,
            )
            del full[record.parts]
    return list(full.values())


def _weight(record: NameRecord) -> tuple[bool, int]:
    """What speaks for a full name being the one that its surname alone stands for."""
    return (record.kind == "person", len(record.spans))


def _names_in(mention: Mention, tokens: Tokens, grammar: _Grammar) -> list[tuple[int, int]]:
    """The names of a mention as token ranges: "Lionel Messi de Neymar" is two, "Dominique de Villepin" is one."""
    if mention.first == mention.last:
        return [(mention.first, mention.last)]
    first, last = _core(mention, tokens, grammar)
    for i in range(first + 1, last):
        if tokens.words[i] in grammar.links and tokens.words[i] == tokens.lows[i]:
            before = tokens.words[first:i]
            if (len(before) == 1 and before[0] in grammar.given) or not grammar.org_tokens.isdisjoint(before):
                continue
            return [(first, i - 1), (i + 1, last)]
    return [(first, last)]


def _core(mention: Mention, tokens: Tokens, grammar: _Grammar) -> tuple[int, int]:
    """First and last token of the name itself, without the functions, demonyms, acronyms, places and titles before it."""
    first, last = mention.first, mention.last
    if " ".join(tokens.words[first : last + 1]) in grammar.places:
        return first, last
    for i in range(first, last):
        if tokens.words[i] in grammar.titles:
            first = i + 1
    while first < last and (
        (tokens.lows[first] in grammar.apart and tokens.words[first] not in grammar.org_tokens)
        or tokens.words[first] == tokens.lows[first]
        or (tokens.words[first].isupper() and len(tokens.words[first]) > 1 and not tokens.words[last].isupper())
    ):
        first += 1
    if first == last and mention.first < last and tokens.lows[last] in grammar.apart:
        return mention.first, last
    behind = first + 1
    if behind < last and len(tokens.words[first]) > 1 and tokens.words[first] not in grammar.given:
        # "Southampton Mauricio Pochettino": what stands before a first name is none of the name
        first += tokens.words[behind] in grammar.given and tokens.seps[behind].isspace()
    return first, last


def _kind(words: list[str], title: str, grammar: _Grammar) -> str:
    if " ".join(words) in grammar.places:
        return "place"
    if any(word in grammar.org_tokens for word in words) or (len(words) == 1 and words[0].isupper() and len(words[0]) > 1):
        return "organisation"
    if title or (words[0] in grammar.given and (len(words) > 1 or words[0] not in grammar.places)):
        return "person"
    return "place" if words[0] in grammar.places and len(words) == 1 else "name"
