"""Which sources of a sentence stand behind its figures.

A source tells the figures of its sentence, wherever they stand in it, but for those that describe the source itself ("the
union, which has 500 members, said") and those of a clause that only leads to it ("thousands died, and the UN says that").
A word that may speak or not ("added 500 jobs") is no cue before a figure, and a share ("13 percent say") has not counted
itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate

from lint_news.document import Span
from lint_news.language.cue_reader import Attribution
from lint_news.language.pack import LanguagePack
from lint_news.language.phrases import Phrases
from lint_news.language.quantities import Quantity
from lint_news.language.sentences import Sentences
from lint_news.language.tokens import Tokens

# How far before a figure stands the verb that has it for its object ("has added about 500 jobs").
_OBJECT = 3
# Behind a source, a clause on it begins so near: "the union (ABC), which".
_ASIDE = 3
_BLANKS = " \u00a0\u202f"
_DASHES = frozenset({"–", "—"})
# A remark behind a dash has so many tokens before its cue at most.
_REMARK = 6
# A cue with fewer characters behind it closes its sentence, and tells all of it.
_CLOSING = 10


class _Words:
    def __init__(self, pack: LanguagePack) -> None:
        self.deeds = Phrases(pack.words("deeds"))
        self.deeds_on_figures = pack.words("deeds_on_figures")
        self.relatives = pack.words("relative_words")
        self.joints = pack.words("coordinators", "that_words")
        self.prepositions = pack.words("prepositions")
        self.nobodys = pack.words("vague_documents", "vague_document_nouns")


@lru_cache(maxsize=64)
def _words(pack: LanguagePack) -> _Words:
    return _Words(pack)


class _Ranges:
    """Ranges that may overlap, looked up by offset."""

    def __init__(self, spans: list[Span]) -> None:
        spans = sorted(spans)
        self._starts = [span.start for span in spans]
        self._ends = list(accumulate((span.end for span in spans), max))

    def cover(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]


class FigureSpeakers:
    """The attributions of a story that may vouch for figures.

    ``spoken`` lists them, ``sentences`` holds the indices of their sentences, stances apart, and ``by_nobody`` those in which
    only documents speak that nobody can look up.
    """

    def __init__(
        self,
        tokens: Tokens,
        sentences: Sentences,
        attributions: list[Attribution],
        quantities: list[Quantity],
        pack: LanguagePack,
    ) -> None:
        self._tokens, self._ends, self._words = tokens, sentences.ends, _words(pack)
        self._counted_at = frozenset(bisect_left(tokens.starts, quantity.start) for quantity in quantities)
        self._shares = [quantity.start for quantity in quantities if quantity.kind == "percentage"]
        self.spoken = [one for one in attributions if one.kind != "none" and not self._is_deed(one) and not self._is_share(one)]
        self.sentences = frozenset(one.sentence for one in self.spoken if one.cue_kind != "stance")
        vouching = {one.sentence for one in self.spoken if not self._is_nobodys(one)}
        self.by_nobody = frozenset(one.sentence for one in self.spoken) - vouching
        # The sentences that open with who tells them.
        self.led = frozenset(
            one.sentence
            for one in self.spoken
            if one.cue_kind == "expression" and one.cue and one.cue.start == sentences.starts[one.sentence]
        )
        # Where the content of a sentence's sources begins at the earliest.
        self._from: dict[int, int] = {}
        for one in self.spoken:
            begins = self._content_from(one)
            self._from[one.sentence] = min(begins, self._from.get(one.sentence, begins))
        self._sources = _Ranges([one.source for one in self.spoken if one.source])
        self._described = _Ranges(self._descriptions())

    def tell(self, quantity: Quantity, sentence: int) -> bool:
        """Does a source of a figure's sentence tell it?"""
        return self._from.get(sentence, quantity.end) < quantity.start

    def are_described_by(self, quantity: Quantity) -> bool:
        """Does a figure tell of its sentence's source who that is?"""
        return self._described.cover(quantity.start)

    def speak(self, quantity: Quantity) -> bool:
        """Does a figure stand in the phrase of a source: "two victims testified"?"""
        return self._sources.cover(quantity.start)

    def _content_from(self, one: Attribution) -> int:
        """Where the content of a source begins in its sentence; -1 where all of the sentence is its."""
        if one.cue_kind == "expression":
            return self._aside_before(one.cue) if one.cue is not None else -1
        # A stance ("scorned", "backs") and a source that is joined to a clause before it have only what follows for theirs.
        only_behind = one.source is not None and (one.cue_kind == "stance" or self._tells_only_behind(one))
        return one.source.start if one.source is not None and only_behind else -1

    def _tells_only_behind(self, one: Attribution) -> bool:
        """Is a source joined to a clause before it: "thousands died, and the UN says that", "12 died in what many call"?"""
        if one.source is None or one.cue is None or one.direct:
            return False
        if one.source.end > one.cue.start or one.cue.end >= self._ends[one.sentence] - _CLOSING:
            return False
        tokens = self._tokens
        first, behind = bisect_left(tokens.starts, one.source.start), bisect_left(tokens.starts, one.cue.end)
        told = tokens.seps[behind] == " " and tokens.lows[behind] not in self._words.prepositions
        # "it cost 3 million, the trust and its chairman said in a statement" is all theirs.
        return told and tokens.lows[first - 1] in self._words.joints

    def _aside_before(self, cue: Span) -> int:
        """Where the remark begins that a cue closes without a comma: « 150 millions – une somme modeste selon elle »."""
        at = bisect_left(self._tokens.starts, cue.start)
        for k in range(at, max(at - _REMARK, 0), -1):
            mark = self._tokens.seps[k].strip(_BLANKS)
            if mark in _DASHES or (mark == "-" and self._tokens.seps[k] != "-"):
                return self._tokens.starts[k] if k < at else -1
            if mark.strip("'’-"):
                return -1
        return -1

    def _descriptions(self) -> list[Span]:
        """The ranges between a source and its cue that a relative clause opens."""
        tokens, found = self._tokens, []
        for one in self.spoken:
            if one.source is None or one.cue is None or one.source.end >= one.cue.start:
                continue
            behind = bisect_left(tokens.starts, one.source.end)
            openers = range(behind, min(behind + _ASIDE, len(tokens)))
            if any("," in tokens.seps[k] and tokens.lows[k] in self._words.relatives for k in openers):
                found.append(Span(one.source.end, one.cue.start))
        return found

    def _is_share(self, one: Attribution) -> bool:
        """Is a source only a share of people ("13 percent of voters say")? Nobody is named who counted them."""
        if one.source is None:
            return False
        at = bisect_left(self._shares, one.source.start)
        return at < len(self._shares) and self._shares[at] < one.source.end

    def _is_nobodys(self, one: Attribution) -> bool:
        """Is a source a document that nobody can look up: "a study", "polls", « selon les estimations »?"""
        phrase = one.phrase
        if one.kind != "document" or phrase is None or phrase.head < 0 or phrase.bears_name:
            return False
        return self._tokens.lows[phrase.head] in self._words.nobodys and not one.says_which

    def _is_deed(self, one: Attribution) -> bool:
        """Is a cue no word of speech here: "added 500 jobs", "backed off"? A share's own is none: "13 percent like him"."""
        if one.phrase is not None and one.phrase.is_share and one.cue_kind == "opinion":
            return True
        if one.cue is None or one.cue_kind not in ("speech", "opinion", "stance"):
            return False
        tokens = self._tokens
        first, last = bisect_left(tokens.starts, one.cue.start), bisect_left(tokens.starts, one.cue.end) - 1
        if any(self._words.deeds.at(at, tokens.lows, tokens.seps) for at in range(first, last + 1)):
            return True
        if tokens.lows[last] not in self._words.deeds_on_figures:
            return False
        # "he added, stood at": behind a comma nothing is added
        return "," not in tokens.seps[last + 1] and not self._counted_at.isdisjoint(range(last + 1, last + 1 + _OBJECT))
