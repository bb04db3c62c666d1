"""The words that figures are read by, in the shape that the reader looks them up."""

from __future__ import annotations

from functools import lru_cache

from lint_news.language.pack import LanguagePack
from lint_news.language.phrases import Phrases

# A multiplier of so many letters stands right behind its number ("£28m").
_SHORTEST = 2
# What a look counts.
SMALL = 10


class QuantityGrammar:
    """The word lists of a language that tell what a number is, and what it counts."""

    def __init__(self, pack: LanguagePack) -> None:
        self.numbers = pack.words("number_words")
        self.values = {word: int(value) for value, words in pack.maps.get("number_values", {}).items() for word in words}
        self.small = frozenset(word for word, value in self.values.items() if value <= SMALL)
        self.small |= pack.words("small_number_words")
        self.small_numbers = Phrases(pack.words("small_numbers"))
        self.adverb_endings = tuple(pack.words("adverb_endings"))
        self.joints, self.joined = pack.words("number_joints"), pack.words("joined_numbers")
        self.vague = pack.words("vague_quantities")
        self.vague_words = frozenset(word for word in self.vague if " " not in word)
        self.number_words = self.numbers | self.vague_words
        # "scores of people", but "test scores in reading"
        self.linked = pack.words("vague_before_partitive")
        currencies = {word.lower() for word in pack.words("currencies")}
        self.currencies = frozenset(word for word in currencies if " " not in word)
        self.percent = Phrases(word for word in pack.words("percent_words") if word[0].isalpha())
        self.outdoing = pack.words("outdoing_words")
        self.adjectives_follow = bool(pack.words("adjectives_follow"))
        self.peoples = frozenset(word.lower() for word in pack.words("demonyms"))
        self.to, self.wholly = pack.words("term_links"), pack.words("wholly_words")
        self.casualties = frozenset(word.lower() for word in pack.words("casualty_words"))
        self.people = frozenset(word.lower() for word in pack.words("crowd_words"))
        self.skip_units = frozenset(word.lower() for word in pack.words("skip_units", "score_words", "weekdays"))
        self.labels = frozenset(word.lower() for word in pack.words("figure_nouns_before"))
        self.months = frozenset(word.lower() for word in pack.words("months", "month_abbreviations"))
        self.vague_openers = pack.words("vague_openers")
        self.ranges = pack.words("range_words")
        self.guesses = Phrases(pack.words("approximators"))
        self.links = pack.words("partitives")
        self.determiners = pack.words("determiners")
        self.named_by = pack.words("singular_articles")
        self.multipliers = pack.words("multipliers")
        groups = ("prepositions", "determiners", "coordinators", "auxiliaries", "passive_auxiliaries", "modals", "clause_words")
        self.closed = pack.words(*groups, "that_words", "figure_stops", "cue_strong", "reflexives")
        # Goods are measured, but by the million they are claims ("14 billion gallons of ethanol")
        self.goods = pack.words("goods_units")
        self.unit_adjectives = pack.words("unit_adjectives")
        self.ordinals = pack.words("ordinal_endings")
        self.clock = pack.words("clock_words")
        self.addresses = pack.words("address_words")
        self.leading = pack.words("leading_adjectives")
        self.short_multipliers = frozenset(word for word in self.multipliers if len(word) <= _SHORTEST)
        self.plural_suffixes = tuple(pack.words("plural_suffixes"))
        self.one = pack.words("indefinite_determiners")
        self.counting = self.multipliers | self.vague_words
        self.year_openers = pack.words("year_openers")
        self.casualty_verbs = pack.words("casualty_verbs") | self.casualties


@lru_cache(maxsize=64)
def quantity_grammar(pack: LanguagePack) -> QuantityGrammar:
    """The grammar of a pack, made once."""
    return QuantityGrammar(pack)
