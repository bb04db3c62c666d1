"""``checkstyle``: the XML of Checkstyle, which Jenkins and many other programs read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from lint_news.reports import Format, ReportOptions, StoryReport
from lint_news.reports._xml import tag


def _write(reports: Iterable[StoryReport], stream: TextIO, options: ReportOptions) -> None:
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n')
    for report in reports:
        stream.write(tag("file", {"name": report.path}, close=False) + "\n")
        if report.error is not None:
            place = {"line": report.error.line or 1, "severity": "error", "message": report.error.message}
            stream.write("  " + tag("error", {**place, "source": "lint-news.unreadable"}) + "\n")
        for found in report.diagnostics:
            line = {
                "line": found.region.line,
                "column": found.region.column,
                "severity": found.severity,
                "message": found.message,
                "source": "lint-news." + found.rule.replace("/", "."),
            }
            stream.write("  " + tag("error", line) + "\n")
        stream.write("</file>\n")
    stream.write("</checkstyle>\n")


FORMAT = Format(_write)
