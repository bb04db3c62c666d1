"""``text``: one line a finding, in the way of compilers (``file:line:column: severity: message [rule]``), notes below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from lint_news.diagnostic import Diagnostic
from lint_news.reports import Format, ReportOptions, StoryReport
from lint_news.reports._visible import visible, visible_path

COLOURS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "info": "\x1b[36m", "note": "\x1b[2m"}
_BOLD, RESET = "\x1b[1m", "\x1b[0m"


def _line(path: str, line: int, column: int, severity: str, message: str, rule: str, colour: bool) -> str:
    place = f"{visible_path(path)}:{line}:{column}:"
    tail = f" [{rule}]" if rule else ""
    if not colour:
        return f"{place} {severity}: {visible(message)}{tail}\n"
    return f"{_BOLD}{place}{RESET} {COLOURS[severity]}{severity}:{RESET} {visible(message)}{tail}\n"


def lines_of(found: Diagnostic, options: ReportOptions) -> Iterator[str]:
    """The line of a finding, and those of its related places. The words ``warning`` and ``note`` are for programs: never
    translated."""
    region = found.region
    yield _line(found.path, region.line, region.column, found.severity, found.message, found.rule, options.colour)
    for related in found.related:
        place = related.region
        yield _line(related.path or found.path, place.line, place.column, "note", related.message, "", options.colour)


def _write(reports: Iterable[StoryReport], stream: TextIO, options: ReportOptions) -> None:
    for report in reports:
        for found in report.diagnostics:
            stream.writelines(lines_of(found, options))


FORMAT = Format(_write, whole_lines=True)
