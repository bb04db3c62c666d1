"""Dates: weekdays, calendar dates and relative days, and whether a story says when it was written."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from lint_news.document import Span
from lint_news.language.pack import LanguagePack
from lint_news.language.phrases import Phrases
from lint_news.language.tokens import Tokens

# A dateline or a line with the date stands in the first paragraphs, and not far into them where the first is the whole story.
_HEAD = 3
_HEAD_LENGTH = 600
# How far behind a weekday its month may stand ("Monday and Tuesday, 23 and 24 November").
_REACH = 7
_BLANKS = frozenset({" ", "\u00a0", "\u202f"})
_BETWEEN = frozenset(" \u00a0\u202f,.(")
_JOINTS = frozenset(" \u00a0\u202f-'’")
# 2026-11-24 (ISO 8601), 24/11/2026, 24.11.2026; which of the last two numbers is the month, the reader knows and we needn't.
# What stands before it is looked at behind its first digit, which the scanner skips to.
_NUMERIC = re.compile(r"\d(?<![\w./-].)(?:\d{3}-\d\d-\d\d(?=T\d|(?![\w-]))|\d?([./])\d{1,2}\1\d{4}(?![\w/-]))")
# Before it countries kept different calendars, and the weekday of a date says nothing.
_FIRST_YEAR = 1753


class DateMention(NamedTuple):
    """One date expression.

    ``kind`` is ``calendar`` (day and month at least), ``weekday`` or ``relative`` ("hier", "last week"). ``weekday`` is 0 for
    Monday to 6, ``month`` 1 to 12; -1 or 0 where not given. ``loose`` says that the words mean no day of this story's week: a
    habit ("every Friday"), a day told from another one ("the following Monday"), or a name ("Black Friday").
    """

    start: int
    end: int
    kind: str
    weekday: int = -1
    day: int = 0
    month: int = 0
    year: int = 0
    loose: bool = False


class Calendar(NamedTuple):
    """The dates of a story, and what they can be placed by: ``dateline`` is where a wire's day without a year stands, or -1."""

    mentions: list[DateMention]
    dated: bool
    dateline: int
    years: list[int]
    first_year: int

    def has_year(self, span: Span) -> bool:
        """Does a year stand in a range of the text?"""
        at = bisect_right(self.years, span.start - 1)
        return at < len(self.years) and self.years[at] < span.end


class _Grammar:
    def __init__(self, pack: LanguagePack) -> None:
        names = pack.lists.get("weekdays", ())
        self.weekdays = {name.lower(): at for at, name in enumerate(names)}
        self.capital = bool(names) and names[0][:1].isupper()
        months = pack.lists.get("months", ())
        self.months = {name.lower(): at + 1 for at, name in enumerate(months)}
        for at, forms in pack.maps.get("month_abbreviations", {}).items():
            self.months.update((form, months.index(at) + 1) for form in forms if at in months)
        self.short = frozenset(self.months) - {name.lower() for name in months}
        self.relative = Phrases(pack.words("relative_days", "relative_periods"))
        self.names = Phrases(pack.words("date_names"))
        self.days = frozenset(self.weekdays) | frozenset(self.months)
        self.before_weekday = pack.words("before_weekday")
        self.after_weekday = pack.words("after_weekday")
        self.ordinals = pack.words("ordinal_endings")
        self.loose_before = pack.words("loose_before_day")
        self.loose_after = pack.words("loose_after_day")
        self.name_before = pack.words("names_before_date")
        self.fillers = pack.words("words_in_date")


@lru_cache(maxsize=64)
def _grammar(pack: LanguagePack) -> _Grammar:
    return _Grammar(pack)


def find_dates(tokens: Tokens, pack: LanguagePack) -> list[DateMention]:
    """All date expressions in order, calendar dates with the weekday and year that belong to them."""
    grammar = _grammar(pack)
    found: list[DateMention] = []
    behind = 0
    for i in tokens.places_of(grammar.days | grammar.relative.openers(tokens) | grammar.names.openers(tokens)):
        if i >= behind:
            mention, behind = _read(i, behind, tokens, grammar)
            if mention:
                found.append(mention)
    return found


