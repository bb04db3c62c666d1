"""What a walk through folders leaves out: patterns in the way of .gitignore (gitignore(5)), through pathspec."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_NAMED_GROUP = re.compile(r"\(\?P<\w+>")


class Patterns:
    """Patterns to hold relative paths against.

    All of them are one expression as well, since nearly every path fits none: what that passes over, pathspec never sees.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        from pathspec import GitIgnoreSpec

        self._spec = GitIgnoreSpec.from_lines(lines)
        parts = [_NAMED_GROUP.sub("(?:", pattern.regex.pattern) for pattern in self._spec.patterns if pattern.regex is not None]
        self._any = re.compile("|".join(f"(?:{part})" for part in parts)) if parts else None

    def tell(self, name: str) -> bool | None:
        """Is a path (of a folder, if it ends in a slash) named, or named as an exception (False)? None if it is neither."""
        if self._any is None or self._any.match(name) is None:
            return None
        return self._spec.check_file(name).include


@lru_cache(maxsize=256)
def compiled(patterns: tuple[str, ...]) -> Patterns:
    """The patterns, compiled once for a run."""
    return Patterns(patterns)


class _Holding(NamedTuple):
    """Patterns that hold in a folder, and how its files are named for them: the way from the folder that has the patterns."""

    way: str
    patterns: Patterns


class Ignored:
    """Tells what the .gitignore files of a repository leave out; a file is read once."""

    def __init__(self) -> None:
        self._in_folder: dict[str, tuple[_Holding, ...]] = {}
        self._files: dict[str, tuple[tuple[str, Patterns], ...]] = {}

    def __call__(self, path: str, *, folder: bool = False) -> bool:
        """Is a file (or, with ``folder``, a folder) left out?"""
        parent, name = os.path.split(path)
        if parent not in self._in_folder:
            self._in_folder[parent] = self._held(os.path.abspath(parent))
        result = False
        for way, patterns in self._in_folder[parent]:
            found = patterns.tell(f"{way}{name}/" if folder else way + name)
            if found is not None:
                result = found
        return result

    def _held(self, folder: str) -> tuple[_Holding, ...]:
        return tuple(_Holding(way_to(folder, base), patterns) for base, patterns in self._of(folder))

    def _of(self, folder: str) -> tuple[tuple[str, Patterns], ...]:
        """The .gitignore files that hold in a folder, outermost first."""
        if folder not in self._files:
            parent = os.path.dirname(folder)
            outer = () if parent == folder or os.path.exists(os.path.join(folder, ".git")) else self._of(parent)
            try:
                with open(os.path.join(folder, ".gitignore"), encoding="utf-8", errors="replace") as file:
                    outer = (*outer, (folder, compiled(tuple(file.read().splitlines()))))
            except OSError:
                pass
            self._files[folder] = outer
        return self._files[folder]


def way_to(folder: str, base: str) -> str:
    """What stands before the name of a file in a folder, seen from another one, both absolute: ``a/b/``, or nothing."""
    way = os.path.relpath(folder, base).replace(os.sep, "/")
    return "" if way == "." else f"{way}/"
