"""What a check reports: one finding at one place, ready for any output format."""

from __future__ import annotations

from typing import NamedTuple

from lint_news.document import Document, Span

SEVERITIES = ("info", "warning", "error")
HOME = "https://github.com/lint-news/lint-news"
_RULE_PAGE = f"{HOME}/blob/main/docs/rule-reference.md"


def severity_rank(severity: str) -> int:
    """Order of the severities: ``info`` 0, ``warning`` 1, ``error`` 2."""
    return SEVERITIES.index(severity)


class Region(NamedTuple):
    """A range in the source file: 1-based lines and columns, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Related(NamedTuple):
    """Another place that explains a diagnostic; ``path`` is empty when it lies in the same story."""

    region: Region
    message: str
    path: str = ""


class Diagnostic(NamedTuple):
    """One finding. ``suggestions`` are replacements for the text of ``span``, the best one first.

    ``fix`` tells whether the first one may be applied without an editor: ``safe``, ``unsafe``, or empty where there is none to
    apply (neither side of a doubtful pair is favoured, say).
    """

    path: str
    span: Span
    region: Region
    rule: str
    severity: str
    message: str
    suggestions: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    fix: str = ""


class RuleInfo(NamedTuple):
    """What a report says of a rule besides its findings.

    ``why`` and ``message`` (with its ``{placeholders}``) are in the language of messages; ``language`` is the language of the
    stories that the rule speaks of, empty for all. ``page`` is the address of its documentation, empty for a rule that doesn't
    ship.
    """

    id: str
    severity: str = "warning"
    kind: str = ""
    why: str = ""
    message: str = ""
    language: str = ""
    page: str = ""


def anchor_of(rule: str) -> str:
    """Where the reference of rules has a rule: ``names-known`` for ``names/known``."""
    return rule.replace("/", "-")


def page_of(rule: str) -> str:
    """The address of the documentation of a rule that ships."""
    return f"{_RULE_PAGE}#{anchor_of(rule)}"


def region_of(document: Document, start: int, end: int) -> Region:
    """Where a range of a document's text stands in its source file."""
    first = document.position(start)
    last = document.end_position(end) if end > start else first
    return Region(first.line, first.column, last.line, last.column)


def sort_key(diagnostic: Diagnostic) -> tuple[str, Region, str, str]:
    """The order of a report: by file, place, rule, message."""
    return (diagnostic.path, diagnostic.region, diagnostic.rule, diagnostic.message)
