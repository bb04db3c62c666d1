"""All annotations of one story, each made once, when a check first asks for it."""

from __future__ import annotations

from functools import cached_property

from lint_news.document import Document, Span
from lint_news.language.attributions import find_attributions
from lint_news.language.cue_reader import Attribution
from lint_news.language.dates import Calendar, DateMention, find_dates, read_calendar
from lint_news.language.direct_speech import unattributed_speech
from lint_news.language.figure_contradictions import Contradiction, find_contradictions
from lint_news.language.figure_sources import find_figure_sources
from lint_news.language.mentions import Mention, find_mentions
from lint_news.language.name_records import NameRecord, name_records
from lint_news.language.name_variants import find_variants
from lint_news.language.pack import LanguagePack
from lint_news.language.pronouns import resolve_pronouns
from lint_news.language.quantities import Quantity, find_quantities
from lint_news.language.quotations import Quotations, find_quotations
from lint_news.language.sentences import Sentences, find_paragraphs, find_sentences
from lint_news.language.speakers import Speaker, find_speakers
from lint_news.language.tokens import Tokens
from lint_news.language.turns import find_turns
from lint_news.language.zones import Zones, find_zones


class Annotations:
    """A document with what the language layer knows of it; the argument of every checker."""

    def __init__(self, document: Document, pack: LanguagePack) -> None:
        self.document = document
        self.pack = pack

    @property
    def text(self) -> str:
        return self.document.text

    @cached_property
    def tokens(self) -> Tokens:
        return Tokens(self.text)

    @cached_property
    def paragraphs(self) -> list[Span]:
        return find_paragraphs(self.text)

    @cached_property
    def zones(self) -> Zones:
        return find_zones(self.document, self.paragraphs, self.pack)

    @cached_property
    def sentences(self) -> Sentences:
        return find_sentences(self.text, self.paragraphs, self.pack)

    @cached_property
    def quotations(self) -> Quotations:
        return find_quotations(self.text, self.paragraphs, self.pack)

    @cached_property
    def mentions(self) -> list[Mention]:
        return find_mentions(self.tokens, self.sentences, self.pack)

    @cached_property
    def name_records(self) -> list[NameRecord]:
        return name_records(self.tokens, self.mentions, self.pack)

    @cached_property
    def attributions(self) -> list[Attribution]:
        found = find_attributions(self.tokens, self.sentences, self.quotations, self.mentions, self.pack)
        return resolve_pronouns(found, self.tokens, self.sentences, self.mentions, self.pack)

    @cached_property
    def speakers(self) -> list[Speaker]:
        """The speaker of each attribution."""
        variants = find_variants(self.tokens, self.mentions, self.pack, lambda part: False) if self.attributions else []
        spellings = {variant.wrong.low: variant.right.low for variant in variants}
        return find_speakers(self.text, self.attributions, self.name_records, spellings, self.pack)

    @cached_property
    def unattributed_speech(self) -> list[Span]:
        return unattributed_speech(
            self.text,
            self.tokens,
            self.sentences,
            self.quotations,
            self.zones,
            self.attributions,
            lambda: self.name_records,
            self.pack,
        )

    @cached_property
    def quantities(self) -> list[Quantity]:
        return find_quantities(self.text, self.tokens, self.pack)

    @cached_property
    def figure_sources(self) -> list[str]:
        """For each quantity who stands behind it: ``attributed``, ``record`` (nobody need), ``placed`` or ``nobody``."""
        return find_figure_sources(
            self.text,
            self.tokens,
            self.sentences,
            self.zones,
            self.attributions,
            self.quantities,
            self.quotations,
            self.turns,
            self.pack,
        )

    @cached_property
    def turns(self) -> list[Span]:
        """What the speakers of an interview say by turns."""
        return find_turns(self.text)

    @cached_property
    def figure_contradictions(self) -> list[Contradiction]:
        return list(find_contradictions(self.tokens, self.sentences, self.zones, self.quantities, self.pack))

    @cached_property
    def dates(self) -> list[DateMention]:
        return find_dates(self.tokens, self.pack)

    @cached_property
    def calendar(self) -> Calendar:
        return read_calendar(self.text, self.dates, self.paragraphs, self.tokens, issued=bool(self.document.issued))
