"""The list of known names that a review adds to, in force beside what is settled for a story."""

from __future__ import annotations

import os
from collections.abc import Callable

from lint_news.cli._configured import Configured
from lint_news.cli._speaking import complain
from lint_news.config import Entry, Finder, Settings
from lint_news.engine import Linter
from lint_news.errors import ConfigurationError, LintNewsError, RuleError
from lint_news.fixes import save
from lint_news.formats.reading import load
from lint_news.ruleset.name_list import Insertion, new_entry
from lint_news.writing import write


class KnownNames:
    """Linters by configuration with one more list of names. ``problems`` says that a rule file was broken from the start."""

    def __init__(self, path: str, finder: Finder, given: dict[str, Entry], ui_language: str) -> None:
        self.path = path
        self._finder = finder
        self._given = given
        self._ui_language = ui_language
        self._settled = Configured(finder, given, ui_language)
        self._configured = self._with_names()
        self._known_problems: set[str] = set()
        self._last = ""
        self.problems = False

    def settings(self, path: str) -> Settings:
        """What holds for a story."""
        return self._settled.settings(path)

    def linter(self, path: str) -> Linter:
        """The linter for a story."""
        linter = self._linter(path)
        self._last = path
        for problem in linter.problems:
            if str(problem) not in self._known_problems:
                self._known_problems.add(str(problem))
                self.problems = True
                complain(problem)
        return linter

    def is_settled(self, path: str = "") -> bool:
        """Is the list in force for a story (the last one) without being asked for, by its name or by that of its folder?"""
        here = os.path.realpath(self.path)
        rules = [os.path.realpath(rule) for rule in self._settled.settings(path or self._last or ".").rules]
        return any(here == rule or here.startswith(rule + os.sep) for rule in rules)

    def _linter(self, path: str) -> Linter:
        return (self._settled if self.is_settled(path) else self._configured).linter(path)

    def _read_again(self) -> None:
        self._settled = Configured(self._finder, self._given, self._ui_language)
        self._configured = self._with_names()

    def add(self, name: str, kind: str) -> Callable[[], None]:
        """Add a name to the list, in one step; what is returned takes it out again. Raises ConfigurationError, the list then as
        it was."""
        before = self._text()
        try:
            insertion = new_entry(before or "", self.path, name, kind)
        except RuleError as error:
            raise _settled(error) from None
        self._write(before, insertion.made(before or ""))
        self._read_again()
        broken = [one for one in self._linter(self._last).problems if str(one) not in self._known_problems]
        if broken:
            self._take_out(insertion, created=before is None)
            raise _settled(broken[0])
        return lambda: self._take_out(insertion, created=before is None)

    def _take_out(self, insertion: Insertion, *, created: bool) -> None:
        now = self._text()
        then = insertion.undone(now or "")
        if then is None:
            raise ConfigurationError("the file was changed meanwhile; nothing is written")
        if created and not then:
            os.unlink(self.path)
        else:
            self._write(now, then)
        self._read_again()

    def _with_names(self) -> Configured:
        if not os.path.exists(self.path):
            return Configured(self._finder, self._given, self._ui_language)
        before = self._given.get("rules")
        rules = before.value if before is not None and isinstance(before.value, tuple) else ()
        entry = Entry((*rules, self.path), "--names")
        return Configured(self._finder, {**self._given, "rules": entry}, self._ui_language)

    def _text(self) -> str | None:
        """The text of the file; None where there is none."""
        if not os.path.lexists(self.path):
            return None
        try:
            return load(self.path, self.path).decode("utf-8")
        except UnicodeDecodeError:
            raise ConfigurationError("not UTF-8", path=self.path) from None
        except LintNewsError as error:
            raise _settled(error) from None

    def _write(self, before: str | None, after: str) -> None:
        try:
            if before is not None:
                save(self.path, before.encode(), after.encode())
            else:
                write(self.path, after.encode(), new=True)
        except LintNewsError as error:
            raise _settled(error) from None
        except OSError as error:
            raise ConfigurationError(error.strerror or str(error), path=self.path) from None


def _settled(error: LintNewsError) -> ConfigurationError:
    """The same error, as one that doesn't end the review."""
    return ConfigurationError(error.message, error.path, error.line, error.column)
