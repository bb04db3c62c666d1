"""Figures that nobody near them says, but that the story around them places: the shares of a poll that it has named, the
results of an election, an answer in an interview. They are worth a look, and no warning.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import cached_property

from lint_news.language.pack import LanguagePack
from lint_news.language.quantities import Quantity
from lint_news.language.sentences import Sentences
from lint_news.language.tokens import Tokens

# A label of an interview ("Q:", "TAPPER:") opens so many lines at least, and stands before so many others at most.
_TURNS = 2
# So many lines without a label at most belong to the answer before them.
_UNLABELLED = 4


class FigureContexts:
    """Tells of a story's figures which their context places; ``polls`` are the sentences that name a poll."""

    def __init__(self, tokens: Tokens, sentences: Sentences, polls: frozenset[int], pack: LanguagePack) -> None:
        self._tokens, self._sentences = tokens, sentences
        self._first_poll = min(polls, default=len(sentences.starts))
        self._results = pack.words("election_words", "result_words")
        self._counted = pack.words("vote_nouns", "ballot_nouns")
        self._of_election = not pack.words("ballot_words").isdisjoint(tokens.vocabulary)

    def place(self, quantity: Quantity) -> bool:
        """Does a poll named before, an election or an interview tell where a figure is from?"""
        sentence = self._sentences.index_at(quantity.start)
        if quantity.kind == "percentage" and self._first_poll < sentence:
            return True
        if self._of_election and (quantity.kind == "percentage" or quantity.noun in self._counted):
            first = bisect_left(self._tokens.starts, self._sentences.starts[sentence])
            last = bisect_left(self._tokens.starts, self._sentences.ends[sentence])
            if not self._results.isdisjoint(self._tokens.lows[first:last]):
                return True
        at = bisect_left(self._turns, (quantity.start + 1,)) - 1
        return at >= 0 and quantity.start < self._turns[at][1]

    @cached_property
    def _turns(self) -> list[tuple[int, int]]:
        """The ranges of text that the speakers of an interview say in turns."""
        words, seps, starts = self._tokens.words, self._tokens.seps, self._tokens.starts
        lines = [i for i in range(len(words)) if i == 0 or "\n" in seps[i]]
        labelled = [i for i in lines if words[i].isupper() and seps[i + 1].lstrip().startswith(":")]
        often = Counter(words[i] for i in labelled)
        turns = [i for i in labelled if often[words[i]] >= _TURNS]
        if len({words[i] for i in turns}) < _TURNS:
            return []
        found = []
        for this, following in zip(turns, [*turns[1:], len(words)], strict=True):
            at = bisect_left(lines, this)
            behind = bisect_left(lines, following)
            last = behind if behind - at <= _UNLABELLED and following < len(words) else at + 1
            found.append((starts[this], starts[lines[last]] if last < len(lines) else self._tokens.ends[-1]))
        return found