def read_calendar(
    text: str, mentions: list[DateMention], paragraphs: list[Span], tokens: Tokens, *, issued: bool = False
) -> Calendar:
    """What places the dates of a story: a date at its head or with its weekday, a dateline, the years in it.

    ``issued`` says that the file tells its day beside the copy.
    """
    head = paragraphs[min(_HEAD, len(paragraphs)) - 1].end if paragraphs else 0
    head = min(head, _HEAD_LENGTH)
    calendar = [mention for mention in mentions if mention.kind == "calendar"]
    numeric = _NUMERIC.search(text, 0, head)
    dated = (
        issued
        or numeric is not None
        or any(mention.year and (mention.start < head or mention.weekday >= 0) and not mention.loose for mention in calendar)
    )
    dateline = next((mention.start for mention in calendar if mention.start < head and _is_dateline(text, mention)), -1)
    years = [tokens.starts[i] for i in tokens.places_of(_years_of(tokens))] if calendar else []
    return Calendar(mentions, dated, dateline, years, next((mention.start for mention in calendar if mention.year), len(text)))


def _years_of(tokens: Tokens) -> frozenset[str]:
    return frozenset(low for low in tokens.numbers if _is_year(low))


def true_weekday(mention: DateMention) -> int:
    """The weekday of a full date, 0 for Monday to 6; -1 where it is not complete, doesn't exist, or is of another calendar."""
    if mention.year < _FIRST_YEAR:
        return -1
    try:
        return datetime.date(mention.year, mention.month, mention.day).weekday()
    except ValueError:
        return -1


def _is_dateline(text: str, mention: DateMention) -> bool:
    """ "BRUSSELS, Nov 24 (Reuters) -": a day in the first line behind a place, before a dash or the agency in brackets."""
    line = text.rfind("\n", 0, mention.start) + 1
    place = text[line : mention.start].strip(" \u00a0\u202f,(")
    rest = text[mention.end : mention.end + 40].lstrip(" \u00a0\u202f.,)")
    words = place.replace(",", " ").split()
    return len(words) <= 6 and all(word[:1].isupper() for word in words) and rest[:1] in tuple("-–—(\n")


def _read(i: int, floor: int, tokens: Tokens, grammar: _Grammar) -> tuple[DateMention | None, int]:
    low = tokens.lows[i]
    name = grammar.names.at(i, tokens.lows, tokens.seps)
    if name is not None and not (name.last + 1 < len(tokens) and _is_year(tokens.lows[name.last + 1])):
        return None, name.last + 1
    weekday = grammar.weekdays.get(low, -1)
    if weekday >= 0:
        return _weekday(i, floor, weekday, tokens, grammar)
    if low in grammar.months:
        return _calendar(i, i, -1, floor, tokens, grammar)
    phrase = grammar.relative.at(i, tokens.lows, tokens.seps)
    if phrase is None:
        return None, floor
    if i and tokens.words[i] != low and _JOINTS.issuperset(tokens.seps[i]):
        return None, phrase.last + 1  # "The Tonight Show", "ABC's This Week"
    loose = _is_told_after(phrase.last, tokens, grammar)
    return DateMention(tokens.starts[i], tokens.ends[phrase.last], "relative", loose=loose), phrase.last + 1


def _weekday(i: int, floor: int, weekday: int, tokens: Tokens, grammar: _Grammar) -> tuple[DateMention | None, int]:
    month_at = _month_behind(i, tokens, grammar)
    if month_at >= 0:
        between = tokens.lows[i + 1 : month_at]
        alone = all(word in grammar.fillers or _day(word, grammar) for word in between) and (
            sum(_day(word, grammar) > 0 for word in between) < 2
        )
        # In "Monday and Tuesday, 23 and 24 November" no weekday can be told from its day.
        return _calendar(month_at, i, weekday if alone else -1, i, tokens, grammar)
    first = i - 1 if i > floor and tokens.lows[i - 1] in grammar.before_weekday and tokens.seps[i] in _BLANKS else i
    last = i
    while last + 1 < len(tokens) and tokens.lows[last + 1] in grammar.after_weekday and tokens.seps[last + 1] in _BLANKS:
        last += 1
    loose = _is_loose(first, last, tokens, grammar) or _is_named(first, i, tokens, grammar)
    return DateMention(tokens.starts[first], tokens.ends[last], "weekday", weekday, loose=loose), last + 1


