"""``full``: for people. The line with the finding marked below it, what to write instead, and why it matters."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import TextIO

from lint_news.diagnostic import Diagnostic
from lint_news.document import Document
from lint_news.reports import Format, ReportOptions, StoryReport
from lint_news.reports._columns import fit, fit_end
from lint_news.reports._source import SourceLines
from lint_news.reports._visible import visible
from lint_news.reports.text import COLOURS, RESET, lines_of
from lint_news.wording import say

_LEAST_WIDTH = 40
_CUT = "…"


def excerpt(lines: SourceLines, found: Diagnostic, width: int) -> tuple[str, int, int]:
    """The source line cut to ``width`` columns around the finding; where the marks begin and how wide they are.

    Costs what is shown, however long the line.
    """
    region = found.region
    start, end = lines.span(region.line)
    first = min(start + region.column - 1, end)
    last = min(start + region.end_column - 1, end) if region.end_line == region.line else end
    marked, marked_width, cut = fit(lines.text(first, min(last, first + width)), width * 2 // 3)
    cut = cut or last > first + width
    rest = width - marked_width - 2 * len(_CUT)
    after, after_width, more = ("", 0, True) if cut else fit(lines.text(last, min(end, last + width)), rest // 2)
    before, before_width, less = fit_end(lines.text(max(start, first - width), first), rest - after_width)
    more = more or (not cut and end > last + width)
    if not less and first - width <= start and more and not cut:
        after, after_width, more = fit(lines.text(last, min(end, last + width)), rest - before_width)
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
