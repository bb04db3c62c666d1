"""Figures that nobody near them says, but that the story around them places: the shares of a poll that it has named, the
results of an election, a move of a market, a sum that an authority spends or a court has judged, a charge, what somebody has
or serves, a study without a name, an answer in an interview, what the writer says as "I" or "we". They are worth a look, and
no warning.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

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
_EVERY = 100
# A word opens its sentence behind so few others: "Eleven of them".
_FRONT = 2
# A poll still speaks so many sentences further down.
_ABOVE = 8
# Whoever tells the story has not counted these.
_COUNTED = ("casualties", "people")
# What studies find out.
_STUDIED = ("people", "percentage")
# A line of a table of results has so many words and figures at most ("Emmanuel Macron 23,86 %").
_LINE = 6
# So near behind a share what was voted stands.
_VOTES = 3
# So many tokens before a figure the verb of an act stands.
_ACT = 4


class _Words:
    def __init__(self, pack: LanguagePack) -> None:
        self.votes = pack.words("vote_nouns")
        self.counted = pack.words("vote_nouns", "ballot_nouns")
        self.acts = pack.words("act_words")
        self.inhabitants = pack.words("inhabitant_nouns")
        self.members = pack.words("member_nouns")
        self.having = pack.words("membership_verbs")
        self.possessive = pack.words("possessive_determiners")
        self.courts = pack.words("court_words")
        self.goods = pack.words("traded_units")
        self.studies = pack.words("vague_document_nouns")
        self.writer = pack.words("writer_words")
        self.ballots = pack.words("ballot_words")
        self.results = pack.words("election_words", "result_words")
        # What makes the figures of its sentence somebody's: a charge, the ground that they rest on.
        self.owners = Phrases(pack.words("charge_words", "ground_words"))
        self.parts = Phrases(pack.words("part_words"))
        self.estimates = Phrases(pack.words("agentless_estimates"))


@lru_cache(maxsize=64)
def _words(pack: LanguagePack) -> _Words:
    return _Words(pack)


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
        self._tokens, self._sentences, self._words = tokens, sentences, _words(pack)
        words = self._words
        self._turns = turns
        self._polls = sorted(polls)
        self._of_nobody = sentences.with_phrases(words.estimates, tokens)
        self._owned = sentences.with_phrases(words.owners, tokens) | self._opened_by(
            match.first for match in words.parts.find(tokens)
        )
        self._of_markets = markets
        self._of_sums = markets | self._sentences_of(words.goods | words.courts)
        # A study without a name: whose its figures are, is asked of the study.
        self._of_studies = self._sentences_of(words.studies)
        writer = (tokens.starts[i] for i in tokens.places_of(words.writer))
        own = [start for start in writer if not self._is_speech(start, quotations)]
        self._own = sentences.indices_at(own)
        # Quotations without marks, a headline's "we": a voice that tells the story comes more often.
        self._is_first_person = len(own) >= _VOICE and len(own) * _EVERY >= len(tokens)
        self._voted = not words.ballots.isdisjoint(tokens.vocabulary)
        self._of_results = self._sentences_of(words.results) if self._voted else frozenset()

    def place(self, quantity: Quantity) -> bool:
        """Does the story tell whose a figure is: a poll's, an election's, a market's, the writer's own?"""
        sentence = self._sentences.index_at(quantity.start)
        if sentence in self._of_nobody:
            return False
        if sentence in self._owned or in_turns(self._turns, quantity.start) or self._is_somebodys(quantity, sentence):
            return True
        if quantity.kind == "money" and sentence in self._of_sums:
            return True
        if quantity.kind == "percentage" and (sentence in self._of_markets or self._has_poll_above(sentence)):
            return True
        if quantity.kind in _STUDIED and (sentence in self._of_studies or sentence - 1 in self._of_studies):
            return True
        if self._is_result(quantity, sentence):
            return True
        if sentence in self._own and quantity.kind != "casualties":
            return True
        return self._is_first_person and quantity.kind not in _COUNTED

    def _is_somebodys(self, quantity: Quantity, sentence: int) -> bool:
        """Is a figure what somebody has or does: "its two million users", "80,000 customers", "evacuated 500 people"?"""
        lows = self._tokens.lows
        first, at = self._first(sentence), bisect_left(self._tokens.starts, quantity.start)
        if at and lows[at - 1] in self._words.possessive:
            return True
        words, before = self._words, lows[max(at - _ACT, first) : at]
        if quantity.noun in words.members and not words.having.isdisjoint(before):
            return True  # "the firm has 3,000 employees"
        return quantity.noun in words.inhabitants or not words.acts.isdisjoint(before)

    def _is_result(self, quantity: Quantity, sentence: int) -> bool:
        """Is a figure the result of a vote: "12.6 percent of the vote", "Emmanuel Macron 23.86 %" on a line of its own?"""
        if quantity.kind == "percentage":
            behind = bisect_left(self._tokens.starts, quantity.end)
            if not self._words.votes.isdisjoint(self._tokens.lows[behind : behind + _VOTES]):
                return True
        elif quantity.noun not in self._words.counted:
            return False
        return sentence in self._of_results or (self._voted and self._is_line(sentence))

    def _first(self, sentence: int) -> int:
        return self._sentences.first_token(sentence, self._tokens)

    def _is_line(self, sentence: int) -> bool:
        """Does a sentence have so few words that it is a line of a table?"""
        return self._sentences.token_behind(sentence, self._tokens) - self._first(sentence) <= _LINE

    def _has_poll_above(self, sentence: int) -> bool:
        """Is a poll named a few sentences further up?"""
        at = bisect_left(self._polls, sentence) - 1
        return at >= 0 and sentence - self._polls[at] <= _ABOVE

    def _is_speech(self, offset: int, quotations: Quotations) -> bool:
        return quotations.covers(offset) or in_turns(self._turns, offset)

    def _sentences_of(self, words: frozenset[str]) -> frozenset[int]:
        return self._sentences.of_tokens(self._tokens.places_of(words), self._tokens)

    def _opened_by(self, places: Iterable[int]) -> frozenset[int]:
        """The sentences near whose front some tokens stand."""
        found = set()
        for i in places:
            sentence = self._sentences.index_at(self._tokens.starts[i])
            if i - self._first(sentence) <= _FRONT:
                found.add(sentence)
        return frozenset(found)
