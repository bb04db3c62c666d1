"""``junit``: a test suite a story, a test case a finding; a hint (info) is a case that passes with a word beside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from lint_news.diagnostic import Diagnostic
from lint_news.reports import Format, ReportOptions, StoryReport
from lint_news.reports._xml import content, tag


def _case(found: Diagnostic) -> str:
    region = found.region
    start = tag("testcase", {"classname": found.path, "name": f"{found.rule} {region.line}:{region.column}"}, close=False)
    place = content(f"{found.path}:{region.line}:{region.column}: {found.severity}: {found.message}")
    if found.severity == "info":
        return f"  {start}<system-out>{place}</system-out></testcase>\n"
    failure = tag("failure", {"type": found.severity, "message": found.message}, close=False)
    return f"  {start}{failure}{place}</failure></testcase>\n"


def _write(reports: Iterable[StoryReport], stream: TextIO, options: ReportOptions) -> None:
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="lint-news">\n')
    for report in reports:
        failures = sum(found.severity != "info" for found in report.diagnostics)
        errors = int(report.error is not None)
        counts = {"tests": len(report.diagnostics) or 1, "failures": failures, "errors": errors}
        stream.write(tag("testsuite", {"name": report.path, **counts}, close=False) + "\n")
        if report.error is not None:
            start = tag("testcase", {"classname": report.path, "name": "unreadable"}, close=False)
            error = tag("error", {"type": "unreadable", "message": str(report.error)})
            stream.write(f"  {start}{error}</testcase>\n")
        elif not report.diagnostics:
            stream.write("  " + tag("testcase", {"classname": report.path, "name": "no findings"}) + "\n")
        for found in report.diagnostics:
            stream.write(_case(found))
        stream.write("</testsuite>\n")
    stream.write("</testsuites>\n")


FORMAT = Format(_write)
