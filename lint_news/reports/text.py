"""``text``: one line a finding, in the way of compilers (``file:line:column: severity: message [rule]``), notes below it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from lint_news.reports import Format, ReportOptions, StoryReport
from lint_news.reports._visible import visible

_COLOURS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "info": "\x1b[36m", "note": "\x1b[2m"}
_BOLD, _RESET = "\x1b[1m", "\x1b[0m"


def _line(path: str, line: int, column: int, severity: str, message: str, rule: str, colour: bool) -> str:
    place = f"{visible(path)}:{line}:{column}:"
    tail = f" [{rule}]" if rule else ""
    if not colour:
        return f"{place} {severity}: {visible(message)}{tail}\n"
    return f"{_BOLD}{place}{_RESET} {_COLOURS[severity]}{severity}:{_RESET} {visible(message)}{tail}\n"


def _write(reports: Iterable[StoryReport], stream: TextIO, options: ReportOptions) -> None:
    for found in (found for report in reports for found in report.diagnostics):
        region = found.region
        stream.write(_line(found.path, region.line, region.column, found.severity, found.message, found.rule, options.colour))
        for related in found.related:
            path = related.path or found.path
            stream.write(_line(path, related.region.line, related.region.column, "note", related.message, "", options.colour))


FORMAT = Format(_write, whole_lines=True)
