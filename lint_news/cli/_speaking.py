"""The language that the command line speaks: help, usage errors and complaints in that of messages."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from contextvars import ContextVar
from typing import TYPE_CHECKING

import click

from lint_news.errors import LintNewsError
from lint_news.reports._visible import told, visible
from lint_news.wording import help_text, translated, ui_language_of, ui_languages

if TYPE_CHECKING:
    from lint_news.config import Settings

_SETTLED: ContextVar[str] = ContextVar("language of messages")
# What click adds to the help of an option: "  [default: utf-8; x>=0]".
_EXTRA = re.compile(r"(?P<text>.*?)  \[(?P<extra>[^\]]*)\]", re.DOTALL)


def settle(run: Settings) -> str:
    """The language of messages that holds for a run, from here on that of complaints, too."""
    language = run.ui_language or ui_language_of()
    _SETTLED.set(language)
    return language


def spoken() -> str:
    """The language of messages: as a command has settled it, else as far as its arguments and the configuration tell."""
    return _SETTLED.get("") or _asked_for(sys.argv[1:])


def complain(error: LintNewsError) -> None:
    """One line on standard error in the language of messages, with nothing in it that a terminal would obey."""
    click.echo(f"lint-news: {told(error, spoken())}", err=True)


def show(error: click.ClickException) -> None:
    """A usage error on standard error as click shows it, in the language of messages."""
    language = spoken()
    context = getattr(error, "ctx", None)
    if isinstance(context, click.Context):
        click.echo(context.get_usage(), err=True)
        click.echo(translated(f"Try '{context.command_path} --help' for help.", language) + "\n", err=True)
    click.echo(visible(translated(f"Error: {error.format_message()}", language)), err=True)


class SpokenFormatter(click.HelpFormatter):
    """Writes the help of commands in the language of messages."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, f"{help_text('Usage:', spoken())} ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(help_text(f"{heading}:", spoken()).removesuffix(":"))

    def write_text(self, text: str) -> None:
        super().write_text(help_text(text, spoken()))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(first, _row(second, spoken())) for first, second in rows], col_max, col_spacing)


class SpokenContext(click.Context):
    """The context of commands that explain themselves in the language of messages."""

    formatter_class = SpokenFormatter


def _row(text: str, language: str) -> str:
    """The help of an option with what click adds to it."""
    match = _EXTRA.fullmatch(text)
    if match is None:
        return help_text(text, language)
    extra = match["extra"]
    name, colon, value = extra.partition(": ")
    known = help_text(extra, language)
    if known == extra and colon:
        known = f"{help_text(f'{name}:', language)} {value}"
    return f"{help_text(match['text'], language)}  [{known}]"


def _asked_for(arguments: Sequence[str]) -> str:
    """The language that arguments ask for, or the configuration of the first file among them, or the locale."""
    from lint_news.config import Finder

    chosen: object = _value_of("--ui-language", arguments)
    if chosen is None:
        path = next((one for one in arguments if os.path.exists(one)), ".")
        with suppress(LintNewsError):
            entries = Finder(_value_of("--config", arguments), none="--no-config" in arguments).entries(path)
            chosen = entries["ui_language"].value if "ui_language" in entries else None
    return str(chosen) if chosen in ui_languages() else ui_language_of()


def _value_of(option: str, arguments: Sequence[str]) -> str | None:
    """The value that the last of several equal options has."""
    found = None
    for one, following in zip(arguments, [*arguments[1:], ""], strict=True):
        if one == "--":
            break
        if one == option:
            found = following
        elif one.startswith(f"{option}="):
            found = one.partition("=")[2]
    return found
