"""Noun phrases of sources: the words around a cue that name who speaks, and what kind of source they are."""

from __future__ import annotations

from typing import NamedTuple

from lint_news.language.pack import LanguagePack
from lint_news.language.tokens import Tokens

_CLAUSE_MARKS = frozenset(',;:()[]«»“”"—–!?…')

KINDS = ("person", "organisation", "document", "role", "unnamed", "media", "public", "pronoun", "none")


class NounPhrase(NamedTuple):
    """Tokens ``[first, last]`` and the kind of source that they are."""

    first: int
    last: int
    kind: str


class SourceGrammar:
    """The word lists that decide what a source is, as sets, made once for a language pack."""

    def __init__(self, pack: LanguagePack) -> None:
        lowered = pack.lowered
        self.people = lowered("vague_nouns")
        self.one_person = lowered("vague_singular")
        self.quantifiers = lowered("quantifiers", "vague_pronouns")
        self.documents = lowered("document_nouns")
        self.vague_documents = lowered("vague_documents")
        self.media = lowered("media_nouns")
        self.public = lowered("social_nouns")
        self.roles = lowered("role_nouns")
        self.organisations = lowered("org_nouns")
        self.org_tokens = lowered("org_tokens")
        self.pronouns = lowered("pronouns_subject")
        self.titles = pack.words("titles")
        self.given_names = pack.words("given_names")
        self.stop = lowered("clause_words")
        self.determiners = lowered("determiners")
        self.ordinary = pack.ordinary
        self.heads = (
            self.people
            | self.one_person
            | self.quantifiers
            | self.documents
            | self.vague_documents
            | self.media
            | self.public
            | self.roles
            | self.organisations
        )

    def before(self, i: int, floor: int, tokens: Tokens, names: frozenset[int]) -> NounPhrase | None:
        """The phrase that ends at token i or before it, not reaching below token ``floor``."""
        lows, seps = tokens.lows, tokens.seps
        first = i
        while first > floor and not _CLAUSE_MARKS & set(seps[first]) and lows[first - 1] not in self.stop:
            first -= 1
        return self._classify(first, i, tokens, names)

    def after(self, i: int, ceiling: int, tokens: Tokens, names: frozenset[int]) -> NounPhrase | None:
        """The phrase that begins at token i, ending below token ``ceiling``."""
        lows, seps = tokens.lows, tokens.seps
        last = i
        while (
            last + 1 < ceiling
            and not _CLAUSE_MARKS & set(seps[last + 1])
            and not seps[last + 1].startswith(".")
            and lows[last + 1] not in self.stop
        ):
            last += 1
        return self._classify(i, last, tokens, names)

    def _classify(self, first: int, last: int, tokens: Tokens, names: frozenset[int]) -> NounPhrase | None:
        """Kind of the phrase, or None where nothing in it can speak."""
        lows = tokens.lows[first : last + 1]
        named = [i for i in range(first, last + 1) if i in names]
        if len(lows) == 1 and lows[0] in self.pronouns:
            return NounPhrase(first, last, "pronoun")
        kind = self._named_kind(named, tokens) if named else self._common_kind(lows)
        return None if kind is None else NounPhrase(first, last, kind)

    def _named_kind(self, named: list[int], tokens: Tokens) -> str:
        words = [tokens.words[i] for i in named]
        if any(word.lower() in self.org_tokens for word in words):
            return "organisation"
        if any(word in self.given_names for word in words) or len(named) > 1:
            return "person"
        return "organisation" if words[0].isupper() and len(words[0]) > 1 else "person"

    def _common_kind(self, lows: list[str]) -> str | None:
        for low in lows:
            if low in self.media:
                return "media"
            if low in self.public:
                return "public"
            if low in self.people or low in self.one_person or low in self.quantifiers:
                return "unnamed"
            if low in self.vague_documents or low in self.documents:
                return "document"
            if low in self.organisations:
                return "organisation"
            if low in self.roles:
                return "role"
        return "pronoun" if lows[-1] in self.pronouns else None
