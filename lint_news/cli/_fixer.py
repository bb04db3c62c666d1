"""``check --fix`` and ``--diff``: stories rewritten, or what would be rewritten shown."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TextIO

from lint_news.cli._configured import Configured
from lint_news.cli._speaking import complain
from lint_news.engine import Linter, StoryResult
from lint_news.errors import BrokenConfigurationError, InputError
from lint_news.fixes import Fixed, fix_bytes, save
from lint_news.formats.decoding import codec_of
from lint_news.formats.reading import load, read_bytes
from lint_news.reports._visible import visible


class Fixer:
    """Fixes story after story; ``applied`` counts. A difference or the text of standard input goes to ``stream``."""

    def __init__(self, configured: Configured, stream: TextIO, *, unsafe: bool, diff: bool) -> None:
        self._configured = configured
        self._stream = stream
        self._unsafe = unsafe
        self._diff = diff
        self.applied = 0

    def results(self, files: Sequence[str], stdin_filename: str) -> Iterator[tuple[Linter | None, StoryResult]]:
        """What is left to find in each story after its fixes, with the linter that found it."""
        for path in files:
            shown = stdin_filename if path == "-" else path
            try:
                linter, encoding = self._configured.linter(path), self._configured.encoding(path)
            except BrokenConfigurationError as error:
                yield None, StoryResult(shown, [], error)
                continue
            try:
                fixed = fix_bytes(load(path, shown), shown, linter.check_document, encoding=encoding, unsafe=self._unsafe)
                self._write(path, shown, fixed, encoding)
            except InputError as error:
                yield linter, StoryResult(shown, [], error)
                continue
            if fixed.beyond:
                complain(
                    InputError(f"{fixed.beyond} replacements can't be written in {fixed.codec}; they are left", path=shown)
                )
            self.applied += fixed.applied
            yield linter, StoryResult(shown, fixed.left)

    def _write(self, path: str, shown: str, fixed: Fixed, encoding: str | None) -> None:
        if self._diff:
            self._stream.write(difference(shown, fixed, encoding))
        elif path == "-":
            self._stream.flush()
            sys.stdout.buffer.write(fixed.after)
            sys.stdout.buffer.flush()
        elif fixed.after != fixed.before:
            save(path, fixed.before, fixed.after)


def difference(path: str, fixed: Fixed, encoding: str | None) -> str:
    """A unified difference of a story before and after, with nothing in it that a terminal would obey."""
    from difflib import unified_diff

    declared = read_bytes(fixed.before, path, encoding).encoding
    codec, skip = codec_of(fixed.before, encoding or declared or None)
    before, after = (data[skip:].decode(codec).split("\n") for data in (fixed.before, fixed.after))
    lines = unified_diff(_ended(before), _ended(after), f"a/{path.lstrip('/')}", f"b/{path.lstrip('/')}", lineterm="")
    return "".join(_line(line) for line in lines)


def _ended(lines: list[str]) -> list[str]:
    """Lines of which the last, if it has no line end, says so."""
    return lines[:-1] if not lines[-1] else [*lines[:-1], lines[-1] + "\n\\ No newline at end of file"]


def _line(line: str) -> str:
    text, newline, note = line.partition("\n")
    return visible(text.removesuffix("\r")) + ("\r" if text.endswith("\r") else "") + newline + note + "\n"
