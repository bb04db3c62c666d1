"""How far a source reaches beyond its sentence: to one that goes on with what it says, and over the percentages of a poll.

A sentence goes on where it says so ("that means", "ce chiffre"), takes up what was told ("these payments", « onze
d'entre eux ») or counts on ("5 million people fled ... 7 million people stayed"). A new name or place at its front ends the
reach.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from lint_news.language.pack import LanguagePack
from lint_news.language.phrases import Phrases
from lint_news.language.quantities import Quantity
from lint_news.language.sentences import Sentences
from lint_news.language.tokens import Tokens

# Among so many tokens at the front of a sentence a word that goes on is looked for ("Russia is also adding").
_OPENING = 9
# So many sentences behind the one before, a percentage still belongs to the poll.
_RUN = 2
# Among so many tokens at the front of a sentence the auxiliary of hearsay stands (« Cet emploi lui aurait rapporté »).
_MOOD = 5
# Among so many tokens at the front of a sentence its topic stands.
_TOPIC = 12
# Among so many tokens at the front of a sentence its subject stands.
_SUBJECT = 3

# Whom one counts on; things, shares and sums of one unit may be of anything.
_COUNTED = ("casualties", "people")


class _Words:
    def __init__(self, pack: LanguagePack) -> None:
        self.adverbs = pack.words("going_on_adverbs")
        self.going_on = Phrases(pack.words("going_on"))
        self.opening = pack.words("opening_words")
        self.going_back = Phrases(pack.words("going_back"))
        self.determiners = pack.words("determiners", "elisions")
        self.given_by = Phrases(pack.words("given_by"))
        self.demonstratives = pack.words("demonstratives")
        self.places = pack.words("place_prepositions")
        self.pronouns = pack.words("pronouns_subject")
        self.nouns = pack.words("crowd_words", "casualty_words")
        self.updates = Phrases(pack.words("update_words"))
        self.hearsay = pack.words("hearsay_auxiliaries")
        self.retelling = pack.words("retelling_pronouns")
        self.definite = pack.words("definite_determiners")
        self.others = pack.words("other_words")


@lru_cache(maxsize=64)
def _words(pack: LanguagePack) -> _Words:
    return _Words(pack)


class FigureReach:
    """Tells whether a source of another sentence reaches a figure.

    ``vouched`` are the sentences with a source or a named document, ``spoken_for`` those with a source, ``polls`` those that
    name a poll, ``closed`` those that nothing is told on into, ``shares`` those with a percentage, ``led`` those that a source
    opens ("According to Yale,").
    """

    def __init__(
        self,
        text: str,
        tokens: Tokens,
        sentences: Sentences,
        quantities: list[Quantity],
        vouched: frozenset[int],
        spoken_for: frozenset[int],
        polls: frozenset[int],
        closed: frozenset[int],
        shares: frozenset[int],
        led: frozenset[int],
        pack: LanguagePack,
    ) -> None:
        self._text, self._tokens, self._sentences, self._words = text, tokens, sentences, _words(pack)
        self._vouched, self._spoken_for, self._closed = vouched, spoken_for, closed
        # « Des millions de doses ont également »: what is counted is a new subject, too.
        self._counted_from = frozenset(bisect_left(tokens.starts, one.start) for one in quantities if one.vague)
        self._nouns: dict[int, set[str]] = {}
        for quantity in quantities:
            if quantity.noun and quantity.kind in _COUNTED:
                counted = text[quantity.start : quantity.end].lower().split()
                self._nouns.setdefault(sentences.index_at(quantity.start), set()).update(
                    self._words.nouns.intersection(counted), [quantity.noun]
                )
        # A newer toll is not that of whoever gave the older.
        self._updated = sentences.with_phrases(self._words.updates, tokens)
        self._led = led
        self._going_on: dict[int, bool] = {}
        self._told_behind = self._sentences_told_behind(quantities)
        self._runs = self._poll_runs(polls, shares)

    def covers(self, quantity: Quantity, sentence: int) -> bool:
        """Does a source of a sentence beside reach a figure of this one?"""
        if sentence in self._told_behind or sentence in self._runs or self._goes_on(sentence):
            return True
        return not quantity.noun and self._is_of_the_one_before(quantity, sentence)

    def _first(self, sentence: int) -> int:
        return self._sentences.first_token(sentence, self._tokens)

    def _goes_on(self, sentence: int) -> bool:
        """Does a sentence go on with what the one before it, of a source, says? Looked up once for all its figures."""
        if sentence not in self._going_on:
            self._going_on[sentence] = self._continues(sentence)
        return self._going_on[sentence]

    def _continues(self, sentence: int) -> bool:
        tokens, words = self._tokens, self._words
        if sentence - 1 not in self._vouched or self._sentences.opens_paragraph(sentence, self._text):
            return False
        first = self._first(sentence)
        if first + 1 < len(tokens) and tokens.lows[first] in words.opening:
            first += 1  # "But that means"
        fresh = self._has_new_subject(first, sentence) or first in self._counted_from
        if not fresh and not words.adverbs.isdisjoint(tokens.lows[first : first + _OPENING]):
            return True
        places = range(first, min(first + _SUBJECT, len(tokens)))
        if any(words.going_on.at(at, tokens.lows, tokens.seps) for at in places):
            return True
        if tokens.lows[first] in words.retelling and sentence - 1 in self._spoken_for:
            return True
        if not words.hearsay.isdisjoint(tokens.lows[first : first + _MOOD]):
            return True  # « Ils auraient touché »: the mood says that somebody says so
        return self._takes_up(first, sentence) or self._keeps_topic(first, sentence) or self._counts_on(first, sentence)

    def _has_new_subject(self, first: int, sentence: int) -> bool:
        """Does a name behind an article open a sentence, which the one before doesn't tell of: « La Zambie a également »?"""
        tokens = self._tokens
        if first + 1 >= len(tokens) or tokens.words[first + 1] == tokens.lows[first + 1]:
            return False
        told = tokens.words[self._first(sentence - 1) : first]
        return tokens.lows[first] in self._words.determiners and tokens.words[first + 1] not in told

    def _takes_up(self, first: int, sentence: int) -> bool:
        """Does a sentence open with a demonstrative and a noun of the one before: "These payments came to"?"""
        tokens = self._tokens
        if first + 1 >= len(tokens) or tokens.lows[first] not in self._words.demonstratives:
            return False
        return tokens.lows[first + 1] in tokens.lows[self._first(sentence - 1) : first]

    def _keeps_topic(self, first: int, sentence: int) -> bool:
        """Does a sentence open with the noun of one that a source leads: "According to Yale, the farm is new. The farm has"?"""
        tokens = self._tokens
        before = self._first(sentence - 1)
        if first + 1 >= len(tokens) or tokens.lows[first] not in self._words.definite or sentence - 1 not in self._led:
            return False
        return tokens.lows[first : first + 2] in (tokens.lows[k : k + 2] for k in range(before, min(before + _TOPIC, first)))

    def _counts_on(self, first: int, sentence: int) -> bool:
        """Does a sentence count what the one before it counts, or others of them: "another 900 people are waiting"?"""
        tokens, counted = self._tokens, self._nouns.get(sentence, set())
        if (
            not counted
            or sentence in self._updated
            or sentence in self._closed
            or sentence - 1 in self._closed
            or self._opens_elsewhere(first)
        ):
            return False
        if not counted.isdisjoint(self._nouns.get(sentence - 1, ())):
            return True
        return not self._words.others.isdisjoint(tokens.lows[first : first + _SUBJECT])

    def _opens_elsewhere(self, first: int) -> bool:
        """Does a name stand at the front of a sentence, or a place: "In China", « La Russie »?"""
        words, lows = self._tokens.words, self._tokens.lows
        return words[first + 1 : first + _SUBJECT] != lows[first + 1 : first + _SUBJECT]

    def _opens_at_place(self, first: int) -> bool:
        """Does a sentence open with a place that has a name: "In China, 12 percent"?"""
        words, lows = self._tokens.words[first : first + 2], self._tokens.lows[first : first + 2]
        return lows[0] in self._words.places and words[1:] != lows[1:]

    def _is_of_the_one_before(self, quantity: Quantity, sentence: int) -> bool:
        """Does a count without a noun open a sentence and count what a source told before it: "More than five million left"?"""
        if sentence - 1 not in self._spoken_for or self._sentences.opens_paragraph(sentence, self._text):
            return False
        first = self._first(sentence)
        at = bisect_left(self._tokens.starts, quantity.start)
        return at <= first + _SUBJECT and self._words.pronouns.isdisjoint(self._tokens.lows[first:at])

    def _poll_runs(self, polls: frozenset[int], shares: frozenset[int]) -> frozenset[int]:
        """The sentences that tell on what a poll, or who gave a percentage, found: each holds one, in the same paragraph."""
        found: set[int] = set()
        for sentence in sorted(shares):
            elsewhere = self._opens_at_place(self._first(sentence))
            for before in range(sentence - 1, max(sentence - _RUN, 0) - 1, -1):
                if elsewhere or self._sentences.opens_paragraph(before + 1, self._text):
                    break
                told_on = before in self._spoken_for and before in shares and self._keeps_subject(sentence, before)
                if before in found or before in polls or told_on:
                    found.add(sentence)
                    break
        return frozenset(found)

    def _keeps_subject(self, sentence: int, before: int) -> bool:
        """Does a sentence follow the one before at once, and open with no new name ("La Russie produit")?"""
        follows = sentence == before + 1 and before not in self._closed and sentence not in self._closed
        return follows and not self._opens_elsewhere(self._first(sentence))

    def _sentences_told_behind(self, quantities: list[Quantity]) -> frozenset[int]:
        """The sentences that the next one gives to a source: "It fell by half. That is a finding of Tel Aviv University"."""
        starts, found = self._tokens.starts, set()
        for match in self._words.going_back.find(self._tokens):
            sentence = self._sentences.index_at(starts[match.first])
            opens = not match.first or starts[match.first - 1] < self._sentences.starts[sentence]
            if opens and (sentence in self._vouched or self._names_somebody(match.last + 1, sentence)):
                found.add(sentence - 1)
        counted = self._sentences.indices_at(quantity.start for quantity in quantities)
        for match in self._words.given_by.find(self._tokens):
            sentence = self._sentences.index_at(starts[match.first])
            named = self._tokens.words[match.first - 1] != self._tokens.lows[match.first - 1]
            if named and sentence not in counted and not self._sentences.opens_paragraph(sentence, self._text):
                found.add(sentence - 1)  # "Inspector Reid, who gave the figure"
        return frozenset(found)

    def _names_somebody(self, first: int, sentence: int) -> bool:
        """Does a capital stand in a sentence, from token ``first`` on?"""
        behind = self._sentences.token_behind(sentence, self._tokens)
        return self._tokens.words[first:behind] != self._tokens.lows[first:behind]
