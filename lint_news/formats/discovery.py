"""Which files are stories: the paths of a command line, folders walked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from lint_news.errors import InputError
from lint_news.formats.ignoring import Ignored
from lint_news.formats.registry import STORY_SUFFIXES, is_story


def find_stories(
    paths: Iterable[str], excluded: Callable[[str], bool] = lambda path: False, *, pick: bool = False
) -> Iterator[str | InputError]:
    """The files to check, folders in sorted order, each file once; an error stands in the place of a path that gives none.

    A walk through a folder leaves out what is hidden, ``excluded``, named by a .gitignore, or a link out of the folder. With
    ``pick``, files that are named are left out, too, where they are ``excluded`` or no stories.
    """
    seen: set[str] = set()
    ignored = Ignored()
    for path in paths:
        if path == "-":
            yield path
        elif os.path.isdir(path):
            found = False
            for story in _walk(path, excluded, ignored):
                found = True
                if story not in seen:
                    seen.add(story)
                    yield story
            if not found:
                yield InputError(f"no stories in this folder (looked for {', '.join(STORY_SUFFIXES)})", path=path)
        elif not os.path.lexists(path):
            yield InputError("no such file or folder", path=path)
        elif path not in seen and not (pick and (excluded(path) or not is_story(path))):
            seen.add(path)
            yield path


def _walk(folder: str, excluded: Callable[[str], bool], ignored: Ignored) -> Iterator[str]:
    inside = os.path.join(os.path.realpath(folder), "")
    for root, folders, files in os.walk(folder):
        within = (os.path.join(root, name) for name in folders if not name.startswith("."))
        folders[:] = sorted(os.path.basename(path) for path in within if not excluded(path) and not ignored(path, folder=True))
        for name in sorted(files):
            path = os.path.join(root, name)
            if name.startswith(".") or excluded(path) or ignored(path) or not is_story(path):
                continue
            if not os.path.islink(path) or os.path.realpath(path).startswith(inside):
                yield path
