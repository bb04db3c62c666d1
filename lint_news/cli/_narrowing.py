"""Which findings of a run are told: all but those of a baseline, or those on changed lines alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from lint_news.diagnostic import Diagnostic
from lint_news.document import Document
from lint_news.wording import say

if TYPE_CHECKING:
    from lint_news.baseline import Baseline, BaselineWriter
    from lint_news.changes import Changes

no_ignores_option = click.option("--no-ignores", is_flag=True, help="Don't obey the comments in a story that silence rules.")
_OPTIONS = (
    no_ignores_option,
    click.option("--baseline", metavar="FILE", help="Hold back the findings that this file lists."),
    click.option("--write-baseline", metavar="FILE", help="List the findings of this run in a file, for --baseline."),
    click.option("--diff-base", metavar="REV", help="Only findings on lines changed since this git revision."),
)


def narrowing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of this file."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


class Narrowing:
    """Applies baseline and changed lines to the findings of story after story."""

    def __init__(self, baseline: str | None, write_baseline: str | None, diff_base: str | None) -> None:
        self._baseline: Baseline | None = None
        self._writer: BaselineWriter | None = None
        self._changes: Changes | None = None
        if baseline is not None or write_baseline is not None:
            from lint_news.baseline import Baseline, BaselineWriter

            self._baseline = Baseline.read(baseline) if baseline is not None else None
            self._writer = BaselineWriter(write_baseline) if write_baseline is not None else None
        if diff_base is not None:
            from lint_news.changes import Changes

            self._changes = Changes(diff_base)

    @property
    def needs_document(self) -> bool:
        """Are the words of stories needed?"""
        return self._baseline is not None or self._writer is not None

    def told(self, path: str, found: Sequence[Diagnostic], document: Document | None) -> list[Diagnostic]:
        """The findings of a story to be told; raises ConfigurationError where git can't tell what was changed in it."""
        kept = list(found)
        if self._writer is not None:
            self._writer.add(path, kept, document)
        if self._baseline is not None:
            kept = self._baseline.new_ones(path, kept, document)
        if self._changes is not None:
            kept = self._changes.on_changed_lines(path, kept)
        return kept

    def finish(self, ui_language: str) -> list[str]:
        """Write what is to be written; the lines of a summary."""
        if self._writer is not None:
            self._writer.write()
        lines = []
        if self._baseline is not None and self._baseline.held_back:
            lines.append(say("{number} held back by the baseline", ui_language, number=self._baseline.held_back))
        if self._baseline is not None and self._baseline.gone:
            lines.append(say("{number} of the baseline no longer found", ui_language, number=self._baseline.gone))
        return lines
