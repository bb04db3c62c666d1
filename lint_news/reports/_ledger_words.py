"""The verdict of the ledger: one sentence on whom a story rests on."""

from __future__ import annotations

from collections.abc import Sequence

from lint_news.reports._ledger import Account
from lint_news.wording import say

# Groups of the verdict in the order of the scale: one source, several.
_GROUPS = {
    "person": ("{count} from 1 named person", "{count} from {sources} named people"),
    "organisation": ("{count} from 1 institution", "{count} from {sources} institutions"),
    "document": ("{count} from 1 document", "{count} from {sources} documents"),
    "role": ("{count} from 1 person known by a role", "{count} from {sources} people known by their roles"),
    "unnamed": ("{count} from 1 unnamed source", "{count} from {sources} unnamed sources"),
    "media": ("{count} from the media in general", "{count} from the media in general"),
    "public": ("{count} from social media or rumour", "{count} from social media or rumour"),
    "pronoun": ("{count} from 1 pronoun", "{count} from {sources} pronouns"),
    "none": ("{count} from nobody", "{count} from nobody"),
}


def verdict(found: Sequence[Account], language: str) -> str:
    """ "11 statements: 6 from 3 named people, 2 from 1 institution, 3 from nobody"."""
    counts: dict[str, tuple[int, int]] = {}
    for account in found:
        statements, sources = counts.get(account.kind, (0, 0))
        counts[account.kind] = (statements + account.quoted + account.paraphrased, sources + 1)
    total = sum(statements for statements, _ in counts.values())
    if not total:
        return say("no statements", language)
    parts = []
    for kind, (one, many) in _GROUPS.items():
        if kind in counts:
            statements, sources = counts[kind]
            parts.append(say(one if sources == 1 else many, language, count=statements, sources=sources))
    whole = "1 statement: {parts}" if total == 1 else "{count} statements: {parts}"
    return say(whole, language, count=total, parts=", ".join(parts))
