"""Paragraphs and sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from lint_news.document import Span
from lint_news.language.pack import LanguagePack
from lint_news.language.phrases import Phrases
from lint_news.language.tokens import Tokens

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?![^\S\n]*\n)[^\n]*\S[^\n]*)*")
# The one class in front lets the scanner skip to the next mark: more than twice as fast as two alternatives. A run of marks is
# tried from its first one alone, and no mark can be read in two ways, so that a run of thousands costs what it is long.
# Where a blank was lost, a capital between small letters tells ("de l'épidémie.Le 14 juin").
_END = re.compile(
    r"[.!?…\n](?:(?<=\n)|(?<=[a-zß-ÿ]{2}[.!?…])(?=[A-ZÀ-Þ][a-zß-ÿ’' ])"
    r"|(?<![.!?…].)[.!?…]*[»”]*(?:[\s\u00a0\u202f][»”]+)*(?:[\"'’)\]][\"'’”)\]]*)?(?=\s))"
)
_LAST_WORD = re.compile(r"[^\s(«“\"‘'’\[-]*\Z")
_NEXT_WORD = re.compile(r"[\s«“\"‘'(\[—–-]{0,200}([^\W_]*)")
# A single line break ends a sentence where the line was not simply full.
_FULL_LINE = 50


class Sentences(NamedTuple):
    """Sentences in order, by their first code point and the one behind their last."""

    starts: list[int]
    ends: list[int]

    def index_at(self, offset: int) -> int:
        """Index of the sentence that holds an offset (the nearest before it, if it stands between two)."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def indices_at(self, offsets: Iterable[int]) -> frozenset[int]:
        """Indices of the sentences that hold some offsets."""
        return frozenset(map(self.index_at, offsets))

    def of_tokens(self, places: Iterable[int], tokens: Tokens) -> frozenset[int]:
        """Indices of the sentences that some tokens stand in."""
        return self.indices_at(tokens.starts[i] for i in places)

    def with_phrases(self, phrases: Phrases, tokens: Tokens) -> frozenset[int]:
        """Indices of the sentences in which one of some phrases begins."""
        return self.of_tokens((match.first for match in phrases.find(tokens)), tokens)

    def first_token(self, i: int, tokens: Tokens) -> int:
        """Index of the token that sentence i begins with."""
        return bisect_left(tokens.starts, self.starts[i])

    def token_behind(self, i: int, tokens: Tokens) -> int:
        """Index of the first token behind sentence i."""
        return bisect_left(tokens.starts, self.ends[i])

    def opens_paragraph(self, i: int, text: str) -> bool:
        """Does a blank line of ``text`` part sentence i from the one before it?"""
        return i > 0 and "\n\n" in text[self.ends[i - 1] : self.starts[i]]

    def span_at(self, offset: int) -> Span:
        """Range of the sentence that holds an offset."""
        at = self.index_at(offset)
        return Span(self.starts[at], self.ends[at])


def find_paragraphs(text: str) -> list[Span]:
    """Blocks of lines between blank lines."""
    return [Span(*match.span()) for match in _PARAGRAPH.finditer(text)]


def find_sentences(text: str, paragraphs: list[Span], pack: LanguagePack) -> Sentences:
    """Split paragraphs at final punctuation, unless it belongs to an abbreviation, an initial or an inner pause."""
    times, days = pack.words("time_abbreviations"), pack.lowered("weekdays", "months")
    words = _Words(pack.words("abbreviations"), pack.words("stopwords"), times, days)
    starts: list[int] = []
    ends: list[int] = []
    for paragraph in paragraphs:
        start = paragraph.start
        for match in _END.finditer(text, paragraph.start, paragraph.end):
            if match.start() >= start and _ends_sentence(text, match, start, words):
                end = match.start() if match[0] == "\n" else match.end()
                if start < end:
                    starts.append(start)
                    ends.append(end)
                start = match.end()
                while start < paragraph.end and text[start].isspace():
                    start += 1
        if start < paragraph.end:
            starts.append(start)
            ends.append(paragraph.end)
    if not starts:
        return Sentences([0], [len(text)])
    return Sentences(starts, ends)


class _Words(NamedTuple):
    """What tells the full stop of a sentence from that of an abbreviation."""

    abbreviations: frozenset[str]
    stopwords: frozenset[str]
    times: frozenset[str]
    days: frozenset[str]


def _ends_sentence(text: str, match: re.Match[str], start: int, words: _Words) -> bool:
    mark = match[0]
    following = _NEXT_WORD.match(text, match.end())
    word = following[1] if following else ""
    if mark == "\n":
        line = text.rfind("\n", 0, match.start()) + 1
        return not word[:1].islower() and match.start() - line < _FULL_LINE
    if word[:1].islower():
        return False
    if mark != ".":
        return True
    last = _LAST_WORD.search(text, max(start, match.start() - 24), match.start())
    before = last[0] if last else ""
    if before in words.abbreviations:
        # "the U.S. The president": a function word with a capital opens a sentence after an abbreviation with inner dots.
        if before in words.times:
            # "by 11 a.m. Police say": a name of a zone or a day goes on with the time
            return not (word.isupper() or word.lower() in words.days)
        return "." in before and word.lower() in words.stopwords
    return not (len(before) == 1 and before.isupper())
