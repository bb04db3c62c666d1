"""From a rule and a place to a diagnostic."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from lint_news.diagnostic import Diagnostic, Related, region_of
from lint_news.document import Document, Span
from lint_news.ruleset.model import Rule, localized

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@lru_cache(maxsize=1024)
def _parts(template: str) -> tuple[tuple[str, str], ...]:
    """A template as pairs of a text and the name behind it, the last name empty."""
    pieces = [*_PLACEHOLDER.split(template), ""]
    return tuple(zip(pieces[0::2], pieces[1::2], strict=True))


def render(template: str, values: dict[str, str]) -> str:
    """Fill ``{name}`` placeholders in one pass, so that nothing in the copy is taken for one."""
    return "".join([text + values.get(name, f"{{{name}}}" if name else "") for text, name in _parts(template)])


def diagnose(
    rule: Rule,
    document: Document,
    span: Span,
    ui_language: str,
    *,
    suggestions: tuple[str, ...] = (),
    related: tuple[Related, ...] = (),
    message: dict[str, str] | None = None,
    severity: str = "",
    fix: str = "",
    values: Mapping[str, str] | None = None,
) -> Diagnostic:
    """A diagnostic of a rule at a span. ``{match}`` is the text there and ``{suggestion}`` the first suggestion; ``values``
    fill the other placeholders; ``message``, ``severity`` and ``fix`` replace the rule's own where a kind knows better."""
    match = " ".join(document.text[span.start : span.end].split())
    filled = {"match": match, "suggestion": suggestions[0] if suggestions else "", **(values or {})}
    return Diagnostic(
        document.path,
        span,
        region_of(document, *span),
        rule.id,
        severity or rule.severity,
        render(localized(message or rule.message, ui_language), filled),
        suggestions,
        related,
        (fix or rule.fix).removeprefix("none") if suggestions else "",
    )


def note(document: Document, span: Span, template: dict[str, str], ui_language: str) -> Related:
    """A related place in the same story; ``{match}`` is the text there."""
    match = document.text[span.start : span.end]
    return Related(region_of(document, *span), render(localized(template, ui_language), {"match": match}))
