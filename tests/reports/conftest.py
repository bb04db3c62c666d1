"""Reports of made-up findings, one story or several, in any format."""

from __future__ import annotations

import io
from collections.abc import Callable

from lint_news.diagnostic import Diagnostic, Related, RuleInfo, region_of
from lint_news.document import Document, Span
from lint_news.errors import InputError
from lint_news.reports import ReportOptions, StoryReport, get_format
from lint_news.reports._ledger import Entry, piece

WHY = "A reader can check it."
PAGE = "https://example.org/rules#names-known"


def finding(document: Document, words: str, *suggestions: str, severity: str = "warning", note: str = "") -> Diagnostic:
    """A finding on the first place of some words of a story, which its message quotes."""
    start = document.text.index(words)
    span = Span(start, start + len(words))
    region = region_of(document, *span)
    related = (Related(region, note),) if note else ()
    return Diagnostic(document.path, span, region, "names/known", severity, f'"{words}" is wrong', suggestions, related)


def story(document: Document, *diagnostics: Diagnostic) -> StoryReport:
    """A story with everything that a format may ask for; the first word of the text is its only source."""
    source = piece(document, Span(0, max(document.text.find(" "), 1)))
    ledger = (Entry(document.path, source, None, None, "person", False),)
    return StoryReport(document.path, diagnostics, document, ledger, language="en")


def unreadable(path: str, message: str) -> StoryReport:
    """A story that could not be read."""
    return StoryReport(path, (), error=InputError(message, path=path))


def rule_info(rule: str, language: str) -> RuleInfo:
    """What the reports are told of every rule."""
    return RuleInfo(rule, why=WHY, message='"{match}" is wrong', page=PAGE)


def write(name: str, *reports: StoryReport, colour: bool = False, width: int = 80, ui: str = "en") -> str:
    """What a format prints."""
    stream = io.StringIO()
    get_format(name).write(iter(reports), stream, ReportOptions(colour, width, ui, rule_info))
    return stream.getvalue()


Writer = Callable[..., str]
