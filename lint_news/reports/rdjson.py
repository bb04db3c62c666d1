"""``rdjson``: reviewdog's diagnostic format (https://github.com/reviewdog/reviewdog/tree/master/proto/rdf).

Its columns count bytes of UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from lint_news.diagnostic import Diagnostic, Region
from lint_news.document import Document
from lint_news.reports import Format, ReportOptions, StoryReport
from lint_news.reports._source import SourceLines, relative_path, replacements
from lint_news.reports.json import dump

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def _range(region: Region, lines: SourceLines | None) -> dict[str, object]:
    if lines is None:
        return {"start": {"line": region.line}}
    start = {"line": region.line, "column": lines.byte_column(region.line, region.column)}
    end = {"line": region.end_line, "column": lines.byte_column(region.end_line, region.end_column)}
    return {"start": start, "end": end}


def _object(found: Diagnostic, document: Document | None, lines: SourceLines | None, page: str) -> dict[str, object]:
    place = _range(found.region, lines)
    value: dict[str, object] = {
        "message": found.message,
        "location": {"path": relative_path(found.path), "range": place},
        "severity": _SEVERITIES[found.severity],
        "code": {"value": found.rule, **({"url": page} if page else {})},
    }
    suggestions = [{"range": place, "text": text} for text in replacements(document, found)]
    if suggestions:
        value["suggestions"] = suggestions
    if found.related:
        value["related_locations"] = [
            {
                "message": one.message,
                "location": {
                    "path": relative_path(one.path or found.path),
                    "range": _range(one.region, None if one.path else lines),
                },
            }
            for one in found.related
        ]
    return value


def _write(reports: Iterable[StoryReport], stream: TextIO, options: ReportOptions) -> None:
    stream.write('{"source": {"name": "lint-news"}, "diagnostics": [')
    separator = "\n"
    pages: dict[str, str] = {}
    for report in reports:
        lines = SourceLines(report.document) if report.document and report.diagnostics else None
        for found in report.diagnostics:
            if found.rule not in pages:
                pages[found.rule] = options.rule_info(found.rule, report.language).page
            stream.write(separator + dump(_object(found, report.document, lines, pages[found.rule])))
            separator = ",\n"
    stream.write("\n]}\n")


FORMAT = Format(_write, needs_source=True)
