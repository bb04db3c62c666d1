"""Silencing: what a writer or an editor has marked as meant.

::

    <!-- lint-news: ignore names/inconsistent -->     Markdown, HTML, XML
    [lint-news: ignore names, figures]                the text of any format

``ignore`` holds for its line, or for the next line of copy where it stands on a line of its own; ``ignore-next-line`` for the
next line of copy; ``ignore-start`` ... ``ignore-end`` for the lines between; ``ignore-file`` for the story. Rules or topics may
follow, parted by commas; none means all. ``[sic]`` or ``(sic)`` behind a word keeps its spelling as it is.

Only a comment of the markup and the text of the story count, never an attribute, a script or code.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from lint_news.diagnostic import Diagnostic, Region
from lint_news.document import Document, Span, line_starts
from lint_news.wording import translated

UNUSED = "lint-news/unused-ignore"
_COMMENT = r"<!--\s*lint-news:\s*([a-z-]+)([^\n>]{0,400}?)\s*-->"
_BRACKETS = r"\[lint-news:\s*([a-z-]+)([^\n\]]{0,400})\]"
_IN_COMMENT = re.compile(_COMMENT)
_IN_TEXT = re.compile(_BRACKETS)
_IN_EITHER = re.compile(rf"{_COMMENT}|{_BRACKETS}")
_SIC = re.compile(r"[\[(]\s?\[?sic\]?\s?[\])]", re.IGNORECASE)
_FORMS = ("ignore", "ignore-next-line", "ignore-start", "ignore-end", "ignore-file")
# Formats whose text is all that a writer sees of the file: what looks like a comment of markup stands in it.
_WITHOUT_MARKUP = ("text", "docx")
# What "[sic]" vouches for.
_SPELLING = ("names", "spelling")
# The key of comments that name no rule.
_ALL = ""


class _Directive(NamedTuple):
    """A silencing comment: its place in the file, its form, the rules and topics it names, the lines it holds for."""

    region: Region
    form: str
    names: tuple[str, ...]
    first: int
    last: int

    @property
    def keys(self) -> tuple[str, ...]:
        """The rules and topics it silences; none where it only ends a block or is misspelt."""
        if self.form not in _FORMS or self.form == "ignore-end":
            return ()
        return self.names or (_ALL,)


class Silencing:
    """What silences rules in a document, and which comments have silenced something so far.

    The findings of a document may come at once or one part after the other. Its cost is that of sorting them and the comments.
    """

    def __init__(self, document: Document) -> None:
        self._path = document.path
        self._sic = frozenset(_sic_places(document.text))
        self._directives = _directives(document) if "lint-news:" in document.source else []
        self._starts = [one.region[:2] for one in self._directives]
        self._used: set[int] = set()
        lines: dict[str, list[tuple[int, int]]] = {}
        for one in self._directives:
            for key in one.keys:
                lines.setdefault(key, []).append((one.first, one.last))
        self._lines = {key: _Lines(ranges) for key, ranges in lines.items()}

    def left(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """The findings that nothing silences. The comments themselves are no copy: nothing is found in them."""
        kept = [one for one in found if not (one.span.end in self._sic and one.rule.partition("/")[0] in _SPELLING)]
        if not self._directives:
            return kept
        kept = [one for one in kept if not self._in_comment(one.region)]
        self._note_used(kept)
        return [one for one in kept if not any(self._holds(key, one.region.line) for key in _keys(one))]

    def unused(self, known: Sequence[str], runs: Callable[[str], bool], ui_language: str = "en") -> list[Diagnostic]:
        """A finding for each comment that has silenced nothing.

        ``known`` are the rules there are, ``runs`` tells those of this run: a comment for a rule that doesn't run may well be
        needed in another.
        """
        if not self._directives or not runs(UNUSED):
            return []
        topics = sorted({name.partition("/")[0] for name in known})
        names = (*known, *topics)
        everything = frozenset(names)
        running = {part for name in known if runs(name) for part in (name, name.partition("/")[0])}
        told = []
        for number, one in enumerate(self._directives):
            idle = not one.names or any(name in running or name not in everything for name in one.names)
            closes = one.form == "ignore-end" and one.last
            if number not in self._used and idle and not closes:
                unknown = next((name for name in one.names if name not in everything), "")
                message = translated(_message(one, unknown, names), ui_language)
                told.append(Diagnostic(self._path, Span(0, 0), one.region, UNUSED, "info", message))
        return told

    def _in_comment(self, region: Region) -> bool:
        at = bisect_right(self._starts, region[:2]) - 1
        return at >= 0 and region[:2] < self._directives[at].region[2:]

    def _holds(self, key: str, line: int) -> bool:
        lines = self._lines.get(key)
        return lines is not None and line in lines

    def _note_used(self, found: Iterable[Diagnostic]) -> None:
        lines: dict[str, list[int]] = {}
        for one in found:
            for key in _keys(one):
                if key in self._lines:
                    lines.setdefault(key, []).append(one.region.line)
        for held in lines.values():
            held.sort()
        for number, directive in enumerate(self._directives):
            for key in directive.keys:
                held = lines.get(key, [])
                at = bisect_left(held, directive.first)
                if at < len(held) and held[at] <= directive.last:
                    self._used.add(number)


class _Lines:
    """Lines as ranges that don't overlap, both ends included."""

    def __init__(self, ranges: list[tuple[int, int]]) -> None:
        self._firsts: list[int] = []
        self._lasts: list[int] = []
        for first, last in sorted(ranges):
            if self._lasts and first <= self._lasts[-1]:
                self._lasts[-1] = max(self._lasts[-1], last)
            else:
                self._firsts.append(first)
                self._lasts.append(last)

    def __contains__(self, line: int) -> bool:
        at = bisect_right(self._firsts, line) - 1
        return at >= 0 and line <= self._lasts[at]


