"""Rated sources: entries of ``sources:`` lists, the newsroom's judgement of outlets, and the contradictions between them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence

from lint_news.errors import RuleError
from lint_news.ruleset.model import Origin, RatedSource
from lint_news.ruleset.yaml_nodes import Value

# A source of this rating is left alone: so a newsroom lifts the rating of a shipped entry.
RELIABLE = "reliable"
_KEYS = ("outlet", "names", "domains", "rating", "reason", "date", "authority")
_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,}")


def read_source(value: Value) -> RatedSource:
    """One entry of a ``sources:`` list; raises RuleError."""
    fields = value.fields("a rated source").only(*_KEYS)
    outlet = fields.require("outlet").text("'outlet'").strip()
    domains = []
    listed = fields.take("domains")
    for item in (listed.items("'domains'") if listed.is_list else [listed]) if listed is not None else ():
        domain = item.text("a domain").strip().lower().removeprefix("www.")
        if not _DOMAIN.fullmatch(domain):
            raise item.error(f"'{domain}' is no domain; write it bare, such as example.org")
        domains.append(domain)
    rating = fields.require("rating").text("'rating'").strip()
    reason = fields.require("reason").text("'reason'").strip()
    date_value = fields.require("date")
    date = date_value.text("'date'")
    try:
        datetime.date.fromisoformat(date)
    except ValueError:
        raise date_value.error(f"'{date}' is no date; write it as 2026-11-24") from None
    authority = fields.require("authority").text("'authority'").strip()
    names = (outlet, *fields.texts("names"))
    return RatedSource(
        outlet,
        tuple(dict.fromkeys(names)),
        tuple(dict.fromkeys(domains)),
        rating,
        reason,
        date,
        authority,
        Origin(value.path, value.line, value.column),
    )


def find_disputes(sources: Iterable[RatedSource]) -> list[RuleError]:
    """Outlets and domains that stand twice in one layer, with one rating or with two."""
    problems = []
    first: dict[str, RatedSource] = {}
    for source in sources:
        for key, shown in [
            *((name.casefold(), name) for name in source.names),
            *((domain, domain) for domain in source.domains),
        ]:
            other = first.setdefault(key, source)
            if other is source:
                continue
            place = f"{other.origin.path}:{other.origin.line}"
            if other.rating == source.rating:
                message = f"{shown} stands twice; the first is {place}: keep one of the two"
            else:
                message = f"{shown} is rated '{source.rating}' here and '{other.rating}' at {place}: decide on one"
            problems.append(RuleError(message, source.origin.path, source.origin.line, source.origin.column))
            break
    return problems


def in_force(layers: Sequence[Sequence[RatedSource]]) -> tuple[RatedSource, ...]:
    """The sources of all layers; a later layer speaks for the outlets and domains that it names, a dispute leaves the first."""
    found: list[RatedSource] = []
    taken: set[str] = set()
    for layer in reversed(layers):
        own: set[str] = set()
        for source in layer:
            keys = {name.casefold() for name in source.names} | set(source.domains)
            if keys.isdisjoint(taken | own):
                found.append(source)
                own |= keys
        taken |= own
    return tuple(source for source in found if source.rating != RELIABLE)
