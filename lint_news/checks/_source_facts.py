"""What a story tells of its unnamed sources: why they have no name, who they are further on, whose statement theirs is in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from lint_news.language.annotations import Annotations
from lint_news.language.cue_reader import Attribution
from lint_news.language.noun_phrases import NounPhrase

# Who says a whole sentence (", the report said.") does so in fewer characters before its end, verb and subject side by side.
_TAIL = 3
# Behind "according to" the place of whoever says so may follow (", selon la correspondante à Abidjan.").
_PLACE = 25
_PAUSES = frozenset(",;:–—")
# An unnamed source is named in so many sentences behind it, if it is.
_NEXT = 2
# So many sentences sum up what the story tells.
_LEAD = 4
# So many tokens at most stand between a name and the noun beside it ("Scott Reed, a senior strategist").
_BESIDE = 5
# Whoever is quoted so a reader can find; so a pronoun where it is told whom it stands for.
_QUOTED = ("person", "organisation", "role")
_CLOSING = ("person", "organisation", "document", "role")
# So many tokens may stand between the word that tells of a hearer and the hearer's name ("à l'AFP").
_HEARD = 2
# A group is introduced where a name stands this near to the word that brings it in ("une étude de l'université de Lille").
_NEAR = 10


class SourceFacts:
    """What the grades of a story's sources rest on: looked up once for the story, however many sources there are."""

    def __init__(self, story: Annotations) -> None:
        self.story = story
        self._introduced: dict[str, int] = {}
        # Where a noun, or its singular, first stands, for each that was asked for.
        self._first_told: dict[str, int] = {}
        # Where a definite noun last stands beside a name, for each noun that was asked for.
        self._last_told: dict[str, int] = {}
        # Where a noun stands beside a name, for each noun that was asked for.
        self._kin: dict[str, list[int]] = {}

    @cached_property
    def _reasons(self) -> list[int]:
        """Where words stand that give a reason for not naming somebody."""
        tokens = self.story.tokens
        return [tokens.starts[i] for i in tokens.places_of(self.story.pack.lowered("reason_words"))]

    @cached_property
    def _terms(self) -> list[int]:
        """Where words of anonymity stand."""
        tokens = self.story.tokens
        return [tokens.starts[i] for i in tokens.places_of(self.story.pack.lowered("anonymity_words"))]

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
        tail = text[end : self.story.sentences.ends[last.sentence]]
        placed = last.cue_kind == "expression" and len(tail) < _PLACE and not _PAUSES.intersection(tail)
        closes = (len(tail) < _TAIL or placed) and between < _TAIL
        return closes and text[:start].rstrip().endswith((",", "»", "”", '"'))

    def vouch(self, attribution: Attribution) -> bool:
        """Does somebody with a name stand beside an unnamed source: one of its kind, who cites it, or who heard it?"""
        if self.name_them_next(attribution) or self.name_who_cites(attribution) or self.name_who_heard(attribution):
            return True
        return self.sum_up(attribution) or self.follow_another(attribution) or self.are_told_of(attribution)

    def are_told_of(self, attribution: Attribution) -> bool:
        """Does an unnamed source stand in what somebody with a name says: "Katz said that many people think so"?"""
        if attribution.cue_kind == "expression":
            return False  # "Katz said that it grew, according to statistics": by whose, nobody says
        said = self._said_from.get(attribution.sentence)
        return said is not None and attribution.source is not None and said < attribution.source.start

    @cached_property
    def _said_from(self) -> dict[int, int]:
        """Where what somebody with a name says begins in each sentence, behind the verb and "that"."""
        tokens, that = self.story.tokens, self.story.pack.words("that_words")
        found: dict[int, int] = {}
        for one in self.story.attributions:
            named = one.kind in ("person", "organisation")
            if one.cue is None or one.cue_kind != "speech" or not named or one.sentence in found:
                continue
            behind = bisect_left(tokens.starts, one.cue.end)
            if behind < len(tokens) and tokens.lows[behind] in that and tokens.seps[behind] == " ":
                found[one.sentence] = one.cue.end
        return found

    def announce(self, attribution: Attribution) -> bool:
        """Is one unnamed source quoted with a name at once: "Another expert disagrees. “It is late,” said Katz"?"""
        phrase = attribution.phrase
        if phrase is None or phrase.plural or phrase.definite or not self.is_expert(phrase):
            return False
        return attribution.sentence + 1 in self._quoted_by_name

    def sum_up(self, attribution: Attribution) -> bool:
        """Does an unnamed source open a story that goes on to name who says what: "Experts warn of ice."?"""
        phrase = attribution.phrase
        hidden = phrase is not None and self.story.tokens.lows[phrase.head] in self.story.pack.lowered("unplaced_nouns")
        if hidden or attribution.sentence > self._opening:
            return False
        return attribution.sentence < self._last_named

    @cached_property
    def _opening(self) -> int:
        """The last sentence of the lead."""
        starts, kind_at = self.story.sentences.starts, self.story.zones.kind_at
        return next((index for index, start in enumerate(starts) if kind_at(start) == "body"), -1) + _LEAD - 1

    @cached_property
    def _last_named(self) -> int:
        """The last sentence in which somebody or a body with a name says something."""
        return max((one.sentence for one in self.story.attributions if one.kind in ("person", "organisation")), default=-1)

    def follow_another(self, attribution: Attribution) -> bool:
        """Are "others" joined to somebody before them: "what she – and others – saw as a threat"?"""
        phrase, lows, pack = attribution.phrase, self.story.tokens.lows, self.story.pack
        if phrase is None or phrase.first < 1 or lows[phrase.head] not in pack.words("other_words"):
            return False
        start = self.story.sentences.starts[attribution.sentence]
        if self.story.tokens.starts[phrase.first - 1] <= start:
            return False  # "But others said": joined to nobody
        return lows[phrase.first - 1] in pack.words("coordinators") and phrase.head == phrase.last

    def told_of(self, head: int) -> bool:
        """Has the story used a noun, or its singular, before?"""
        low = self.story.tokens.lows[head]
        if low not in self._first_told:
            self._first_told[low] = min(self.story.tokens.places_of(self.kin(low)), default=head)
        return self._first_told[low] < head

    def tell_which(self, head: int) -> bool:
        """Does a story say further on which document a noun meant: "A study ... The study, published in Nature, found"?"""
        tokens, low = self.story.tokens, self.story.tokens.lows[head]
        if low not in self._last_told:
            definite = self.story.pack.words("definite_determiners")
            places = (
                i for i in tokens.places_of(frozenset({low})) if tokens.lows[i - 1] in definite and self._stands_by_name(i)
            )
            self._last_told[low] = max(places, default=-1)
        return self._last_told[low] > head

    def name_them_next(self, attribution: Attribution) -> bool:
        """Does somebody speak next to an unnamed source, or do the sentences around it name one of its kind?

        "Experts disagree. “It is late,” said Katz": a reader may guess who. "Strategists disagree. Katz, a strategist".
        """
        phrase, tokens = attribution.phrase, self.story.tokens
        if phrase is None or phrase.head < 0:
            return False
        low, pack, sentence = tokens.lows[phrase.head], self.story.pack, attribution.sentence
        anybody = low in pack.lowered("quantifiers", "vague_pronouns")
        if phrase.kind != "document" and low not in pack.lowered("unplaced_nouns", "opposing_nouns"):
            speaking = self._quoted_from if anybody else self._speaking
            far = _NEXT if self.is_expert(phrase) and not anybody else 1
            before = sentence - 1 in (self._of_named if phrase.definite and not anybody else self._quoted)
            if before or any(sentence + step in speaking for step in range(1, far + 1)):
                return True
        if anybody:
            return False
        ends = self.story.sentences.ends
        if low not in self._kin:
            self._kin[low] = [i for i in tokens.places_of(self.kin(low)) if self._stands_by_name(i)]
        starts = self.story.sentences.starts
        before = self._is_named_between(low, starts[max(sentence - 1, 0)], starts[sentence])
        return before or self._is_named_between(low, ends[sentence], ends[min(sentence + _NEXT, len(ends) - 1)])

    def _is_named_between(self, low: str, start: int, end: int) -> bool:
        """Does one of a noun's kind stand beside a name between two offsets?"""
        starts, places = self.story.tokens.starts, self._kin[low]
        at = bisect_left(places, bisect_left(starts, start))
        return at < len(places) and starts[places[at]] < end

    def kin(self, low: str) -> frozenset[str]:
        """A noun with its singular, where it is a plural."""
        return frozenset({low, *(low.removesuffix(ending) for ending in self.story.pack.words("plural_suffixes"))})

    def _stands_by_name(self, i: int) -> bool:
        return self._has_name_in(i - _BESIDE, i + _BESIDE)

    def _has_name_in(self, first: int, last: int) -> bool:
        """Does a mention begin among tokens ``[first, last]``?"""
        at = bisect_left(self._names, first)
        return at < len(self._names) and self._names[at] <= last

    def name_who_cites(self, attribution: Attribution) -> bool:
        """Does somebody with a name cite an unnamed source: "Katz said that it grew, citing statistics"?"""
        first, cue = self._first_named.get(attribution.sentence), attribution.cue
        if first is None or cue is None or first > cue.start:
            return False
        return self.story.text[cue.start : cue.end].lower() in self.story.pack.words("citing_words")

    def name_who_heard(self, attribution: Attribution) -> bool:
        """Has somebody with a name heard it from an unnamed source: "sources told Reuters"?"""
        if attribution.cue is None:
            return False
        tokens, heard = self.story.tokens, self.story.pack.lowered("told_words")
        behind = bisect_left(tokens.starts, attribution.cue.end)
        if heard.isdisjoint(tokens.lows[behind - 1 : behind + 1]):
            return False
        return self._has_name_in(behind, behind + _HEARD)

    @cached_property
    def _first_named(self) -> dict[int, int]:
        """Where the first source with a name stands in each sentence."""
        named = [one for one in self.story.attributions if one.kind in ("person", "organisation") and one.source]
        return {one.sentence: one.source.start for one in reversed(named) if one.source}

    @cached_property
    def _speaking(self) -> frozenset[int]:
        """The sentences in which somebody with a name says something."""
        said = {one.sentence for one in self.story.attributions if one.kind == "person" and one.cue_kind == "speech"}
        return self._quoted_from | said

    @cached_property
    def _of_named(self) -> frozenset[int]:
        """The sentences in which somebody or a body with a name says something."""
        named = {one.sentence for one in self.story.attributions if one.kind == "organisation"}
        return self._speaking | named

    @cached_property
    def _quoted_from(self) -> frozenset[int]:
        """The sentences that hold a quotation of somebody whom a reader can find, or the beginning of one."""
        sentences, quotations = self.story.sentences, self.story.quotations
        found = set(self._quoted)
        for sentence in self._quoted:
            # The quotation that ends in the sentence of its cue, or behind it.
            at = bisect_right(quotations.ends, sentences.starts[sentence])
            if at < len(quotations.starts):
                found.add(sentences.index_at(quotations.starts[at]))
        return frozenset(found)

    @cached_property
    def _quoted_by_name(self) -> frozenset[int]:
        """The sentences in which somebody is quoted by name."""
        return frozenset(one.sentence for one in self.story.attributions if one.direct and one.kind == "person")

    @cached_property
    def _quoted(self) -> frozenset[int]:
        """The sentences in which somebody is quoted whom a reader can find."""
        return frozenset(one.sentence for one in self.story.attributions if one.direct and _is_known(one))

    @cached_property
    def comparisons(self) -> frozenset[str]:
        """Words behind which a source is only compared with: "than historians had thought"."""
        return self.story.pack.lowered("comparing_words") - self.story.pack.lowered("as_words")

    @cached_property
    def _last_of(self) -> dict[int, Attribution]:
        """The last attribution of each sentence."""
        return {one.sentence: one for one in self.story.attributions if one.cue_kind in ("speech", "expression")}

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

    def tell_terms(self, attribution: Attribution) -> bool:
        """Does the sentence of an unnamed source say on what terms it spoke ("on condition of anonymity")?"""
        sentences, at = self.story.sentences, attribution.sentence
        told = bisect_left(self._terms, sentences.starts[at])
        return told < len(self._terms) and self._terms[told] < sentences.ends[at]

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
        first, documents = len(tokens), self.story.pack.lowered("vague_document_nouns")
        for i in tokens.places_of(self.story.pack.lowered("group_introducers") | self.kin(word)):
            if i >= first:
                break
            if tokens.lows[i] in documents and self.tell_which(i):
                first = i
                break
            at = bisect_left(self._names, i - _NEAR)
            if at < len(self._names) and self._names[at] <= i + _NEAR:
                first = min(first, max(i, self._names[at]))
        return first


def _is_known(one: Attribution) -> bool:
    """Can a reader find out who speaks? An unnamed expert's "he" is no one else than the expert."""
    return one.kind in _QUOTED or one.speaker is not None
