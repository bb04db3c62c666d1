"""Silencing: what a writer or an editor has marked as meant.

::

    <!-- lint-news: ignore names/inconsistent -->     Markdown, HTML, XML
    [lint-news: ignore names, figures]                plain text

``ignore`` holds for its line, or for the next line of copy where it stands on a line of its own; ``ignore-next-line`` for the
next line of copy; ``ignore-start`` ... ``ignore-end`` for the lines between; ``ignore-file`` for the story. Rules or topics may
follow, parted by commas; none means all. ``[sic]`` or ``(sic)`` behind a word keeps its spelling as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from lint_news.diagnostic import Diagnostic, Region
from lint_news.document import Document, Span, line_starts
from lint_news.wording import translated

UNUSED = "lint-news/unused-ignore"
_DIRECTIVE = re.compile(r"<!--\s*lint-news:\s*([a-z-]+)([^\n>]{0,400}?)\s*-->|\[lint-news:\s*([a-z-]+)([^\n\]]{0,400})\]")
_SIC = re.compile(r"[\s\u00a0]?[\[(]\s?\[?sic\]?\s?[\])]", re.IGNORECASE)
_FORMS = ("ignore", "ignore-next-line", "ignore-start", "ignore-end", "ignore-file")
# What "[sic]" vouches for.
_SPELLING = ("names", "spelling")


class _Directive(NamedTuple):
    """A silencing comment: its range in the source, its form, the rules and topics it names, the lines it holds for."""

    span: Span
    form: str
    names: tuple[str, ...]
    first: int
    last: int


def silenced(
    document: Document,
    found: Sequence[Diagnostic],
    known: Iterable[str],
    in_force: Callable[[str], bool],
    ui_language: str = "en",
) -> list[Diagnostic]:
    """The diagnostics of a document that nothing in it silences, and one for each comment that silences nothing.

    ``known`` are the rules there are, ``in_force`` tells those of this run: a comment for a rule that doesn't run may well be
    needed in another. The comments themselves are no copy: nothing is found in them.
    """
    kept = _without_sic(document, found)
    source = document.source
    if "lint-news:" not in source:
        return kept
    starts = line_starts(source)
    directives = _directives(source, starts)
    used: set[int] = set()
    left = []
    for one in kept:
        place = starts[one.region.line - 1] + one.region.column - 1
        if any(directive.span.start <= place < directive.span.end for directive in directives):
            continue
        hits = [number for number, directive in enumerate(directives) if _holds(directive, one)]
        used.update(hits)
        if not hits:
            left.append(one)
    names = tuple(known)
    if not in_force(UNUSED):
        return left
    topics = {name.partition("/")[0] for name in names}
    running = {part for name in names if in_force(name) for part in (name, name.partition("/")[0])}
    for number, directive in enumerate(directives):
        idle = not directive.names or any(name in running or name not in (*names, *topics) for name in directive.names)
        closes = directive.form == "ignore-end" and directive.last
        if number not in used and idle and not closes:
            one = _unused(document, directive, starts, (*names, *sorted(topics)))
            left.append(one._replace(message=translated(one.message, ui_language)))
    return left


def _without_sic(document: Document, found: Sequence[Diagnostic]) -> list[Diagnostic]:
    text = document.text
    if "sic" not in text and "SIC" not in text:
        return list(found)
    return [one for one in found if not (one.rule.partition("/")[0] in _SPELLING and _SIC.match(text, one.span.end))]


def _directives(source: str, starts: list[int]) -> list[_Directive]:
    """The silencing comments of a source with the lines (1-based, both ends included) that they hold for."""
    from bisect import bisect_right

    lines = len(starts)
    found: list[_Directive] = []
    open_blocks: list[int] = []
    for match in _DIRECTIVE.finditer(source):
        form = match[1] or match[3]
        names = tuple(filter(None, re.split(r"[,\s]+", match[2] or match[4] or "")))
        line = bisect_right(starts, match.start())
        first = last = line
        if form == "ignore-end":
            if open_blocks:
                opened = open_blocks.pop()
                found[opened] = found[opened]._replace(last=line)
            else:
                first = last = 0
        elif form == "ignore-file":
            first, last = 1, lines
        elif form == "ignore-start":
            open_blocks.append(len(found))
            last = lines
        elif form == "ignore-next-line" or _is_alone(source, match, starts, line):
            first = last = _next_copy(source, starts, line)
        found.append(_Directive(Span(*match.span()), form, names, first, last))
    return found


def _line_of(source: str, starts: list[int], line: int) -> str:
    return source[starts[line - 1] : starts[line] if line < len(starts) else len(source)]


def _is_alone(source: str, match: re.Match[str], starts: list[int], line: int) -> bool:
    return not _DIRECTIVE.sub("", _line_of(source, starts, line)).strip()


def _next_copy(source: str, starts: list[int], line: int) -> int:
    """The next line that is neither blank nor a silencing comment alone."""
    for number in range(line + 1, len(starts) + 1):
        if _DIRECTIVE.sub("", _line_of(source, starts, number)).strip():
            return number
    return line


def _holds(directive: _Directive, one: Diagnostic) -> bool:
    if (
        directive.form not in _FORMS
        or directive.form == "ignore-end"
        or not directive.first <= one.region.line <= directive.last
    ):
        return False
    return not directive.names or one.rule in directive.names or one.rule.partition("/")[0] in directive.names


def _unused(document: Document, directive: _Directive, starts: list[int], known: tuple[str, ...]) -> Diagnostic:
    from bisect import bisect_right

    from lint_news.ruleset.yaml_nodes import nearest

    start, end = (bisect_right(starts, offset) for offset in directive.span)
    region = Region(start, directive.span.start - starts[start - 1] + 1, end, directive.span.end - starts[end - 1] + 1)
    message = "this comment silences nothing; take it out"
    if directive.form == "ignore-end":
        message = "no 'ignore-start' stands before this comment"
    if directive.form not in _FORMS:
        message = f"unknown comment '{directive.form}', did you mean '{nearest(directive.form, _FORMS) or 'ignore'}'?"
    for name in directive.names:
        if name not in known:
            hint = nearest(name, known)
            message = f"unknown rule or topic '{name}'" + (f", did you mean '{hint}'?" if hint else "")
    return Diagnostic(document.path, Span(0, 0), region, UNUSED, "info", message)
