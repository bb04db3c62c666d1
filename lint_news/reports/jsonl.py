"""``jsonl``: one finding a line, each the object that ``json`` has; for programs that read while the run goes on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from lint_news.reports import Format, ReportOptions, StoryReport
from lint_news.reports.json import as_object, dump


def _write(reports: Iterable[StoryReport], stream: TextIO, options: ReportOptions) -> None:
    for report in reports:
        for found in report.diagnostics:
            stream.write(dump(as_object(found)) + "\n")


FORMAT = Format(_write, whole_lines=True)
