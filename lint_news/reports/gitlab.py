"""``gitlab``: the code quality report of GitLab (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from lint_news.reports import Format, ReportOptions, StoryReport
from lint_news.reports._source import Fingerprints, relative_path
from lint_news.reports.json import dump

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def _write(reports: Iterable[StoryReport], stream: TextIO, options: ReportOptions) -> None:
    fingerprints = Fingerprints()
    stream.write("[")
    separator = "\n"
    for report in reports:
        for found in report.diagnostics:
            value = {
                "description": found.message,
                "check_name": found.rule,
                "fingerprint": fingerprints.of(found, report.document),
                "severity": _SEVERITIES[found.severity],
                "location": {
                    "path": relative_path(found.path),
                    "lines": {"begin": found.region.line, "end": found.region.end_line},
                },
            }
            stream.write(separator + dump(value))
            separator = ",\n"
    stream.write("\n]\n")


FORMAT = Format(_write, needs_source=True)
