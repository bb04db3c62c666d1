"""Noun phrases of sources: the words around a cue that name who speaks, and what kind of source they are.

A phrase is read from its near end to its head: "a spokesman for the ministry" is led by "spokesman", and it is the head that
decides whether the phrase can speak at all ("the shift of voters" can't).
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from lint_news.language.pack import LanguagePack
from lint_news.language.tokens import Tokens

CLAUSE_MARKS = frozenset(',;:()[]{}«»“”"—–―!?…\n|•*<>')
_APOSTROPHES = frozenset({"'", "’", "ʼ"})
# A phrase of a source is shorter than this many tokens and chained less often by prepositions.
_LONGEST = 24
_CHAIN = 5
_BRACKETS = 16

KINDS = ("person", "organisation", "document", "role", "unnamed", "media", "public", "pronoun", "none")


class NounPhrase(NamedTuple):
    """Tokens ``[first, last]``, the kind of source that they are, and whether they stand for several speakers.

    ``named`` tells that a name stands in the phrase, ``placed`` that an unnamed source has at least a position or an
    affiliation ("NATO officials", "une source diplomatique"), ``definite`` that the phrase speaks of somebody known already.
    ``head`` is the token that leads it.
    """

    first: int
    last: int
    kind: str
    plural: bool = False
    named: bool = False
    placed: bool = False
    definite: bool = False
    head: int = -1

    @property
    def is_share(self) -> bool:
        """Is it a document that no noun leads: the share of those who answered ("12 percent")?"""
        return self.kind == "document" and self.head < 0

    @property
    def bears_name(self) -> bool:
        """Does a name stand in it? A noun alone that opens a sentence has its capital from there."""
        return self.named and self.last > self.first


class SourceGrammar:
    """The word lists that decide what a source is, as sets, made once for a language pack."""

    def __init__(self, pack: LanguagePack) -> None:
        lowered = pack.lowered
        self.people = lowered("vague_nouns")
        self.one_person = lowered("vague_singular")
        self.quantifiers = lowered("quantifiers", "vague_pronouns")
        self.pronoun_like = lowered("vague_pronouns")
        self.documents = lowered("document_nouns")
        self.vague_documents = lowered("vague_documents")
        self.media = lowered("media_nouns")
        self.public = lowered("social_nouns")
        self.roles = lowered("role_nouns")
        self.organisations = lowered("org_nouns")
        self.org_tokens = lowered("org_tokens")
        self.institutions = self.org_tokens | self.organisations
        self.pronouns = lowered("pronouns_subject")
        self.no_person = lowered("pronouns_empty")
        self.titles = pack.words("titles")
        self.given_names = pack.words("given_names")
        self.determiners = lowered("determiners")
        self.definite = lowered("definite_determiners")
        self.indefinite = lowered("indefinite_determiners")
        self.possessive = lowered("possessive_determiners")
        self.links = lowered("chain_prepositions")
        # "des" and "du" are an article or a preposition with one: "des experts", "le chef des experts".
        self.plain_determiners = self.determiners - self.links
        self.circumstances = lowered("circumstance_prepositions")
        self.possessives = lowered("possessive_endings")
        self.time = lowered("weekdays", "months", "month_abbreviations", "time_words")
        self.time_openers = lowered("time_openers")
        self.adjunct_words = self.time | self.time_openers
        self.stop = lowered("clause_words", "auxiliaries", "passive_auxiliaries", "modals") | self.pronouns
        self.clause_openers = (
            lowered("clause_words") - lowered("relative_words", "passive_auxiliaries", "modals") - self.pronouns
        )
        self.breaks = self.stop | (lowered("reflexives") - lowered("titles")) | (lowered("prepositions") - self.links)
        self.plural_endings = tuple(pack.words("plural_endings"))
        self.positions = lowered("position_words")
        self.nationals = lowered("demonyms")
        self.unplaced_nouns = lowered("unplaced_nouns")
        self.positioned = lowered("positioned_nouns")
        self.everybody = lowered("demonyms", "group_words", "weekdays", "months")
        self.bare = lowered("bare_nouns")
        # "Growers say": where plurals need no article, any of them may speak.
        self.plural_articles = lowered("plural_articles")
        self.bare_plurals_speak = bool(pack.words("bare_plurals_speak"))
        # "47 percent said": a survey's answer, as much a source as the survey.
        self.shares = lowered("share_words")
        self.numbers = lowered("number_words")
        # Between the numbers of a ratio: "nine out of 10".
        self.ratios = lowered("ratio_words")
        self.counting = self.shares | self.numbers
        self.postpositive = lowered("postpositive_adjectives")
        self.gerund_endings = tuple(lowered("gerund_endings"))
        self.adjectives_follow = bool(pack.words("adjectives_follow"))
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

    def before(self, last: int, floor: int, tokens: Tokens, names: frozenset[int], *, strong: bool) -> NounPhrase | None:
        """The phrase that ends at token ``last``, not reaching below token ``floor``; None where it can't speak.

        After a ``strong`` cue ("said") a definite phrase with a head that no list knows is taken for a person.
        """
        lows, seps = tokens.lows, tokens.seps
        last = self._without_time(last, floor, tokens)
        if ")" in seps[last + 1]:
            # "Sen. Chuck Grassley (R-Iowa)": what stands in brackets is passed over.
            at = last
            while at > floor and "(" not in seps[at] and last - at < _BRACKETS:
                at -= 1
            last = at - 1
        if last < floor:
            return None
        if lows[last] in self.pronouns and not (last > floor and lows[last - 1] in self.links):
            empty = lows[last] in self.no_person or (last > floor and lows[last - 1] in self.no_person)  # "ce qui explique"
            return NounPhrase(last, last, "none" if empty else "pronoun")
        if lows[last] in self.possessives and seps[last] in _APOSTROPHES:
            return None
        if self._counts(lows[last]):
            ratio = last
            while ratio > floor and lows[ratio - 1] in self.ratios and not _parts(seps[ratio]):
                ratio -= 1
            if floor < ratio < last and self._counts(lows[ratio - 1]):
                return NounPhrase(ratio - 1, last, "document", plural=True)  # "nine out of 10 say"
            if strong and last > floor and seps[last] == "," and self._counts(lows[last - 1]):
                return NounPhrase(last - 1, last, "document", plural=True)  # "at least 21,000 said"
        end, chained = last, 0
        while True:
            first = self._group_start(end, max(floor, last - _LONGEST), tokens)
            opener = first
            while opener > floor and lows[opener - 1] in self.plain_determiners and not CLAUSE_MARKS & set(seps[opener]):
                opener -= 1
            linked = opener > floor and lows[opener - 1] in self.links and not CLAUSE_MARKS & set(seps[opener])
            if linked and lows[opener - 1] in self.determiners and not self._is_behind_noun(opener - 1, floor, tokens):
                opener -= 1  # "des experts", not "la plupart des experts"
                linked = opener > floor and lows[opener - 1] in self.links and not CLAUSE_MARKS & set(seps[opener])
            if not linked:
                break
            if opener - 1 > floor and chained < _CHAIN and self._is_nounlike(opener - 2, opener - 1, tokens):
                end, chained = opener - 2, chained + 1
                continue
            # "In Iowa Clinton said": the phrase of the preposition isn't the subject, a name behind it may be.
            return self._trailing_name(first, last, tokens, names) if not chained and first < last else None
        if first > end:
            return None
        found = self._led(opener, first, end, last, tokens, names, strong)
        bare = (opener == first and self.bare_plurals_speak) or lows[opener] in self.plural_articles
        bare = bare and found is None and strong
        if bare and self._opens_clause(opener, floor, tokens) and lows[end].endswith(self.plural_endings):
            return NounPhrase(opener, last, "unnamed", plural=True, head=end)  # "capitalists are saying"
        return found

    def _counts(self, low: str) -> bool:
        return low in self.numbers or low.isdigit()

    def _opens_clause(self, first: int, floor: int, tokens: Tokens) -> bool:
        before = tokens.lows[first - 1] if first > floor else ""
        return first <= floor or _parts(tokens.seps[first]) or before in self.clause_openers

    def after(self, first: int, ceiling: int, tokens: Tokens, names: frozenset[int], *, strong: bool) -> NounPhrase | None:
        """The phrase that begins at token ``first``, ending below token ``ceiling``."""
        lows, seps = tokens.lows, tokens.seps
        if first >= ceiling or (lows[first] in self.time and not (first in names and first + 1 in names)):
            return None  # "on Monday", but « Mai Fatty »
        if lows[first] in self.pronouns and (first + 1 >= ceiling or not self._is_nounlike(first + 1, first + 1, tokens)):
            return NounPhrase(first, first, "none" if lows[first] in self.no_person else "pronoun")
        head = first
        while head < ceiling and lows[head] in self.determiners and (head == first or not CLAUSE_MARKS & set(seps[head])):
            head += 1
        if head >= ceiling or (head > first and _parts(seps[head])):
            return None
        opens = (head in names and head + 1 in names) or self._dates_head(head, first, ceiling, tokens)
        if (lows[head] in self.breaks and not opens) or lows[head] in self.links:
            return None  # "said Will Doyle", not "will"

        end = last = head
        in_head = True
        while last + 1 < min(ceiling, first + _LONGEST):
            following = lows[last + 1]
            if _parts(seps[last + 1]) and not (seps[last + 1][:1] == "." and self._is_dotted(last, tokens)):
                break
            if following in self.breaks or (following in self.time and last + 1 not in names):
                break
            if last in names and last + 1 not in names and following in self.circumstances:
                break  # « Anne Dupont au micro de France Culture », « l'ESA sur son site »
            if (
                last in names
                and last + 1 not in names
                and not self.adjectives_follow
                and following not in self.links
                and following not in self.heads
                and not (following in self.possessives and seps[last + 1] in _APOSTROPHES)
            ):
                break
            if following in self.links or (following in self.determiners and last + 1 not in names):
                in_head = False
            last += 1
            if in_head:
                end = last
        while last > end and (lows[last] in self.links or lows[last] in self.determiners):
            last -= 1
        found = self._led(first, head, end, last, tokens, names, strong)
        if found is None and not strong:
            # "the president showed restraint": the words behind the head are its verb's.
            for i in range(head, end):
                if (
                    lows[i] in self.heads
                    and lows[i] not in self.quantifiers
                    and lows[i + 1] not in self.heads
                    and i + 1 not in names
                ):
                    return self._led(first, head, i, i, tokens, names, strong)
        return found

    def _dates_head(self, i: int, first: int, ceiling: int, tokens: Tokens) -> bool:
        """Does token i say which one a document is: "selon le dernier bulletin"?"""
        if i == first or i + 1 >= ceiling or _parts(tokens.seps[i + 1]):
            return False
        return tokens.lows[i] in self.time_openers and tokens.lows[i + 1] in self.documents

    def _group_start(self, end: int, floor: int, tokens: Tokens) -> int:
        """First token of the run of nouns and adjectives that ends at token ``end``."""
        lows, seps = tokens.lows, tokens.seps
        first = end
        while first > floor:
            before = lows[first - 1]
            if seps[first] == "-":
                first -= 1  # "rank-and-file"
                continue
            if before in self.breaks or before in self.links or before in self.determiners:
                break
            if _parts(seps[first]) and not (seps[first][:1] == "." and self._is_dotted(first - 1, tokens)):
                break
            first -= 1
        return first

    def _is_dotted(self, i: int, tokens: Tokens) -> bool:
        """Is the full stop behind token i that of a title or an initial?"""
        return tokens.words[i] in self.titles or len(tokens.words[i]) <= 2

    def _is_nounlike(self, i: int, behind: int, tokens: Tokens) -> bool:
        low = tokens.lows[i]
        return (
            not _parts(tokens.seps[behind]) and low not in self.breaks and low not in self.links and low not in self.determiners
        )

    def _is_behind_noun(self, i: int, floor: int, tokens: Tokens) -> bool:
        return i > floor and self._is_nounlike(i - 1, i, tokens) and tokens.lows[i - 1] not in self.time

    def _without_time(self, last: int, floor: int, tokens: Tokens) -> int:
        """Token ``last`` without the adjuncts of time behind the phrase ("Obama on Thursday said")."""
        lows = tokens.lows
        at = last
        while at > floor and lows[at] in self.time and not _parts(tokens.seps[at]):
            at -= 1
            while at > floor and lows[at] in self.time_openers:
                at -= 1
        return at

    def _trailing_name(self, first: int, last: int, tokens: Tokens, names: frozenset[int]) -> NounPhrase | None:
        at = last
        while at >= first and at in names:
            at -= 1
        if at == last or at < first:
            return None
        return NounPhrase(at + 1, last, self._named_kind(range(at + 1, last + 1), tokens), named=True)

    def _led(
        self, opener: int, first: int, end: int, last: int, tokens: Tokens, names: frozenset[int], strong: bool
    ) -> NounPhrase | None:
        """The phrase ``[opener, last]`` by its head group ``[first, end]``; None where nothing in it can speak."""
        lows = tokens.lows
        named_all = not names.isdisjoint(range(first, last + 1))
        if end in names and lows[end] not in self.people and not (first == end and lows[end] in self.heads):
            name = end
            while name > first and name - 1 in names:
                name -= 1
            described = range(first if self.adjectives_follow else max(first, name - 1), name)
            if (
                not strong
                and opener < first < name
                and end == last
                and all(lows[i] not in self.heads and tokens.words[i] not in self.titles for i in described)
            ):
                return None  # "the phrase Grassley cited": an object before its verb; but "le journal anglais The Guardian"
            kind = self._named_kind(range(name, end + 1), tokens)
            if tokens.words[name] not in self.given_names and any(lows[i] in self.organisations for i in described):
                kind = "organisation"  # "le groupe familial Trévidic"
            return NounPhrase(opener, last, kind, lows[end].endswith(self.plural_endings), named=True)
        while end > first and lows[end] in self.postpositive:
            end -= 1
        group = range(end, first - 1, -1)
        nouns = [i for i in group if lows[i] in self.heads and lows[i] not in self.quantifiers]
        quantifiers = [i for i in group if lows[i] in self.quantifiers and (i == end or (strong and i == first))]
        # Of several nouns the first leads where adjectives follow ("le procureur militaire"), else the last.
        head = (nouns[-1] if self.adjectives_follow else nouns[0]) if nouns else quantifiers[0] if quantifiers else None
        if head is not None and head < end and lows[head + 1].endswith(self.gerund_endings):
            end = head  # "a study documenting their status"
        if head is not None and (head == end or self.adjectives_follow or lows[head] in self.quantifiers):
            pairs = {" ".join(lows[max(head - 1, 0) : head + 1]), " ".join(lows[head : head + 2])}
            kind = (
                "public"
                if pairs & self.public
                else self._common_kind(lows[head], definite=opener < first and lows[opener] in self.definite)
            )
            plural = lows[head].endswith(self.plural_endings)
            return NounPhrase(
                opener,
                last,
                kind,
                plural,
                named_all,
                self._is_placed(opener, last, head, plural, tokens, names),
                opener < first and lows[opener] in self.definite,
                head,
            )
        if self.adjectives_follow and any(i in names for i in group):
            return NounPhrase(
                opener, last, self._named_kind([i for i in range(first, end + 1) if i in names], tokens), named=True
            )
        if strong and lows[end] in self.indefinite and end < last:
            return NounPhrase(opener, last, "unnamed", named=named_all, placed=True, head=end)  # "one of them told me"
        if lows[end] in self.shares or (strong and self._counts(lows[end])):
            return NounPhrase(opener, last, "document", plural=True, named=named_all)
        if strong and opener < first and lows[opener] in self.definite and lows[end] not in self.time:
            return NounPhrase(opener, last, "role", named=named_all)
        if strong and opener < first and lows[opener] in self.indefinite and lows[end] not in self.time:
            return NounPhrase(opener, last, "unnamed", named=named_all, placed=True, head=end)
        return None

    def _is_placed(self, first: int, last: int, head: int, plural: bool, tokens: Tokens, names: frozenset[int]) -> bool:
        """Does an unnamed source have a position or an affiliation that a reader can weigh?"""
        lows = tokens.lows
        if lows[first] in self.possessive:
            return True  # "ses avocats": whose they are is known
        if lows[head] in self.positioned and lows[head] not in self.unplaced_nouns and last - head > 1:
            return True  # "les responsables du port"
        for i in range(first, last + 1):
            if lows[head] in self.positioned and i != head and (lows[i] in self.positions or lows[i] in self.nationals):
                return True
            known = lows[i] in self.heads and lows[i] not in self.organisations
            if i in names and not known and lows[i] not in self.everybody:
                return True
        return not plural and lows[head] not in self.bare and lows[head] not in self.pronoun_like

    def _named_kind(self, named: range | list[int], tokens: Tokens) -> str:
        words = [tokens.words[i] for i in named]
        lows = [tokens.lows[i] for i in named]
        if lows[-1] in self.institutions:
            return "organisation"
        if not self.given_names.isdisjoint(words):
            return "person"
        if not self.institutions.isdisjoint(lows) or (words[0].isupper() and len(words[0]) > 1 and len(words) == 1):
            return "organisation"
        return "person"

    def _common_kind(self, head: str, *, definite: bool) -> str:
        """Kind of a phrase by its head: "the official" is one that the story has spoken of, "an official" is nobody known."""
        if head in self.media:
            return "media"
        if head in self.public:
            return "public"
        if head in self.vague_documents or head in self.documents:
            return "document"
        if head in self.people or head in self.quantifiers or head in self.one_person:
            if head in self.roles and definite and head not in self.people:
                return "role"
            return "unnamed"
        return "organisation" if head in self.organisations else "role"


@lru_cache(maxsize=1024)
def _parts(sep: str) -> bool:
    """Does a separator end a phrase? The comma of "50,000" doesn't."""
    return (bool(CLAUSE_MARKS & set(sep)) and sep != ",") or sep[:1] == "."
