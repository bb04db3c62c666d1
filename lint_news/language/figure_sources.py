"""Who stands behind a figure: whether a source reaches it, or whether it needs none (``figure_records.py``).

A source reaches the figures of its own sentence, those that convert them ("(3 million dollars)"), the same figure elsewhere in
the story, and the next sentence where it goes on. A poll reaches the percentages that follow it, sentence by sentence, to the
end of its paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from lint_news.document import Span
from lint_news.language.cue_reader import Attribution
from lint_news.language.figure_contexts import FigureContexts
from lint_news.language.figure_reach import FigureReach
from lint_news.language.figure_records import FigureRecords
from lint_news.language.figure_speakers import FigureSpeakers
from lint_news.language.pack import LanguagePack
from lint_news.language.phrases import Phrases
from lint_news.language.quantities import Quantity
from lint_news.language.quantity_grammar import quantity_grammar
from lint_news.language.quotations import Quotations
from lint_news.language.sentences import Sentences
from lint_news.language.tokens import Tokens
from lint_news.language.zones import Zones

ATTRIBUTED = "attributed"
RECORD = "record"
NOBODY = "nobody"
PLACED = "placed"
# How many tokens around a document's noun its owner may stand ("a poll by the Pew Research Center").
_OWNER = 4
# How many characters a line of a table has at most.
_TABLE_LINE = 120
# How many characters may stand between a figure and its conversion.
_CONVERSION = 40
# So many words at most stand between a figure and the bracket that converts it ("livres sterling de 1922").
_UNIT = 4
_JOINTS = " \n\u00a0\u202f'’-/"
# So many digits make a figure one that doesn't come twice by chance.
_TELLING = 3
# A figure in more words than these has a multiplier and a noun.
_WORDY = 2
# A percentage of so many digits is the same one in its paragraph.
_PRECISE = 2
_BREAK = re.compile(r"\n\n")
# So many sentences behind it, a round figure is still the same one.
_AGAIN = 3
# So many tokens at most stand between the verb of an estimate and its figure ("put his net worth at about $45 billion").
_ESTIMATE = 8
# So soon a source gives the number that the lead tells.
_SOON = 2
_PEOPLE = ("casualties", "people")
# So near behind a figure « par » and its agent stand, and the link of an estimate before it.
_LINKED = 3


class _Words:
    def __init__(self, pack: LanguagePack) -> None:
        self.documents = pack.words("figure_documents")
        self.ordinary = pack.ordinary | pack.words("elisions", "determiners", "prepositions")
        self.pictures = pack.words("picture_credit_words")
        self.same = pack.words("same_words")
        self.not_before_documents = pack.words("not_before_documents")
        self.verbs = pack.words("figure_verbs")
        self.estimates = pack.words("estimate_verbs")
        self.estimate_links = pack.words("estimate_links")
        self.guesses = Phrases(pack.words("approximators"))
        self.bodies = pack.words("org_nouns")
        self.conversions = pack.words("conversion_words")
        self.poll = Phrases(pack.words("poll_words"))
        self.run_openers = pack.words("poll_nouns")
        self.markets = Phrases(pack.words("market_words"))
        self.articles = pack.words("determiners", "elisions")
        self.agents = pack.words("agent_words")
        self.pronouns = pack.words("personal_pronouns")
        self.passives = pack.words("passive_auxiliaries")
        self.promotions = Phrases(pack.words("promotion_words"))
        self.values = {word: str(value) for word, value in quantity_grammar(pack).values.items()}


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
    quotations: Quotations,
    turns: list[Span],
    pack: LanguagePack,
) -> list[str]:
    """For each quantity ``attributed``, ``record``, ``nobody``, or ``placed`` where its context tells whose it may be."""
    if not quantities:
        return []
    records = FigureRecords(text, tokens, sentences, quantities, pack)
    reader = _Reader(text, tokens, sentences, zones, attributions, quantities, records, pack)
    standings = list(reader.read())
    if NOBODY not in standings:
        return standings
    contexts = FigureContexts(tokens, sentences, quotations, turns, reader.polls, reader.of_markets, pack)

    def placed(quantity: Quantity) -> bool:
        if quantity.vague and reader.is_counted_next(quantity):
            return True  # "thousands fled. The UN says that 92,000 people have left"
        # The sum of a plan or a contract is its own, whoever tells it.
        return reader.is_digest or contexts.place(quantity) or records.is_set(quantity, spoken=True)

    pairs = zip(standings, quantities, strict=True)
    return [PLACED if standing == NOBODY and placed(quantity) else standing for standing, quantity in pairs]


class _Reader:
    def __init__(
        self,
        text: str,
        tokens: Tokens,
        sentences: Sentences,
        zones: Zones,
        attributions: list[Attribution],
        quantities: list[Quantity],
        records: FigureRecords,
        pack: LanguagePack,
    ) -> None:
        words = _words(pack)
        self._text, self._tokens, self._sentences, self._words = text, tokens, sentences, words
        self._quantities, self._records = quantities, records
        people = (one.start for one in quantities if one.kind in _PEOPLE and not one.vague)
        self._of_people = sentences.indices_at(people)
        self._speakers = FigureSpeakers(tokens, sentences, attributions, quantities, pack)
        spoken = self._speakers.spoken
        self._spoken_for = self._speakers.sentences
        # "..., according to The Economist" in the headline: the story tells on what stands there.
        self.is_digest = any(
            one.cue_kind == "expression"
            and one.kind in ("person", "organisation")
            and zones.kind_at(one.cue.start) == "headline"
            for one in spoken
            if one.cue
        )
        self._set: set[int] = set()
        self._breaks = [match.start() for match in _BREAK.finditer(text)]
        self._numbers: dict[int, frozenset[str]] = {}
        self._documents = self._named_documents()
        self._by_nobody = self._speakers.by_nobody - self._documents
        self._first_document = min(self._documents, default=len(sentences.starts))
        self._of_poll = sentences.with_phrases(words.poll, tokens)
        # Where a line of the site begins that leads to another story ("Read more: ...").
        promotions = [tokens.starts[match.first] for match in words.promotions.find(tokens)]
        self._promoted = {sentences.index_at(start): start for start in reversed(promotions)}
        self.of_markets = sentences.with_phrases(words.markets, tokens)
        found = frozenset(one.sentence for one in attributions if one.cue_kind == "finding")
        told = sentences.indices_at(one.start for one in quantities if one.kind == "percentage")
        named = sentences.of_tokens(tokens.places_of(words.run_openers), tokens) | (found & told)
        self.polls = frozenset(one for one in named if one in self._documents or one in self._spoken_for)
        closed = frozenset(self._promoted) | self.of_markets
        vouched = self._spoken_for | self._documents
        self._reach = FigureReach(
            text, tokens, sentences, quantities, vouched, self._spoken_for, self.polls, closed, told, self._speakers.led, pack
        )
        self._sourced_table = any(self._names_somebody(zone.start, zone.end) for zone in zones.of_kind("credit"))

    def read(self) -> Iterator[str]:
        standings: list[str] = []
        for number, quantity in enumerate(self._quantities):
            converted = number and self._converts(self._quantities[number - 1], quantity)
            # What is said in two units is one figure, and told once.
            standings.append(RECORD if converted else self._standing(quantity))
        pairs = list(zip(self._quantities, standings, strict=True))
        vouched = {self._key(q) for q, standing in pairs if standing == ATTRIBUTED} - {""}
        latest: dict[str, int] = {}
        known = {self._known_by(q) for q, standing in pairs if standing == ATTRIBUTED} - {""}
        settled: set[str] = set()
        for quantity, standing in pairs:
            sentence, written = self._sentences.index_at(quantity.start), self._written(quantity)
            if standing == ATTRIBUTED and not quantity.vague:
                latest[written] = sentence
            told = (
                self._key(quantity) in vouched
                or self._known_by(quantity) in known
                or written in settled
                or sentence - latest.get(written, -_AGAIN - 1) <= _AGAIN
                or self._is_told_next(quantity, sentence)
            )
            if quantity.start in self._set and quantity.noun and quantity.kind in ("count", "people"):
                settled.add(written)  # what a rule sets, or the whole of something, is the same one further on
            yield RECORD if standing == NOBODY and told else standing

    def is_counted_next(self, quantity: Quantity) -> bool:
        """Does a source of the next sentence count people, as a figure of this one does?"""
        following = self._sentences.index_at(quantity.start) + 1
        return quantity.kind in _PEOPLE and following in self._spoken_for and following in self._of_people

    def _standing(self, quantity: Quantity) -> str:
        sentence = self._sentences.index_at(quantity.start)
        if self._promoted.get(sentence, quantity.start) < quantity.start:
            return RECORD
        if self._speakers.are_described_by(quantity):
            return PLACED
        if self._speakers.speak(quantity) and self._records.is_few(quantity):
            return RECORD
        spoken = self._speakers.tell(quantity, sentence)
        spoken = spoken or sentence in self._documents or self._reach.covers(quantity, sentence)
        # "among those surveyed", where the story has named the survey
        spoken = spoken or (self._first_document < sentence and sentence in self._of_poll)
        spoken = spoken or self._is_estimate(quantity, sentence)
        if self._records.is_set(quantity, spoken=spoken):
            self._set.add(quantity.start)
            return RECORD
        if spoken:
            # "polls show": that nobody is named there is told of the polls
            return RECORD if sentence in self._by_nobody else ATTRIBUTED
        return RECORD if self._records.is_record(quantity) or (self._sourced_table and self._in_table(quantity)) else NOBODY

    def _is_estimate(self, quantity: Quantity, sentence: int) -> bool:
        """Does somebody with a name put it at the figure ("Forbes put his net worth at $45 billion")?"""
        tokens, words = self._tokens, self._words
        last = bisect_left(tokens.starts, quantity.start) - 1
        start, end = self._sentences.starts[sentence], self._sentences.ends[sentence]
        links = (k for k in range(last, max(last - _LINKED, -1), -1) if tokens.lows[k] in words.estimate_links)
        link = next(links, -1)
        if link < 0 or tokens.starts[link] < start:
            return False
        guess = words.guesses.at(link + 1, tokens.lows, tokens.seps) if link < last else None
        if link < last and (guess is None or guess.last != last):
            return False
        floor = max(link - _ESTIMATE + 1, bisect_left(tokens.starts, start))
        verbs = [k for k in range(link - 1, floor - 1, -1) if tokens.lows[k] in words.estimates]
        if verbs and self._has_agent(quantity, end):
            return True  # "estimated at 11 million by the town"
        # "Damage is estimated at": by nobody
        return any(
            tokens.lows[k - 1] in words.pronouns
            or (self._has_owner(k, start, end) and tokens.lows[k - 1] not in words.passives)
            for k in verbs
            if k
        )

    def _has_agent(self, quantity: Quantity, end: int) -> bool:
        """Does "by" with a name or an article follow a figure, before the offset ``end`` ("by the town", not "par an")?"""
        tokens, words = self._tokens, self._words
        behind = bisect_left(tokens.starts, quantity.end)
        for k in range(behind, min(behind + _LINKED, len(tokens) - 1)):
            if tokens.lows[k] in words.agents and tokens.ends[k + 1] <= end:
                return tokens.lows[k + 1] in words.articles or tokens.words[k + 1] != tokens.lows[k + 1]
        return False

    def _converts(self, before: Quantity, quantity: Quantity) -> bool:
        """Does a figure only say the one before it in another unit ("5 million euros (5.5 million dollars)")?"""
        far = quantity.start - before.end > _CONVERSION or quantity.start < before.end
        if far or "money" not in (before.kind, quantity.kind) or before.noun == quantity.noun:
            return False
        if any(one.kind != "money" and (one.kind != "count" or one.noun) for one in (before, quantity)):
            return False
        between = self._text[before.end : quantity.start].lower()
        unit, opened, guess = between.partition("(")
        if opened:
            # "1,2 milliard de dollars US (près de 650 milliards de francs CFA)"
            return len(unit.split()) <= _UNIT and not set(unit) & set(",;)") and ")" not in guess
        return bool(between.strip(" ,")) and self._words.conversions.issuperset(between.replace(",", " ").split())

    def _is_told_next(self, quantity: Quantity, sentence: int) -> bool:
        """Does a source of the next sentences give the same number of people: "Twelve have died. Of 25, 12 died, he said"?"""
        tokens, values = self._tokens, self._words.values
        at = bisect_left(tokens.starts, quantity.start)
        number = values.get(tokens.lows[at], tokens.lows[at])
        if quantity.kind not in _PEOPLE or not number.isdecimal() or len(number) < 2 or tokens.seps[at + 1] != " ":
            return False
        following = range(sentence + 1, sentence + 1 + _SOON)
        return any(number in self._numbers_told(one) for one in following if one in self._spoken_for)

    def _numbers_told(self, sentence: int) -> frozenset[str]:
        """The numbers of a sentence, in digits."""
        if sentence not in self._numbers:
            tokens, values = self._tokens, self._words.values
            first, behind = self._sentences.first_token(sentence, tokens), self._sentences.token_behind(sentence, tokens)
            self._numbers[sentence] = frozenset(values.get(low, low) for low in tokens.lows[first:behind])
        return self._numbers[sentence]

    def _written(self, quantity: Quantity) -> str:
        return " ".join(self._text[quantity.start : quantity.end].lower().split())

    def _known_by(self, quantity: Quantity) -> str:
        """What tells a percentage from the others of its paragraph: its two digits; empty for round ones."""
        written = self._written(quantity)
        if quantity.kind != "percentage" or len(_digits(written)) < _PRECISE:
            return ""
        return f"{bisect_left(self._breaks, quantity.start)} {written}"

    def _key(self, quantity: Quantity) -> str:
        """What tells a figure from all others of a story; empty for round ones, which may come twice by chance."""
        written = self._written(quantity)
        digits = _digits(written)
        # "10 million cases" says more than "10 cases".
        exact = len(digits) > 1 or (not quantity.vague and len(written.split()) > _WORDY)
        named = quantity.noun and quantity.kind in ("casualties", "people") and exact
        return written if len(digits) >= _TELLING or named else ""

    def _named_documents(self) -> frozenset[int]:
        """Sentences with a document that has an owner ("a poll by Pew"), or with somebody who counts ("Forbes lists")."""
        tokens = self._tokens
        found = set()
        for i in tokens.places_of(self._words.documents | self._words.verbs):
            if i and tokens.lows[i - 1] in self._words.not_before_documents:
                continue  # « des services d'audit », « leurs données Facebook »
            sentence = self._sentences.index_at(tokens.starts[i])
            if (i and tokens.lows[i - 1] in self._words.same) or self._has_owner(
                i, self._sentences.starts[sentence], self._sentences.ends[sentence]
            ):
                found.add(sentence)
        return frozenset(found)

    def _has_owner(self, i: int, start: int, end: int) -> bool:
        """Does a capital stand by token i, with nothing between but blanks and apostrophes ("Pew's latest poll")?"""
        tokens = self._tokens
        counted = tokens.lows[i] in self._words.verbs or tokens.lows[i] in self._words.estimates
        for step in (-1,) if counted else (-1, 1):
            k = i
            for _ in range(_OWNER):
                gap = tokens.seps[k] if step < 0 else tokens.seps[k + 1]
                k += step
                inside = 0 <= k < len(tokens) and tokens.starts[k] >= start and tokens.ends[k] <= end
                if not inside or gap.strip(_JOINTS):
                    break
                if tokens.lows[k] in self._words.bodies:
                    return True  # "the ministry counts", "figures of the ministry"
                opens = tokens.starts[k] == start and tokens.lows[k] in self._words.ordinary
                if tokens.words[k] != tokens.lows[k] and not opens:
                    return True
        return False

    def _names_somebody(self, start: int, end: int) -> bool:
        """Does a credit line, not that of a picture, name its source with a capital behind the colon?"""
        colon = self._text.find(":", start, end)
        if self._text[start:colon].strip().lower() in self._words.pictures:
            return False
        return colon >= 0 and any(word[:1].isupper() for word in self._text[colon + 1 : end].split())

    def _in_table(self, quantity: Quantity) -> bool:
        start = self._text.rfind("\n", max(quantity.start - _TABLE_LINE, 0), quantity.start) + 1
        end = self._text.find("\n", quantity.end, quantity.end + _TABLE_LINE)
        line = self._text[start : end if end >= 0 else quantity.end + _TABLE_LINE].rstrip()
        return len(line) < _TABLE_LINE and line[-1:] not in set(".!?…»”")


def _digits(written: str) -> str:
    """The digits of a figure without the zeros that round it."""
    return "".join(filter(str.isdigit, written)).rstrip("0")
