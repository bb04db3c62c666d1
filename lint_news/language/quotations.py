"""Quotations: direct speech between quotation marks, paired by the marks of the language."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from lint_news.document import Span
from lint_news.language.pack import LanguagePack

_BLANK = " \t\r\n\u00a0\u202f\u2009"
_CLOSES_BEFORE = ".,;:!?…)]"
# Real copy nests three levels at most; what goes deeper is noise and must not cost more than its length.
_DEEPEST = 6


class Quotation(NamedTuple):
    """One pair of marks: the range with its marks, the range between them, and the nesting level (0 outermost).

    ``problem`` is ``unclosed``, ``unopened`` or ``reversed`` (closed by an opening mark) where the marks don't pair;
    ``problem_at`` is then the offset of the wrong mark and ``wanted`` the mark that should stand there, if one should.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    level: int = 0
    problem: str = ""
    problem_at: int = -1
    wanted: str = ""


class Quotations(NamedTuple):
    """All quotations in order of their beginnings; ``starts`` and ``ends`` are those of the outermost ones."""

    found: list[Quotation]
    starts: list[int]
    ends: list[int]

    def covers(self, offset: int) -> bool:
        """True where an offset lies within direct speech, its marks included."""
        at = bisect_right(self.starts, offset) - 1
        return at >= 0 and offset < self.ends[at]


class _Open(NamedTuple):
    mark: str
    start: int
    inner: int


def find_quotations(text: str, paragraphs: list[Span], pack: LanguagePack) -> Quotations:
    """Pair the marks paragraph by paragraph.

    A quotation runs on into the next paragraph only by the convention that the next one repeats the opening mark; otherwise
    an unclosed mark reaches to the end of its paragraph, so that one slip doesn't turn the rest of a story inside out.
    """
    pairs, closers, pattern = _marks(pack)
    found: list[Quotation] = []
    stack: list[_Open] = []
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        for match in pattern.finditer(text, paragraph.start, paragraph.end):
            _step(text, match.start(), match[0], paragraph, pairs, closers, stack, found)
        _close_paragraph(text, paragraph, following, stack, found)
    found.sort(key=lambda quotation: (quotation.start, -quotation.end))
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
def _marks(pack: LanguagePack) -> tuple[dict[str, str], dict[str, str], re.Pattern[str]]:
    """Opening marks with their closing ones, the reverse, and a pattern for all marks that are not mere apostrophes."""
    pairs = {pair[0]: pair[1] for pair in pack.pairs("quotation_marks")}
    closers = {close: opening for opening, close in pairs.items() if close != opening}
    plain = "".join(sorted({*pairs, *closers, '"'} - {"'", "’"}))
    # An apostrophe between two letters is none of our business, and most of them are.
    return pairs, closers, re.compile(f"[{re.escape(plain)}]|(?<![^\\W_])['’]|['’](?![^\\W_])")


def _step(
    text: str,
    at: int,
    mark: str,
    paragraph: Span,
    pairs: dict[str, str],
    closers: dict[str, str],
    stack: list[_Open],
    found: list[Quotation],
) -> None:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    if mark in "'’‘" and not _is_quote(mark, before, after, stack):
        return
    if mark in "\"'":
        if mark == '"' and before.isdigit() and not _is_open(stack, mark):
            return  # 5'10" and 27" are inches
        if _is_open(stack, mark):
            _close(stack, found, mark, at)
        elif len(stack) < _DEEPEST:
            stack.append(_Open(mark, at, at + 1))
        return
    if mark in closers and _is_open(stack, closers[mark]):
        _close(stack, found, closers[mark], at)
    elif mark in pairs:
        if at == paragraph.start and stack and _is_open(stack, mark):
            return  # the convention: each paragraph of a long quotation repeats the opening mark
        if _is_open(stack, mark) and _stands_as_closing(text, at, paragraph):
            _close(stack, found, mark, at, problem="reversed", wanted=pairs[mark])
        elif len(stack) < _DEEPEST:
            stack.append(_Open(mark, at, at + 1))
    elif mark in closers and mark not in "’'":
        # An English closing mark may open a German quotation, so only a mark that no pair begins with is out of place.
        found.append(Quotation(at, at + 1, at, at, problem="unopened", problem_at=at, wanted=closers[mark]))


def _is_quote(mark: str, before: str, after: str, stack: list[_Open]) -> bool:
    """An apostrophe stands between letters, before cut figures ('90s) or behind a plural; a quotation mark doesn't."""
    if mark == "‘":
        return not before.isalnum() and not after.isdigit()
    opening = "‘" if mark == "’" else mark
    if _is_open(stack, opening):
        return not after.isalnum()
    return mark == "'" and not before.isalnum() and after.isalpha() and before in _BLANK + '(«“"—–'


def _is_open(stack: list[_Open], mark: str) -> bool:
    return any(entry.mark == mark for entry in stack)


def _close(stack: list[_Open], found: list[Quotation], mark: str, at: int, problem: str = "", wanted: str = "") -> None:
    """Close the innermost open quotation of a mark; single quotes left open inside it were apostrophes."""
    while stack:
        entry = stack.pop()
        if entry.mark == mark:
            found.append(
                Quotation(
                    entry.start, at + 1, entry.inner, at, len(stack), problem, at if problem else -1, wanted if problem else ""
                )
            )
            return
        if entry.mark not in "'‘":
            found.append(Quotation(entry.start, at, entry.inner, at, len(stack), "unclosed", entry.start))


def _stands_as_closing(text: str, at: int, paragraph: Span) -> bool:
    """True for a mark with nothing to open behind it: the end of the paragraph, or final punctuation."""
    rest = text[at + 1 : min(at + 4, paragraph.end)].strip(_BLANK)
    return not rest or rest[0] in _CLOSES_BEFORE


def _close_paragraph(text: str, paragraph: Span, following: Span | None, stack: list[_Open], found: list[Quotation]) -> None:
    if not stack:
        return
    if following is not None and text[following.start] == stack[0].mark and stack[0].mark != "'":
        if stack[0].mark == '"':
            # A straight mark can't be told from a closing one: end here, the next paragraph opens anew.
            found.append(Quotation(stack[0].start, paragraph.end, stack[0].inner, paragraph.end))
            stack.clear()
        else:
            del stack[1:]
        return
    while stack:
        entry = stack.pop()
        if entry.mark not in "'‘":
            found.append(Quotation(entry.start, paragraph.end, entry.inner, paragraph.end, len(stack), "unclosed", entry.start))
