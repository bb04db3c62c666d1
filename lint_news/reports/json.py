"""``json``: one array of findings, for programs. Positions are 1-based code points, ends are exclusive."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from lint_news.diagnostic import Diagnostic
from lint_news.reports import Format, ReportOptions, StoryReport
from lint_news.reports._visible import json_escapes


def as_object(found: Diagnostic) -> dict[str, object]:
    """A diagnostic as the JSON contract has it."""
    return {
        "path": found.path,
        **found.region._asdict(),
        "rule": found.rule,
        "severity": found.severity,
        "message": found.message,
        "suggestions": list(found.suggestions),
        "related": [
            {**({"path": related.path} if related.path else {}), **related.region._asdict(), "message": related.message}
            for related in found.related
        ],
    }


def dump(value: object) -> str:
    """JSON with its letters readable; what a terminal would obey and what no encoding can print stays escaped."""
    return json_escapes(json.dumps(value, ensure_ascii=False))


def _write(reports: Iterable[StoryReport], stream: TextIO, options: ReportOptions) -> None:
    stream.write("[")
    separator = "\n"
    for found in (found for report in reports for found in report.diagnostics):
        stream.write(separator + dump(as_object(found)))
        separator = ",\n"
    stream.write("\n]\n")


FORMAT = Format(_write)
