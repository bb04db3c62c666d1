"""``full``: for people. The line with the finding marked below it, what to write instead, and why it matters."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TextIO

from lint_news.diagnostic import Diagnostic
from lint_news.document import Document
from lint_news.reports import Format, ReportOptions, StoryReport
from lint_news.reports._source import SourceLines
from lint_news.reports._visible import visible
from lint_news.reports.text import COLOURS, RESET, lines_of
from lint_news.wording import say

_TAB = "    "
_LEAST_WIDTH = 40
_CUT = "…"


def _cells(text: str) -> Iterator[tuple[str, int]]:
    """Each code point as a terminal shows it, and the columns that it takes (Unicode Standard Annex 11)."""
    for char in text:
        shown = _TAB if char == "\t" else visible(char)
        if len(shown) > 1:
            yield shown, len(shown)
        elif unicodedata.category(char) in ("Mn", "Me"):
            yield shown, 0
        else:
            yield shown, 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _fit(text: str, width: int) -> tuple[str, int, bool]:
    """As much of the beginning as fits: the text, its width, and whether it was cut."""
    out: list[str] = []
    used = 0
    for shown, columns in _cells(text):
        if used + columns > width:
            return "".join(out), used, True
        out.append(shown)
        used += columns
    return "".join(out), used, False


def _fit_end(text: str, width: int) -> tuple[str, int, bool]:
    """As much of the end as fits."""
    cells = list(_cells(text))
    used = 0
    first = len(cells)
    while first and used + cells[first - 1][1] <= width:
        first -= 1
        used += cells[first][1]
    while first and first < len(cells) and not cells[first][1]:
        first += 1
    return "".join(shown for shown, _ in cells[first:]), used, first > 0


def excerpt(lines: SourceLines, found: Diagnostic, width: int) -> tuple[str, int, int]:
    """The source line cut to ``width`` columns around the finding; where the marks begin and how wide they are.

    Costs what is shown, however long the line.
    """
    region = found.region
    start, end = lines.span(region.line)
    first = min(start + region.column - 1, end)
    last = min(start + region.end_column - 1, end) if region.end_line == region.line else end
    marked, marked_width, cut = _fit(lines.text(first, min(last, first + width)), width * 2 // 3)
    cut = cut or last > first + width
    rest = width - marked_width - 2 * len(_CUT)
    after, after_width, more = ("", 0, True) if cut else _fit(lines.text(last, min(end, last + width)), rest // 2)
    before, before_width, less = _fit_end(lines.text(max(start, first - width), first), rest - after_width)
    more = more or (not cut and end > last + width)
    if not less and first - width <= start and more and not cut:
        after, after_width, more = _fit(lines.text(last, min(end, last + width)), rest - before_width)
    less = less or first - width > start
    line = (_CUT if less else "") + before + marked + after + (_CUT if more else "")
    return line, before_width + len(_CUT) * less, max(marked_width, 1)


def _quoted(texts: Iterable[str], language: str) -> str:
    return say(", ", language).join(say("“{text}”", language, text=visible(text)) for text in texts)


def _below(found: Diagnostic, lines: SourceLines | None, why: str, options: ReportOptions) -> Iterator[str]:
    """What stands under the line of a finding."""
    number = str(found.region.line)
    margin = " " * len(number)
    colour, reset = (COLOURS[found.severity], RESET) if options.colour else ("", "")
    language = options.ui_language
    if lines is not None:
        width = max(_LEAST_WIDTH, options.width - len(number) - 4)
        line, indent, marked = excerpt(lines, found, width)
        # A command to GitHub's runner (see visible); a bracket of the same width keeps the marks in place.
        yield f" {number} | {line.replace('##[', '##⁅')}".rstrip()
        yield f" {margin} | {' ' * indent}{colour}{'^' * marked}{reset}"
    if found.suggestions:
        yield f" {margin} = {say('write: {text}', language, text=_quoted(found.suggestions, language))}"
    if why:
        lead = f" {margin} = {say('why: {text}', language, text='')}"
        yield textwrap.fill(
            visible(why), max(_LEAST_WIDTH, options.width), initial_indent=lead, subsequent_indent=" " * len(lead)
        )


def _write(reports: Iterable[StoryReport], stream: TextIO, options: ReportOptions) -> None:
    """The why stands at the first finding of each rule."""
    told: set[str] = set()
    for report in reports:
        document: Document | None = report.document
        lines = SourceLines(document) if document and report.diagnostics else None
        for found in report.diagnostics:
            first, *notes = lines_of(found, options)
            why = "" if found.rule in told else options.rule_info(found.rule, report.language).why
            told.add(found.rule)
            stream.write(first)
            stream.write("".join(f"{line}\n" for line in _below(found, lines, why, options)))
            stream.write("".join(notes) + "\n")


FORMAT = Format(_write, needs_source=True, whole_lines=True)
