"""A run of ``check``: results of stories narrowed, counted and told of, one report after the other."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import click

from lint_news.cli._annotating import Annotator
from lint_news.cli._complaints import Complaints
from lint_news.cli._narrowing import Narrowing
from lint_news.cli._progress import Progress
from lint_news.cli._tally import Tally, findings
from lint_news.diagnostic import Diagnostic, Region, RuleInfo
from lint_news.document import Document
from lint_news.engine import Linter, StoryResult
from lint_news.errors import ConfigurationError, InputError, LintNewsError
from lint_news.reports import StoryReport
from lint_news.reports._visible import visible_path
from lint_news.wording import say

if TYPE_CHECKING:
    from lint_news.edition import Edition
    from lint_news.reports._ledger import Entry as LedgerEntry

# A file's result and the linter that made it; none where no configuration holds for the file.
Result = tuple[Linter | None, StoryResult]


class Asked(NamedTuple):
    """What a run does besides checking: language of messages, a line a story, a progress line, names across stories."""

    ui_language: str = "en"
    verbose: bool = False
    hide_progress: bool = False
    across: bool = False


class Checking:
    """Makes reports out of results. What is wrong is told on standard error, and counted in ``tally``."""

    def __init__(
        self, foremost: Linter, asked: Asked, narrowing: Narrowing, annotator: Annotator | None, complaints: Complaints
    ) -> None:
        self._foremost = foremost
        self._asked = asked
        self._narrowing = narrowing
        self._annotator = annotator
        self._complaints = complaints
        self.tally = Tally(asked.ui_language)
        self._used: dict[int, Linter] = {}
        # An edition knows the words of all languages, which a run without --across never loads.
        self._edition = foremost.edition() if asked.across else None
        self._told: set[tuple[str, Region]] = set()
        self._documents: dict[str, Document] = {}

    def reports(self, missing: Iterable[InputError], results: Iterable[Result], files: int) -> Iterator[StoryReport]:
        """A report for each path that gave nothing, then for each of so many files."""
        yield from (StoryReport(error.path, (), error=error) for error in missing)
        progress = Progress(sys.stderr, files, hidden=self._asked.hide_progress)
        for linter, result in results:
            if linter is not None and id(linter) not in self._used:
                self._used[id(linter)] = linter
                if linter.problems:
                    progress.clear()
                self._complaints.tell_problems(linter)
            if result.error is not None or result.diagnostics:
                progress.clear()
            yield self._report(result)
            progress.step()
        progress.clear()
        if self._edition is not None:
            yield from self._across(self._edition)

    def rule_info(self, rule: str, language: str) -> RuleInfo:
        """What is known of a rule of one of the linters used."""
        found = (one.rule_info(rule, language) for one in (self._foremost, *self._used.values()))
        return next((info for info in found if info.kind), RuleInfo(rule))

    def _report(self, result: StoryResult) -> StoryReport:
        """One story: what is to be told of it, said and counted."""
        if result.error is not None:
            return self._unread(result.path, result.error)
        document = result.document
        try:
            found = self._narrowing.told(result.path, result.diagnostics, document)
        except ConfigurationError as error:
            return self._unread(result.path, error)
        if self._annotator is not None and document is not None:
            try:
                self._annotator.write(document, found)
            except InputError as error:
                self._complaints.tell(error)
                self.tally.unreadable += 1
        self.tally.add(found)
        if self._asked.verbose:
            ui = self._asked.ui_language
            values = {"language": result.language, "findings": findings(len(found), ui)}
            click.echo(say("{path}: {language}, {findings}", ui, path=visible_path(result.path), **values), err=True)
        if self._edition is not None:
            self._edition.add(result.names)
            self._told.update((one.path, one.region) for one in result.diagnostics)
            if document:
                self._documents[result.path] = document
        return StoryReport(result.path, found, document, ledger_of(result), None, result.language, result.zones)

    def _unread(self, path: str, error: LintNewsError) -> StoryReport:
        self._complaints.tell(error)
        self.tally.unreadable += 1
        return StoryReport(path, (), error=error)

    def _across(self, edition: Edition) -> Iterator[StoryReport]:
        """The names of all stories, compared."""
        odd_ones = [one for one in self._foremost.odd_ones(edition) if (one.path, one.region) not in self._told]
        for path, group in groupby(odd_ones, _path):
            others = self._narrowing.told(path, list(group), self._documents.get(path))
            self.tally.add(others, stories=0)
            if others:
                yield StoryReport(path, others, self._documents.get(path))


def _path(one: Diagnostic) -> str:
    return one.path


def ledger_of(result: StoryResult) -> tuple[LedgerEntry, ...]:
    """The ledger of a story whose attributions were wanted."""
    if not result.document or not result.attributions:
        return ()
    from lint_news.reports._ledger import ledger

    return ledger(result.document, result.attributions, result.diagnostics)
