"""Baseline: findings that an archive already has, held back so that only new ones are told.

An entry is a path (relative to the baseline file), a rule and the words found; line numbers are no part of it, so that edits
elsewhere in a story change nothing. Where the same words are found several times, the words around them tell which are new.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Sequence

from lint_news.diagnostic import Diagnostic
from lint_news.document import Document
from lint_news.errors import ConfigurationError
from lint_news.writing import write

_VERSION = 1
_WORD = re.compile(r"\w+")
# So many words before and behind the words found.
_AROUND = 3
_REACH = 80

_Key = tuple[str, str, str]


class Baseline:
    """The findings of a baseline file, by path, rule and words, each with the contexts it was found in."""

    def __init__(self, folder: str, entries: dict[_Key, list[str]] | None = None) -> None:
        self._folder = folder
        self._entries = entries or {}
        self.held_back = 0
        self._seen: set[str] = set()

    @classmethod
    def read(cls, path: str) -> Baseline:
        """The baseline of a file; raises ConfigurationError for one that is none."""
        try:
            with open(path, encoding="utf-8") as file:
                data = json.load(file)
        except OSError as error:
            raise ConfigurationError(error.strerror or str(error), path=path) from None
        except json.JSONDecodeError as error:
            message = f"not a baseline: {error.msg}; write it anew with --write-baseline"
            raise ConfigurationError(message, path=path, line=error.lineno, column=error.colno) from None
        except (ValueError, RecursionError):  # no UTF-8, a number of too many digits, too deep
            raise ConfigurationError("not a baseline; write it anew with --write-baseline", path=path) from None
        entries: dict[_Key, list[str]] = {}
        rows = data.get("findings") if isinstance(data, dict) and data.get("version") == _VERSION else None
        for row in rows if isinstance(rows, list) else (None,):
            if not (
                isinstance(row, dict) and all(isinstance(row.get(key), str) for key in ("path", "rule", "words", "around"))
            ):
                raise ConfigurationError("not a baseline; write it anew with --write-baseline", path=path)
            entries.setdefault((row["path"], row["rule"], row["words"]), []).append(row["around"])
        return cls(os.path.dirname(os.path.abspath(path)), entries)

    def new_ones(self, path: str, found: Sequence[Diagnostic], document: Document | None) -> list[Diagnostic]:
        """The findings of a story that the baseline doesn't hold, in their order."""
        name = _relative(path, self._folder)
        self._seen.add(name)
        kept: list[Diagnostic] = []
        undecided: list[Diagnostic] = []
        for one in found:
            words, around = _words(one, document)
            contexts = self._entries.get((name, one.rule, words))
            if contexts and around in contexts:
                contexts.remove(around)
                self.held_back += 1
            else:
                undecided.append(one)
        for one in undecided:
            contexts = self._entries.get((name, one.rule, _words(one, document)[0]))
            if contexts:
                contexts.pop(0)
                self.held_back += 1
            else:
                kept.append(one)
        return kept

    @property
    def gone(self) -> int:
        """Number of entries that the stories seen no longer have."""
        return sum(len(contexts) for key, contexts in self._entries.items() if key[0] in self._seen)


class BaselineWriter:
    """Collects the findings of a run for a new baseline file."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._folder = os.path.dirname(os.path.abspath(path))
        self._rows: list[dict[str, str]] = []

    def add(self, path: str, found: Iterable[Diagnostic], document: Document | None) -> None:
        """Note the findings of one story."""
        for one in found:
            words, around = _words(one, document)
            self._rows.append({"path": _relative(path, self._folder), "rule": one.rule, "words": words, "around": around})

    def write(self) -> int:
        """Write the file in one step and return the number of its entries; raises ConfigurationError."""
        self._rows.sort(key=lambda row: tuple(row.values()))
        lines = ",\n".join(json.dumps(row) for row in self._rows)
        text = f'{{"version": {_VERSION}, "findings": [\n{lines}\n]}}\n'
        try:
            write(self._path, text.encode())
        except OSError as error:
            raise ConfigurationError(error.strerror or str(error), path=self._path) from None
        return len(self._rows)


def _relative(path: str, folder: str) -> str:
    return os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/")


def _words(one: Diagnostic, document: Document | None) -> tuple[str, str]:
    """The words found, and those before and behind them."""
    if document is None or one.span.end <= one.span.start:
        return one.message, ""
    text = document.text
    before = _WORD.findall(text[max(0, one.span.start - _REACH) : one.span.start])[-_AROUND:]
    behind = _WORD.findall(text[one.span.end : one.span.end + _REACH])[:_AROUND]
    found = " ".join(text[one.span.start : one.span.end].split())
    return found or one.message, f"{' '.join(before)} | {' '.join(behind)}"
