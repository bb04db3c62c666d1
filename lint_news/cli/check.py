"""``lint-news check``."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, TextIO

import click

from lint_news.cli._annotating import Annotator, annotate_option
from lint_news.cli._common import (
    encoding_option,
    language_option,
    rules_option,
    split_names,
    stdin_option,
    stories,
    terminal_width,
    ui_language_option,
    utf8_output,
    wants_colour,
)
from lint_news.cli._configured import Configured, config_options, given
from lint_news.cli._fixing import fixing_options
from lint_news.cli._narrowing import Narrowing, narrowing_options
from lint_news.cli._outputs import outputs, write_all
from lint_news.cli._progress import Progress
from lint_news.cli._speaking import complain, settle
from lint_news.cli._tally import Tally, findings
from lint_news.config import Finder
from lint_news.diagnostic import SEVERITIES, Region, RuleInfo, severity_rank
from lint_news.document import Document
from lint_news.engine import Linter, StoryResult, Wanted
from lint_news.errors import InputError
from lint_news.reports import ReportOptions, StoryReport, format_names, get_format
from lint_news.reports._visible import visible_path
from lint_news.wording import say

if TYPE_CHECKING:
    from lint_news.cli._fixer import Fixer
    from lint_news.reports._ledger import Entry as LedgerEntry


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
    help="Exit with status 1 if anything this grave or graver is found.  [default: warning]",
)
@click.option("--exit-zero", is_flag=True, help="Exit with status 0 whatever is found; 2 still says that input was bad.")
@click.option(
    "--output-format", type=click.Choice(format_names()), default="text", show_default=True, help="How findings are printed."
)
@click.option(
    "--output-file",
    "output_files",
    metavar="[FORMAT:]FILE",
    multiple=True,
    help="Write the findings into a file: FORMAT:FILE besides what is printed, FILE alone instead of it; may be given again.",
)
@click.option("--statistics", is_flag=True, help="Count the findings of each rule (on standard error).")
@click.option("--quiet", "-q", is_flag=True, help="Findings and errors only: no summary, no progress.")
@click.option("--verbose", "-v", is_flag=True, help="A line for each story, with its language, and the time taken.")
@click.option("--jobs", "-j", type=click.IntRange(0), metavar="N", default=0, help="Processes; 0 for as many as pay.")
@fixing_options
@annotate_option
@narrowing_options
@config_options
@ui_language_option
def command(
    paths: tuple[str, ...],
    rule_paths: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    across: bool,
    language: str | None,
    encoding: str | None,
    stdin_filename: str,
    fail_level: str | None,
    exit_zero: bool,
    output_format: str,
    output_files: tuple[str, ...],
    statistics: bool,
    quiet: bool,
    verbose: bool,
    jobs: int,
    fix: bool,
    unsafe: bool,
    diff: bool,
    annotated: str | None,
    no_ignores: bool,
    baseline: str | None,
    write_baseline: str | None,
    diff_base: str | None,
    config_file: str | None,
    no_config: bool,
    ui_language: str | None,
) -> int:
    """Check stories and print what an editor should look at.

    PATH is a file, a folder (every story in it is checked) or '-' for standard input.

    \b
    Exit status: 0 nothing at or above the failing level, 1 something,
    2 wrong usage, broken rules or unreadable input (the rest is still checked).
    """
    started = time.monotonic()
    finder = Finder(config_file, none=no_config)
    settled = given(
        rules=rule_paths,
        select=split_names(select),
        ignore=split_names(ignore),
        language=language,
        encoding=encoding,
        fail_level=fail_level,
        ui_language=ui_language,
        inline_ignores=False if no_ignores else None,
    )
    run = Configured(finder, settled).settings(paths[0])
    ui = settle(run)
    chosen = outputs(output_format, output_files)
    configured = Configured(finder, settled, ui)
    linter = configured.linter(paths[0])
    narrowing = Narrowing(baseline, write_baseline, diff_base)
    for problem in linter.problems:
        complain(problem)
    missing: list[InputError] = []
    files, whole = stories(paths, [output.file for output in chosen if output.file], finder.excludes, missing)
    tally = Tally(ui)
    # An edition knows the words of all languages, which a run without --across never loads.
    edition = linter.edition() if across else None
    told: set[tuple[str, Region]] = set()
    stream = utf8_output()
    forms = [get_format(output.format) for output in chosen]
    wanted = Wanted(
        names=across,
        document=annotated is not None or narrowing.needs_document or any(form.needs_source for form in forms),
        attributions=any(form.needs_ledger for form in forms),
    )
    documents: dict[str, Document] = {}
    # Below lines on the same terminal a progress line can stand, but not within a line.
    broken = stream.isatty() and not all(output.file or get_format(output.format).whole_lines for output in chosen)
    progress = Progress(sys.stderr, len(files), hidden=quiet or verbose or broken)

    complained: list[Linter] = []
    if unsafe and not (fix or diff):
        raise click.UsageError("--unsafe goes with --fix or --diff")
    if (fix or diff) and (across or baseline or write_baseline or diff_base):
        raise click.UsageError("--fix and --diff go without --across, --baseline, --write-baseline and --diff-base")
    if annotated is not None and (fix or diff or across):
        raise click.UsageError("--annotate goes without --fix, --diff and --across")
    annotator = Annotator(annotated, files) if annotated is not None else None
    fixer: Fixer | None = None
    if fix or diff:
        from lint_news.cli._fixer import Fixer

        fixer = Fixer(configured, stream, unsafe=unsafe, diff=diff)

    def reports() -> Iterator[StoryReport]:
        yield from (StoryReport(error.path, (), error=error) for error in missing)
        results = configured.check_paths(files, jobs=jobs, stdin_filename=stdin_filename, wanted=wanted)
        if fixer is not None:
            results = ((configured.linter(result.path), result) for result in fixer.results(files, stdin_filename))
        for used, result in results:
            if used is not linter and used not in complained:
                complained.append(used)
                for problem in used.problems:
                    complain(problem)
            found = narrowing.told(result.path, result.diagnostics, result.document)
            if result.error is not None or found:
                progress.clear()
            if result.error is not None:
                complain(result.error)
                tally.unreadable += 1
                yield StoryReport(result.path, (), error=result.error)
                progress.step()
                continue
            if annotator is not None and result.document is not None:
                try:
                    annotator.write(result.document, found)
                except InputError as error:
                    complain(error)
                    tally.unreadable += 1
            tally.add(found)
            if verbose:
                values = {"language": result.language, "findings": findings(len(found), ui)}
                click.echo(say("{path}: {language}, {findings}", ui, path=visible_path(result.path), **values), err=True)
            if edition is not None:
                edition.add(result.names)
            document = result.document
            yield StoryReport(result.path, found, document, ledger_of(result), None, result.language, result.zones)
            progress.step()
            if across:
                told.update((found.path, found.region) for found in result.diagnostics)
                if document:
                    documents[result.path] = document
        progress.clear()
        if edition is not None:
            odd_ones = [found for found in linter.odd_ones(edition) if (found.path, found.region) not in told]
            for path, group in groupby(odd_ones, lambda one: one.path):
                others = narrowing.told(path, list(group), documents.get(path))
                tally.add(others, stories=0)
                if others:
                    yield StoryReport(path, others, documents.get(path))

    def rule_info(rule: str, language: str) -> RuleInfo:
        found = (one.rule_info(rule, language) for one in (linter, *complained))
        return next((info for info in found if info.kind), RuleInfo(rule))

    def options(target: TextIO) -> ReportOptions:
        return ReportOptions(wants_colour(target), terminal_width(target), ui, rule_info)

    if fixer is not None and (diff or "-" in files):
        for _ in reports():
            pass  # standard output holds the difference or the fixed story, and nothing else
    else:
        write_all(chosen, reports(), stream, options)
    stream.flush()
    narrowed = narrowing.finish(ui)
    if statistics:
        for line in tally.statistics():
            click.echo(line, err=True)
    if verbose:
        seconds = f"{time.monotonic() - started:.1f}"
        click.echo(say("{files} files, {seconds} s", ui, files=len(files), seconds=seconds), err=True)
    if not quiet:
        if fixer is not None:
            narrowed.insert(0, say("{number} to fix" if diff else "{number} fixed", ui, number=fixer.applied))
        click.echo("; ".join([tally.summary(), *narrowed]), err=True)
    if not whole or tally.unreadable or any(used.problems for used in configured.linters):
        return 2
    return int(not exit_zero and run.fail_level != "never" and tally.gravest >= severity_rank(run.fail_level))


def ledger_of(result: StoryResult) -> tuple[LedgerEntry, ...]:
    """The ledger of a story whose attributions were wanted."""
    if not result.document or not result.attributions:
        return ()
    from lint_news.reports._ledger import ledger

    return ledger(result.document, result.attributions, result.diagnostics)
