"""Dates: weekdays, calendar dates and relative days, and whether a story says when it was written."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from lint_news.document import Span
from lint_news.language.pack import LanguagePack
from lint_news.language.phrases import Phrases
from lint_news.language.tokens import Tokens

# A dateline or a line with the date stands in the first paragraphs.
_HEAD = 3
_BLANKS = frozenset({" ", "\u00a0", "\u202f"})


class DateMention(NamedTuple):
    """One date expression.

    ``kind`` is ``calendar`` (day and month at least), ``weekday`` or ``relative`` ("hier", "last week"). ``weekday`` is 0 for
    Monday to 6, ``month`` 1 to 12; -1 or 0 where not given.
    """

    start: int
    end: int
    kind: str
    weekday: int = -1
    day: int = 0
    month: int = 0
    year: int = 0


class _Grammar:
    def __init__(self, pack: LanguagePack) -> None:
        self.weekdays = {name.lower(): at for at, name in enumerate(pack.lists.get("weekdays", ()))}
        self.months = {name.lower(): at + 1 for at, name in enumerate(pack.lists.get("months", ()))}
        self.relative = Phrases(pack.words("relative_days", "relative_periods"))
        self.openers = frozenset(self.weekdays) | frozenset(self.months) | self.relative.first_words
        self.before_weekday = pack.words("before_weekday")
        self.after_weekday = pack.words("after_weekday")
        self.ordinals = pack.words("ordinal_endings")


@lru_cache(maxsize=64)
def _grammar(pack: LanguagePack) -> _Grammar:
    return _Grammar(pack)


def find_dates(tokens: Tokens, pack: LanguagePack) -> list[DateMention]:
    """All date expressions in order, calendar dates with the weekday and year that belong to them."""
    grammar = _grammar(pack)
    found: list[DateMention] = []
    behind = 0
    for i in tokens.places_of(grammar.openers):
        if i >= behind:
            mention, behind = _read(i, behind, tokens, grammar)
            if mention:
                found.append(mention)
    return found


def is_dated(dates: list[DateMention], paragraphs: list[Span]) -> bool:
    """Does a story say when it was written: a full date at its head, or a calendar day beside a weekday?"""
    head = paragraphs[min(_HEAD, len(paragraphs)) - 1].end if paragraphs else 0
    return any(
        mention.kind == "calendar" and ((mention.year and mention.start < head) or (mention.weekday >= 0 and mention.year))
        for mention in dates
    )


def _read(i: int, floor: int, tokens: Tokens, grammar: _Grammar) -> tuple[DateMention | None, int]:
    low = tokens.lows[i]
    weekday = grammar.weekdays.get(low, -1)
    if weekday >= 0:
        month_at = next(
            (k for k in range(i + 1, min(i + 5, len(tokens.lows))) if tokens.lows[k] in grammar.months and _near(tokens, i, k)),
            -1,
        )
        if month_at >= 0:
            return _calendar(month_at, i, weekday, i, tokens, grammar)
        first = i - 1 if i > floor and tokens.lows[i - 1] in grammar.before_weekday and tokens.seps[i] in _BLANKS else i
        last = i
        while last + 1 < len(tokens) and tokens.lows[last + 1] in grammar.after_weekday and tokens.seps[last + 1] in _BLANKS:
            last += 1
        return DateMention(tokens.starts[first], tokens.ends[last], "weekday", weekday), last + 1
    if low in grammar.months:
        return _calendar(i, i, -1, floor, tokens, grammar)
    phrase = grammar.relative.at(i, tokens.lows, tokens.seps)
    if phrase is None:
        return None, floor
    return DateMention(tokens.starts[i], tokens.ends[phrase.last], "relative"), phrase.last + 1


def _near(tokens: Tokens, i: int, k: int) -> bool:
    return all(set(tokens.seps[j]) <= set(" \u00a0\u202f,.") for j in range(i + 1, k + 1))


def _calendar(
    month_at: int, first: int, weekday: int, floor: int, tokens: Tokens, grammar: _Grammar
) -> tuple[DateMention | None, int]:
    """A date around a month's name: "24 février 2022", "February 24, 2022"; nothing without a day."""
    lows = tokens.lows
    day = year = 0
    last = month_at
    if month_at > floor or month_at > first:
        day = _day(lows[month_at - 1], grammar)
        if day:
            first = min(first, month_at - 1)
    if not day and month_at + 1 < len(lows) and tokens.seps[month_at + 1] in _BLANKS:
        day = _day(lows[month_at + 1], grammar)
        if day:
            last = month_at + 1
    if last + 1 < len(lows) and tokens.seps[last + 1].strip() in {"", ","} and _is_year(lows[last + 1]):
        last += 1
        year = int(lows[last])
    if not day:
        return None, last + 1
    month = grammar.months[lows[month_at]]
    return DateMention(tokens.starts[first], tokens.ends[last], "calendar", weekday, day, month, year), last + 1


def _day(low: str, grammar: _Grammar) -> int:
    digits = low
    for ending in grammar.ordinals:
        if low.endswith(ending):
            digits = low[: -len(ending)]
    if digits.isdigit() and len(digits) <= 2 and 1 <= int(digits) <= 31:
        return int(digits)
    return 0


def _is_year(low: str) -> bool:
    return low.isdigit() and len(low) == 4 and 1000 <= int(low) <= 2200
