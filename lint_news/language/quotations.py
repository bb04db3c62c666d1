"""Quotations: direct speech between quotation marks, paired by the marks of the language.

Marks of two sides ("«", "“") say themselves whether they open or close. A straight mark (``"``, and ``''`` of typewriters)
is read by what stands around it: it opens before a word and closes behind one; where that doesn't tell, it does what is due.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from lint_news.document import Span
from lint_news.language.pack import LanguagePack

_BLANK = " \t\r\n\u00a0\u202f\u2009"
_CLOSES_BEFORE = ".,;:!?…)]"
_BEFORE_OPENING = _BLANK + "([{—–-/«“‘„'’:"
_AFTER_CLOSING = _BLANK + ".,;:!?…)]}—–-/»”'’*"
_STRAIGHT = '"'
_SINGLE = "'’‘"
# A line of a quotation may be indented by some blanks.
_INDENT = 16
# What typewriters and old systems write for double marks.
_DOUBLED = {"''": _STRAIGHT, "``": _STRAIGHT, "‘‘": "“", "’’": "”"}
# So many marks and characters behind an inner straight quotation the outer one is looked for.
_NESTED_MARKS = 8
_NESTED_LENGTH = 800
# Real copy nests three levels at most; what goes deeper is noise and must not cost more than its length.
_DEEPEST = 6


class Quotation(NamedTuple):
    """One pair of marks: the range with its marks, the range between them, and the nesting level (0 outermost).

    ``problem`` is ``unclosed``, ``unopened``, ``reversed`` (closed by an opening mark), ``mixed`` (closed by a mark of another
    kind) or ``unrepeated`` (the next paragraph doesn't repeat the opening mark) where the marks don't pair; the wrong mark
    stands at ``[problem_at, problem_end)``, and ``wanted`` is the mark that should stand there, if one should.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    level: int = 0
    problem: str = ""
    problem_at: int = -1
    wanted: str = ""
    problem_end: int = -1


class Quotations(NamedTuple):
    """All quotations in order of their beginnings; ``starts`` and ``ends`` are those of the outermost ones."""

    found: list[Quotation]
    starts: list[int]
    ends: list[int]

    def covers(self, offset: int) -> bool:
        """True where an offset lies within direct speech, its marks included."""
        at = bisect_right(self.starts, offset) - 1
        return at >= 0 and offset < self.ends[at]


class _Mark(NamedTuple):
    """A mark as it stands (``"''"`` is one), what it counts as, and which way it looks: ``open``, ``close`` or ``either``."""

    start: int
    end: int
    kind: str
    way: str


class _Open(NamedTuple):
    kind: str
    start: int
    inner: int


class _Marks(NamedTuple):
    """The marks of a language: opening ones with their closing ones, the reverse, and a pattern that finds all."""

    pairs: dict[str, str]
    closers: dict[str, str]
    pattern: re.Pattern[str]


def find_quotations(text: str, paragraphs: list[Span], pack: LanguagePack) -> Quotations:
    """Pair the marks paragraph by paragraph.

    A quotation runs on into the next paragraph by the convention that the next one repeats the opening mark (or, in old French
    books, the closing one); otherwise an unclosed mark reaches to the end of its paragraph, so that one slip doesn't turn the
    rest of a story inside out.
    """
    marks = _marks(pack)
    pairing = _Pairing(text, marks)
    here = _marks_in(text, paragraphs[0], marks) if paragraphs else []
    for number, paragraph in enumerate(paragraphs):
        following = _marks_in(text, paragraphs[number + 1], marks) if number + 1 < len(paragraphs) else []
        pairing.read(paragraph, here)
        pairing.close_paragraph(paragraph, paragraphs[number + 1] if number + 1 < len(paragraphs) else None, following)
        here = following
    found = sorted(pairing.found, key=lambda quotation: (quotation.start, -quotation.end))
    starts: list[int] = []
    ends: list[int] = []
    for quotation in found:
        if quotation.problem == "unopened":
            continue
        if ends and quotation.start < ends[-1]:
            ends[-1] = max(ends[-1], quotation.end)
        else:
            starts.append(quotation.start)
            ends.append(quotation.end)
    return Quotations(found, starts, ends)


@lru_cache(maxsize=64)
def _marks(pack: LanguagePack) -> _Marks:
    pairs = {pair[0]: pair[1] for pair in pack.pairs("quotation_marks")}
    closers = {close: opening for opening, close in pairs.items() if close != opening}
    plain = "".join(sorted({*pairs, *closers, _STRAIGHT} - {"'", "’"}))
    plain = re.escape(plain)
    # An apostrophe between two letters is none of our business, and most of them are. The one class in front lets the scanner
    # skip to the next mark, which is then looked at from behind: eight times as fast as alternatives that begin differently.
    doubled = "(?<=')'|(?<=`)`|(?<=‘)‘|(?<=’)’(?!\\w)"
    single = "(?<=['’])(?:(?<![^\\W_].)|(?![^\\W_]))"
    return _Marks(pairs, closers, re.compile(f"[{plain}'’`‘](?:{doubled}|(?<=[{plain}])|{single})", re.DOTALL))


def _marks_in(text: str, paragraph: Span, marks: _Marks) -> list[_Mark]:
    """The marks of a paragraph; inches and most apostrophes are none."""
    found: list[_Mark] = []
    in_markup = False
    for match in marks.pattern.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        kind = _DOUBLED.get(match[0], match[0])
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        if kind == _STRAIGHT:
            if before == "=" or in_markup:
                # date="2016": what markup left in the copy quotes is no speech.
                in_markup = not in_markup
                continue
            way = _way(before, after)
        elif kind in marks.closers and kind not in marks.pairs:
            way = "close"
        else:
            way = "open"
        found.append(_Mark(start, end, kind, way))
    return found


def _way(before: str, after: str) -> str:
    if before not in _BLANK and after in _AFTER_CLOSING:
        return "close"
    if before in _BEFORE_OPENING and after not in _BLANK and after not in _CLOSES_BEFORE:
        return "open"
    return "either"


class _Pairing:
    """Pairs the marks of a story; ``stack`` holds what is open."""

    def __init__(self, text: str, marks: _Marks) -> None:
        self.text = text
        self.marks = marks
        self.stack: list[_Open] = []
        self.found: list[Quotation] = []
        self.paragraph = Span(0, 0)

    def read(self, paragraph: Span, marks: list[_Mark]) -> None:
        """All marks of a paragraph in order, each with the two double marks behind it in sight."""
        self.paragraph = paragraph
        double = [mark for mark in marks if mark.kind not in _SINGLE]
        at = 0
        for mark in marks:
            if mark.kind in _SINGLE:
                self._single(mark)
                continue
            at += 1
            following = double[at] if at < len(double) else None
            after_next = double[at + 1] if at + 1 < len(double) else None
            if mark.kind == _STRAIGHT:
                self._straight(mark, following, _nests(double, at))
            else:
                self._two_sided(mark, following, after_next)

    def _single(self, mark: _Mark) -> None:
        """A single mark; it closes only what was opened last, so that an apostrophe never breaks a double quotation."""
        text, at = self.text, mark.start
        before = text[at - 1] if at > self.paragraph.start else " "
        after = text[mark.end] if mark.end < self.paragraph.end else " "
        top = self.stack[-1].kind if self.stack else ""
        if mark.kind == "‘":
            if before.isalnum() or after.isdigit():
                return
        elif top and top in "'‘" and (mark.kind == "'" or top == "‘"):
            if not after.isalnum():
                self._close(top, mark)
            return
        elif not (mark.kind == "'" and not before.isalnum() and after.isalpha() and before in _BLANK + '(«“"—–'):
            return
        if top == mark.kind:
            self.stack.pop()  # one single mark inside another: the first was an apostrophe
        self._open(mark)

    def _straight(self, mark: _Mark, following: _Mark | None, nests: bool) -> None:
        is_open = self._is_open(_STRAIGHT)
        next_way = following.way if following and following.kind == _STRAIGHT else ""
        if mark.end - mark.start == 1 and mark.start > self.paragraph.start and self.text[mark.start - 1].isdigit():
            closes_double = bool(self._double()) and not (
                following and following.kind in (_STRAIGHT, self.marks.pairs[self._double()])
            )
            if not is_open and not closes_double:
                return  # 5'10" and 27" are inches
            if is_open and next_way == "close" and not self._repeats(mark):
                return
        if mark.way == "open" and is_open:
            if self._repeats(mark):
                return
            if next_way == "close":
                # "He said "no" to me" nests; in "One. "Two" the first was never closed.
                if not nests:
                    self._abandon(_STRAIGHT, mark.start)
                self._open(mark)
                return
            self._close(_STRAIGHT, mark)
        elif is_open:
            self._close(_STRAIGHT, mark)
        elif mark.way == "open" or (mark.way == "either" and not (self._double() and next_way in ("", "open"))):
            self._open(mark)
        elif self._double() and self._stands_before(mark, self.marks.pairs[self._double()]):
            self._unopened(mark, _STRAIGHT)
        elif self._double() and not (next_way == "close" and mark.way == "either"):
            opening = self._double()
            self._close(opening, mark, problem="mixed", wanted=self.marks.pairs[opening])
        elif next_way == "close":
            self._open(mark)
        else:
            self._unopened(mark, _STRAIGHT)

    def _two_sided(self, mark: _Mark, following: _Mark | None, after_next: _Mark | None) -> None:
        pairs, closers = self.marks.pairs, self.marks.closers
        kind = mark.kind
        if kind in closers and self._is_open(closers[kind]):
            if not (kind not in pairs and self._repeats(mark)):
                self._close(closers[kind], mark)
        elif kind in pairs:
            if self._is_open(kind) and self._repeats(mark):
                return  # the convention: each paragraph of a long quotation repeats the opening mark
            if self._is_open(kind) and self._stands_as_closing(mark):
                self._close(kind, mark, problem="reversed", wanted=pairs[kind])
            elif self._is_open(_STRAIGHT) and self._stands_as_closing(mark):
                self._close(_STRAIGHT, mark, problem="mixed", wanted=_STRAIGHT)
            else:
                if self._is_open(kind) and _closes(following, pairs[kind]) and not _closes(after_next, pairs[kind]):
                    self._abandon(kind, mark.start)
                self._open(mark)
        elif self._is_open(_STRAIGHT):
            self._close(_STRAIGHT, mark, problem="mixed", wanted=_STRAIGHT)
        elif self._double() and self.stack[-1].kind == self._double():
            self._close(self._double(), mark, problem="mixed", wanted=pairs[self._double()])
        else:
            self._unopened(mark, closers[kind])

    def _open(self, mark: _Mark) -> None:
        if len(self.stack) < _DEEPEST:
            self.stack.append(_Open(mark.kind, mark.start, mark.end))

    def _is_open(self, kind: str) -> bool:
        return any(entry.kind == kind for entry in self.stack)

    def _double(self) -> str:
        """The innermost open mark that is neither straight nor single."""
        return next((entry.kind for entry in reversed(self.stack) if entry.kind not in _SINGLE + _STRAIGHT), "")

    def _repeats(self, mark: _Mark) -> bool:
        """Does a mark open a line of a quotation that began before that line?"""
        low = max(self.paragraph.start, mark.start - _INDENT)
        before = self.text[low : mark.start].rstrip(_BLANK.replace("\n", ""))
        opens_line = before.endswith("\n") or (not before and low == self.paragraph.start)
        return opens_line and bool(self.stack) and self.stack[0].start < low + len(before)

    def _stands_before(self, mark: _Mark, closing: str) -> bool:
        """Does nothing but blanks part a mark from a closing one?"""
        return self.text[mark.end : min(mark.end + 3, self.paragraph.end)].strip(_BLANK)[:1] == closing

    def _stands_as_closing(self, mark: _Mark) -> bool:
        """True for a mark with nothing to open behind it: the end of the paragraph, or final punctuation."""
        rest = self.text[mark.end : min(mark.end + 3, self.paragraph.end)].strip(_BLANK)
        return not rest or rest[0] in _CLOSES_BEFORE

    def _close(self, kind: str, mark: _Mark, problem: str = "", wanted: str = "") -> None:
        """Close the innermost open quotation of a kind; single quotes left open inside it were apostrophes."""
        while self.stack:
            entry = self.stack.pop()
            if entry.kind == kind:
                place = (mark.start, wanted, mark.end) if problem else (-1, "", -1)
                self.found.append(Quotation(entry.start, mark.end, entry.inner, mark.start, len(self.stack), problem, *place))
                return
            self._unclosed(entry, mark.start)

    def _abandon(self, kind: str, end: int) -> None:
        """Give up the innermost open quotation of a kind where another one begins."""
        while self.stack:
            entry = self.stack.pop()
            self._unclosed(entry, end)
            if entry.kind == kind:
                return

    def _unclosed(self, entry: _Open, end: int) -> None:
        if entry.kind not in _SINGLE:
            self.found.append(
                Quotation(entry.start, end, entry.inner, end, len(self.stack), "unclosed", entry.start, "", entry.inner)
            )

    def _unopened(self, mark: _Mark, wanted: str) -> None:
        self.found.append(Quotation(mark.start, mark.end, mark.start, mark.start, 0, "unopened", mark.start, wanted, mark.end))

    def close_paragraph(self, paragraph: Span, following: Span | None, marks: list[_Mark]) -> None:
        """What is still open at the end of a paragraph runs on, or was never closed."""
        stack = self.stack
        while stack and stack[-1].kind in _SINGLE:
            stack.pop()
        if not stack:
            return
        first = stack[0]
        if following is not None and first.kind not in _SINGLE and marks:
            opener = marks[0]
            if opener.start == following.start and opener.kind == first.kind and opener.way != "close":
                if first.kind == _STRAIGHT:
                    # A straight mark can't be told from a closing one: end here, the next paragraph opens anew.
                    self.found.append(Quotation(first.start, paragraph.end, first.inner, paragraph.end))
                    stack.clear()
                else:
                    del stack[1:]
                return
            closing = self.marks.pairs.get(first.kind, _STRAIGHT)
            if opener.start == following.start and opener.kind == closing and first.kind != _STRAIGHT:
                del stack[1:]
                return
            double = next((mark for mark in marks if mark.kind not in _SINGLE), None)
            if double and double.kind == closing and double.way == "close" and double.start > following.start + 1:
                # It is closed in the next paragraph, which only fails to repeat the mark.
                self.found.append(
                    Quotation(
                        first.start,
                        paragraph.end,
                        first.inner,
                        paragraph.end,
                        0,
                        "unrepeated",
                        following.start,
                        self.text[first.start : first.inner],
                        following.start + 1,
                    )
                )
                stack[:] = [_Open(first.kind, following.start, following.start)]
                return
        while stack:
            self._unclosed(stack.pop(), paragraph.end)


def _nests(double: list[_Mark], at: int) -> bool:
    """Does the straight mark before index ``at``, which opens within another quotation, leave that one to be closed soon?

    'He said "she called it "red" or "blue", I think" twice': opening and closing marks come out even.
    """
    depth = 2
    for mark in double[at : at + _NESTED_MARKS]:
        if mark.kind != _STRAIGHT or mark.way == "either" or mark.start - double[at - 1].start > _NESTED_LENGTH:
            return False
        depth += 1 if mark.way == "open" else -1
        if depth in (0, 3):
            return depth == 0
    return False


def _closes(mark: _Mark | None, kind: str) -> bool:
    return mark is not None and (mark.kind == kind or (mark.kind == _STRAIGHT and mark.way == "close"))
