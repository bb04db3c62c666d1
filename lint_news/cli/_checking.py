"""A run of ``check``: results of stories narrowed, counted and told of, one report after the other."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import click

from lint_news.cli._annotating import Annotator
from lint_news.cli._complaints import Complaints
from lint_news.cli._narrowing import Narrowing
from lint_news.cli._progress import Progress
from lint_news.cli._tally import Tally, findings
from lint_news.diagnostic import RuleInfo
from lint_news.engine import Linter, StoryResult
from lint_news.errors import ConfigurationError, InputError, LintNewsError
from lint_news.reports import StoryReport
from lint_news.reports._visible import visible_path
from lint_news.wording import say, translated

if TYPE_CHECKING:
    from lint_news.cli._across import Across, Late
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
        self._across: Across | None = None
        if asked.across:
            # It knows the words of all languages, which a run without --across never loads.
            from lint_news.cli._across import Across

            self._across = Across(foremost)

    def reports(self, missing: Iterable[InputError], results: Iterable[Result], files: int) -> Iterator[StoryReport]:
        """A report for each path that gave nothing, then for each of so many files."""
        yield from (StoryReport(error.path, (), error=self._said(error)) for error in missing)
        progress = Progress(sys.stderr, files, hidden=self._asked.hide_progress)
        for linter, result in results:
            if linter is not None and id(linter) not in self._used:
                self._used[id(linter)] = linter
                if linter.problems:
                    progress.clear()
                self._complaints.tell_problems(linter)
            if result.error is not None or result.diagnostics:
                progress.clear()
            yield self._report(linter, result)
            progress.step()
        progress.clear()
        for late in self._across.found() if self._across is not None else ():
            yield from self._late(late)

    def rule_info(self, rule: str, language: str) -> RuleInfo:
        """What is known of a rule of one of the linters used."""
        found = (one.rule_info(rule, language) for one in (self._foremost, *self._used.values()))
        return next((info for info in found if info.kind), self._foremost.rule_info(rule, language))

    def _report(self, linter: Linter | None, result: StoryResult) -> StoryReport:
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
        if self._across is not None and linter is not None:
            self._across.add(linter, result)
        return StoryReport(result.path, found, document, ledger_of(result), None, result.language, result.zones)

    def _unread(self, path: str, error: LintNewsError) -> StoryReport:
        self._complaints.tell(error)
        self.tally.unreadable += 1
        return StoryReport(path, (), error=self._said(error))

    def _said(self, error: LintNewsError) -> LintNewsError:
        """An error in the language of messages, as reports tell it."""
        return InputError(translated(error.message, self._asked.ui_language), error.path, error.line, error.column)

    def _late(self, late: Late) -> Iterator[StoryReport]:
        """More findings on a story that was reported."""
        try:
            found = self._narrowing.told(late.path, late.diagnostics, late.document)
        except ConfigurationError as error:
            yield self._unread(late.path, error)
            return
        self.tally.add(found, stories=0)
        if found:
            yield StoryReport(late.path, found, late.document, language=late.language)


def ledger_of(result: StoryResult) -> tuple[LedgerEntry, ...]:
    """The ledger of a story whose attributions were wanted."""
    if not result.document or not result.attributions:
        return ()
    from lint_news.reports._ledger import ledger

    return ledger(result.document, result.attributions, result.diagnostics)
