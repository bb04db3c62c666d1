"""The command line: one file a command, each imported when it is called."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from lint_news import __version__
from lint_news.cli._speaking import SpokenContext, complain, show
from lint_news.errors import LintNewsError

_COMMANDS = {
    "check": "Check stories and print what an editor should look at.",
    "config": "Show what is settled for a story, and where.",
    "lsp": "Serve an editor: findings as you type, quick fixes.",
    "names": "List the names of stories, with their spellings and places.",
    "review": "Go through findings one at a time and decide each with a key.",
    "sources": "List who says what in each story.",
}


class _Commands(click.Group):
    """A group whose commands are imported only when they run; the list of commands needs none of them."""

    context_class = SpokenContext

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command = import_module(f"{__name__}.{cmd_name}").command
        assert isinstance(command, click.Command)
        command.context_class = SpokenContext
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(_COMMANDS.items()))


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="lint-news", message="%(prog)s %(version)s")
def group() -> None:
    """A linter for news text: names, sources, figures, and the spelling and marks around them.

    \b
    lint-news check story.txt        check one story
    lint-news check copy/            check every story in a folder
    cat story.txt | lint-news check - --language fr
    """


def run() -> None:
    """Run the command line and exit: 0 clean, 1 findings, 2 usage or unreadable input. A closed pipe ends quietly."""
    try:
        status = group.main(prog_name="lint-news", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Abort:
        status = 130
    except click.ClickException as error:
        show(error)
        status = 2
    except LintNewsError as error:
        complain(error)
        status = 2
    except BrokenPipeError:
        # Python would complain once more when it flushes standard output at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 141
    sys.exit(status if isinstance(status, int) else 0)
