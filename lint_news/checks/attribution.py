"""``attribution``: sources that a reader can't check.

``sources`` lists the kinds of source that the rule flags: ``unnamed``, ``media``, ``public``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lint_news.checks._messages import diagnose
from lint_news.diagnostic import Diagnostic
from lint_news.document import Span
from lint_news.language.annotations import Annotations
from lint_news.language.noun_phrases import KINDS
from lint_news.ruleset.kinds import Checker, CompileContext, Kind
from lint_news.ruleset.model import Rule

if TYPE_CHECKING:
    from lint_news.ruleset.yaml_nodes import Fields


def _options(fields: Fields) -> tuple[str, ...]:
    value = fields.require("sources")
    return tuple(item.choice("kind of source", KINDS) for item in value.items("'sources'"))


def _compile(rules: Sequence[Rule], context: CompileContext) -> Checker:
    by_kind: dict[str, list[Rule]] = {}
    for rule in rules:
        assert isinstance(rule.options, tuple)
        for kind in rule.options:
            by_kind.setdefault(kind, []).append(rule)

    def check(story: Annotations) -> Iterator[Diagnostic]:
        for attribution in story.attributions:
            for rule in by_kind.get(attribution.kind, ()):
                if attribution.source and attribution.cue:
                    span = Span(
                        min(attribution.source.start, attribution.cue.start), max(attribution.source.end, attribution.cue.end)
                    )
                    yield diagnose(rule, story.document, span, context.ui_language)

    return check


KIND = Kind(_compile, ("sources",), _options)
