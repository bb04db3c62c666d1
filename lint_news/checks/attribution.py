"""``attribution``: sources that a reader can't check.

``sources`` lists the kinds of source that the rule flags: those of the contract (``media``, ``public`` ...), ``bare`` for
unnamed people without position or affiliation ("experts"), ``placed`` for unnamed people with one ("une source diplomatique")
and ``figures-of-nobody`` for documents that nobody is named for ("des sondages"). A rule on ``placed`` sources passes where the
story says why they are unnamed, and so does any on ``bare`` ones that are described ("a source close to the campaign").
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from lint_news.checks._messages import diagnose
from lint_news.diagnostic import Diagnostic
from lint_news.document import Span
from lint_news.language.annotations import Annotations
from lint_news.language.attributions import Attribution
from lint_news.language.noun_phrases import KINDS, NounPhrase
from lint_news.language.turns import in_turns
from lint_news.ruleset.kinds import Checker, CompileContext, Kind
from lint_news.ruleset.model import Rule

if TYPE_CHECKING:
    from lint_news.ruleset.yaml_nodes import Fields

GRADES = (*KINDS, "bare", "placed", "figures-of-nobody")
# A finding shows source and verb together up to so many characters.
_LONG = 90
# Who says a whole sentence (", the report said.") does so in fewer characters before its end, verb and subject side by side.
_TAIL = 3
# An unnamed source is named in so many sentences behind it, if it is.
_NEXT = 2
# So many tokens at most stand between a name and the noun beside it ("Scott Reed, a senior strategist").
_BESIDE = 5
_CLOSING = ("person", "organisation", "document", "role")
# A group is introduced where a name stands this near to the word that brings it in ("une étude de l'université de Lille").
_NEAR = 10


def _options(fields: Fields) -> tuple[str, ...]:
    value = fields.require("sources")
    return tuple(item.choice("kind of source", GRADES) for item in value.items("'sources'"))


def _compile(rules: Sequence[Rule], context: CompileContext) -> Checker:
    by_grade: dict[str, list[Rule]] = {}
    for rule in rules:
        assert isinstance(rule.options, tuple)
        for grade in rule.options:
            by_grade.setdefault(grade, []).append(rule)

    def check(story: Annotations) -> Iterator[Diagnostic]:
        told: set[int] = set()
        facts = _Facts(story)
        for attribution in story.attributions:
            grade = _grade(attribution, facts)
            if grade not in by_grade or attribution.source is None or attribution.cue is None:
                continue
            if attribution.source.start in told or in_turns(story.turns, attribution.cue.start):
                continue  # an interview's answers are direct speech
            told.add(attribution.source.start)
            if attribution.kind in ("unnamed", "document") and facts.name_who_closes(attribution):
                continue  # "a witness said it was late, the report said"
            if (grade == "placed" or _is_described(attribution.phrase)) and facts.say_why(attribution.sentence):
                continue
            start = min(attribution.source.start, attribution.cue.start)
            span = Span(start, max(attribution.source.end, attribution.cue.end))
            if span.end - span.start > _LONG:
                span = attribution.source  # what stands between a source and a verb far from it is no part of the fault
            introduces = grade in ("bare", "figures-of-nobody") and (
                facts.name_them_next(attribution) or facts.name_who_cites(attribution)
            )
            for rule in by_grade[grade]:
                severity = "info" if introduces else rule.severity
                yield diagnose(rule, story.document, span, context.ui_language, severity=severity)

    return check


class _Facts:
    """What the grades of a story's sources rest on: looked up once for the story, however many sources there are."""

    def __init__(self, story: Annotations) -> None:
        self.story = story
        self._introduced: dict[str, int] = {}
        # Where a noun stands beside a name, for each noun that was asked for.
        self._kin: dict[str, list[int]] = {}

    @cached_property
    def _reasons(self) -> list[int]:
        """Where words stand that give a reason for not naming somebody."""
        tokens = self.story.tokens
        return [tokens.starts[i] for i in tokens.places_of(self.story.pack.lowered("reason_words"))]

    @cached_property
    def _names(self) -> list[int]:
        """The first tokens of all mentions."""
        return sorted(mention.first for mention in self.story.mentions)

    @cached_property
    def _experts(self) -> frozenset[str]:
        """The nouns of those whose view weighs as a statement; a quantifier does so only where it stands alone."""
        return self.story.pack.lowered("vague_experts") - self.story.pack.lowered("quantifiers")

    def is_expert(self, phrase: NounPhrase) -> bool:
        """Does a view of theirs weigh as a statement: "most experts", "many", not "most people"?"""
        group = self.story.tokens.lows[phrase.first : phrase.last + 1]
        return group[-1] in self.story.pack.lowered("vague_experts") or not self._experts.isdisjoint(group)

    def name_who_closes(self, attribution: Attribution) -> bool:
        """Does somebody else close the sentence (", the report said."), so that all of it is theirs?"""
        last = self._last_of.get(attribution.sentence)
        if last is None or last is attribution or last.kind not in _CLOSING or last.source is None or last.cue is None:
            return False
        text, end = self.story.text, max(last.source.end, last.cue.end)
        start = min(last.source.start, last.cue.start)
        if attribution.cue is None or start <= attribution.cue.end:
            return False
        between = max(last.source.start, last.cue.start) - min(last.source.end, last.cue.end)
        closes = self.story.sentences.ends[last.sentence] - end < _TAIL and between < _TAIL
        return closes and text[:start].rstrip().endswith((",", "»", "”", '"'))

    def name_them_next(self, attribution: Attribution) -> bool:
        """Do the next sentences name one of an unnamed source's kind: "Strategists disagree. Katz, a strategist, says"?"""
        phrase, tokens = attribution.phrase, self.story.tokens
        if phrase is None or phrase.head < 0 or tokens.lows[phrase.head] in self._uncounted:
            return False
        if not phrase.plural and attribution.sentence + 1 in self._quoted:
            return True  # "Another expert disagrees. “It is late,” said Katz"
        low, ends = tokens.lows[phrase.head], self.story.sentences.ends
        if low not in self._kin:
            self._kin[low] = [i for i in tokens.places_of(self.kin(low)) if self._stands_by_name(i)]
        first = bisect_left(tokens.starts, ends[attribution.sentence])
        behind = bisect_left(tokens.starts, ends[min(attribution.sentence + _NEXT, len(ends) - 1)])
        places = self._kin[low]
        at = bisect_left(places, first)
        return at < len(places) and places[at] < behind

    def kin(self, low: str) -> frozenset[str]:
        """A noun with its singular, where it is a plural."""
        return frozenset({low, *(low.removesuffix(ending) for ending in self.story.pack.words("plural_suffixes"))})

    def _stands_by_name(self, i: int) -> bool:
        at = bisect_left(self._names, i - _BESIDE)
        return at < len(self._names) and self._names[at] <= i + _BESIDE

    def name_who_cites(self, attribution: Attribution) -> bool:
        """Does somebody with a name cite an unnamed source: "Katz said that it grew, citing statistics"?"""
        first, cue = self._first_named.get(attribution.sentence), attribution.cue
        if first is None or cue is None or first > cue.start:
            return False
        return self.story.text[cue.start : cue.end].lower() in self.story.pack.words("citing_words")

    @cached_property
    def _first_named(self) -> dict[int, int]:
        """Where the first source with a name stands in each sentence."""
        named = [one for one in self.story.attributions if one.kind in ("person", "organisation") and one.source]
        return {one.sentence: one.source.start for one in reversed(named) if one.source}

    @cached_property
    def _quoted(self) -> frozenset[int]:
        """The sentences in which somebody with a name is quoted."""
        return frozenset(one.sentence for one in self.story.attributions if one.kind == "person" and one.direct)

    @cached_property
    def _uncounted(self) -> frozenset[str]:
        return self.story.pack.lowered("quantifiers", "vague_pronouns")

    @cached_property
    def _last_of(self) -> dict[int, Attribution]:
        """The last attribution of each sentence."""
        return {one.sentence: one for one in self.story.attributions if one.cue_kind == "speech"}

    def count_others(self, phrase: NounPhrase) -> bool:
        """Does a quantifier lead a phrase of no people: "several states"?"""
        tokens, pack = self.story.tokens, self.story.pack
        if phrase.head == phrase.last or tokens.lows[phrase.head] not in pack.lowered("quantifiers"):
            return False
        people = ("vague_nouns", "vague_singular", "vague_pronouns", "pronouns_subject", "vague_documents", "media_nouns")
        return pack.lowered(*people).isdisjoint(tokens.lows[phrase.head + 1 : phrase.last + 1])

    def say_why(self, sentence: int) -> bool:
        """Does a sentence, or one beside it, give a reason for its source not being named?"""
        sentences = self.story.sentences
        low = sentences.starts[max(sentence - 1, 0)]
        at = bisect_left(self._reasons, low)
        return at < len(self._reasons) and self._reasons[at] < sentences.ends[min(sentence + 1, len(sentences.ends) - 1)]

    def name_somebody(self, sentence: int) -> bool:
        """Does a mention stand in a sentence, not at its beginning?"""
        starts = self.story.tokens.starts
        at = bisect_right(self._names, self.story.sentences.starts[sentence], key=starts.__getitem__)
        return at < len(self._names) and starts[self._names[at]] < self.story.sentences.ends[sentence]

    def introduce(self, head: int) -> bool:
        """Has the story said before a noun who that is? True where it, or the work of one, stands by a name."""
        word = self.story.tokens.lows[head]
        if word not in self._introduced:
            self._introduced[word] = self._first_introduction(word)
        return self._introduced[word] < head

    def _first_introduction(self, word: str) -> int:
        """The token at which a noun and a name near it have both been read first; the number of tokens where none is."""
        tokens = self.story.tokens
        first = len(tokens)
        for i in tokens.places_of(self.story.pack.lowered("group_introducers") | self.kin(word)):
            if i >= first:
                break
            at = bisect_left(self._names, i - _NEAR)
            if at < len(self._names) and self._names[at] <= i + _NEAR:
                first = min(first, max(i, self._names[at]))
        return first


