"""``github``: workflow commands of GitHub Actions, which shows them beside the lines of a pull request.

Escaped as GitHub's toolkit does (https://docs.github.com/actions/reference/workflow-commands-for-github-actions): ``%``, line
ends, and in properties ``:`` and ``,``. One line a finding, whatever the copy holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from lint_news.diagnostic import Diagnostic
from lint_news.reports import Format, ReportOptions, StoryReport
from lint_news.reports._source import relative_path
from lint_news.reports._visible import visible

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _line(found: Diagnostic) -> str:
    region = found.region
    place = {"file": _property(relative_path(found.path)), "line": region.line, "endLine": region.end_line}
    # GitHub takes columns only for a finding on one line.
    if region.line == region.end_line:
        place |= {"col": region.column, "endColumn": region.end_column}
    properties = ",".join(f"{name}={value}" for name, value in (place | {"title": _property(found.rule)}).items())
    notes = (f"{one.path or found.path}:{one.region.line}:{one.region.column}: {one.message}" for one in found.related)
    message = _data("\n".join((found.message, *(note.replace("\n", " ") for note in notes))))
    return f"::{_LEVELS[found.severity]} {properties}::{message}\n"


def _write(reports: Iterable[StoryReport], stream: TextIO, options: ReportOptions) -> None:
    for report in reports:
        if report.error is not None:
            stream.write(f"::error file={_property(relative_path(report.path))}::{_data(str(report.error))}\n")
        for found in report.diagnostics:
            stream.write(_line(found))


FORMAT = Format(_write, whole_lines=True)
