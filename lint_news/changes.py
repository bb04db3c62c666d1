"""Changes: the lines of stories that differ from a revision of their git repository."""

from __future__ import annotations

import os
import re
import subprocess
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TypeVar

from lint_news.diagnostic import Diagnostic
from lint_news.errors import ConfigurationError

_HUNK = re.compile(rb"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_T = TypeVar("_T")
_SETTINGS = ("-c", "core.quotePath=false", "-c", "diff.noprefix=false")


class Changes:
    """Which lines of a file are new or changed since ``revision``.

    Raises ConfigurationError where git can't tell: for what is no revision, and for each story outside a repository or in one
    without that revision. Git is asked once for a folder and once for a repository, also where it has no answer.
    """

    def __init__(self, revision: str) -> None:
        if revision.startswith("-") or not revision.strip() or "\0" in revision:
            raise ConfigurationError(f"'{revision}' is no revision")
        self._revision = revision
        self._commits: dict[str, str] = {}
        self._top = _remembered(self._read_top)
        self._tracked = _remembered(self._read_tracked)
        self._changed = _remembered(self._read)

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
        ends = [end for _, end in ranges]
        kept = []
        for one in found:
            at = bisect_right(ends, one.region.line)
            if at < len(ranges) and ranges[at][0] <= one.region.end_line:
                kept.append(one)
        return kept

    def _read_top(self, folder: str) -> str:
        return os.fsdecode(_git(folder, "rev-parse", "--show-toplevel")).rstrip("\n")

    def _read_tracked(self, top: str) -> frozenset[str]:
        return frozenset(os.fsdecode(name) for name in _git(top, "ls-files", "-z").split(b"\0") if name)

    def _read(self, top: str) -> dict[str, str | None]:
        """The changed files of a repository, each with its old name; None for a file that git didn't know."""
        try:
            data = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{self._revision}^{{commit}}")
        except ConfigurationError:
            message = f"git has no revision '{self._revision}' here; fetch more of the history, or name another"
            raise ConfigurationError(message, path=top) from None
        commit = os.fsdecode(data)
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
        self._commits[top] = commit.strip()
        return found

    def _ranges(self, top: str, old: str, new: str) -> list[tuple[int, int]]:
        """Half-open ranges of changed lines (1-based) of one file, in order."""
        names = [f":(top,literal){name}" for name in dict.fromkeys((old, new))]
        patch = _git(
            top, "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "-M", self._commits[top], "--", *names
        )
        ranges = []
        for match in _HUNK.finditer(patch):
            start, count = int(match[1]), int(match[2]) if match[2] is not None else 1
            ranges.append((start, start + count))
        return ranges


def _remembered(ask: Callable[[str], _T]) -> Callable[[str], _T]:
    """A question to git with its answers kept, and its errors."""
    answers: dict[str, _T | ConfigurationError] = {}

    def asked(place: str) -> _T:
        if place not in answers:
            try:
                answers[place] = ask(place)
            except ConfigurationError as error:
                answers[place] = error
        answer = answers[place]
        if isinstance(answer, ConfigurationError):
            raise answer
        return answer

    return asked


def _git(folder: str, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", *_SETTINGS, *arguments], cwd=folder or ".", capture_output=True, check=False)
    except OSError as error:
        raise ConfigurationError(f"git can't be run: {error.strerror}") from None
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").split("\n")
        detail = lines[0].removeprefix("fatal: ") or "it failed"
        raise ConfigurationError(f"git: {detail}", path=folder)
    return done.stdout