def _grade(attribution: Attribution, facts: _Facts) -> str:
    """The kind of an attribution's source, unnamed ones told apart; empty where the story names them elsewhere."""
    phrase, story = attribution.phrase, facts.story
    if phrase is None:
        return attribution.kind
    if attribution.kind == "document":
        return "figures-of-nobody" if _is_nobodys(attribution, phrase, facts) else "document"
    if attribution.kind != "unnamed":
        return attribution.kind
    head = story.tokens.lows[phrase.head] if phrase.head >= 0 else ""
    if phrase.placed:
        # "NATO officials" are a class with an affiliation, which a reader can weigh; "diplomatic sources" still hide behind it.
        weighed = phrase.definite if not phrase.plural else head not in story.pack.lowered("unplaced_nouns")
        return "" if weighed else "placed"  # "l'analyste de l'Institut Elcano" was named before
    known = head in story.pack.lowered("vague_authorities") and not facts.count_others(phrase)
    if not known and not _speaks(attribution, story):
        return ""
    if attribution.cue_kind == "finding":
        return ""  # "the Republicans show how": who finds has measured, who says hasn't
    if attribution.cue_kind in ("stance", "opinion") and not facts.is_expert(phrase):
        return ""  # "voters were thrilled", "most countries recognise": no statement
    if phrase.definite and head in story.pack.lowered("introducible_nouns") and facts.introduce(phrase.head):
        return ""
    return "bare"


