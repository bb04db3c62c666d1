"""``dates``: days that a reader of the archive can't place.

``problem: unanchored`` (a weekday or "yesterday" in a story that nowhere says its date, neither in the copy nor beside it; told
once for each day, and the first alone has the rule's severity: one date mends them all), ``yearless`` (day and month without a
year, nor one in the story) or ``weekday-mismatch`` (the weekday of a full date is another one). The day of issue that a wire's
format tells (``Document.issued``) places days as a date line does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lint_news.checks._messages import diagnose
from lint_news.diagnostic import Diagnostic
from lint_news.document import Span
from lint_news.language.annotations import Annotations
from lint_news.language.dates import DateMention, true_weekday
from lint_news.language.turns import in_turns
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
        for rule in rules:
            told: set[str] = set()
            for mention in story.dates:
                if mention.loose or story.quotations.covers(mention.start) or in_turns(story.turns, mention.start):
                    continue
                day = str(mention.weekday) if mention.kind == "weekday" else story.text[mention.start : mention.end].lower()
                if _is_problem(str(rule.options), mention, story) and (rule.options != "unanchored" or day not in told):
                    # A date line would place all days of the story: one warning is enough.
                    severity = "info" if told and rule.options == "unanchored" else rule.severity
                    told.add(day)
                    weekday = true_weekday(mention)
                    name = story.pack.lists["weekdays"][weekday] if weekday >= 0 else ""
                    span = Span(mention.start, mention.end)
                    yield diagnose(rule, story.document, span, context.ui_language, severity=severity, values={"weekday": name})

    return check


def _is_problem(problem: str, mention: DateMention, story: Annotations) -> bool:
    if problem == "weekday-mismatch":
        return mention.weekday >= 0 and true_weekday(mention) not in (-1, mention.weekday)
    calendar = story.calendar
    if calendar.dated:
        return False
    if problem == "unanchored":
        return mention.kind in ("weekday", "relative") and calendar.dateline < 0
    if mention.kind != "calendar" or mention.year or mention.start == calendar.dateline or mention.start > calendar.first_year:
        return False
    # A year in the sentence, or in a date before it, tells the reader which year is meant.
    return not calendar.has_year(story.sentences.span_at(mention.start))


KIND = Kind(_compile, ("problem",), _options)
