"""Changes: the lines of stories that differ from a revision of their git repository."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from functools import cache

from lint_news.diagnostic import Diagnostic
from lint_news.errors import ConfigurationError

_HUNK = re.compile(rb"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_SETTINGS = ("-c", "core.quotePath=false", "-c", "diff.noprefix=false")


class Changes:
    """Which lines of a file are new or changed since ``revision``; raises ConfigurationError where git can't tell."""

    def __init__(self, revision: str) -> None:
        if revision.startswith("-") or not revision.strip() or "\0" in revision:
            raise ConfigurationError(f"'{revision}' is no revision")
        self._revision = revision
        self._commit = ""
        self._changed = cache(self._read)

    def on_changed_lines(self, path: str, found: Sequence[Diagnostic]) -> list[Diagnostic]:
        """The findings of a story that stand on a changed line."""
        if not found:
            return []
        real = os.path.realpath(path)
        top = self._top(os.path.dirname(real))
        name = os.path.relpath(real, top).replace(os.sep, "/")
        changed = self._changed(top)
        if name not in changed:
            # Standard input and files that .gitignore names are in no revision: all of them is new.
            return [] if name in self._tracked(top) else list(found)
        old = changed[name]
        if old is None:
            return list(found)
        ranges = self._ranges(top, old, name)
        return [one for one in found if any(one.region.line < end and one.region.end_line >= start for start, end in ranges)]

    @cache  # noqa: B019 - one object lives as long as the run
    def _top(self, folder: str) -> str:
        return os.fsdecode(_git(folder, "rev-parse", "--show-toplevel")).rstrip("\n")

    @cache  # noqa: B019 - one object lives as long as the run
    def _tracked(self, top: str) -> frozenset[str]:
        return frozenset(os.fsdecode(name) for name in _git(top, "ls-files", "-z").split(b"\0") if name)

    def _read(self, top: str) -> dict[str, str | None]:
        """The changed files of a repository, each with its old name; None for a file that git didn't know."""
        commit = os.fsdecode(_git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{self._revision}^{{commit}}"))
        fields = _git(top, "diff", "--name-status", "-z", "-M", commit.strip(), "--").split(b"\0")
        found: dict[str, str | None] = {}
        at = 0
        while at + 1 < len(fields):
            status = fields[at][:1]
            old = os.fsdecode(fields[at + 1])
            moved = status in (b"R", b"C")
            new = os.fsdecode(fields[at + 2]) if moved else old
            at += 3 if moved else 2
            found[new] = None if status == b"A" else old
        for name in _git(top, "ls-files", "--others", "--exclude-standard", "-z").split(b"\0"):
            if name:
                found[os.fsdecode(name)] = None
        self._commit = commit.strip()
        return found

    def _ranges(self, top: str, old: str, new: str) -> list[tuple[int, int]]:
        """Half-open ranges of changed lines (1-based) of one file."""
        names = [f":(top,literal){name}" for name in dict.fromkeys((old, new))]
        patch = _git(
            top, "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "-M", self._commit, "--", *names
        )
        ranges = []
        for match in _HUNK.finditer(patch):
            start, count = int(match[1]), int(match[2]) if match[2] is not None else 1
            ranges.append((start, start + count))
        return ranges


def _git(folder: str, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", *_SETTINGS, *arguments], cwd=folder or ".", capture_output=True, check=False)
    except OSError as error:
        raise ConfigurationError(f"git can't be run: {error.strerror}") from None
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").split("\n")
        detail = lines[0].removeprefix("fatal: ") or "unknown revision"
        raise ConfigurationError(f"git: {detail}", path=folder)
    return done.stdout
