"""``lint-news names``: the index of names."""

from __future__ import annotations

import sys

import click

from lint_news.cli._common import (
    encoding_option,
    language_option,
    rules_option,
    stdin_option,
    stories,
    ui_language_option,
    utf8_output,
)
from lint_news.cli._complaints import Complaints
from lint_news.cli._configured import Configured, config_options, given
from lint_news.cli._speaking import settle
from lint_news.config import Finder
from lint_news.engine import Wanted
from lint_news.reports._name_index import FORMATS
from lint_news.wording import say


@click.command("names")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@rules_option
@language_option
@encoding_option
@stdin_option
@click.option("--at-least", metavar="N", type=int, default=1, help="Leave out names with fewer mentions in all spellings.")
@click.option(
    "--output-format",
    type=click.Choice(sorted(FORMATS)),
    default="table",
    show_default=True,
    help="A table, JSON, or YAML to edit into a list of known names.",
)
@config_options
@ui_language_option
def command(
    paths: tuple[str, ...],
    rule_paths: tuple[str, ...],
    language: str | None,
    encoding: str | None,
    stdin_filename: str,
    at_least: int,
    output_format: str,
    config_file: str | None,
    no_config: bool,
    ui_language: str | None,
) -> int:
    """List the names of stories: every person and organisation, spellings with counts and places, likely variants together.

    PATH is a file, a folder (every story in it) or '-' for standard input. With --output-format yaml the list is ready to
    become the newsroom's own list of known names: read it, correct it, and give it to check with --rules.
    """
    finder = Finder(config_file, none=no_config)
    settled = given(rules=rule_paths, language=language, encoding=encoding, ui_language=ui_language)
    ui = settle(Configured(finder, settled).run_settings(paths))
    configured = Configured(finder, settled, ui)
    complaints = Complaints()
    linter = configured.foremost(paths)
    complaints.tell_problems(linter)
    files, whole = stories(paths, excluded=finder.excludes)
    edition = linter.edition()
    wanted = Wanted(diagnostics=False, names=True)
    results = configured.check_paths(files, jobs=0, stdin_filename=stdin_filename, wanted=wanted)
    # Nothing is drawn where standard error is no terminal.
    hidden = not sys.stderr.isatty()
    with click.progressbar(results, length=len(files), label=say("Reading", ui), file=sys.stderr, hidden=hidden) as progress:
        for used, result in progress:
            if used is not None:
                complaints.tell_problems(used)
            if result.error is not None:
                complaints.tell(result.error)
            edition.add(result.names)
    groups = [group for group in linter.name_groups(edition) if sum(one.count for one in group) >= at_least]
    stream = utf8_output()
    FORMATS[output_format](groups, stream, ui)
    stream.flush()
    return 2 if not whole or complaints.any else 0
