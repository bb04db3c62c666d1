"""Figures that need no source: plain public record, and what somebody sets or promises.

Record is what a rule demands ("two thirds must ratify"), the votes that somebody won, what a court ordered ("a fine of 5,000
euros"), the whole that a part is told of ("46 of the 54 associations"), and a count of an event of another year, which the
archive holds. What a law, a plan or a pledge says ("a $15 minimum wage", "promised 500 jobs") nobody has counted: it is its
own source.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from lint_news.language.pack import LanguagePack
from lint_news.language.phrases import Phrases
from lint_news.language.quantities import Quantity
from lint_news.language.quantity_grammar import SMALL, quantity_grammar
from lint_news.language.sentences import Sentences
from lint_news.language.tokens import Tokens

# How far before a figure a word of its whole or a guess may stand ("(environ 4,6 milliards").
_NEAR = 3
# How far from a figure the word of a penalty stands, in its sentence.
_PENALTY = 40
# How far from a figure a word of demand stands ("55 countries that emit 55 % must ratify").
_DEMAND = 10
# How far from the head count that a rule sets ("employers with more than 50 workers").
_HEADS = 6
# How far before a figure the verb of a pledge stands ("promised to create 500 jobs").
_PLEDGE = 10
# How far before a figure stands the word for how a poll was made ("surveyed by telephone 1,200 adults").
_METHOD = 8
# How far before a figure stands the word that works it out of another ("enough for 50 million people").
_DERIVED = 4
# So far behind the words for a rate that is set its percentages stand.
_RATE = 18
# Among so many tokens behind a share the superlative of its class stands.
_QUANTILE = 6
# So many at most are told of again with an article alone ("the four victims").
_FEW = 10
# Numbers have no more tokens, and small ones no more digits.
_WRITTEN = 6
# A price has no more digits, cents with them; its numbers hold together by their marks ("1,15/1,20 euro" has two).
_PRICE = 4
_DIGITS = re.compile(r"\d+(?:[\s.,’']\d+)*")
# How many words may stand between a figure and the law or plan that sets it ("a $1.9 billion Zika funding package").
_TERMS = 4
_JOINTS = " \n\u00a0\u202f'’-“”\""
# A sum may be followed by one more adjective behind a comma ("a $350 billion, 10-year plan").
_LISTED = _JOINTS + ","


class _Words:
    def __init__(self, pack: LanguagePack) -> None:
        self.before_whole = Phrases(pack.words("before_whole"))
        self.whole_openers = self.before_whole.first_words
        self.demands = pack.words("demand_words")
        self.count_demands = self.demands | pack.words("count_demands")
        self.penalties = pack.words("penalty_words")
        self.guesses = Phrases(pack.words("approximators"))
        self.multipliers = pack.words("multipliers")
        self.bodies = pack.words("body_nouns")
        self.pledges = Phrases(pack.words("pledge_words"))
        self.laws = pack.words("law_nouns")
        self.plans = self.laws | pack.words("plan_nouns")
        self.claims = pack.words("claim_heads")
        self.links = pack.words("partitives", "term_links")
        groups = ("prepositions", "coordinators", "auxiliaries", "passive_auxiliaries", "modals", "clause_words")
        self.closed = pack.words(*groups, "figure_stops")
        self.before_nouns = pack.words("determiners", "prepositions", "partitives")
        self.pledged = pack.words("pledged_behind")
        self.methods = Phrases(pack.words("poll_methods"))
        self.articles = pack.words("plural_articles")
        self.definite = pack.words("definite_plurals")
        values = quantity_grammar(pack).values.items()
        self.few = {written for word, value in values if value <= SMALL for written in (word, str(value))}
        self.numbers = pack.words("number_words")
        self.under = Phrases(pack.words("under_words"))
        self.past = Phrases(pack.words("past_words"))
        self.history = Phrases(pack.words("history_words"))
        self.of_whole = pack.words("of_whole")
        self.percent = frozenset(word.split()[-1] for word in pack.words("percent_words"))
        self.priced = pack.words("priced_nouns")
        self.place_units = pack.words("place_units")
        self.limits = Phrases(pack.words("limit_words"))
        self.derived = Phrases(pack.words("derived_words"))
        self.rates = Phrases(pack.words("set_rates"))
        self.quantile_openers = pack.words("quantile_openers")
        self.superlatives = Phrases(pack.words("superlatives"))
        self.votes = pack.words("vote_nouns")
        self.elections = pack.words("election_words")


@lru_cache(maxsize=64)
def _words(pack: LanguagePack) -> _Words:
    return _Words(pack)


class FigureRecords:
    """Tells of a story's figures which need no source."""

    def __init__(self, text: str, tokens: Tokens, sentences: Sentences, quantities: list[Quantity], pack: LanguagePack) -> None:
        self._text, self._tokens, self._sentences, self._words = text, tokens, sentences, _words(pack)
        self._ruled = {sentences.index_at(tokens.starts[match.first]): match.last for match in self._words.under.find(tokens)}
        self._starts = [quantity.start for quantity in quantities]
        rates = reversed(list(self._words.rates.find(tokens)))
        self._rates = {sentences.index_at(tokens.starts[match.first]): match.last for match in rates}
        self._first_told: dict[str, int] = {}
        for quantity in quantities:
            number = self._number(bisect_left(tokens.starts, quantity.start))
            self._first_told.setdefault(number, quantity.start)
        self._past = sentences.of_tokens(self._past_years(), tokens) | sentences.with_phrases(self._words.past, tokens)
        self._history = sentences.with_phrases(self._words.history, tokens)

    def is_set(self, quantity: Quantity, *, spoken: bool) -> bool:
        """Is a figure set, not counted: by a rule, a law, a plan, a pledge, or as the whole of a part?

        ``spoken`` says whether a source reaches the figure: then the sum of any plan passes, otherwise that of a law alone.
        """
        first, lows = bisect_left(self._tokens.starts, quantity.start), self._tokens.lows
        if quantity.kind in ("count", "people") and self._is_whole_of_share(quantity, first):
            return True
        if quantity.kind in ("casualties", "count", "people") and (self._tells_whole(first) or self._is_known(quantity, first)):
            return True
        if quantity.vague and not self._words.definite.isdisjoint(lows[max(first - 1, 0) : first + 1]):
            return True  # « aux centaines de personnes »: the story has told of them
        if quantity.vague or quantity.kind == "casualties":
            return False
        if quantity.kind == "money" and self._is_rate_of_exchange(quantity, first):
            return True
        if (quantity.kind in ("count", "people") and self._is_limit(quantity)) or self._is_derived(quantity, first):
            return True
        rate = self._rates.get(self._sentences.index_at(quantity.start), first)
        if quantity.kind == "percentage" and (self._is_quantile(first) or rate < first <= rate + _RATE):
            return True
        if self._is_pledged(quantity, first) or self._is_behind(self._words.methods, first, _METHOD, _JOINTS + ",+/±"):
            return True
        if quantity.kind in ("money", "percentage") and self._is_term(quantity, first, spoken=spoken):
            return True
        if quantity.kind == "money":
            return self._is_price(quantity, first)
        demands = self._words.demands if quantity.kind == "percentage" else self._words.count_demands
        return self._stands_near(demands, quantity, first, _HEADS if quantity.kind == "people" else _DEMAND)

    def is_record(self, quantity: Quantity) -> bool:
        """Is a figure what a court ordered, the votes that one won, the size of a body, or the count of another year?"""
        first = bisect_left(self._tokens.starts, quantity.start)
        if quantity.kind == "money":
            return not quantity.vague and self._stands_near(self._words.penalties, quantity, first, _PENALTY)
        if quantity.noun in self._words.votes and not quantity.vague and self._is_exact(quantity, first):
            return self._stands_near(self._words.elections, quantity, first, _PENALTY)
        if quantity.kind in ("casualties", "people") and self._sentences.index_at(quantity.start) in self._history:
            return True  # "during the Holocaust": schoolbooks have it
        if quantity.vague or quantity.kind == "percentage" or not self._is_exact(quantity, first):
            return False
        written = self._text[quantity.start : quantity.end].lower().split()
        return not self._words.bodies.isdisjoint(written) or self._sentences.index_at(quantity.start) in self._past

    def _is_pledged(self, quantity: Quantity, first: int) -> bool:
        """Does the verb of a pledge stand before a figure, with no pause between, or right behind it ("sums promised by")?"""
        behind = bisect_left(self._tokens.starts, quantity.end)
        if behind < len(self._tokens) and self._tokens.lows[behind] in self._words.pledged:
            return True
        if quantity.noun in self._words.pledged:
            return True  # "les 100 milliards proposés"
        return self._is_behind(self._words.pledges, first, _PLEDGE, _JOINTS)

    def _is_whole_of_share(self, quantity: Quantity, first: int) -> bool:
        """Does a share of a figure stand right before it: « 80 % du million de résidents »?"""
        lows, seps = self._tokens.lows, self._tokens.seps
        if first < 1 or lows[first - 1] not in self._words.of_whole:
            return False
        return "%" in seps[first - 1] or (first > 1 and lows[first - 2] in self._words.percent)

    def _is_limit(self, quantity: Quantity) -> bool:
        """Is a figure the most or least that is allowed: "25 people or fewer"?"""
        behind = bisect_left(self._tokens.starts, quantity.end)
        if behind >= len(self._tokens) or self._tokens.seps[behind].strip(_JOINTS):
            return False
        return self._words.limits.at(behind, self._tokens.lows, self._tokens.seps) is not None

    def _is_price(self, quantity: Quantity, first: int) -> bool:
        """Is a sum below ten thousand told of a ticket or the like?"""
        written = self._text[quantity.start : quantity.end].lower()
        if not self._words.multipliers.isdisjoint(written.split()):
            return False
        small = all(sum(map(str.isdecimal, number)) <= _PRICE for number in _DIGITS.findall(written))
        return small and self._stands_near(self._words.priced, quantity, first, _DEMAND)

    def _is_rate_of_exchange(self, quantity: Quantity, first: int) -> bool:
        """Does an equals sign stand beside a sum: "($1 = 10.18 Norwegian crowns)"?"""
        behind = bisect_left(self._tokens.starts, quantity.end)
        before, after = self._tokens.seps[first].rpartition("\n")[2], self._tokens.seps[behind].partition("\n")[0]
        return "=" in before or "=" in after

    def _is_derived(self, quantity: Quantity, first: int) -> bool:
        """Is a figure worked out of another of its sentence: "100 million doses, enough for 50 million people"?"""
        if not self._is_behind(self._words.derived, first, _DERIVED, _JOINTS):
            return False
        before = bisect_left(self._starts, quantity.start) - 1
        return before >= 0 and self._starts[before] >= self._sentences.span_at(quantity.start)[0]

    def _is_quantile(self, first: int) -> bool:
        """Does a share name a class of people: "the top 1 percent", « les 20 % de foyers les plus riches »?"""
        lows, seps = self._tokens.lows, self._tokens.seps
        if not first:
            return False
        if lows[first - 1] in self._words.quantile_openers:
            return True
        if lows[first - 1] not in self._words.articles:
            return False
        for k in range(first + 1, min(first + 1 + _QUANTILE, len(lows))):
            if seps[k].strip(_JOINTS + "%"):
                return False
            if self._words.superlatives.at(k, lows, seps):
                return True
        return False

    def _is_behind(self, phrases: Phrases, first: int, reach: int, joints: str) -> bool:
        """Does a figure stand behind one of some words, with nothing between but words and joints?"""
        lows, seps = self._tokens.lows, self._tokens.seps
        for at in range(first - 1, max(first - reach, 0) - 1, -1):
            if seps[at + 1].strip(joints + "$€£"):
                return False
            match = phrases.at(at, lows, seps)
            if match:
                # "the demands of 500 workers", but "the goal of"
                return match.last > at or not at or lows[at - 1] not in self._words.before_nouns
        return False

    def _is_known(self, quantity: Quantity, first: int) -> bool:
        """Does an article tell that the number is known: "the four victims", "the 276" where the story has told of 276?"""
        lows = self._tokens.lows
        if not first or quantity.vague or lows[first - 1] not in self._words.articles:
            return False
        if quantity.noun in self._words.place_units:
            return True  # "the 22 countries of the group"
        low, numbers = lows[first], self._words.numbers
        if not low.isdecimal():
            return low in numbers and low not in self._words.multipliers and numbers.isdisjoint(lows[first + 1 : first + 2])
        return (len(low) < _WRITTEN and int(low) <= _FEW) or self._first_told[self._number(first)] < quantity.start

    def is_few(self, quantity: Quantity) -> bool:
        """Is a number so small that a look counts it: "two victims"?"""
        number = self._number(bisect_left(self._tokens.starts, quantity.start))
        return number in self._words.few

    def _number(self, first: int) -> str:
        """The digits and number words that stand at token ``first``."""
        written = []
        for low in self._tokens.lows[first : first + _WRITTEN]:
            if not (low.isdecimal() or low in self._words.numbers):
                break
            written.append(low)
        return " ".join(written)

    def _is_term(self, quantity: Quantity, first: int, *, spoken: bool) -> bool:
        """Does a figure say how much a law or a plan is ("a 20% tariff", "a tax of 20%")?"""
        lows, seps, words = self._tokens.lows, self._tokens.seps, self._words
        nouns = words.plans if spoken else words.laws
        under = self._ruled.get(self._sentences.index_at(quantity.start), first)
        if under < first and not words.plans.isdisjoint(lows[under + 1 : min(under + 1 + _TERMS, first)]):
            return True  # "under the new rule, those who earn up to $47,476"
        behind = bisect_left(self._tokens.starts, quantity.end)
        for at in range(behind, min(behind + _TERMS, len(lows))):
            gap = seps[at] if at > behind else self._text[quantity.end : self._tokens.starts[at]]
            if gap.strip(_LISTED) or "\n\n" in gap or lows[at] in words.closed:
                break
            if lows[at] in words.plans:
                beyond = lows[at + 1] if at + 1 < len(lows) and not seps[at + 1].strip(_JOINTS) else ""
                if beyond not in words.plans:  # a "tax credit" is a credit
                    return lows[at] in nouns and beyond not in words.claims
        at = first - 1
        while at >= 0 and at >= first - _NEAR and lows[at] not in words.links:
            at -= 1  # "a budget of more than 3 billion"
        if at < 0 or at < first - _NEAR:
            return False
        for k in range(at - 1, max(at - _TERMS, 0) - 1, -1):
            if seps[k + 1].strip(_JOINTS) or (lows[k] in words.closed and lows[k] not in words.links):
                return False
            if lows[k] in words.plans:
                return lows[k] in nouns
        return False

    def _stands_near(self, wanted: frozenset[str], quantity: Quantity, first: int, reach: int) -> bool:
        """Does one of some words stand near a figure, in its sentence?"""
        start, end = self._sentences.span_at(quantity.start)
        low = max(first - reach, bisect_left(self._tokens.starts, start))
        high = min(first + reach, bisect_right(self._tokens.starts, end - 1))
        return not wanted.isdisjoint(self._tokens.lows[low:high])

    def _is_exact(self, quantity: Quantity, first: int) -> bool:
        """Is a figure counted, not rounded or guessed ("250 people", not "more than 8 million people")?"""
        tokens = self._tokens
        guessed = any(
            self._words.guesses.at(k, tokens.lows, tokens.seps) is not None for k in range(max(first - _NEAR, 0), first)
        )
        written = self._text[quantity.start : quantity.end].lower().split()
        return not guessed and self._words.multipliers.isdisjoint(written)

    def _tells_whole(self, first: int) -> bool:
        """Is a figure the whole of which a part is told ("46 of the 54 associations", "all 99 counties")?"""
        lows, seps = self._tokens.lows, self._tokens.seps
        # In "fait partie des millions" the article is the figure's and the phrase's.
        behind = first + 1 if lows[first] in self._words.before_nouns else first
        for at in range(first - 1, max(behind - _NEAR, 0) - 1, -1):
            if lows[at] not in self._words.whole_openers:
                continue
            match = self._words.before_whole.at(at, lows, seps)
            if match and match.last in (first - 1, behind - 1):
                return True
        return False

    def _past_years(self) -> list[int]:
        """The tokens that are years, those of the story's latest year apart."""
        years = frozenset(low for low in self._tokens.numbers if _is_year(low))
        return self._tokens.places_of(years - {max(years, default="")}) if len(years) > 1 else []


def _is_year(low: str) -> bool:
    return len(low) == 4 and low.isdecimal() and 1900 <= int(low) <= 2100
