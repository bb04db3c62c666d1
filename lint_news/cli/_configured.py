"""Linters by configuration: stories that the same settings hold for share one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any

import click

from lint_news.config import Entry, Finder, Settings
from lint_news.engine import Linter, StoryResult, Wanted
from lint_news.errors import ConfigurationError
from lint_news.formats.decoding import check_encoding

_OPTIONS = (
    click.option(
        "--config", "config_file", metavar="FILE", help="The configuration file; without it, the nearest one upwards."
    ),
    click.option("--no-config", is_flag=True, help="Use no configuration file."),
)


def config_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of this file."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def given(**options: object) -> dict[str, Entry]:
    """Settings of the command line by their names, each with the option it came from; what was not given is left out."""
    found = {setting: Entry(value, f"--{setting.replace('_', '-')}") for setting, value in options.items()}
    return {setting: entry for setting, entry in found.items() if entry.value not in (None, ())}


def _named(value: object) -> list[str]:
    """The names in a setting: a text, a list of texts, or pairs that begin with one."""
    if not isinstance(value, tuple):
        return [str(value)]
    return [str(item[0] if isinstance(item, tuple) else item) for item in value]


class Configured:
    """The linters of a run. ``given`` are settings of the command line, by their names; they win over a file's.

    A list of the command line (``ignore``, ``rules``) is added to that of the file; ``select`` stands in its place.
    """

    def __init__(self, finder: Finder, given: dict[str, Entry], ui_language: str = "en") -> None:
        self.finder = finder
        self._given = given
        self._ui_language = ui_language
        self._linters: dict[Settings, Linter] = {}

    def entries(self, path: str) -> dict[str, Entry]:
        """The values that hold for a story, each with its origin."""
        entries = self.finder.entries(path)
        for setting, entry in self._given.items():
            before = entries.get(setting)
            if before is not None and setting in ("ignore", "rules") and isinstance(before.value, tuple):
                assert isinstance(entry.value, tuple)
                entry = Entry((*before.value, *entry.value), f"{before.origin}, {entry.origin}")
            entries[setting] = entry
        return entries

    def settings(self, path: str) -> Settings:
        """What holds for a story."""
        return Settings(**{setting: entry.value for setting, entry in self.entries(path).items()})  # type: ignore[arg-type]

    def encoding(self, path: str) -> str | None:
        """The encoding of a story without a byte order mark, as Python spells it; raises ConfigurationError."""
        encoding = self.settings(path).encoding
        return check_encoding(encoding) if encoding else None

    def linter(self, path: str) -> Linter:
        """The linter for a story; raises ConfigurationError, with file and line where a configuration file is to blame."""
        try:
            return self._of(self.settings(path))
        except ConfigurationError as error:
            for entry in self.finder.entries(path).values():
                if not error.path and any(f"'{name}'" in error.message for name in _named(entry.value)):
                    file, _, line = entry.origin.rpartition(":")
                    raise ConfigurationError(error.message, path=file, line=int(line)) from None
            raise

    def _of(self, settings: Settings) -> Linter:
        # Settings of the run (what fails, what is left out) make no other linter.
        key = settings._replace(fail_level="", exclude=(), ui_language=None)
        linter = self._linters.get(key)
        if linter is None:
            linter = self._linters[key] = Linter(
                rules=settings.rules,
                select=settings.select,
                ignore=settings.ignore,
                language=settings.language,
                ui_language=self._ui_language,
                encoding=check_encoding(settings.encoding) if settings.encoding else None,
                inline_ignores=settings.inline_ignores,
                severity=dict(settings.severity),
                style=settings.style,
            )
        return linter

    def check_paths(
        self, files: Iterable[str], *, jobs: int, stdin_filename: str, wanted: Wanted
    ) -> Iterator[tuple[Linter, StoryResult]]:
        """Results of the files in order, each with the linter that made it."""
        for settings, group in groupby(files, key=self.settings):
            linter = self._of(settings)
            for result in linter.check_paths(list(group), jobs=jobs, stdin_filename=stdin_filename, wanted=wanted):
                yield linter, result

    @property
    def linters(self) -> tuple[Linter, ...]:
        """The linters made so far, in the order of their first story."""
        return tuple(self._linters.values())
