"""``lint-news sources``: the ledger of who says what."""

from __future__ import annotations

import shutil

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
from lint_news.errors import BrokenConfigurationError, InputError
from lint_news.formats.reading import read_story
from lint_news.reports._ledger import NOBODY_RULES, Entry, ledger, write_json
from lint_news.reports._ledger_tables import write_markdown, write_table


@click.command("sources")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@rules_option
@language_option
@encoding_option
@stdin_option
@click.option(
    "--output-format",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="How sources are printed: a table, one JSON array, or Markdown for notes.",
)
@config_options
@ui_language_option
def command(
    paths: tuple[str, ...],
    rule_paths: tuple[str, ...],
    language: str | None,
    encoding: str | None,
    stdin_filename: str,
    output_format: str,
    config_file: str | None,
    no_config: bool,
    ui_language: str | None,
) -> int:
    """List the sources of each story: their kind, how many statements are quoted or paraphrased, and where.

    The last line is the verdict: how many statements come from named people, from institutions, from nobody.

    PATH is a file, a folder (every story in it) or '-' for standard input.
    """
    finder = Finder(config_file, none=no_config)
    settled = given(rules=rule_paths, select=NOBODY_RULES, language=language, encoding=encoding, ui_language=ui_language)
    ui = settle(Configured(finder, settled).run_settings(paths))
    configured = Configured(finder, settled, ui)
    complaints = Complaints()
    complaints.tell_problems(configured.foremost(paths))
    files, whole = stories(paths, excluded=finder.excludes)
    entries: list[Entry] = []
    read: list[str] = []
    for path in files:
        try:
            linter = configured.linter(path)
            complaints.tell_problems(linter)
            document = read_story(path, encoding=configured.encoding(path), stdin_filename=stdin_filename)
        except (BrokenConfigurationError, InputError) as error:
            complaints.tell(error)
            continue
        story = linter.annotate(document)
        read.append(document.path)
        attributions = zip(story.attributions, story.speakers, strict=True)
        entries.extend(ledger(document, attributions, linter.check_story(story)))
    stream = utf8_output()
    if output_format == "json":
        write_json(entries, stream)
    elif output_format == "markdown":
        write_markdown(read, entries, stream, ui)
    else:
        width = shutil.get_terminal_size((80, 24)).columns if stream.isatty() else 80
        write_table(read, entries, stream, width, ui)
    stream.flush()
    return 2 if not whole or complaints.any else 0
