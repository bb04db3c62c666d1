"""What reports read off the source of a story: lines, paths as other programs want them, names of findings that last."""

from __future__ import annotations

import hashlib
import os
import posixpath
from collections import Counter
from urllib.parse import quote

from lint_news.diagnostic import Diagnostic
from lint_news.document import Document, Span, line_starts

# In markup these may mean more than themselves.
_MARKUP = frozenset("<>&*_`[]\\|")


class SourceLines:
    """The lines of a story's source; a slice costs what is sliced, however long the line."""

    def __init__(self, document: Document) -> None:
        self._source = document.source
        self._starts = line_starts(document.source)

    def span(self, line: int) -> Span:
        """Offsets in the source of a 1-based line, without its end; an empty range past the last line."""
        if not 1 <= line <= len(self._starts):
            return Span(len(self._source), len(self._source))
        start = self._starts[line - 1]
        end = self._starts[line] - 1 if line < len(self._starts) else len(self._source)
        if end > start and self._source[end - 1] == "\r":
            end -= 1
        return Span(start, end)

    def text(self, start: int, end: int) -> str:
        """A slice of the source."""
        return self._source[start:end]

    def byte_column(self, line: int, column: int) -> int:
        """A 1-based column in code points as a 1-based column in bytes of UTF-8."""
        start, _ = self.span(line)
        return len(self._source[start : start + column - 1].encode("utf-8", "surrogatepass")) + 1


def relative_path(path: str) -> str:
    """The path with ``/`` between folders, relative to the working folder where it lies in it."""
    if os.path.isabs(path):
        inside = os.path.relpath(path)
        path = path if inside.startswith(os.pardir) else inside
    return posixpath.normpath(path.replace(os.sep, "/")) if path else path


def uri(path: str) -> str:
    """The path as a URI reference (RFC 3986): relative to the working folder, else ``file:``."""
    path = relative_path(path)
    try:
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = path.encode("utf-8", "replace")
    quoted = quote(data, safe="/")
    return f"file://{quoted}" if quoted.startswith("/") else quoted


def replacements(document: Document | None, found: Diagnostic) -> tuple[str, ...]:
    """The suggestions that may stand in the source as they are; none where the source writes the place in another way."""
    if document is None or found.span.end <= found.span.start:
        return ()
    first, last = document.source_offset(found.span.start), document.source_offset(found.span.end)
    if document.source[first:last] != document.text[found.span.start : found.span.end]:
        return ()
    if document.source is document.text:
        return found.suggestions
    return tuple(suggestion for suggestion in found.suggestions if _MARKUP.isdisjoint(suggestion))


class Fingerprints:
    """Names of findings that outlive edits elsewhere in a story: path, rule, words, and which of several it is."""

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, str, str]] = Counter()

    def of(self, found: Diagnostic, document: Document | None) -> str:
        """64 hexadecimal digits, unlike those of every other finding asked for."""
        words = document.text[found.span.start : found.span.end] if document else ""
        key = (relative_path(found.path), found.rule, words or found.message)
        self._seen[key] += 1
        data = "\0".join((*key, str(self._seen[key]))).encode("utf-8", "surrogatepass")
        return hashlib.sha256(data).hexdigest()
