"""``dates``: days that a reader of the archive can't place.

``problem: unanchored`` (a weekday or "yesterday" in a story that nowhere says its date), ``yearless`` (day and month without a
year, nor one in the story) or ``weekday-mismatch`` (the weekday of a full date is another one).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lint_news.checks._messages import diagnose
from lint_news.diagnostic import Diagnostic
from lint_news.document import Span
from lint_news.language.annotations import Annotations
from lint_news.language.dates import DateMention
from lint_news.ruleset.kinds import Checker, CompileContext, Kind
from lint_news.ruleset.model import Rule

if TYPE_CHECKING:
    from lint_news.ruleset.yaml_nodes import Fields

PROBLEMS = ("unanchored", "yearless", "weekday-mismatch")


def _options(fields: Fields) -> str:
    return fields.require("problem").choice("problem", PROBLEMS)


def _compile(rules: Sequence[Rule], context: CompileContext) -> Checker:
    def check(story: Annotations) -> Iterator[Diagnostic]:
        if not story.dates:
            return
        anchored = story.is_dated
        for rule in rules:
            for mention in story.dates:
                if story.quotations.covers(mention.start):
                    continue
                if _is_problem(str(rule.options), mention, anchored):
                    weekday = _true_weekday(mention)
                    name = story.pack.lists["weekdays"][weekday] if weekday >= 0 else ""
                    span = Span(mention.start, mention.end)
                    yield diagnose(rule, story.document, span, context.ui_language, values={"weekday": name})

    return check


def _is_problem(problem: str, mention: DateMention, anchored: bool) -> bool:
    if problem == "unanchored":
        return not anchored and mention.kind in ("weekday", "relative")
    if problem == "yearless":
        return not anchored and mention.kind == "calendar" and not mention.year
    return mention.weekday >= 0 and _true_weekday(mention) not in (-1, mention.weekday)


def _true_weekday(mention: DateMention) -> int:
    """0 for Monday to 6; -1 where the date is not complete or doesn't exist."""
    if not mention.year:
        return -1
    try:
        return datetime.date(mention.year, mention.month, mention.day).weekday()
    except ValueError:
        return -1


KIND = Kind(_compile, ("problem",), _options)
