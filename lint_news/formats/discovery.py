"""Which files are stories: the paths of a command line, folders walked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from lint_news.errors import InputError

# What a folder is searched for; a file that is named is read whatever its ending.
STORY_SUFFIXES = (".txt", ".md", ".markdown", ".text")


def find_stories(paths: Iterable[str]) -> Iterator[str | InputError]:
    """The files to check, folders in sorted order, each file once; an error stands in the place of a path that gives none."""
    seen: set[str] = set()
    for path in paths:
        if path == "-":
            yield path
        elif os.path.isdir(path):
            found = False
            for story in _walk(path):
                found = True
                if story not in seen:
                    seen.add(story)
                    yield story
            if not found:
                yield InputError(f"no stories in this folder (looked for {', '.join(STORY_SUFFIXES)})", path=path)
        elif not os.path.lexists(path):
            yield InputError("no such file or folder", path=path)
        elif path not in seen:
            seen.add(path)
            yield path


def _walk(folder: str) -> Iterator[str]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.endswith(STORY_SUFFIXES) and not name.startswith("."):
                yield os.path.join(root, name)
