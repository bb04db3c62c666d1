"""Where rule files come from: the folder that ships with the package, and the folders that a user names."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from lint_news.errors import RuleError
from lint_news.ruleset.model import RuleFile

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

# The top-level folder rules/, as setup.cfg maps it into the package.
SHIPPED = "lint_news.shipped_rules"
_SUFFIXES = (".yaml", ".yml")


def shipped_folder() -> str | None:
    """The folder of the shipped rules where they are plain files; None inside a zip file."""
    folder = next(iter(import_module(SHIPPED).__path__), "")
    return folder if os.path.isdir(folder) else None


def shipped_files() -> Iterator[RuleFile]:
    """The shipped rule files in sorted order, read through importlib.resources."""
    from importlib.resources import files

    yield from _from_resources(files(SHIPPED), "rules")


def _from_resources(folder: Traversable, shown: str) -> Iterator[RuleFile]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = f"{shown}/{entry.name}"
        if entry.is_dir():
            yield from _from_resources(entry, path)
        elif entry.name.endswith(_SUFFIXES):
            yield RuleFile(path, entry.read_bytes)


def user_files(paths: Iterable[str]) -> Iterator[RuleFile]:
    """Rule files named on the command line, folders walked in sorted order; raises RuleError for a path that gives none."""
    for path in paths:
        if os.path.isfile(path):
            yield RuleFile(path, partial(_bytes_of, path))
            continue
        if not os.path.isdir(path):
            raise RuleError("no such rule file or folder", path=path)
        found = list(yaml_files(path))
        if not found:
            raise RuleError("no rule files (*.yaml) in this folder", path=path)
        for name in found:
            yield RuleFile(name, partial(_bytes_of, name))


def _bytes_of(path: str) -> bytes:
    # pathlib would do, and is a tenth of the time that a short story takes.
    with open(path, "rb") as file:
        return file.read()


def yaml_files(folder: str) -> Iterator[str]:
    """Paths of the YAML files below a folder, sorted."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__")))
        yield from (os.path.join(root, name) for name in sorted(names) if name.endswith(_SUFFIXES))


def code_files(kinds_folder: str) -> Iterator[str]:
    """The modules that decide what a rule file means (this folder and that of the kinds), where they are plain files."""
    for folder in (os.path.dirname(__file__), kinds_folder):
        if os.path.isdir(folder):
            yield from (
                entry.path for entry in sorted(os.scandir(folder), key=lambda entry: entry.name) if entry.name.endswith(".py")
            )


def signature(paths: Iterable[str]) -> tuple[tuple[str, int, int], ...]:
    """What changes when one of the files does: path, size and time of change of each."""
    found = []
    for path in paths:
        status = os.stat(path)
        found.append((path, status.st_size, status.st_mtime_ns))
    return tuple(found)
