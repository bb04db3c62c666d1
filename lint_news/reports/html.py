"""``html``: one page that needs nothing else. Each story as readers see it, its findings marked in place, listed and
filtered by topic, the ledger of its sources at its side.

The page runs no script and takes no style but its own (Content Security Policy by hash), and loads nothing.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import TextIO

from lint_news.diagnostic import Diagnostic, sort_key
from lint_news.reports import Format, ReportOptions, StoryReport
from lint_news.reports._ledger import Entry, accounts
from lint_news.reports._ledger_words import verdict
from lint_news.reports._story_page import Marked, marked, plain, story_text, topic
from lint_news.wording import say


def _asset(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _merged(reports: Iterable[StoryReport]) -> list[StoryReport]:
    """One report a path, its findings in order of place."""
    found: dict[str, StoryReport] = {}
    for report in reports:
        before = found.get(report.path)
        if before is not None:
            report = before._replace(diagnostics=sorted((*before.diagnostics, *report.diagnostics), key=sort_key))
        found[report.path] = report
    return list(found.values())


class _Page:
    """The parts of a page in one language of messages."""

    def __init__(self, options: ReportOptions) -> None:
        self._options = options
        self._language = options.ui_language

    def _say(self, sentence: str, **values: object) -> str:
        return plain(say(sentence, self._language, **values))

    def head(self, stories: list[StoryReport]) -> Iterator[str]:
        style, script = _asset("page.css"), _asset("page.js")
        topics = Counter(topic(found.rule) for report in stories for found in report.diagnostics)
        total = topics.total()
        policy = (
            f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'"
        )
        title = self._say("News copy, checked")
        yield f'<!doctype html>\n<html lang="{self._language}">\n<head>\n<meta charset="utf-8">\n'
        yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        yield '<meta name="referrer" content="no-referrer">\n'
        yield f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        yield f'<a class="skip" href="#stories">{self._say("Skip to the stories")}</a>\n<header>\n<h1>{title}</h1>\n'
        shown = self._say("{shown} of {total} findings shown")
        yield f'<p id="shown" role="status" data-of="{shown}">{self._findings(total)}</p>\n'
        if total:
            yield f'<p class="keys" data-script hidden>{self._say("Next finding: n. Previous finding: p.")}</p>\n'
            yield f"<fieldset data-script hidden>\n<legend>{self._say('Show findings on')}</legend>\n"
            for name, count in sorted(topics.items()):
                yield f'<label><input type="checkbox" value="{plain(name)}" checked> {plain(name)} ({count})</label>\n'
            yield "</fieldset>\n"
        if len(stories) > 1:
            yield from self._navigation(stories)
        yield '</header>\n<main id="stories">\n'

    def tail(self) -> str:
        return f"</main>\n<script>{_asset('page.js')}</script>\n</body>\n</html>\n"

    def _findings(self, number: int) -> str:
        return self._say("1 finding") if number == 1 else self._say("{number} findings", number=number)

    def _navigation(self, stories: list[StoryReport]) -> Iterator[str]:
        title = self._say("Stories")
        yield f'<nav aria-label="{title}">\n<h2>{title}</h2>\n<ul>\n'
        for number, report in enumerate(stories, 1):
            count = self._say("unreadable") if report.error else self._findings(len(report.diagnostics))
            yield f'<li><a href="#s{number}"><bdi>{plain(report.path)}</bdi></a> ({count})</li>\n'
        yield "</ul>\n</nav>\n"

    def story(self, number: int, report: StoryReport) -> Iterator[str]:
        prefix = f"s{number}"
        yield f'<section id="{prefix}" aria-labelledby="{prefix}h">\n<h2 id="{prefix}h"><bdi>{plain(report.path)}</bdi></h2>\n'
        if report.error is not None:
            message = plain(report.error.message)
            yield f'<p class="failed">{self._say("This story could not be read:")} {message}</p>\n'
        elif report.document is not None:
            text = report.document.text
            marks = marked(report.diagnostics, len(text))
            yield f'<div class="sheet">\n<article lang="{plain(report.language)}">\n'
            yield from story_text(text, report.zones or report.document.zones, marks, prefix)
            yield f"</article>\n<aside>\n<h3>{self._say('Sources')}</h3>\n"
            yield from self._ledger(report.ledger)
            yield f"<h3>{self._say('Findings')}</h3>\n"
            yield from self._list(marks, prefix, report.language)
            yield "</aside>\n</div>\n"
        yield "</section>\n"

    def _list(self, marks: list[Marked], prefix: str, language: str) -> Iterator[str]:
        if not marks:
            yield f"<p>{self._say('No findings.')}</p>\n"
            return
        told: set[str] = set()
        yield "<ol>\n"
        for number, found, _ in marks:
            name = f'id="{prefix}f{number}" value="{number}" tabindex="-1"'
            yield f'<li {name} class="{found.severity}" data-topic="{plain(topic(found.rule))}">\n'
            yield from self._item(found, f"{prefix}m{number}")
            why = "" if found.rule in told else self._options.rule_info(found.rule, language).why
            told.add(found.rule)
            if why:
                yield f'<p class="why">{plain(why)}</p>\n'
            yield "</li>\n"
        yield "</ol>\n"

    def _item(self, found: Diagnostic, anchor: str) -> Iterator[str]:
        message = f'<a href="#{anchor}"><bdi>{plain(found.message)}</bdi></a>'
        yield f'<p><span class="level">{self._say(found.severity)}</span> {message}</p>\n'
        if found.suggestions:
            texts = say(", ", self._language).join(say("“{text}”", self._language, text=text) for text in found.suggestions)
            yield f'<p>{self._say("write:")} <span class="write"><bdi>{plain(texts)}</bdi></span></p>\n'
        for one in found.related:
            place = f"{one.path}, " if one.path else ""
            where = say("line {line}", self._language, line=one.region.line)
            yield f'<p class="note"><bdi>{plain(one.message)}</bdi> (<bdi>{plain(place + where)}</bdi>)</p>\n'
        line = self._say("line {line}", line=found.region.line)
        yield f'<p class="where">{line}, {plain(found.rule)}</p>\n'

    def _ledger(self, entries: tuple[Entry, ...]) -> Iterator[str]:
        found = accounts(entries)
        if found:
            names = ("Source", "Kind", "Quoted", "Paraphrased", "Lines")
            heads = map(self._say, names)
            cells = "".join(f'<th scope="col">{head}</th>' for head in heads)
            yield f"<table>\n<thead><tr>{cells}</tr></thead>\n<tbody>\n"
        for account in found:
            name = " ".join(account.name.split()) or say("nobody", self._language)
            kind = self._say(account.kind)
            lines = ", ".join(map(str, account.lines))
            numbers = "".join(f"<td>{value}</td>" for value in (account.quoted, account.paraphrased, lines))
            yield f'<tr><th scope="row"><bdi>{plain(name)}</bdi></th><td>{kind}</td>{numbers}</tr>\n'
        yield "</tbody>\n</table>\n" if found else ""
        yield f"<p>{plain(verdict(found, self._language))}</p>\n"


def _write(reports: Iterable[StoryReport], stream: TextIO, options: ReportOptions) -> None:
    """The head of the page counts all stories, so they are kept until the last has come."""
    stories = _merged(reports)
    page = _Page(options)
    stream.writelines(page.head(stories))
    for number, report in enumerate(stories, 1):
        stream.writelines(page.story(number, report))
    stream.write(page.tail())


FORMAT = Format(_write, needs_source=True, needs_ledger=True)
