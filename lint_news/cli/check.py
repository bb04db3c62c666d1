"""``lint-news check``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import click

from lint_news.cli._common import (
    complain,
    encoding_option,
    language_option,
    rules_option,
    split_names,
    stdin_option,
    stories,
    utf8_output,
    wants_colour,
)
from lint_news.diagnostic import SEVERITIES, Diagnostic, Region, severity_rank
from lint_news.document import Document
from lint_news.engine import Linter, Wanted
from lint_news.formats.decoding import check_encoding
from lint_news.reports import ReportOptions, StoryReport, format_names, get_format
from lint_news.reports._ledger import entry


@click.command("check")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@rules_option
@click.option(
    "--select", metavar="RULE", multiple=True, help="Run only this rule or topic (names/known, figures); may be given again."
)
@click.option("--ignore", metavar="RULE", multiple=True, help="Leave out this rule or topic; may be given again.")
@click.option("--across", is_flag=True, help="Also compare names between all the stories of this run.")
@language_option
@encoding_option
@stdin_option
@click.option(
    "--fail-level",
    type=click.Choice([*SEVERITIES, "never"]),
    default="warning",
    show_default=True,
    help="Exit with status 1 if anything this grave or graver is found.",
)
@click.option(
    "--output-format", type=click.Choice(format_names()), default="text", show_default=True, help="How findings are printed."
)
def command(
    paths: tuple[str, ...],
    rule_paths: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    across: bool,
    language: str | None,
    encoding: str | None,
    stdin_filename: str,
    fail_level: str,
    output_format: str,
) -> int:
    """Check stories and print what an editor should look at.

    PATH is a file, a folder (every story in it is checked) or '-' for standard input.

    \b
    Exit status: 0 nothing at or above the failing level, 1 something,
    2 wrong usage, broken rules or unreadable input (the rest is still checked).
    """
    linter = Linter(
        rules=rule_paths,
        select=split_names(select),
        ignore=split_names(ignore),
        language=language,
        encoding=check_encoding(encoding) if encoding else None,
    )
    for problem in linter.problems:
        complain(problem)
    files, whole = stories(paths)
    tally = _Tally()
    edition = linter.edition()
    told: set[tuple[str, Region]] = set()
    stream = utf8_output()
    form = get_format(output_format)
    wanted = Wanted(names=across, document=form.needs_source, attributions=form.needs_ledger)
    documents: dict[str, Document] = {}

    def reports() -> Iterator[StoryReport]:
        for result in linter.check_paths(files, stdin_filename=stdin_filename, wanted=wanted):
            if result.error is not None:
                complain(result.error)
                tally.unreadable += 1
                yield StoryReport(result.path, (), error=result.error)
                continue
            tally.add(result.diagnostics)
            edition.add(result.names)
            document = result.document
            ledger = tuple(entry(document, found) for found in result.attributions) if document else ()
            yield StoryReport(result.path, result.diagnostics, document, ledger, language=result.language)
            if across:
                told.update((found.path, found.region) for found in result.diagnostics)
                if document:
                    documents[result.path] = document
        if across:
            odd_ones = [found for found in linter.odd_ones(edition) if (found.path, found.region) not in told]
            tally.add(odd_ones, stories=0)
            for path, found in groupby(odd_ones, lambda one: one.path):
                yield StoryReport(path, list(found), documents.get(path))

    form.write(reports(), stream, ReportOptions(colour=wants_colour(stream), rule_info=linter.rule_info))
    stream.flush()
    click.echo(tally.summary(), err=True)
    if not whole or tally.unreadable or linter.problems:
        return 2
    return int(fail_level != "never" and tally.gravest >= severity_rank(fail_level))


class _Tally:
    """What a run has seen."""

    def __init__(self) -> None:
        self.stories = 0
        self.findings = 0
        self.unreadable = 0
        self.gravest = -1

    def add(self, diagnostics: Sequence[Diagnostic], stories: int = 1) -> None:
        self.stories += stories
        self.findings += len(diagnostics)
        for found in diagnostics:
            self.gravest = max(self.gravest, severity_rank(found.severity))

    def summary(self) -> str:
        """ "9 findings in 1 story"."""
        text = f"{_count(self.findings, 'finding', 'findings')} in {_count(self.stories, 'story', 'stories')}"
        return f"{text}, {self.unreadable} unreadable" if self.unreadable else text


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
