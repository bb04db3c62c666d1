"""Errors that a user caused and can mend: each is one line that says where and what to do."""

from __future__ import annotations


class LintNewsError(Exception):
    """Bad input. ``str(error)`` is ``path:line:column: message``, without the parts that are not known."""

    def __init__(self, message: str, path: str = "", line: int = 0, column: int = 0) -> None:
        super().__init__(message, path, line, column)
        self.message = message
        self.path = path
        self.line = line
        self.column = column

    def __str__(self) -> str:
        place = self.path
        if self.line:
            place += f":{self.line}"
            if self.column:
                place += f":{self.column}"
        return f"{place}: {self.message}" if place else self.message


class InputError(LintNewsError):
    """A story that can't be read."""


class RuleError(LintNewsError):
    """A rule file, word list or list of names that can't be used."""


class ConfigurationError(LintNewsError):
    """An option or a setting that can't be used."""


class BrokenConfigurationError(ConfigurationError):
    """A configuration file, found upwards from some stories, that can't be used: they alone can't be checked."""
