"""Attributions: who says it (source), by which word (cue), and what is said (content).

A cue is a reporting verb with a subject, an expression such as "according to", the agent of a passive, a noun of speech with a
possessor, or the colon behind a speaker's name. The content is the sentence that the cue stands in: exact content spans are
beyond rules (citron of the BBC reaches .59), and a linter needs only the reach.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from typing import NamedTuple

from lint_news.document import Span
from lint_news.language.cues import CueGrammar, cue_grammar
from lint_news.language.mentions import Mention
from lint_news.language.noun_phrases import NounPhrase
from lint_news.language.pack import LanguagePack
from lint_news.language.quotations import Quotations
from lint_news.language.sentences import Sentences
from lint_news.language.subjects import OPENING, SubjectReader
from lint_news.language.tokens import Tokens

_NOWHERE = Span(0, 0)


class Attribution(NamedTuple):
    """One attribution; ``sentence`` is the index of the sentence that holds the cue.

    ``cue_kind`` is ``speech``, ``opinion``, ``finding``, ``stance`` (a verb by what it says), ``expression``, ``noun`` or
    ``speaker`` (a name before a colon). ``phrase`` is the source's noun phrase, in tokens; ``speaker`` the
    name that a pronoun stands for.
    """

    source: Span | None
    cue: Span | None
    content: Span | None
    kind: str
    direct: bool
    sentence: int
    cue_kind: str = "speech"
    phrase: NounPhrase | None = None
    speaker: Span | None = None


def find_attributions(
    tokens: Tokens, sentences: Sentences, quotations: Quotations, mentions: list[Mention], pack: LanguagePack
) -> list[Attribution]:
    """All attributions in the order of their cues. Words inside direct speech are no cues of the story's own."""
    grammar = cue_grammar(pack)
    if not len(tokens):
        return []
    reader = _Reader(tokens, sentences, quotations, mentions, grammar)
    found = []
    for match in grammar.before_source.find(tokens):
        if not quotations.covers(tokens.starts[match.first]):
            found.append(reader.expression(match.first, match.last))
    for i in tokens.places_of(grammar.cues):
        if not quotations.covers(tokens.starts[i]):
            one = reader.verb(i) if tokens.lows[i] in grammar.verbs else None
            if one is None and tokens.lows[i] in grammar.speech_nouns:
                one = reader.noun(i)
            found.append(one)
    found.extend(map(reader.speaker, reader.speakers()))
    kept = {(one.source, one.cue): one for one in found if one is not None}
    return _outermost(sorted(kept.values(), key=lambda one: (one.cue or _NOWHERE, one.source or _NOWHERE)))


def _outermost(found: list[Attribution]) -> list[Attribution]:
    """Attributions without those that stand in what another one of the sentence says ("X said that Y believes")."""
    kept: list[Attribution] = []
    for one in found:
        outer = kept[-1] if kept and kept[-1].sentence == one.sentence else None
        nested = (
            outer is not None
            and outer.source is not None
            and outer.cue is not None
            and one.source is not None
            and outer.cue_kind == "speech"
            and outer.source.start < outer.cue.start < one.source.start
            and one.cue_kind in ("opinion", "stance", "noun", "finding")
            and one.kind != "document"
        )
        if not nested:
            kept.append(one)
    return kept