def _is_described(phrase: NounPhrase | None) -> bool:
    """Does more than a word stand behind the noun of one unnamed source: "a source close to the campaign"?"""
    return phrase is not None and phrase.kind == "unnamed" and not phrase.plural and phrase.last - phrase.head > 1


def _speaks(attribution: Attribution, story: Annotations) -> bool:
    """Is the cue a verb of saying? What "people think" or "young people consider" is no statement of theirs."""
    if attribution.cue is None or attribution.cue_kind in ("expression", "noun"):
        return True
    return story.text[attribution.cue.start : attribution.cue.end].split()[-1].lower() in story.pack.words("cue_strong")


def _is_nobodys(attribution: Attribution, phrase: NounPhrase, facts: _Facts) -> bool:
    """ "des sondages", "une étude", with no name in the phrase nor in its sentence that it could be looked up by."""
    if phrase.head < 0 or phrase.named:
        return False
    story = facts.story
    head = story.tokens.lows[phrase.head]
    if phrase.plural:
        alone = phrase.last == phrase.head and attribution.cue_kind == "expression"  # "selon les estimations"
        if head not in story.pack.lowered("vague_documents"):
            return False
        if alone or not phrase.definite:
            return True
        # "the polls show", of which the story has named none
        asked = facts.kin(head) & story.pack.lowered("vague_document_nouns")
        return bool(asked) and phrase.last == phrase.head and not facts.introduce(phrase.head)
    if phrase.definite or head not in story.pack.lowered("vague_document_nouns"):
        return False
    return not facts.name_somebody(attribution.sentence)


KIND = Kind(_compile, ("sources",), _options)
