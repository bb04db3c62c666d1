"""``figures``: quantities in the writer's own words.

``problem: unattributed`` (nobody in the sentence or its reach says it; info where the story around it tells whose it may be),
``unquoted`` (somebody says it, but the figure is a
paraphrase), ``vague`` ("dozens of", where no other finding stands) or ``inconsistent`` (the headline says 12, the body 14).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lint_news.checks._messages import diagnose, note
from lint_news.diagnostic import Diagnostic
from lint_news.document import Span
from lint_news.language.annotations import Annotations
from lint_news.language.figure_sources import ATTRIBUTED, NOBODY, PLACED
from lint_news.language.quantities import Quantity
from lint_news.ruleset.kinds import Checker, CompileContext, Kind
from lint_news.ruleset.model import Rule

if TYPE_CHECKING:
    from lint_news.ruleset.yaml_nodes import Fields

PROBLEMS = ("unattributed", "unquoted", "vague", "inconsistent")
# Figures that cost credibility when nobody stands behind them; other counts inform only.
_WEIGHTY = frozenset({"money", "percentage", "casualties", "people"})

_NOTE = {"en": '"{match}" here', "fr": "« {match} » ici"}


def _options(fields: Fields) -> str:
    return fields.require("problem").choice("problem", PROBLEMS)


def _compile(rules: Sequence[Rule], context: CompileContext) -> Checker:
    by_problem: dict[str, list[Rule]] = {}
    for rule in rules:
        by_problem.setdefault(str(rule.options), []).append(rule)

    def check(story: Annotations) -> Iterator[Diagnostic]:
        if not story.quantities:
            return
        for quantity, standing in zip(story.quantities, story.figure_sources, strict=True):
            if story.quotations.covers(quantity.start):
                continue
            problem = _problem(standing) if story.zones.kind_at(quantity.start) == "body" else ""
            if problem not in by_problem:
                problem = "vague" if quantity.vague else ""
            for rule in by_problem.get(problem, ()):
                severity = rule.severity
                if problem == "unattributed" and (standing == PLACED or not _weighs(quantity, story)):
                    severity = "info"
                span = Span(quantity.start, quantity.end)
                yield diagnose(rule, story.document, span, context.ui_language, severity=severity)
        for rule in by_problem.get("inconsistent", ()):
            yield from _inconsistent(rule, story, context.ui_language)

    return check


def _weighs(quantity: Quantity, story: Annotations) -> bool:
    """Does a figure cost credibility when nobody stands behind it?

    "Thousands marched" and "a dozen people" are looks at a crowd and no count, "millions of people" is a claim; bare
    "billions" are mostly money.
    """
    words = story.text[quantity.start : quantity.end].lower().split()
    if quantity.kind == "people" and not story.pack.words("crowd_rounds").isdisjoint(words):
        return False
    bare = quantity.kind == "count" and not quantity.noun
    if bare or (quantity.vague and quantity.kind == "people"):
        return not story.pack.words("claimed_multitudes").isdisjoint(words)
    return quantity.kind in _WEIGHTY


def _problem(standing: str) -> str:
    return {ATTRIBUTED: "unquoted", NOBODY: "unattributed", PLACED: "unattributed"}.get(standing, "")


def _inconsistent(rule: Rule, story: Annotations, ui_language: str) -> Iterator[Diagnostic]:
    for headline, body in story.figure_contradictions:
        span, other = Span(headline.start, headline.end), Span(body.start, body.end)
        if story.quotations.covers(headline.start):
            continue
        yield diagnose(
            rule,
            story.document,
            span,
            ui_language,
            related=(note(story.document, other, _NOTE, ui_language),),
            values={"other": " ".join(story.text[other.start : other.end].split())},
        )


KIND = Kind(_compile, ("problem",), _options)
