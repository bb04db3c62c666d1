"""What a walk through folders leaves out: patterns in the way of .gitignore (gitignore(5)), through pathspec."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@lru_cache(maxsize=256)
def compiled(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    """The patterns, ready to be matched against relative paths."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


class Ignored:
    """Tells what the .gitignore files of a repository leave out; a file is read once."""

    def __init__(self) -> None:
        self._specs: dict[str, list[tuple[str, GitIgnoreSpec]]] = {}

    def __call__(self, path: str, *, folder: bool = False) -> bool:
        """Is a file (or, with ``folder``, a folder) left out?"""
        absolute = os.path.abspath(path)
        result = False
        for base, spec in self._of(os.path.dirname(absolute)):
            name = os.path.relpath(absolute, base) + ("/" if folder else "")
            found = spec.check_file(name).include
            if found is not None:
                result = found
        return result

    def _of(self, folder: str) -> list[tuple[str, GitIgnoreSpec]]:
        """The .gitignore files that hold in a folder, outermost first."""
        if folder not in self._specs:
            parent = os.path.dirname(folder)
            outer = [] if parent == folder or os.path.exists(os.path.join(folder, ".git")) else self._of(parent)
            try:
                with open(os.path.join(folder, ".gitignore"), encoding="utf-8", errors="replace") as file:
                    outer = [*outer, (folder, compiled(tuple(file.read().splitlines())))]
            except OSError:
                pass
            self._specs[folder] = outer
        return self._specs[folder]
