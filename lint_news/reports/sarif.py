"""``sarif``: SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), which GitHub, Azure and editors read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from lint_news import __version__
from lint_news.diagnostic import HOME, Diagnostic, Region, RuleInfo
from lint_news.document import Document
from lint_news.errors import LintNewsError
from lint_news.reports import Format, ReportOptions, StoryReport
from lint_news.reports._source import Fingerprints, replacements, uri
from lint_news.reports.json import dump

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def _region(region: Region) -> dict[str, int]:
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }


def _artifact(path: str) -> dict[str, str]:
    """Where a file lies; one in the working folder relative to the root of the checkout."""
    place = uri(path)
    return {"uri": place} if place.startswith("file:") else {"uri": place, "uriBaseId": "%SRCROOT%"}


def _physical(path: str, region: Region, snippet: str = "") -> dict[str, object]:
    place: dict[str, object] = {**_region(region), **({"snippet": {"text": snippet}} if snippet else {})}
    return {"artifactLocation": _artifact(path), "region": place}


def _fix(found: Diagnostic, text: str) -> dict[str, object]:
    replacement = {"deletedRegion": _region(found.region), "insertedContent": {"text": text}}
    change = {"artifactLocation": _artifact(found.path), "replacements": [replacement]}
    return {"description": {"text": text or "-"}, "artifactChanges": [change]}


def _result(found: Diagnostic, index: int, document: Document | None, fingerprint: str) -> dict[str, object]:
    words = document.text[found.span.start : found.span.end] if document else ""
    value: dict[str, object] = {
        "ruleId": found.rule,
        "ruleIndex": index,
        "level": _LEVELS[found.severity],
        "message": {"text": found.message},
        "locations": [{"physicalLocation": _physical(found.path, found.region, words)}],
        "partialFingerprints": {"lintNewsFinding/v1": fingerprint},
    }
    fixes = [_fix(found, text) for text in replacements(document, found)]
    if fixes:
        value["fixes"] = fixes
    if found.related:
        value["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _physical(one.path or found.path, one.region),
                "message": {"text": one.message},
            }
            for number, one in enumerate(found.related, 1)
        ]
    return value


def _rule(info: RuleInfo) -> dict[str, object]:
    why = info.why or info.id
    return {
        "id": info.id,
        "name": "".join(part.capitalize() for part in info.id.replace("/", "-").split("-")),
        "shortDescription": {"text": info.message or info.id},
        "fullDescription": {"text": why},
        "help": {"text": why},
        **({"helpUri": info.page} if info.page else {}),
        "defaultConfiguration": {"level": _LEVELS[info.severity]},
        "properties": {"tags": [info.id.partition("/")[0]]},
    }


def _notification(error: LintNewsError, path: str) -> dict[str, object]:
    location: dict[str, object] = {"artifactLocation": _artifact(path)}
    if error.line:
        location["region"] = {"startLine": error.line, **({"startColumn": error.column} if error.column else {})}
    return {"level": "error", "message": {"text": error.message}, "locations": [{"physicalLocation": location}]}


def _write(reports: Iterable[StoryReport], stream: TextIO, options: ReportOptions) -> None:
    """Results come first, since the rules that they name are known only at the end."""
    head = f'"$schema": {dump(_SCHEMA)}, "version": "2.1.0"'
    stream.write(f'{{{head}, "runs": [{{"columnKind": "unicodeCodePoints", "results": [')
    rules: dict[str, int] = {}
    languages: dict[str, str] = {}
    errors: list[dict[str, object]] = []
    fingerprints = Fingerprints()
    separator = "\n"
    for report in reports:
        if report.error is not None:
            errors.append(_notification(report.error, report.path))
        for found in report.diagnostics:
            index = rules.setdefault(found.rule, len(rules))
            languages.setdefault(found.rule, report.language)
            fingerprint = fingerprints.of(found, report.document)
            stream.write(separator + dump(_result(found, index, report.document, fingerprint)))
            separator = ",\n"
    driver = {
        "name": "lint-news",
        "version": __version__,
        "informationUri": HOME,
        "rules": [_rule(options.rule_info(rule, languages[rule])) for rule in rules],
    }
    invocation = {"executionSuccessful": not errors, "toolExecutionNotifications": errors}
    stream.write(f'\n], "invocations": {dump([invocation])}, "tool": {dump({"driver": driver})}}}]}}\n')


FORMAT = Format(_write, needs_source=True)
