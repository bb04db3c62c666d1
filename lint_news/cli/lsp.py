"""``lint-news lsp``."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

import click

from lint_news.cli._configured import Configured
from lint_news.config import Entry, Finder
from lint_news.errors import ConfigurationError

if TYPE_CHECKING:
    from lint_news.lsp.stories import LinterOf, Preferences


@click.command("lsp")
# Editors and their plugins often add it on their own account.
@click.option("--stdio", is_flag=True, help="Speak over standard input and output; always so, taken for editors that say it.")
def command(stdio: bool) -> int:
    """Serve an editor: findings as you type, quick fixes, and why a finding matters.

    The editor starts this command and speaks the Language Server Protocol with it; docs/editor.md has the lines for each.
    Each story's configuration file holds; language, rules, select, ignore and ui_language may also come from the editor's
    settings for the server.
    """
    if importlib.util.find_spec("pygls") is None:
        raise ConfigurationError("lsp needs pygls: pip install 'lint-news[lsp]'")
    from lint_news.lsp.server import serve

    serve(linters)
    return 0


def linters(wanted: Preferences) -> LinterOf:
    """The linter for each story: by its configuration file, and by what the editor's settings say."""
    values = {name: value for name, value in wanted._asdict().items() if value and name != "ui_language"}
    given = {name: Entry(value, "editor") for name, value in values.items()}
    return Configured(Finder(), given, wanted.ui_language).linter