def _keys(one: Diagnostic) -> tuple[str, str, str]:
    return _ALL, one.rule, one.rule.partition("/")[0]


def _sic_places(text: str) -> Iterator[int]:
    """Where a word ends that a ``[sic]`` follows, a blank between them or none."""
    if "sic" not in text and "SIC" not in text:
        return
    for match in _SIC.finditer(text):
        yield match.start()
        if text[match.start() - 1 : match.start()].isspace():
            yield match.start() - 1


def _written(document: Document) -> list[tuple[Span, str, str]]:
    """The comments as they stand in the source: range, form, and what follows it."""
    if not document.segments:
        found = [(Span(*match.span()), match) for match in _IN_EITHER.finditer(document.source)]
    else:
        pattern = _IN_EITHER if document.format in _WITHOUT_MARKUP else _IN_TEXT
        found = [
            (Span(document.source_offset(match.start()), document.source_end(match.end())), match)
            for match in pattern.finditer(document.text)
        ]
        found = [(span, match) for span, match in found if not _is_hidden(span, document.hidden)]
        for comment in document.comments:
            match = _IN_COMMENT.match(comment.text)
            if match is not None:
                found.append((comment.span, match))
        found.sort(key=lambda one: one[0])
    return [(span, *(part for part in match.groups() if part is not None)) for span, match in found]  # type: ignore[misc]


def _is_hidden(span: Span, hidden: tuple[Span, ...]) -> bool:
    at = bisect_right(hidden, span.start, key=_start) - 1
    return at >= 0 and span.start < hidden[at].end


def _start(span: Span) -> int:
    return span.start


def _directives(document: Document) -> list[_Directive]:
    """The silencing comments of a document with the lines (1-based, both ends included) that they hold for."""
    source = document.source
    starts = line_starts(source)
    written = _written(document)
    copy = _copy_lines(source, [span for span, _, _ in written])
    following = _following(copy)
    found: list[_Directive] = []
    open_blocks: list[int] = []
    for span, form, rest in written:
        line, end_line = bisect_right(starts, span.start), bisect_right(starts, span.end)
        first = last = line
        if form == "ignore-end":
            if open_blocks:
                opened = open_blocks.pop()
                found[opened] = found[opened]._replace(last=line)
            else:
                first = last = 0
        elif form == "ignore-file":
            first, last = 1, len(starts)
        elif form == "ignore-start":
            open_blocks.append(len(found))
            last = len(starts)
        elif form == "ignore-next-line" or not copy[line - 1]:
            first = last = following[line - 1] or line
        region = Region(line, span.start - starts[line - 1] + 1, end_line, span.end - starts[end_line - 1] + 1)
        found.append(_Directive(region, form, tuple(filter(None, re.split(r"[,\s]+", rest))), first, last))
    return found


def _copy_lines(source: str, comments: Iterable[Span]) -> list[bool]:
    """For each line: does it hold anything but blanks and silencing comments?"""
    parts = []
    at = 0
    for start, end in comments:
        parts += [source[at:start], "\n" * source.count("\n", start, end)]
        at = max(at, end)
    return [bool(line.strip()) for line in "".join([*parts, source[at:]]).split("\n")]


def _following(copy: list[bool]) -> list[int]:
    """For each line, the number (1-based) of the next one that holds copy; 0 where none does."""
    found = []
    following = 0
    for number in range(len(copy), 0, -1):
        found.append(following)
        if copy[number - 1]:
            following = number
    return found[::-1]


def _message(directive: _Directive, unknown: str, known: tuple[str, ...]) -> str:
    """What is wrong with a comment that silences nothing; ``unknown`` is the first name in it that no rule has."""
    from lint_news.ruleset.yaml_nodes import nearest

    if unknown:
        hint = nearest(unknown, known)
        return f"unknown rule or topic '{unknown}'" + (f", did you mean '{hint}'?" if hint else "")
    if directive.form not in _FORMS:
        return f"unknown comment '{directive.form}', did you mean '{nearest(directive.form, _FORMS) or 'ignore'}'?"
    if directive.form == "ignore-end":
        return "no 'ignore-start' stands before this comment"
    return "this comment silences nothing; take it out"
