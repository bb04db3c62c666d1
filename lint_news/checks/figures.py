"""``figures``: quantities in the writer's own words.

``problem: unattributed`` (nobody in the sentence or its reach says it) or ``unquoted`` (somebody says it, but the figure is a
paraphrase).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lint_news.checks._messages import diagnose
from lint_news.diagnostic import Diagnostic
from lint_news.document import Span
from lint_news.language.annotations import Annotations
from lint_news.ruleset.kinds import Checker, CompileContext, Kind
from lint_news.ruleset.model import Rule

if TYPE_CHECKING:
    from lint_news.ruleset.yaml_nodes import Fields

PROBLEMS = ("unattributed", "unquoted")
# Figures that cost credibility when nobody stands behind them; other counts inform only.
_WEIGHTY = frozenset({"money", "percentage", "casualties", "people"})


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
            if story.quotations.covers(quantity.start) or story.zones.kind_at(quantity.start) != "body":
                continue
            attributed = standing == "attributed"
            if standing == "record":
                continue
            for rule in by_problem.get("unquoted" if attributed else "unattributed", ()):
                severity = rule.severity
                if not attributed and quantity.kind not in _WEIGHTY and not quantity.vague:
                    severity = "info"
                span = Span(quantity.start, quantity.end)
                yield diagnose(rule, story.document, span, context.ui_language, severity=severity)

    return check


KIND = Kind(_compile, ("problem",), _options)
