"""Attributions: who says it (source), by which word (cue), and what is said (content).

A cue is a reporting verb with a subject, or an expression such as "according to". The content is the sentence or the
quotation that the cue stands with: exact content spans are beyond rules, and a linter needs only the reach.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import NamedTuple

from lint_news.document import Span
from lint_news.language.mentions import Mention
from lint_news.language.noun_phrases import NounPhrase, SourceGrammar
from lint_news.language.pack import LanguagePack
from lint_news.language.phrases import Phrases
from lint_news.language.quotations import Quotations
from lint_news.language.sentences import Sentences
from lint_news.language.tokens import Tokens

_CLASSES = ("speech", "opinion", "finding")


class Attribution(NamedTuple):
    """One attribution; ``sentence`` is the index of the sentence that holds the cue."""

    source: Span | None
    cue: Span | None
    content: Span | None
    kind: str
    direct: bool
    sentence: int


class CueGrammar:
    """The cues of a language, made once for a language pack."""

    def __init__(self, pack: LanguagePack) -> None:
        self.finite = pack.words(*(f"cue_{group}_finite" for group in _CLASSES))
        self.gerund = pack.words(*(f"cue_{group}_gerund" for group in _CLASSES))
        self.participle = pack.words(*(f"cue_{group}_participle" for group in _CLASSES))
        self.needs_that = pack.words("cue_that")
        self.that = pack.words("that_words")
        self.auxiliaries = pack.words("auxiliaries")
        self.skipped = pack.words("verb_adverbs")
        self.noun_signs = pack.words("determiners", "prepositions")
        self.verbs = self.finite | self.gerund | self.participle
        self.before_source = Phrases(pack.words("cue_expressions"))
        self.impersonal = Phrases(pack.words("agentless", "hearsay_passives"))
        self.sources = SourceGrammar(pack)


@lru_cache(maxsize=64)
def cue_grammar(pack: LanguagePack) -> CueGrammar:
    """The cues of a pack; packs compare by identity, so each is read once a process."""
    return CueGrammar(pack)


def find_attributions(
    text: str, tokens: Tokens, sentences: Sentences, quotations: Quotations, mentions: list[Mention], pack: LanguagePack
) -> list[Attribution]:
    """All attributions in the order of their cues. Words inside direct speech are no cues of the story's own."""
    grammar = cue_grammar(pack)
    if not len(tokens):
        return []
    reader = _Reader(text, tokens, sentences, quotations, mentions, grammar)
    found = []
    for match in grammar.before_source.find(tokens):
        if not quotations.covers(tokens.starts[match.first]):
            attribution = reader.expression(match.first, match.last)
            if attribution:
                found.append(attribution)
    for i in tokens.places_of(grammar.verbs):
        if not quotations.covers(tokens.starts[i]):
            attribution = reader.verb(i)
            if attribution:
                found.append(attribution)
    found.sort(key=lambda attribution: attribution.cue or Span(0, 0))
    return found


class _Reader:
    """Reads the words around a cue."""

    def __init__(
        self,
        text: str,
        tokens: Tokens,
        sentences: Sentences,
        quotations: Quotations,
        mentions: list[Mention],
        grammar: CueGrammar,
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.sentences = sentences
        self.quotations = quotations
        self.grammar = grammar
        self.names = frozenset(i for mention in mentions for i in range(mention.first, mention.last + 1))

    def expression(self, first: int, last: int) -> Attribution | None:
        """A cue that its source follows: "according to X"."""
        sentence, _, ceiling = self._bounds(first)
        if last + 1 >= ceiling:
            return None
        source = self.grammar.sources.after(last + 1, ceiling, self.tokens, self.names)
        return self._made(source, first, last, sentence) if source else None

    def verb(self, i: int) -> Attribution | None:
        """A reporting verb: its subject stands before it, or behind it after a quotation."""
        tokens, grammar = self.tokens, self.grammar
        low = tokens.lows[i]
        sentence, floor, ceiling = self._bounds(i)
        if i > floor and (tokens.lows[i - 1] in grammar.noun_signs or tokens.words[i] != low) and not self._pause(i):
            return None  # "a note", "the Secretary of State"
        first = i
        while first > floor and tokens.lows[first - 1] in grammar.skipped and not self._pause(first):
            first -= 1
        if low in grammar.participle and low not in grammar.finite:
            if not (first > floor and tokens.lows[first - 1] in grammar.auxiliaries and not self._pause(first)):
                return None
            first -= 1
        elif low in grammar.gerund and low not in grammar.finite:
            return None
        while first > floor and not self._pause(first) and tokens.lows[first - 1] in grammar.auxiliaries | grammar.skipped:
            first -= 1
        if low in grammar.needs_that and not self._introduces(i, ceiling):
            return None
        if self._closes_quotation(first):
            source = grammar.sources.after(i + 1, ceiling, tokens, self.names) if i + 1 < ceiling else None
        else:
            source = None
        if source is None and first > floor:
            source = self._subject(first - 1, floor)
        return self._made(source, first, i, sentence) if source else None

    def _subject(self, last: int, floor: int) -> NounPhrase | None:
        """The noun phrase that ends at token ``last``; behind a comma, the one before the insertion."""
        found = self.grammar.sources.before(last, floor, self.tokens, self.names)
        if found is not None or "," not in self.tokens.seps[last + 1]:
            return found
        at = last
        while at > floor and "," not in self.tokens.seps[at]:
            at -= 1
        return self.grammar.sources.before(at - 1, floor, self.tokens, self.names) if at > floor else None

    def _bounds(self, i: int) -> tuple[int, int, int]:
        """Sentence of token i, its first token and the token behind its last."""
        sentence = self.sentences.index_at(self.tokens.starts[i])
        floor = bisect_left(self.tokens.starts, self.sentences.starts[sentence])
        ceiling = bisect_left(self.tokens.starts, self.sentences.ends[sentence])
        return sentence, floor, ceiling

    def _pause(self, i: int) -> bool:
        """True where more than a space stands before token i (an apostrophe or a hyphen doesn't part)."""
        return not set(self.tokens.seps[i]) <= set(" \u00a0\u202f'’-")

    def _introduces(self, i: int, ceiling: int) -> bool:
        """Does "that", a colon or a quotation follow token i?"""
        after = self.tokens.seps[i + 1]
        if any(mark in after for mark in ':«“"'):
            return True
        return i + 1 < ceiling and self.tokens.lows[i + 1] in self.grammar.that

    def _closes_quotation(self, first: int) -> bool:
        return any(mark in self.tokens.seps[first] for mark in '»”"')

    def _made(self, source: NounPhrase, first: int, last: int, sentence: int) -> Attribution:
        tokens = self.tokens
        span = Span(self.sentences.starts[sentence], self.sentences.ends[sentence])
        direct = any(
            span.start <= quotation.start < span.end or quotation.start <= span.start < quotation.end
            for quotation in self._quotations_near(span)
        )
        return Attribution(
            Span(tokens.starts[source.first], tokens.ends[source.last]),
            Span(tokens.starts[first], tokens.ends[last]),
            span,
            source.kind,
            direct,
            sentence,
        )

    def _quotations_near(self, span: Span) -> list[Span]:
        low = max(bisect_right(self.quotations.ends, span.start) - 1, 0)
        high = bisect_left(self.quotations.starts, span.end)
        return [Span(self.quotations.starts[k], self.quotations.ends[k]) for k in range(low, high)]
