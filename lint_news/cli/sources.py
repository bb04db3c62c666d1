"""``lint-news sources``: the ledger of who says what."""

from __future__ import annotations

import click

from lint_news.cli._common import (
    complain,
    encoding_option,
    language_option,
    rules_option,
    stdin_option,
    stories,
    utf8_output,
)
from lint_news.engine import Linter
from lint_news.errors import InputError
from lint_news.formats.decoding import check_encoding
from lint_news.formats.reading import read_story
from lint_news.reports._ledger import Entry, entry, write_json, write_text


@click.command("sources")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@rules_option
@language_option
@encoding_option
@stdin_option
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How sources are printed."
)
def command(
    paths: tuple[str, ...],
    rule_paths: tuple[str, ...],
    language: str | None,
    encoding: str | None,
    stdin_filename: str,
    output_format: str,
) -> int:
    """List who says what in each story: source, cue, kind of source, direct or indirect speech.

    PATH is a file, a folder (every story in it) or '-' for standard input.
    """
    checked = check_encoding(encoding) if encoding else None
    linter = Linter(rules=rule_paths, language=language, encoding=checked)
    for problem in linter.problems:
        complain(problem)
    files, whole = stories(paths)
    entries: list[Entry] = []
    for path in files:
        try:
            document = read_story(path, encoding=checked, stdin_filename=stdin_filename)
        except InputError as error:
            complain(error)
            whole = False
            continue
        entries.extend(entry(document, found) for found in linter.annotate(document).attributions)
    stream = utf8_output()
    (write_json if output_format == "json" else write_text)(entries, stream)
    stream.flush()
    return 2 if not whole or linter.problems else 0
