"""Who stands behind a figure: whether a source reaches it, or whether it needs none.

A source reaches the figures of its own sentence, those that convert them ("(3 million dollars)"), the same figure elsewhere in
the story, and the next sentence where it goes on. Plain public record needs none: what a rule demands ("two thirds must
ratify"), what a court ordered ("a fine of 5,000 euros"), the whole that a part is told of ("46 of the 54 associations"), and a
count of an event of another year, which the archive holds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from lint_news.language.attributions import Attribution
from lint_news.language.pack import LanguagePack
from lint_news.language.phrases import Phrases
from lint_news.language.quantities import Quantity
from lint_news.language.sentences import Sentences
from lint_news.language.tokens import Tokens
from lint_news.language.zones import Zones

ATTRIBUTED = "attributed"
RECORD = "record"
NOBODY = "nobody"
# How many tokens around a document's noun its owner may stand ("a poll by the Pew Research Center").
_OWNER = 4
# How far before a figure an opening bracket or a word of its whole may stand ("(environ 4,6 milliards").
_NEAR = 3
# How far from a figure a word of demand stands ("55 countries that emit 55 % must ratify").
_DEMAND = 10
# How many characters a line of a table has at most.
_TABLE_LINE = 120
# How many characters may stand between a figure and its conversion.
_CONVERSION = 40
# So many words at most stand between a figure and the bracket that converts it ("livres sterling de 1922").
_UNIT = 4
_JOINTS = " \n\u00a0\u202f'’-/"
# Among so many tokens at the front of a sentence a word that goes on is looked for ("Russia is also adding").
_OPENING = 6
# So many digits make a figure one that doesn't come twice by chance.
_TELLING = 3


class _Words:
    def __init__(self, pack: LanguagePack) -> None:
        self.documents = pack.words("figure_documents")
        self.ordinary = pack.ordinary | pack.words("elisions", "determiners", "prepositions")
        self.verbs = pack.words("figure_verbs")
        self.before_whole = Phrases(pack.words("before_whole"))
        self.whole_openers = self.before_whole.first_words
        self.demands = pack.words("demand_words")
        self.penalties = pack.words("penalty_words")
        self.conversions = pack.words("conversion_words")
        self.guesses = Phrases(pack.words("approximators"))
        self.multipliers = pack.words("multipliers")
        self.adverbs = pack.words("going_on_adverbs")
        self.poll = Phrases(pack.words("poll_words"))
        self.bodies = pack.words("body_nouns")
        self.going_on = Phrases(pack.words("going_on"))


@lru_cache(maxsize=64)
def _words(pack: LanguagePack) -> _Words:
    return _Words(pack)


def find_figure_sources(
    text: str,
    tokens: Tokens,
    sentences: Sentences,
    zones: Zones,
    attributions: list[Attribution],
    quantities: list[Quantity],
    pack: LanguagePack,
) -> list[str]:
    """For each quantity ``attributed``, ``record`` or ``nobody``."""
    return list(_Reader(text, tokens, sentences, zones, attributions, quantities, _words(pack)).read()) if quantities else []


class _Reader:
    def __init__(
        self,
        text: str,
        tokens: Tokens,
        sentences: Sentences,
        zones: Zones,
        attributions: list[Attribution],
        quantities: list[Quantity],
        words: _Words,
    ) -> None:
        self._text, self._tokens, self._sentences, self._words = text, tokens, sentences, words
        self._quantities = quantities
        spoken = [one for one in attributions if one.kind != "none"]
        self._spoken_for = frozenset(one.sentence for one in spoken)
        self._documents = self._named_documents()
        self._first_document = min(self._documents, default=len(sentences.starts))
        self._of_poll = self._sentences_of(match.first for match in words.poll.find(tokens))
        self._penalties = self._sentences_of(tokens.places_of(words.penalties))
        self._past = self._sentences_of(self._past_years())
        self._sourced_table = any(self._names_somebody(zone.start, zone.end) for zone in zones.of_kind("credit"))

    def read(self) -> Iterator[str]:
        standings: list[str] = []
        for number, quantity in enumerate(self._quantities):
            converted = number and self._converts(self._quantities[number - 1], quantity)
            # What is said in two units is one figure, and told once.
            standings.append(RECORD if converted else self._standing(quantity))
        vouched = {self._key(q) for q, standing in zip(self._quantities, standings, strict=True) if standing == ATTRIBUTED}
        vouched.discard("")
        for quantity, standing in zip(self._quantities, standings, strict=True):
            yield RECORD if standing == NOBODY and self._key(quantity) in vouched else standing

    def _standing(self, quantity: Quantity) -> str:
        sentence = self._sentences.index_at(quantity.start)
        first = bisect_left(self._tokens.starts, quantity.start)
        if sentence in self._spoken_for or sentence in self._documents or self._goes_on(sentence):
            return ATTRIBUTED
        if self._first_document < sentence and sentence in self._of_poll:
            return ATTRIBUTED  # "among those surveyed", where the story has named the survey
        if self._is_record(quantity, first, sentence) or (self._sourced_table and self._in_table(quantity)):
            return RECORD
        return NOBODY

    def _goes_on(self, sentence: int) -> bool:
        """Does a sentence say that it goes on with what the one before it, of a source, says?"""
        before = sentence - 1
        if before not in self._spoken_for and before not in self._documents:
            return False
        if "\n\n" in self._text[self._sentences.ends[before] : self._sentences.starts[sentence]]:
            return False
        first = bisect_left(self._tokens.starts, self._sentences.starts[sentence])
        if not self._words.adverbs.isdisjoint(self._tokens.lows[first : first + _OPENING]):
            return True
        return first < len(self._tokens) and bool(self._words.going_on.at(first, self._tokens.lows, self._tokens.seps))

    def _is_record(self, quantity: Quantity, first: int, sentence: int) -> bool:
        lows = self._tokens.lows
        if quantity.kind == "money":
            return sentence in self._penalties
        if quantity.kind in ("casualties", "count", "people") and self._tells_whole(first):
            return True
        if quantity.vague:
            return False
        if quantity.kind in ("percentage", "count"):
            near = lows[max(first - _DEMAND, 0) : first + _DEMAND]
            if not self._words.demands.isdisjoint(near):
                return True
        exact = quantity.kind != "percentage" and self._is_exact(quantity, first)
        return exact and (quantity.noun in self._words.bodies or sentence in self._past)

    def _is_exact(self, quantity: Quantity, first: int) -> bool:
        """Is a figure counted, not rounded or guessed ("250 people", not "more than 8 million people")?"""
        tokens = self._tokens
        guessed = any(
            self._words.guesses.at(k, tokens.lows, tokens.seps) is not None for k in range(max(first - _NEAR, 0), first)
        )
        written = self._text[quantity.start : quantity.end].lower().split()
        return not guessed and self._words.multipliers.isdisjoint(written)

    def _sentences_of(self, places: Iterable[int]) -> frozenset[int]:
        """The sentences that some tokens stand in."""
        return frozenset(self._sentences.index_at(self._tokens.starts[i]) for i in places)

    def _tells_whole(self, first: int) -> bool:
        """Is a figure the whole of which a part is told ("46 of the 54 associations", "all 99 counties")?"""
        lows, seps = self._tokens.lows, self._tokens.seps
        for back in range(1, _NEAR + 1):
            at = first - back
            if at < 0 or (lows[at] not in self._words.whole_openers):
                continue
            match = self._words.before_whole.at(at, lows, seps)
            if match and match.last == first - 1:
                return True
        return False

    def _converts(self, before: Quantity, quantity: Quantity) -> bool:
        """Does a figure only say the one before it in another unit ("5 million euros (5.5 million dollars)")?"""
        far = quantity.start - before.end > _CONVERSION or quantity.start < before.end
        if far or before.kind != "money" or quantity.kind != "money" or before.noun == quantity.noun:
            return False
        between = self._text[before.end : quantity.start].lower()
        unit, opened, guess = between.partition("(")
        if opened:
            # "1,2 milliard de dollars US (près de 650 milliards de francs CFA)"
            return len(unit.split()) <= _UNIT and not set(unit) & set(",;)") and ")" not in guess
        return bool(between.strip(" ,")) and self._words.conversions.issuperset(between.replace(",", " ").split())

    def _key(self, quantity: Quantity) -> str:
        """What tells a figure from all others of a story; empty for round ones, which may come twice by chance."""
        written = " ".join(self._text[quantity.start : quantity.end].lower().split())
        digits = "".join(filter(str.isdigit, written)).rstrip("0")
        named = quantity.noun and quantity.kind in ("casualties", "people") and len(digits) > 1
        return written if len(digits) >= _TELLING or named else ""

    def _named_documents(self) -> frozenset[int]:
        """Sentences with a document that has an owner ("a poll by Pew"), or with somebody who counts ("Forbes lists")."""
        tokens = self._tokens
        found = set()
        for i in tokens.places_of(self._words.documents | self._words.verbs):
            sentence = self._sentences.index_at(tokens.starts[i])
            if self._has_owner(i, self._sentences.starts[sentence], self._sentences.ends[sentence]):
                found.add(sentence)
        return frozenset(found)

    def _has_owner(self, i: int, start: int, end: int) -> bool:
        """Does a capital stand by token i, with nothing between but blanks and apostrophes ("Pew's latest poll")?"""
        tokens = self._tokens
        for step in (-1,) if tokens.lows[i] in self._words.verbs else (-1, 1):
            k = i
            for _ in range(_OWNER):
                gap = tokens.seps[k] if step < 0 else tokens.seps[k + 1]
                k += step
                inside = 0 <= k < len(tokens) and tokens.starts[k] >= start and tokens.ends[k] <= end
                if not inside or gap.strip(_JOINTS):
                    break
                opens = tokens.starts[k] == start and tokens.lows[k] in self._words.ordinary
                if tokens.words[k] != tokens.lows[k] and not opens:
                    return True
        return False

    def _names_somebody(self, start: int, end: int) -> bool:
        """Does a credit line name its source with a capital behind the colon?"""
        colon = self._text.find(":", start, end)
        return colon >= 0 and any(word[:1].isupper() for word in self._text[colon + 1 : end].split())

    def _in_table(self, quantity: Quantity) -> bool:
        start = self._text.rfind("\n", max(quantity.start - _TABLE_LINE, 0), quantity.start) + 1
        end = self._text.find("\n", quantity.end, quantity.end + _TABLE_LINE)
        line = self._text[start : end if end >= 0 else quantity.end + _TABLE_LINE].rstrip()
        return len(line) < _TABLE_LINE and line[-1:] not in set(".!?…»”")

    def _past_years(self) -> list[int]:
        """The tokens that are years, those of the story's latest year apart."""
        years = frozenset(low for low in self._tokens.vocabulary if _is_year(low))
        return self._tokens.places_of(years - {max(years, default="")}) if len(years) > 1 else []


def _is_year(low: str) -> bool:
    return len(low) == 4 and low.isdecimal() and 1900 <= int(low) <= 2100
