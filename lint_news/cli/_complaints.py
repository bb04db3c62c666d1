"""What is wrong with the input of a run, told on standard error while the run goes on."""

from __future__ import annotations

import os

from lint_news.cli._speaking import complain
from lint_news.engine import Linter
from lint_news.errors import LintNewsError


class Complaints:
    """Errors told, each once; ``any`` says that there was one."""

    def __init__(self) -> None:
        self._told: set[tuple[str, int, int, str]] = set()
        self._asked: list[Linter] = []

    @property
    def any(self) -> bool:
        """Was there something to complain of?"""
        return bool(self._told)

    def tell(self, error: LintNewsError) -> None:
        """Tell an error, unless the same one was told before: one broken configuration file keeps many stories unchecked."""
        key = (os.path.realpath(error.path), error.line, error.column, error.message)
        if key not in self._told:
            self._told.add(key)
            complain(error)

    def tell_problems(self, linter: Linter) -> None:
        """Tell what is wrong with the rule files of a linter."""
        if not any(linter is asked for asked in self._asked):
            self._asked.append(linter)
            for problem in linter.problems:
                self.tell(problem)