def _month_behind(i: int, tokens: Tokens, grammar: _Grammar) -> int:
    """The token of the month that a weekday at token i belongs to, or -1: only days, weekdays and small words in between."""
    for k in range(i + 1, min(i + _REACH, len(tokens))):
        if not _BETWEEN.issuperset(tokens.seps[k]):
            return -1
        low = tokens.lows[k]
        if low in grammar.months:
            return k
        if not (_day(low, grammar) or low in grammar.fillers or low in grammar.weekdays):
            return -1
    return -1


def _is_loose(first: int, last: int, tokens: Tokens, grammar: _Grammar) -> bool:
    """A habit or a day told from another one, by the word before or behind it."""
    before = tokens.lows[first - 1] if first > 0 and _JOINTS.issuperset(tokens.seps[first]) else ""
    return before in grammar.loose_before or _is_told_after(last, tokens, grammar)


def _is_told_after(last: int, tokens: Tokens, grammar: _Grammar) -> bool:
    """Does "suivant", "-là" or "before" follow token ``last``?"""
    if last + 1 >= len(tokens) or not _JOINTS.issuperset(tokens.seps[last + 1]):
        return False
    return tokens.lows[last + 1] in grammar.loose_after


def _is_named(first: int, at: int, tokens: Tokens, grammar: _Grammar) -> bool:
    """A weekday with a capital that its language doesn't ask for is part of a name ("Journal du Dimanche")."""
    if grammar.capital or tokens.words[at] == tokens.lows[at] or first == 0:
        return False
    return first < at or _JOINTS.issuperset(tokens.seps[first])


def _calendar(
    month_at: int, first: int, weekday: int, floor: int, tokens: Tokens, grammar: _Grammar
) -> tuple[DateMention | None, int]:
    """A date around a month's name: "24 février 2022", "February 24, 2022"; nothing without a day."""
    lows = tokens.lows
    day = year = 0
    last = month_at
    at = month_at - 1
    if at > floor and lows[at] in grammar.fillers and tokens.seps[month_at] in _BLANKS:
        at -= 1
    if month_at > floor or month_at > first:
        day = _day(lows[at], grammar) if at >= 0 and _BETWEEN.issuperset(tokens.seps[at + 1]) else 0
        if day:
            first = min(first, at)
    behind = tokens.seps[month_at + 1] if month_at + 1 < len(lows) else ""
    if not day and (behind in _BLANKS or (behind == ". " and lows[month_at] in grammar.short)):
        day = _day(lows[month_at + 1], grammar)
        if day and tokens.seps[month_at + 2][:1] not in set("%:h"):
            last = month_at + 1
        else:
            day = 0
    separator = tokens.seps[last + 1].strip() if last + 1 < len(lows) else "-"
    if (separator in {"", ","} or (separator == "." and lows[month_at] in grammar.short)) and _is_year(lows[last + 1]):
        last += 1
        year = int(lows[last])
    if not day:
        return None, last + 1
    month = grammar.months[lows[month_at]]
    loose = any(lows[k] in grammar.name_before for k in range(max(first - 2, 0), first))
    return DateMention(tokens.starts[first], tokens.ends[last], "calendar", weekday, day, month, year, loose), last + 1


def _day(low: str, grammar: _Grammar) -> int:
    digits = low
    for ending in grammar.ordinals:
        if low.endswith(ending):
            digits = low[: -len(ending)]
    if digits.isdecimal() and len(digits) <= 2 and 1 <= int(digits) <= 31:
        return int(digits)
    return 0


def _is_year(low: str) -> bool:
    return low.isdecimal() and len(low) == 4 and 1000 <= int(low) <= 2200
