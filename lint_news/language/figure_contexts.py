"""Figures that nobody near them says, but that the story around them places: the shares of a poll that it has named, the
results of an election, a move of a market, a sum that an authority spends or a court has judged, an answer in an interview,
what the writer says as "I" or "we". They are worth a look, and no warning.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from lint_news.document import Span
from lint_news.language.pack import LanguagePack
from lint_news.language.phrases import Phrases
from lint_news.language.quantities import Quantity
from lint_news.language.quotations import Quotations
from lint_news.language.sentences import Sentences
from lint_news.language.tokens import Tokens
from lint_news.language.turns import in_turns

# A story is told by an "I" or a "we" that comes so often at least, and once in so many words.
_VOICE = 5
_WORDS = 100
# A word opens its sentence behind so few others: "Eleven of them".
_FRONT = 2
# A poll still speaks so many sentences further down.
_ABOVE = 8
# Whoever tells the story has not counted these.
_COUNTED = ("casualties", "people")
# A line of a table of results has so many words and figures at most ("Emmanuel Macron 23,86 %").
_LINE = 6
# So near behind a share what was voted stands.
_VOTES = 3
# So many tokens before a figure the verb of an act stands.
_ACT = 4


class FigureContexts:
    """Tells which figures of a story their context places.

    ``turns`` are those of an interview, ``polls`` and ``markets`` the sentences that name a poll or a market.
    """

    def __init__(
        self,
        tokens: Tokens,
        sentences: Sentences,
        quotations: Quotations,
        turns: list[Span],
        polls: frozenset[int],
        markets: frozenset[int],
        pack: LanguagePack,
    ) -> None:
        self._tokens, self._sentences = tokens, sentences
        self._polls = sorted(polls)
        self._counted = pack.words("vote_nouns", "ballot_nouns")
        self._votes = pack.words("vote_nouns")
        self._turns = turns
        self._acts = pack.words("act_words")
        self._inhabitants = pack.words("inhabitant_nouns")
        self._of_courts = self._sentences_of(pack.words("court_words"))
        charges = Phrases(pack.words("charge_words")).find(tokens)
        self._of_charges = sentences.indices_at(tokens.starts[match.first] for match in charges)
        estimates = Phrases(pack.words("agentless_estimates")).find(tokens)
        self._of_nobody = sentences.indices_at(tokens.starts[match.first] for match in estimates)
        self._possessive = pack.words("possessive_determiners")
        grounds = Phrases(pack.words("ground_words")).find(tokens)
        self._of_grounds = sentences.indices_at(tokens.starts[match.first] for match in grounds)
        # A study without a name: whose it is, is asked of the study.
        self._of_studies = self._sentences_of(pack.words("vague_document_nouns"))
        parts = Phrases(pack.words("part_words")).find(tokens)
        self._of_parts = self._opened_by(match.first for match in parts)
        self._of_goods = self._sentences_of(pack.words("traded_units"))
        self._of_markets = markets
        own = [start for start in self._places(pack.words("writer_words")) if not self._is_speech(start, quotations)]
        self._own = sentences.indices_at(own)
        # Quotations without marks, a headline's "we": a voice that tells the story comes more often.
        self._is_first_person = len(own) >= _VOICE and len(own) * _WORDS >= len(tokens)
        self._voted = not pack.words("ballot_words").isdisjoint(tokens.vocabulary)
        self._of_results = self._sentences_of(pack.words("election_words", "result_words")) if self._voted else frozenset()

    def _is_speech(self, offset: int, quotations: Quotations) -> bool:
        return quotations.covers(offset) or in_turns(self._turns, offset)

    def _places(self, words: frozenset[str]) -> list[int]:
        return [self._tokens.starts[i] for i in self._tokens.places_of(words)]

    def _sentences_of(self, words: frozenset[str]) -> frozenset[int]:
        return self._sentences.indices_at(self._places(words))

    def _has_poll_above(self, sentence: int) -> bool:
        """Is a poll named a few sentences further up?"""
        at = bisect_left(self._polls, sentence) - 1
        return at >= 0 and sentence - self._polls[at] <= _ABOVE

    def _opened_by(self, places: Iterable[int]) -> frozenset[int]:
        """The sentences near whose front some tokens stand."""
        found = set()
        for i in places:
            sentence = self._sentences.index_at(self._tokens.starts[i])
            if i - bisect_left(self._tokens.starts, self._sentences.starts[sentence]) <= _FRONT:
                found.add(sentence)
        return frozenset(found)

    def _is_line(self, sentence: int, first: int) -> bool:
        """Does a sentence have so few words that it is a line of a table?"""
        behind = bisect_left(self._tokens.starts, self._sentences.ends[sentence])
        return behind - first <= _LINE

    def place(self, quantity: Quantity) -> bool:
        """Does a poll, an election, a market, an act, an interview or the writer's voice tell whose a figure is?"""
        sentence = self._sentences.index_at(quantity.start)
        if sentence in self._of_nobody:
            return False
        starts, lows = self._tokens.starts, self._tokens.lows
        first = bisect_left(starts, self._sentences.starts[sentence])
        at = bisect_left(starts, quantity.start)
        if at and lows[at - 1] in self._possessive:
            return True  # "its two billion users": so the owner says
        if quantity.noun in self._inhabitants or not self._acts.isdisjoint(lows[max(at - _ACT, first) : at]):
            return True
        if quantity.kind == "money" and (sentence in self._of_goods or sentence in self._of_courts):
            return True
        if quantity.kind in ("money", "percentage") and sentence in self._of_markets:
            return True
        if sentence in self._of_charges or sentence in self._of_parts or sentence in self._of_grounds:
            return True
        if quantity.kind in ("people", "percentage") and sentence in self._of_studies:
            return True
        if quantity.kind == "percentage" and self._has_poll_above(sentence):
            return True
        if quantity.kind == "percentage":
            behind = bisect_left(starts, quantity.end)
            if not self._votes.isdisjoint(lows[behind : behind + _VOTES]):
                return True  # "12.6 percent of the vote"
        counted = quantity.kind == "percentage" or quantity.noun in self._counted
        if counted and self._voted and self._is_line(sentence, first):
            return True  # "Emmanuel Macron 23.86 %"
        if counted and sentence in self._of_results:
            return True
        if (sentence in self._own and quantity.kind != "casualties") or (
            self._is_first_person and quantity.kind not in _COUNTED
        ):
            return True
        return in_turns(self._turns, quantity.start)
