"""What the commands share: streams, files, options."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TextIO

import click

from lint_news.cli._speaking import complain
from lint_news.diagnostic import SEVERITIES
from lint_news.errors import InputError
from lint_news.wording import ui_languages


def utf8_output() -> TextIO:
    """Standard output in UTF-8, whatever the locale; what can't be encoded is escaped."""
    stream = sys.stdout
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return stream


def wants_colour(stream: TextIO) -> bool:
    """Colour on a terminal only, and not where NO_COLOR is set (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def terminal_width(stream: TextIO) -> int:
    """Columns of the terminal that a stream writes to; 100 where it is none."""
    if not stream.isatty():
        return 100
    import shutil

    return shutil.get_terminal_size((100, 24)).columns


def stories(
    paths: Sequence[str],
    leave_out: Sequence[str] = (),
    excluded: Callable[[str], bool] | None = None,
    missing: list[InputError] | None = None,
    *,
    pick: bool = False,
) -> tuple[list[str], bool]:
    """The files to check, and whether every path gave some; what gave none is told on standard error, and put to ``missing``.

    Files to ``leave_out`` are no stories: the reports of this run. A walk passes over what is ``excluded``, and
    so do the files that are named if they are to be ``pick``ed.
    """
    from lint_news.formats.discovery import find_stories

    reports = {os.path.realpath(path) for path in leave_out}
    found: list[str] = []
    whole = True
    for story in find_stories(paths, excluded or (lambda path: False), pick=pick):
        if isinstance(story, InputError):
            complain(story)
            if missing is not None:
                missing.append(story)
            whole = False
        elif not reports or os.path.realpath(story) not in reports:
            found.append(story)
    return found, whole


def _split(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Values of a repeatable option that also takes a list with commas."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


rules_option = click.option(
    "--rules", "rule_paths", metavar="DIR", multiple=True, help="A folder (or file) of your own rules; may be given again."
)
select_option = click.option(
    "--select",
    metavar="RULE",
    multiple=True,
    callback=_split,
    help="Run only this rule or topic (names/known, figures); may be given again.",
)
ignore_option = click.option(
    "--ignore", metavar="RULE", multiple=True, callback=_split, help="Leave out this rule or topic; may be given again."
)
fail_level_option = click.option(
    "--fail-level",
    type=click.Choice([*SEVERITIES, "never"]),
    help="Exit with status 1 if anything this grave or graver is found.  [default: warning]",
)
language_option = click.option(
    "--language", metavar="CODE", help="Language of the stories, such as fr or en. Without it, each story's own is found."
)
encoding_option = click.option(
    "--encoding", metavar="NAME", help="Encoding of files without a byte order mark.  [default: utf-8]"
)
stdin_option = click.option(
    "--stdin-filename", metavar="NAME", default="<stdin>", help="The name to show for standard input ('-')."
)
ui_language_option = click.option(
    "--ui-language",
    type=click.Choice(ui_languages()),
    help="Language of messages.  [default: that of the locale, else en]",
)
