"""Verb groups: helpers, chains and participles around a verb, and whether it is a verb of its subject at all."""

from __future__ import annotations

from lint_news.language.noun_phrases import NounPhrase
from lint_news.language.subjects import SubjectReader, closes_quotation, opens_quotation, paused

_SIGNS = frozenset({"$", "£", "€"})
_ENDS = frozenset(",.?!…")
# So many tokens behind a forecast its figure stands: "expects the economy to grow by 2.3 percent".
_FORECAST = 9
# A statement before the words that tell who made it (", the AP reported") has at least so many tokens.
_TOLD = 5


class VerbReader(SubjectReader):
    """Reads the groups of verbs in one story."""

    def chain_start(self, i: int, floor: int) -> int:
        """First token of the verbs that lead to a base form ("went on to say"), token i itself where none do."""
        grammar, lows, seps = self.grammar, self.tokens.lows, self.tokens.seps
        if i > floor and lows[i - 1] in grammar.chain_ends:
            for length in grammar.chain_lengths:
                first = i - length
                if first > floor and tuple(lows[first:i]) in grammar.chains and not any(map(paused, seps[first + 1 : i + 1])):
                    return first
        return i

    def is_between(self, i: int, floor: int) -> bool:
        """Does token i stand between an auxiliary and its verb: "have all said", "a-t-il dit"?"""
        grammar, lows = self.grammar, self.tokens.lows
        if lows[i] in grammar.inverted:
            return self.tokens.seps[i] == "-"
        return lows[i] in grammar.floating and i > floor and lows[i - 1] in grammar.group

    def floats(self, i: int, floor: int) -> bool:
        """Is token i a quantifier behind the subject that it counts?"""
        grammar, lows = self.grammar, self.tokens.lows
        if i <= floor or lows[i] not in grammar.floating or self.pause(i) or self.pause(i + 1):
            return False
        return lows[i - 1] not in grammar.sources.breaks and lows[i - 1] not in grammar.noun_signs

    def is_passive(self, low: str, helpers: list[str]) -> bool:
        """ "was asked": a form of "be" right before a participle, no reflexive before it ("s'est dit")."""
        grammar = self.grammar
        if low not in grammar.participle:
            return False
        for k in range(len(helpers) - 1, -1, -1):
            if helpers[k] in grammar.passive:
                return not any(word in grammar.reflexive for word in helpers[:k])
            if not grammar.is_adverb(helpers[k]):
                return False
        return False

    def is_finite(self, low: str, helpers: list[str]) -> bool:
        """Do the helpers make a finite verb of a participle, a gerund or a base form?"""
        grammar = self.grammar
        if low in grammar.participle and any(word in grammar.auxiliaries or word in grammar.passive for word in helpers):
            return True
        if low in grammar.gerund and any(word in grammar.passive for word in helpers):
            return True
        return low in grammar.base and any(word in grammar.modals for word in helpers)

    def has_agent(self, low: str, last: int, ceiling: int) -> bool:
        """Is a form that may be a finite verb a participle by the agent behind it?"""
        grammar, lows = self.grammar, self.tokens.lows
        return (
            low in grammar.reducible
            and last + 2 < ceiling
            and lows[last + 1] in grammar.agent
            and not self.pause(last + 1)
            and lows[last + 2] not in grammar.gerund
            and not lows[last + 2].isdigit()
            and lows[last + 2] not in grammar.sources.time
        )

    def is_verb(self, i: int, helpers: list[str], ceiling: int) -> bool:
        """Is a form that may be a noun ("reports", "support") a verb here?"""
        tokens, grammar = self.tokens, self.grammar
        if helpers:
            return True
        if tokens.lows[i - 1] in grammar.possessives if i else False:
            return False
        if i + 1 >= ceiling or self.pause(i + 1):
            return self.opens_quotation(i)
        return tokens.lows[i + 1] not in grammar.noun_behind

    def opens_clause(self, i: int) -> bool:
        """Does token i open a clause beside another one: ", while Smith believes", "; Smith believes"?"""
        lows, seps, grammar = self.tokens.lows, self.tokens.seps, self.grammar
        while i > 1 and not self.pause(i) and grammar.is_adverb(lows[i - 1]):
            i -= 1
        if ";" in seps[i]:
            return True
        if i < 2 or lows[i - 1] not in grammar.contrasts or self.pause(i):
            return False
        return "," in seps[i - 1] and lows[i - 2] not in grammar.that  # not "found that, while Smith believes"

    def leads(self, i: int, low: str) -> bool:
        """Does a noun that can speak stand right before a form that may be a noun itself, and not a word that counts it?"""
        lows, grammar = self.tokens.lows, self.grammar
        if lows[i] in grammar.sources.quantifiers and grammar.is_singular(low):
            return False
        return i in self.names or lows[i] in grammar.sources.heads or lows[i] not in grammar.adjectives

    def say_so(self, first: int, i: int) -> bool:
        """Do people stand before a form that no singular takes: "critics blame for it"?"""
        if first == 0 or self.pause(first) or self.tokens.lows[i] not in self.grammar.base:
            return False
        before, sources = self.tokens.lows[first - 1], self.grammar.sources
        return before in sources.people and before.endswith(sources.plural_endings)

    def ends_sentence(self, i: int, floor: int, ceiling: int) -> bool:
        """Does a pause or what is said of the saying ("in a report") follow token i, some words of its sentence before it?"""
        if i - floor < _TOLD:
            return False
        return i + 1 >= ceiling or self.pause(i + 1) or self.tokens.lows[i + 1] in self.grammar.occasions

    def is_parenthesis(self, source: NounPhrase, first: int, floor: int) -> bool:
        """Does a subject follow the comma behind what it says (", the AP reported.")?"""
        if source.first <= floor or source.last + 1 != first:
            return False
        return "," in self.tokens.seps[source.first] or self.tokens.lows[source.first - 1] in self.grammar.as_words

    def closes_statement(self, source: NounPhrase, first: int, last: int, floor: int, ceiling: int) -> bool:
        """Do a quotation or a statement end before the subject: "'It was he,' Abedin answered", ", she declared in May"?"""
        sep = self.tokens.seps[source.first]
        if source.first > floor and self.tokens.lows[source.first - 1] in self.grammar.as_words and source.last + 1 == first:
            return True
        if "\n" not in sep and closes_quotation(sep) and _ENDS & set(sep):
            return True
        return self.ends_sentence(last, floor, ceiling) and self.is_parenthesis(source, first, floor)

    def agrees(self, source: NounPhrase, low: str, helpers: list[str], first: int, floor: int) -> bool:
        """A base form alone wants several speakers ("officials say"), not one ("Clinton support"), "says" wants one."""
        grammar = self.grammar
        if (
            source.plural
            and source.first < first
            and source.head >= 0
            and source.kind == "unnamed"
            and grammar.is_singular(low)
            and not helpers
        ):
            return False  # "how many states"
        if (
            source.plural
            and source.first > first
            and source.kind == "unnamed"
            and not grammar.singular_helpers.isdisjoint(helpers)
        ):
            return False  # "a annoncé les candidats": what is announced
        if low not in grammar.base or low in grammar.participle or helpers or source.kind == "pronoun":
            return True
        if source.plural or source.first > first:
            return True
        return source.first > floor and self.tokens.lows[source.first - 1] in grammar.coordinators

    def introduces(self, i: int, ceiling: int, *, figure: bool = False) -> bool:
        """Does "that", a colon, a quotation or, where asked for, a figure follow token i?"""
        if self.opens_quotation(i) or i + 1 >= ceiling:
            return self.opens_quotation(i)
        if self.tokens.lows[i + 1] in self.grammar.that:
            return True
        for at in range(i + 1, min(i + _FORECAST, ceiling) if figure else i):
            if self.pause(at) and self.tokens.seps[at].strip() not in _SIGNS:
                break
            if self.tokens.lows[at][0].isdigit() or self.tokens.lows[at] in self.grammar.sources.counting:
                return True
        return False

    def opens_quotation(self, i: int) -> bool:
        return opens_quotation(self.tokens.seps[i + 1])
