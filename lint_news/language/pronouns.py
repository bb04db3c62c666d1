"""Pronoun sources: "he said" counts for the person who spoke last, where nobody else could be meant.

Resolved is only what is safe: the pronoun follows, within two sentences, an attribution to a named person, and no other person
is named between the two; or nobody has spoken so near, and its sentence or the one before opens with somebody's full name, the
only one up to the pronoun. Everything else stays a pronoun.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from lint_news.document import Span
from lint_news.language.cue_reader import Attribution
from lint_news.language.mentions import Mention
from lint_news.language.pack import LanguagePack
from lint_news.language.sentences import Sentences
from lint_news.language.tokens import Tokens

_REACH = 2


def resolve_pronouns(
    attributions: list[Attribution], tokens: Tokens, sentences: Sentences, mentions: list[Mention], pack: LanguagePack
) -> list[Attribution]:
    """The attributions with ``speaker`` set for each pronoun that is safe to resolve."""
    pronouns = pack.words("personal_pronouns")
    given, titles = pack.words("given_names"), pack.words("titles")
    others = pack.words("places"), pack.lowered("org_tokens", "org_nouns")
    named = [
        mention
        for mention in mentions
        if mention.title in titles
        or not given.isdisjoint(tokens.words[mention.first : mention.last + 1])
        or _may_be_person(tokens.words[mention.first : mention.last + 1], others)
    ]
    people = [tokens.starts[mention.first] for mention in named]
    found: list[Attribution] = []
    last: Attribution | None = None
    for one in attributions:
        if one.source is None:
            found.append(one)
            continue
        if one.kind == "pronoun" and one.phrase is not None and tokens.lows[one.phrase.first] in pronouns:
            antecedent = None if last is None else last.speaker or last.source
            if (
                last is not None
                and antecedent is not None
                and last.source is not None
                and one.sentence - last.sentence <= _REACH
            ):
                between = bisect_left(people, one.source.start) - bisect_right(people, max(antecedent.end, last.source.end))
                if between <= 0 and last.source.start < one.source.start:
                    one = one._replace(speaker=antecedent)
            else:
                one = one._replace(speaker=_only_subject(one, named, people, tokens, sentences, given))
        if one.kind == "person" or one.speaker is not None:
            last = one
        elif one.kind != "pronoun":
            last = None
        found.append(one)
    return found


def _only_subject(
    one: Attribution,
    named: list[Mention],
    people: list[int],
    tokens: Tokens,
    sentences: Sentences,
    given: frozenset[str],
) -> Span | None:
    """The full name that opens a pronoun's sentence or the one before, where it is the only one up to the pronoun."""
    if one.source is None:
        return None
    low = sentences.starts[max(one.sentence - 1, 0)]
    first, behind = bisect_left(people, low), bisect_left(people, one.source.start)
    if behind - first != 1:
        return None
    mention = named[first]
    start, end = tokens.starts[mention.first], tokens.ends[mention.last]
    opens = start == sentences.starts[sentences.index_at(start)] and mention.last > mention.first
    return Span(start, end) if opens and tokens.words[mention.first] in given else None


def _may_be_person(words: list[str], others: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Are two words or more the name of somebody, as far as no list knows them for a place or a body?"""
    places, bodies = others
    return len(words) > 1 and " ".join(words) not in places and bodies.isdisjoint(word.lower() for word in words)
