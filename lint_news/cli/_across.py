"""``check --across``: the names of all the stories of a run, compared when the last one is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lint_news.diagnostic import Diagnostic, Region
from lint_news.document import Document
from lint_news.engine import Linter, StoryResult
from lint_news.silencing import Silencing


class _Story(NamedTuple):
    """What is kept of a story until then: where it has findings already, and what decides on those to come."""

    linter: Linter
    language: str
    told: frozenset[Region]
    silencing: Silencing | None
    document: Document | None


class Late(NamedTuple):
    """Findings on a story that come when all are read."""

    path: str
    diagnostics: list[Diagnostic]
    document: Document | None
    language: str


class Across:
    """Collects names. Each finding obeys the rules, severities and comments of the story that it stands in."""

    def __init__(self, foremost: Linter) -> None:
        self._foremost = foremost
        self._edition = foremost.edition(places=None)
        self._stories: dict[str, _Story] = {}

    def add(self, linter: Linter, result: StoryResult) -> None:
        """Take in one story."""
        self._edition.add(result.names)
        told = frozenset(one.region for one in result.diagnostics)
        self._stories[result.path] = _Story(linter, result.language, told, result.silencing, result.document)

    def found(self) -> Iterator[Late]:
        """What there is to say of each story now, in the order of paths: odd names, and comments that silenced nothing."""
        odd: dict[str, list[Diagnostic]] = {}
        for one in self._foremost.odd_ones(self._edition):
            for place in one.odd.places:
                story = self._stories[place.path]
                if place.region not in story.told:
                    diagnostic = story.linter.tell_odd(one, place, story.language)
                    if diagnostic is not None:
                        odd.setdefault(place.path, []).append(diagnostic)
        for path, story in sorted(self._stories.items()):
            found = odd.get(path, [])
            if story.silencing is not None:
                found = story.silencing.left(found)
                found += story.linter.unused_comments(story.silencing, story.language)
            if found:
                yield Late(path, story.linter.finished(found), story.document, story.language)
