"""``quotations``: marks of direct speech that don't pair.

``problem: unclosed``, ``unopened``, ``reversed`` (a quotation closed by an opening mark, which has a fix), ``mixed``
(closed by a mark of another kind) or ``unrepeated`` (the next paragraph of a quotation doesn't repeat the opening mark);
``unattributed`` is direct speech, whole sentences of it, with no speaker in reach.
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

PROBLEMS = ("unclosed", "unopened", "reversed", "mixed", "unrepeated", "unattributed")


def _options(fields: Fields) -> str:
    return fields.require("problem").choice("problem", PROBLEMS)


def _compile(rules: Sequence[Rule], context: CompileContext) -> Checker:
    by_problem: dict[str, list[Rule]] = {}
    for rule in rules:
        by_problem.setdefault(str(rule.options), []).append(rule)

    def check(story: Annotations) -> Iterator[Diagnostic]:
        for rule in by_problem.get("unattributed", ()):
            for span in story.unattributed_speech if story.quotations.starts else ():
                yield diagnose(rule, story.document, span, context.ui_language)
        for quotation in story.quotations.found:
            for rule in by_problem.get(quotation.problem, ()) if quotation.problem else ():
                at = quotation.problem_at
                suggestions = (quotation.wanted,) if quotation.problem in ("reversed", "mixed") else ()
                values = {"suggestion": quotation.wanted}
                yield diagnose(
                    rule,
                    story.document,
                    Span(at, quotation.problem_end),
                    context.ui_language,
                    suggestions=suggestions,
                    values=values,
                )

    return check


KIND = Kind(_compile, ("problem",), _options)
