"""``lint-news check``."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

import click

from lint_news.cli._annotating import Annotator, annotate_option
from lint_news.cli._checking import Asked, Checking
from lint_news.cli._common import (
    encoding_option,
    fail_level_option,
    ignore_option,
    language_option,
    rules_option,
    select_option,
    stdin_option,
    stories,
    terminal_width,
    ui_language_option,
    utf8_output,
    wants_colour,
)
from lint_news.cli._complaints import Complaints
from lint_news.cli._configured import Configured, config_options, given
from lint_news.cli._fixing import fixing_options
from lint_news.cli._narrowing import Narrowing, narrowing_options
from lint_news.cli._outputs import Output, outputs, write_all
from lint_news.cli._speaking import settle
from lint_news.config import Finder
from lint_news.diagnostic import severity_rank
from lint_news.engine import Wanted
from lint_news.errors import InputError
from lint_news.reports import ReportOptions, StoryReport, format_names, get_format
from lint_news.wording import say

if TYPE_CHECKING:
    from lint_news.cli._fixer import Fixer


@click.command("check")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@rules_option
@select_option
@ignore_option
@click.option("--across", is_flag=True, help="Also compare names between all the stories of this run.")
@language_option
@encoding_option
@stdin_option
@fail_level_option
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
@click.option(
    "--force-exclude",
    is_flag=True,
    help="Pass over named files, too, that are no stories or that the configuration excludes; for hooks that name every file.",
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
    force_exclude: bool,
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
    _refuse_what_excludes_itself(
        fix=fix, unsafe=unsafe, diff=diff, across=across, annotated=annotated, narrowed=baseline or write_baseline or diff_base
    )
    finder = Finder(config_file, none=no_config)
    settled = given(
        rules=rule_paths,
        select=select,
        ignore=ignore,
        language=language,
        encoding=encoding,
        fail_level=fail_level,
        ui_language=ui_language,
        inline_ignores=False if no_ignores else None,
    )
    run = Configured(finder, settled).run_settings(paths)
    ui = settle(run)
    chosen = outputs(output_format, output_files)
    configured = Configured(finder, settled, ui)
    complaints = Complaints()
    foremost = configured.foremost(paths)
    narrowing = Narrowing(baseline, write_baseline, diff_base)
    complaints.tell_problems(foremost)
    missing: list[InputError] = []
    reserved = [output.file for output in chosen if output.file]
    files, whole = stories(paths, reserved, finder.excludes, missing, pick=force_exclude)
    annotator = Annotator(annotated, files) if annotated is not None else None
    stream = utf8_output()
    asked = Asked(ui, verbose, quiet or verbose or _breaks_lines(stream, chosen), across)
    checking = Checking(foremost, asked, narrowing, annotator, complaints)
    fixer = _fixer(configured, stream, unsafe=unsafe, diff=diff) if fix or diff else None
    if fixer is not None:
        results = fixer.results(files, stdin_filename)
    else:
        wanted = _wanted(chosen, across=across, document=annotated is not None or narrowing.needs_document)
        results = configured.check_paths(files, jobs=jobs, stdin_filename=stdin_filename, wanted=wanted)
    reports = checking.reports(missing, results, len(files))
    if fixer is not None and (diff or "-" in files):
        for _ in reports:
            pass  # standard output holds the difference or the fixed story, and nothing else
    else:
        _write(chosen, reports, stream, checking, ui)
    stream.flush()
    narrowed = narrowing.finish(ui)
    tally = checking.tally
    if statistics:
        for line in tally.statistics():
            click.echo(line, err=True)
    if verbose:
        seconds = f"{time.monotonic() - started:.1f}"
        click.echo(say("{files} files, {seconds} s", ui, files=len(files), seconds=seconds), err=True)
    if not quiet:
        if fixer is not None:
            narrowed.insert(0, say("{number} to fix" if diff else "{number} fixed", ui, number=fixer.applied))
        click.echo(say("; ", ui).join([tally.summary(), *narrowed]), err=True)
    if not whole or tally.unreadable or complaints.any:
        return 2
    return int(not exit_zero and run.fail_level != "never" and tally.gravest >= severity_rank(run.fail_level))


def _refuse_what_excludes_itself(
    *, fix: bool, unsafe: bool, diff: bool, across: bool, annotated: str | None, narrowed: str | None
) -> None:
    """Raise UsageError for options that don't go together."""
    if unsafe and not (fix or diff):
        raise click.UsageError("--unsafe goes with --fix or --diff")
    if (fix or diff) and (across or narrowed):
        raise click.UsageError("--fix and --diff go without --across, --baseline, --write-baseline and --diff-base")
    if annotated is not None and (fix or diff or across):
        raise click.UsageError("--annotate goes without --fix, --diff and --across")


def _breaks_lines(stream: TextIO, chosen: Iterable[Output]) -> bool:
    """Is something other than whole lines printed on a terminal? A progress line can stand below lines, not within one."""
    return stream.isatty() and not all(output.file or get_format(output.format).whole_lines for output in chosen)


def _wanted(chosen: Iterable[Output], *, across: bool, document: bool) -> Wanted:
    """What the outputs need of each story besides its findings."""
    forms = [get_format(output.format) for output in chosen]
    return Wanted(
        names=across,
        places=None,
        silencing=across,
        document=document or any(form.needs_source for form in forms),
        attributions=any(form.needs_ledger for form in forms),
    )


def _fixer(configured: Configured, stream: TextIO, *, unsafe: bool, diff: bool) -> Fixer:
    from lint_news.cli._fixer import Fixer

    return Fixer(configured, stream, unsafe=unsafe, diff=diff)


def _write(chosen: tuple[Output, ...], reports: Iterable[StoryReport], stream: TextIO, checking: Checking, ui: str) -> None:
    """Write the reports to every output."""

    def options(target: TextIO) -> ReportOptions:
        return ReportOptions(wants_colour(target), terminal_width(target), ui, checking.rule_info)

    write_all(chosen, reports, stream, options)
