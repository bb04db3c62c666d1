"""Linters by configuration: stories that the same settings hold for share one."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any

import click

from lint_news.config import Entry, Finder, Settings
from lint_news.engine import Linter, StoryResult, Wanted
from lint_news.errors import BrokenConfigurationError, ConfigurationError, LintNewsError
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


# Values of a command line say which option they came from: "command line: --select".
COMMAND_LINE = "command line: "
_OPTION_OF = {"inline_ignores": "--no-ignores"}


def given(**options: object) -> dict[str, Entry]:
    """Settings of the command line by their names, each with the option it came from; what was not given is left out."""
    found = {}
    for setting, value in options.items():
        option = _OPTION_OF.get(setting, f"--{setting.replace('_', '-')}")
        found[setting] = Entry(value, COMMAND_LINE + option)
    return {setting: entry for setting, entry in found.items() if entry.value not in (None, ())}


class Configured:
    """The linters of a run. ``given`` are settings of the command line, by their names; they win over a file's.

    A list of the command line (``ignore``, ``rules``) is added to that of the file; ``select`` stands in its place.
    What is asked of a story raises BrokenConfigurationError where a file found upwards from it can't be used, and
    ConfigurationError where the command line can't.
    """

    def __init__(self, finder: Finder, given: dict[str, Entry], ui_language: str = "en") -> None:
        self.finder = finder
        self._given = given
        self._ui_language = ui_language
        self._linters: dict[Settings, Linter] = {}
        self._broken: dict[Settings, BrokenConfigurationError] = {}

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

    def run_settings(self, paths: Iterable[str]) -> Settings:
        """What holds for the run as a whole: the settings of the first path whose configuration can be read."""
        for path in paths:
            try:
                return self.settings(path)
            except BrokenConfigurationError:
                continue
        return self._alone()

    def encoding(self, path: str) -> str | None:
        """The encoding of a story without a byte order mark, as Python spells it."""
        encoding = self.settings(path).encoding
        return check_encoding(encoding) if encoding else None

    def linter(self, path: str) -> Linter:
        """The linter for a story; an error tells file, line and column where a configuration file is to blame."""
        settings = self.settings(path)
        broken = self._broken.get(settings)
        if broken is not None:
            raise broken
        try:
            return self._of(settings)
        except LintNewsError as error:
            if settings == self._alone():
                raise
            # What the command line asks for is wrong for all stories.
            self._of(self._alone())
            located = self._blamed(error, path)
            if self.finder.is_given:
                raise located from None
            self._broken[settings] = BrokenConfigurationError(located.message, located.path, located.line, located.column)
            raise self._broken[settings] from None

    def _blamed(self, error: LintNewsError, path: str) -> LintNewsError:
        """An error with the place of what it names first, where that stands in the configuration file of a story."""
        configuration = self.finder.of(path)
        if configuration is None:
            return error
        quoted = re.search(r"'(.*?)'(?=[,;]|$)", error.message)
        named = error.path or (quoted[1] if quoted is not None else "")
        for entry in self.finder.entries(path).values():
            for mark in entry.marks:
                if named in (mark.text, os.path.join(configuration.folder, mark.text)):
                    message = f"{error.message}: {mark.text}" if error.path else error.message
                    return ConfigurationError(message, configuration.path, mark.line, mark.column)
        return error if error.path else ConfigurationError(error.message, configuration.path)

    def foremost(self, paths: Iterable[str]) -> Linter:
        """The linter of the first path that has one; that of the command line alone where none has."""
        for path in paths:
            try:
                return self.linter(path)
            except BrokenConfigurationError:
                continue
        return self._of(self._alone())

    def _alone(self) -> Settings:
        """The settings of the command line without a configuration file."""
        return Settings(**{setting: entry.value for setting, entry in self._given.items()})  # type: ignore[arg-type]

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
    ) -> Iterator[tuple[Linter | None, StoryResult]]:
        """Results of the files in order, each with the linter that made it; none where its configuration can't be used."""
        for linter, group in groupby(files, key=self._linter_or_error):
            if isinstance(linter, BrokenConfigurationError):
                for path in group:
                    yield None, StoryResult(stdin_filename if path == "-" else path, [], linter)
            else:
                for result in linter.check_paths(list(group), jobs=jobs, stdin_filename=stdin_filename, wanted=wanted):
                    yield linter, result

    def _linter_or_error(self, path: str) -> Linter | BrokenConfigurationError:
        try:
            return self.linter(path)
        except BrokenConfigurationError as error:
            return error
