"""Subjects: the noun phrase that a verb says something of, before it, behind it, or across an insertion."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache

from lint_news.language.cues import CueGrammar
from lint_news.language.mentions import Mention
from lint_news.language.noun_phrases import NounPhrase
from lint_news.language.quotations import Quotations
from lint_news.language.tokens import Tokens

_OPENING = frozenset('«“":')
_JOINING = frozenset(" \u00a0\u202f'’-")
_CLOSING = frozenset('»”"')
_MARKS = "«“„\"'‘ \u00a0\u202f"
# A name or a title in quotation marks has no more tokens than this.
_TERM = 5
_DASHES = frozenset("—–―")
# A dateline has fewer tokens than this.
_DATELINE = 8
# What opens a sentence before its subject is read as one of these kinds.
_ADJUNCTS = ("unnamed", "role", "document", "none")
_SPEAKERS = ("person", "organisation", "role")
# A name in apposition, with what leads to it, has no more tokens than this.
_APPOSITION = 8
# A relative clause that closes with a document has no more tokens than this.
_CLAUSE = 8
# How far behind a comma the subject of a verb may begin ("Katz, who leads the group, said").
_INSERTION = 30


class SubjectReader:
    """Reads the subjects of verbs in one story."""

    def __init__(self, tokens: Tokens, quotations: Quotations, mentions: list[Mention], grammar: CueGrammar) -> None:
        self.tokens = tokens
        self.quotations = quotations
        self.mentions = mentions
        self.grammar = grammar
        self._opened: dict[int, int] = {}
        self.names = frozenset(i for mention in mentions for i in range(mention.first, mention.last + 1))

    def subject_of(self, first: int, i: int, floor: int, ceiling: int, last: int) -> NounPhrase | None:
        """The subject of the verb in tokens ``[i, last]`` whose group begins at ``first``, in ``[floor, ceiling)``."""
        tokens, grammar = self.tokens, self.grammar
        lows, seps = tokens.lows, tokens.seps
        # Behind an auxiliary or such an adverb even a verb that says little by itself is no noun: "the greens have blamed".
        told = not grammar.finite_signs.isdisjoint(lows[first:i]) and lows[first - 1] not in grammar.sources.links
        strong = lows[i] in grammar.strong or (told and seps[i] != "-")
        floor = self._behind_dateline(floor, first)
        sep = seps[first]
        inverted = seps[last + 1] if last + 1 < ceiling else ""
        for at in range(first + 1, i):
            if lows[at] in grammar.inverted and seps[at] == "-" and lows[at] in grammar.sources.pronouns:
                return grammar.sources.after(at, at + 1, tokens, self.names, strong=False)  # "a-t-il ajouté"
        if inverted.startswith("-") and lows[last + 1] in grammar.inverted:
            at = last + 1
            while at + 1 < ceiling and seps[at + 1] == "-" and lows[at + 1] in grammar.inverted:
                at += 1
            return grammar.sources.after(at, at + 1, tokens, self.names, strong=False)
        quoted = closes_quotation(sep) and ")" not in sep
        if quoted and self._closes_term(first, floor):
            if "," in sep or _DASHES & set(sep) or " - " in sep:
                return self._before_insertion(first, floor, strong)
            return grammar.sources.before(first - 1, floor, tokens, self.names, strong=strong)
        if quoted or ((first == floor or "," in sep) and (lows[i] in grammar.inverting or lows[last] in grammar.inverting)):
            source = self._behind_verb(last, ceiling, strong=strong and quoted)
            told = source is not None and source.kind != "none" and self._is_told(source, ceiling, quoted)
            if source is not None and lows[i] in grammar.making and lows[source.first] in grammar.sources.indefinite:
                told = False  # "by contrast, wrote an article"
            if source is not None and told and not (source.kind == "pronoun" and lows[source.first] in grammar.that):
                return source
        if first == floor or (quoted and not (last + 1 < ceiling and lows[last + 1] in grammar.that)):
            return None  # 'a business called "the ultimate" - noted that': the statement follows
        if not self.pause(first):
            joint = self._behind_coordinator(first, floor)
            if joint:
                return self._said_once(floor, joint - 1)
            source = grammar.sources.before(first - 1, floor, tokens, self.names, strong=strong)
            if source is None or (source.first > floor and lows[source.first - 1] in grammar.relative):
                return self._before_relative(first, floor, strong) or self._before_reduced(first, floor)
            return self._whose_object(source, floor, strong) or source
        if ")" in sep:
            return grammar.sources.before(first - 1, floor, tokens, self.names, strong=strong)
        if "," in sep or _DASHES & set(sep) or "--" in sep or " - " in sep:
            return self._before_insertion(first, floor, strong)
        return None

    def _closes_term(self, first: int, floor: int) -> bool:
        """Does a name or a word in quotation marks, no statement, end before a token: 'known as “Guccifer,” stated'?"""
        ends, starts = self.quotations.ends, self.tokens.starts
        at = bisect_right(ends, starts[first]) - 1
        if at < 0 or ends[at] <= starts[first - 1]:
            return False
        opening = bisect_left(starts, self.quotations.starts[at])
        if not floor < opening < first or first - opening > _TERM or paused(self.tokens.seps[opening].rstrip(_MARKS) or " "):
            return False
        return all(word[0].isupper() or word[0].isdigit() for word in self.tokens.words[opening:first] if len(word) > 3)

    def _said_once(self, floor: int, behind: int) -> NounPhrase | None:
        """The subject of a sentence for a verb that stands without its own, in a list of what somebody did."""
        source = self.main_subject(floor, behind)
        return source if source is not None and source.kind != "unnamed" else None

    def _behind_verb(self, last: int, ceiling: int, *, strong: bool) -> NounPhrase | None:
        """The speaker behind a verb, a day or a hearer between them or not: « a annoncé mardi à l'AFP la préfecture »."""
        tokens, sources = self.tokens, self.grammar.sources
        at = self._behind_interposed(last + 1, ceiling)
        if at == last + 1 and paused(tokens.seps[at] if at < ceiling else ","):
            return None
        found = sources.after(at, ceiling, tokens, self.names, strong=strong)
        if found is None and at < ceiling:
            # "l'échevine, Nadia Belkacem": a noun that no list knows, with somebody's name
            bold = sources.after(at, ceiling, tokens, self.names, strong=True)
            named = self.with_name_behind(bold) if bold is not None and bold.kind == "role" else bold
            if named is not None and self.is_full_name(named):
                return named
        return found

    def _behind_interposed(self, at: int, ceiling: int) -> int:
        """The token behind what may stand between a verb and its speaker, token ``at`` itself where nothing does."""
        grammar, lows = self.grammar, self.tokens.lows
        if not grammar.interposed.first_words:
            return at
        begin = -1
        while begin < at < ceiling:
            begin = at
            match = grammar.interposed.at(at, lows, self.tokens.seps)
            at = match.last + 1 if match is not None else self._behind_day(at, ceiling)
            if at == begin and lows[at] in grammar.hearers:
                at = self._behind_hearer(at, ceiling)
        return at if at < ceiling or begin < 0 else begin

    def _behind_day(self, at: int, ceiling: int) -> int:
        """The token behind a day ("on Monday"), token ``at`` itself where none stands there."""
        lows, sources, day = self.tokens.lows, self.grammar.sources, at
        while day < ceiling and lows[day] in sources.time_openers and lows[day] not in sources.time:
            day += 1
        begin = day
        while day < ceiling and lows[day] in sources.time:
            day += 1
        return day if day > begin else at

    def _behind_hearer(self, at: int, ceiling: int) -> int:
        """The token behind the hearer that the word at ``at`` leads to (« à l'AFP »), ``at`` itself where none is named."""
        heard = at + 1
        while heard < ceiling and self.tokens.lows[heard] in self.grammar.sources.determiners:
            heard += 1
        if heard >= ceiling or heard not in self.names:
            return at
        acronym = self.tokens.words[heard].isupper()  # "à l'AFP Jean Martin" are two names
        heard += 1
        while not acronym and heard < ceiling and heard in self.names and not self.pause(heard):
            heard += 1
        return at if heard < ceiling and self.pause(heard) else heard

    def _behind_coordinator(self, first: int, floor: int) -> int:
        """The token behind the "and" that joins a verb to one before it, a day between or not; 0 where none does."""
        grammar, lows = self.grammar, self.tokens.lows
        at = first
        while at - 1 > floor and not self.pause(at) and lows[at - 1] in grammar.sources.adjunct_words:
            at -= 1
        return at if lows[at - 1] in grammar.coordinators and not self.pause(at) else 0

    def _is_told(self, source: NounPhrase, ceiling: int, quoted: bool) -> bool:
        """Is a phrase behind a verb its subject, and not that of a clause: "said the candidate could win"?"""
        if self._ends_clause(source, ceiling):
            return True
        return quoted and self.tokens.lows[source.last + 1] not in self.grammar.verbal

    def _ends_clause(self, source: NounPhrase, ceiling: int) -> bool:
        behind = source.last + 1
        sep = self.tokens.seps[behind] if behind < ceiling else "."
        if paused(sep) and ("," in sep or not opens_quotation(sep)):
            return True
        return self.tokens.lows[behind] in self.grammar.clause_ends or self.tokens.lows[behind] in self.grammar.sources.time

    def _before_relative(self, first: int, floor: int, strong: bool) -> NounPhrase | None:
        """The phrase that a relative clause between it and its verb belongs to: "people who have seen it say"."""
        tokens, grammar = self.tokens, self.grammar
        for at in range(first - 1, max(floor, first - _INSERTION), -1):
            if closes_quotation(tokens.seps[at + 1]):
                return None  # "the men who serve", he told me
            if tokens.lows[at] in grammar.relative and not self.pause(at):
                return grammar.sources.before(at - 1, floor, tokens, self.names, strong=strong)
        return None

    def _whose_object(self, source: NounPhrase, floor: int, strong: bool) -> NounPhrase | None:
        """Whose relative clause a document closes: "a source who has seen the report said"."""
        if source.kind != "document":
            return None
        lows, relative = self.tokens.lows, self.grammar.relative
        for at in range(source.first - 1, max(floor, source.first - _CLAUSE), -1):
            if self.pause(at + 1):
                return None
            if lows[at] in relative:
                owner = self.grammar.sources.before(at - 1, floor, self.tokens, self.names, strong=strong)
                return owner if owner is not None and owner.kind in ("unnamed", "role", "person") else None
        return None

    def _before_reduced(self, first: int, floor: int) -> NounPhrase | None:
        """The document that a participle between it and its verb tells of: "a poll released Friday found"."""
        tokens, grammar = self.tokens, self.grammar
        for at in range(first - 1, max(floor, first - _INSERTION), -1):
            if self.pause(at):
                return None
            if tokens.lows[at] in grammar.reduced:
                source = grammar.sources.before(at - 1, floor, tokens, self.names, strong=False)
                return source if source is not None and source.kind in ("document", "unnamed", "media", "role") else None
        return None

    def _before_insertion(self, first: int, floor: int, strong: bool) -> NounPhrase | None:
        """The subject before an insertion in commas or dashes: "Katz, director of the group, said"."""
        tokens, grammar = self.tokens, self.grammar
        at = first - 1
        nearest: NounPhrase | None = None
        named: NounPhrase | None = None
        while at > floor and first - at < _INSERTION:
            if self.pause(at):
                found = grammar.sources.before(at - 1, floor, tokens, self.names, strong=strong)
                if found is not None and found.kind not in ("pronoun", "none"):
                    if nearest is None:
                        nearest, apposed = found, self._with_apposition(found, first, floor)
                        if apposed is not found and not found.named:
                            return apposed  # "Sanders stays, his top aide, Tad Devine, told"
                    if found.first == floor and found.kind in _SPEAKERS:
                        return self._with_apposition(found, first, floor)  # the sentence is theirs, places in it or not
                    if found.named and found.kind in ("person", "organisation"):
                        named = named or found
            at -= 1
        if named is not None:
            return named
        return self._with_apposition(nearest, first, floor)

    def _is_compared(self, phrase: NounPhrase, floor: int) -> bool:
        """Does somebody else act as a phrase or more than it: "defended him as a candidate, mocked his party"?"""
        return phrase.first > floor and self.tokens.lows[phrase.first - 1] in self.grammar.comparing

    def _with_apposition(self, source: NounPhrase | None, first: int, floor: int) -> NounPhrase | None:
        """A role with the name behind it: "the secretary general, Jens Stoltenberg, said"."""
        inserted = self.grammar.sources.before(first - 1, floor, self.tokens, self.names, strong=False)
        if inserted is None and source is not None and source.kind == "unnamed" and first - 2 in self.names:
            # "one of them, the butcher Alan Stubbs, said": a noun that no list knows, and a full name
            inserted = self.grammar.sources.before(first - 1, floor, self.tokens, self.names, strong=True)
        if source is None and inserted is not None and self._is_compared(inserted, floor):
            return self._said_once(floor, first)
        if source is None or inserted is None or source.last >= inserted.first:
            return source or inserted
        bare = inserted.named and self.tokens.lows[inserted.first] not in self.grammar.sources.determiners
        if inserted.kind not in ("person", "organisation") and not (inserted.kind == "role" and bare):
            return source  # "a friend of Clinton", but "former Secretary of State Hillary Clinton"
        sep = self.tokens.seps[inserted.first]
        beside = "," in sep and (inserted.first == source.last + 1 or ")" in sep)
        if beside and source.kind not in ("person", "organisation") and (not source.plural or source.kind == "document"):
            return inserted._replace(first=source.first)
        return source

    def with_name_behind(self, source: NounPhrase) -> NounPhrase:
        """A role with the name behind it, behind their verb: "said the lead author, Femke de Groot"."""
        tokens, at = self.tokens, source.last + 1
        if at >= len(tokens) or tokens.seps[at] != ", ":
            return source
        found = self.grammar.sources.after(at, min(at + _APPOSITION, len(tokens)), tokens, self.names, strong=True)
        return found._replace(first=source.first) if found is not None and self.is_full_name(found) else source

    def is_full_name(self, phrase: NounPhrase) -> bool:
        """Does a phrase end in two names of somebody, and is it no place: "the author Femke de Groot", not "New York"?"""
        first, last = phrase.first, phrase.last
        if phrase.kind != "person" or last == first or not {last - 1, last} <= self.names:
            return False
        return " ".join(self.tokens.words[first : last + 1]) not in self.grammar.places

    def main_subject(self, floor: int, behind: int) -> NounPhrase | None:
        """The subject of the sentence that begins at token ``floor``, looked for before token ``behind``."""
        tokens, grammar = self.tokens, self.grammar
        at = self._behind_dateline(floor, behind)
        if self.quotations.covers(tokens.starts[at]):
            return None
        at = min(self._behind_openers(at), behind)
        adjunct = self._behind_comma(at, behind)
        if at < behind and self._opens_adjunct(at):
            at = adjunct
        if at >= behind:
            return None
        first = grammar.sources.after(at, behind, tokens, self.names, strong=False)
        if at < adjunct < behind and adjunct in self.names and (first is None or first.kind in _ADJUNCTS):
            return grammar.sources.after(adjunct, behind, tokens, self.names, strong=False)  # "Hours later, Trump returned"
        return first

    def _opens_adjunct(self, at: int) -> bool:
        """Does a sentence begin with what its subject stands behind: "In Iowa, ...", "Speaking on Sunday, ..."?"""
        lows, grammar = self.tokens.lows, self.grammar
        if at not in self.names and lows[at] in grammar.adjunct_signs:
            return True
        following = lows[at + 1] if at + 1 < len(lows) else ""
        if grammar.ends_as_adverb(lows[at]) and at + 1 not in self.names:
            return True  # "Shortly after the vote, Rubio sent"
        return lows[at].endswith(grammar.participle_endings) and following in grammar.participle_behind

    def _behind_dateline(self, floor: int, behind: int) -> int:
        """The token behind a dateline ("WASHINGTON (AP) —"), ``floor`` where none opens the sentence."""
        town, seps = self.tokens.words[floor], self.tokens.seps
        if not town.isupper() or len(town) < 2:
            return floor
        return next((at for at in range(floor + 1, min(floor + _DATELINE, behind)) if _DASHES & set(seps[at])), floor)

    def _behind_openers(self, at: int) -> int:
        """The first token from ``at`` on that is no opening word ("And yet"); found once for all verbs of a sentence."""
        end = self._opened.get(at, at)
        while end < len(self.tokens) and self.tokens.lows[end] in self.grammar.opening:
            end += 1
        self._opened[at] = end
        return end

    def _behind_comma(self, at: int, behind: int) -> int:
        """The first token from ``at`` on that a comma stands before, ``behind`` where none does."""
        following = bisect_left(self._commas, at)
        return min(self._commas[following], behind) if following < len(self._commas) else behind

    @cached_property
    def _commas(self) -> list[int]:
        """The tokens that a comma stands before; looked for once, since each verb of a long sentence asks."""
        return [i for i, sep in enumerate(self.tokens.seps) if "," in sep]

    def pause(self, i: int) -> bool:
        """True where more than a space stands before token i (an apostrophe or a hyphen doesn't part)."""
        return paused(self.tokens.seps[i])


# The same few separators are asked about again and again.
@lru_cache(maxsize=1024)
def paused(sep: str) -> bool:
    """Does more than a space, an apostrophe or a hyphen stand between two tokens?"""
    return sep != " " and (not set(sep) <= _JOINING or "--" in sep or " - " in sep)


@lru_cache(maxsize=1024)
def opens_quotation(sep: str) -> bool:
    """Does a quotation or a colon stand in a separator?"""
    return bool(_OPENING & set(sep)) or "''" in sep


@lru_cache(maxsize=1024)
def closes_quotation(sep: str) -> bool:
    """Does a separator close a quotation? Two apostrophes are a quotation mark, as typewriters and wires write it."""
    return bool(_CLOSING & set(sep)) or "''" in sep