class _Reader(SubjectReader):
    """Reads the words around a cue."""

    def __init__(
        self, tokens: Tokens, sentences: Sentences, quotations: Quotations, mentions: list[Mention], grammar: CueGrammar
    ) -> None:
        super().__init__(tokens, quotations, mentions, grammar)
        self.sentences = sentences
        self._title_case: dict[int, bool] = {}
        # The source last read: a participle behind it in its sentence ("..., adding that") goes on with it.
        self._latest: NounPhrase | None = None
        self._latest_sentence = -1

    def expression(self, first: int, last: int) -> Attribution | None:
        """A cue that its source follows: "according to X"."""
        sentence, _, ceiling = self._bounds(first)
        if last + 1 >= ceiling:
            return None
        source = self.grammar.sources.after(last + 1, ceiling, self.tokens, self.names, strong=True)
        if source is None or (source.kind == "unnamed" and self.tokens.lows[source.head] not in self.grammar.sources.heads):
            return None  # "selon un calendrier"
        return self._made(source, first, last, sentence, "expression")

    def verb(self, i: int) -> Attribution | None:
        """A reporting verb: its subject stands before it, behind it after a quotation or a comma, or behind "by"."""
        tokens, grammar = self.tokens, self.grammar
        lows, seps = tokens.lows, tokens.seps
        low = lows[i]
        sentence, floor, ceiling = self._bounds(i)
        if tokens.words[i] != low and i > floor and not self._is_title_case(sentence, floor, ceiling):
            return None  # "the Secretary of State"
        paused = self.pause(i)
        if i > floor and not paused and lows[i - 1] in grammar.noun_signs and lows[i - 1] not in grammar.skipped:
            return None  # "a note", "to say"
        first = i
        while (
            first > floor
            and not self.pause(first)
            and (grammar.is_helper(lows[first - 1]) or (lows[first - 1] in grammar.inverted and seps[first - 1] == "-"))
        ):
            first -= 1
        helpers = lows[first:i]
        kind = grammar.kinds[low]
        if self._is_passive(low, helpers):
            return self._agent(first, i, ceiling, sentence, kind)
        if low not in grammar.finite and not self._is_finite(low, helpers):
            return self._participial(first, i, floor, sentence, kind) if low in grammar.gerund and not helpers else None
        if low in grammar.nounlike and not self._is_verb(i, helpers, ceiling):
            return None
        source = self.subject_of(first, i, floor, ceiling)
        if source is None:
            return None
        # A poll "shows" a figure; a person who "shows" says nothing yet.
        if low in grammar.needs_that and source.kind != "document" and source.first < i and not self._introduces(i, ceiling):
            return None
        if not self._agrees(source, low, helpers, first, floor):
            return None
        if kind in ("opinion", "stance") and (
            source.kind == "document" or (kind == "opinion" and source.kind == "organisation")
        ):
            return None  # a law "seeks", a campaign "sees" and "wants": no statement
        return self._made(source, first, i, sentence, kind)

    def noun(self, i: int) -> Attribution | None:
        """A noun of speech with a possessor before it: "Clinton's repeated claim"."""
        tokens, grammar = self.tokens, self.grammar
        sentence, floor, _ = self._bounds(i)
        at = i - 1
        while at > floor and i - at < 3 and tokens.lows[at] not in grammar.possessives and not self.pause(at + 1):
            at -= 1
        if (
            at <= floor
            or tokens.lows[at] not in grammar.possessives
            or tokens.seps[at] not in {"'", "’"}
            or at - 1 not in self.names
        ):
            return None
        source = grammar.sources.before(at - 1, floor, tokens, self.names, strong=False)
        return self._made(source, i, i, sentence, "noun") if source and source.kind != "pronoun" else None

    def speakers(self) -> list[Mention]:
        """The names that open a paragraph before a colon, as in the record of an interview."""
        seps = self.tokens.seps
        lines = (mention for mention in self.mentions if mention.first == 0 or "\n" in seps[mention.first])
        found = [mention for mention in lines if seps[mention.last + 1].startswith(":")]
        words = Counter(self.tokens.words[mention.last] for mention in found)
        return [mention for mention in found if words[self.tokens.words[mention.last]] > 1]

    def speaker(self, mention: Mention) -> Attribution | None:
        """The attribution of a speaker's name before a colon; one alone is a heading."""
        tokens = self.tokens
        words = tokens.words[mention.first : mention.last + 1]
        if mention.last - mention.first > 2 or not (words[-1].isupper() and len(words[-1]) > 2):
            return None
        source = NounPhrase(mention.first, mention.last, "person", named=True)
        sentence = self.sentences.index_at(tokens.starts[mention.first])
        colon = tokens.ends[mention.last]
        made = self._made(source, mention.last, mention.last, sentence, "speaker")
        return made._replace(cue=Span(colon, colon + 1))

    def _is_passive(self, low: str, helpers: list[str]) -> bool:
        """ "was asked": a form of "be" right before a participle, no reflexive before it ("s'est dit")."""
        grammar = self.grammar
        if low not in grammar.participle:
            return False
        for k in range(len(helpers) - 1, -1, -1):
            if helpers[k] in grammar.passive:
                return not any(word in grammar.reflexive for word in helpers[:k])
            if helpers[k] not in grammar.skipped:
                return False
        return False

    def _is_finite(self, low: str, helpers: list[str]) -> bool:
        """Do the helpers make a finite verb of a participle, a gerund or a base form?"""
        grammar = self.grammar
        if low in grammar.participle and any(word in grammar.auxiliaries or word in grammar.passive for word in helpers):
            return True
        if low in grammar.gerund and any(word in grammar.passive for word in helpers):
            return True
        return low in grammar.base and any(word in grammar.modals for word in helpers)

    def _agent(self, first: int, i: int, ceiling: int, sentence: int, kind: str) -> Attribution | None:
        """The agent of a passive: "was described by X as"."""
        tokens, grammar = self.tokens, self.grammar
        for at in range(i + 1, min(i + 4, ceiling)):
            if self.pause(at):
                return None
            if tokens.lows[at] in grammar.agent:
                source = grammar.sources.after(at + 1, ceiling, tokens, self.names, strong=False)
                known = source is not None and source.kind != "unnamed"
                return self._made(source, first, at, sentence, kind) if source and known else None
        return None

    def _participial(self, first: int, i: int, floor: int, sentence: int, kind: str) -> Attribution | None:
        """ "Clinton attacked him, saying": the subject of the sentence."""
        tokens, grammar = self.tokens, self.grammar
        if first <= floor:
            return None
        if not ("," in tokens.seps[first] or tokens.lows[first - 1] in grammar.gerund_openers):
            paper = grammar.sources.before(first - 1, floor, tokens, self.names, strong=False)
            if paper is None or paper.kind != "document" or self.pause(first):
                return None
            return self._made(paper, first, i, sentence, kind)  # "recent polls showing"
        source = self._latest if self._latest_sentence == sentence else self.main_subject(floor, first)
        if source is None or source.kind == "unnamed" or kind == "opinion":
            return None
        return self._made(source, first, i, sentence, kind)

    def _is_verb(self, i: int, helpers: list[str], ceiling: int) -> bool:
        """Is a form that may be a noun ("reports", "support") a verb here?"""
        tokens, grammar = self.tokens, self.grammar
        if helpers:
            return True
        if tokens.lows[i - 1] in grammar.possessives if i else False:
            return False
        if i + 1 >= ceiling or self.pause(i + 1):
            return self._opens_quotation(i)
        return tokens.lows[i + 1] not in grammar.noun_behind

    def _agrees(self, source: NounPhrase, low: str, helpers: list[str], first: int, floor: int) -> bool:
        """A base form without a helper wants several speakers ("officials say"), not one ("Clinton support")."""
        grammar = self.grammar
        if low not in grammar.base or low in grammar.participle or helpers or source.kind == "pronoun":
            return True
        if source.plural or source.first > first:
            return True
        return source.first > floor and self.tokens.lows[source.first - 1] in grammar.coordinators

    def _bounds(self, i: int) -> tuple[int, int, int]:
        """Sentence of token i, its first token and the token behind its last."""
        sentence = self.sentences.index_at(self.tokens.starts[i])
        floor = bisect_left(self.tokens.starts, self.sentences.starts[sentence])
        ceiling = bisect_left(self.tokens.starts, self.sentences.ends[sentence])
        return sentence, floor, ceiling

    def _is_title_case(self, sentence: int, floor: int, ceiling: int) -> bool:
        """Are the words of a sentence capitalised as those of an English headline?"""
        known = self._title_case.get(sentence)
        if known is None:
            words = [word for word in self.tokens.words[floor : min(ceiling, floor + 30)] if len(word) > 3]
            known = len(words) > 3 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)
            self._title_case[sentence] = known
        return known

    def _introduces(self, i: int, ceiling: int) -> bool:
        """Does "that", a colon or a quotation follow token i?"""
        return self._opens_quotation(i) or (i + 1 < ceiling and self.tokens.lows[i + 1] in self.grammar.that)

    def _opens_quotation(self, i: int) -> bool:
        return bool(OPENING & set(self.tokens.seps[i + 1]))

    def _made(self, source: NounPhrase, first: int, last: int, sentence: int, kind: str) -> Attribution:
        tokens = self.tokens
        self._latest, self._latest_sentence = source, sentence
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
            kind,
            source,
        )

    def _quotations_near(self, span: Span) -> list[Span]:
        low = max(bisect_right(self.quotations.ends, span.start) - 1, 0)
        high = bisect_left(self.quotations.starts, span.end)
        return [Span(self.quotations.starts[k], self.quotations.ends[k]) for k in range(low, high)]
