"""A story as the checks see it: its text, its zones, and the way back to the source file.

Offsets are code points of ``Document.text``. Lines and columns are 1-based and belong to the source file; a column counts
code points, and only a line feed ends a line (the carriage return of a CRLF pair is the last code point of its line).
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of code points of a document's text."""

    start: int
    end: int


class Position(NamedTuple):
    """A place in the source file: 1-based line, 1-based column in code points."""

    line: int
    column: int


class Zone(NamedTuple):
    """A part of a story with a role of its own: ``headline``, ``byline``, ``body`` or ``credit``."""

    kind: str
    start: int
    end: int


class Segment(NamedTuple):
    """From ``offset`` on, code points of the text stand one to one in the source, beginning at ``source``."""

    offset: int
    source: int


class Document:
    """One story.

    ``text`` is what the checks read. ``source`` is the decoded file it was taken from (the same string for plain text),
    and ``segments`` maps offsets of the one to offsets of the other; no segments means that they are equal.
    """

    __slots__ = ("_line_starts", "language", "path", "segments", "source", "text", "zones")

    def __init__(
        self,
        text: str,
        *,
        path: str = "<text>",
        language: str | None = None,
        zones: tuple[Zone, ...] = (),
        source: str | None = None,
        segments: tuple[Segment, ...] = (),
    ) -> None:
        self.text = text
        self.path = path
        self.language = language
        self.zones = zones
        self.source = text if source is None else source
        self.segments = segments
        self._line_starts: list[int] | None = None

    def source_offset(self, offset: int) -> int:
        """Offset in ``source`` of an offset in ``text``."""
        if not self.segments:
            return offset
        at = bisect_right(self.segments, (offset, len(self.source) + 1)) - 1
        segment = self.segments[max(at, 0)]
        return segment.source + offset - segment.offset

    def position(self, offset: int) -> Position:
        """Line and column of a text offset (``0 <= offset <= len(text)``) in the source file."""
        if self._line_starts is None:
            self._line_starts = line_starts(self.source)
        place = self.source_offset(offset)
        line = bisect_right(self._line_starts, place)
        return Position(line, place - self._line_starts[line - 1] + 1)

    def zone_at(self, offset: int) -> str:
        """Kind of the zone that holds an offset; ``body`` where none does."""
        for zone in self.zones:
            if zone.start <= offset < zone.end:
                return zone.kind
        return "body"


def line_starts(text: str) -> list[int]:
    """Offsets at which the lines of a text begin; the first is 0."""
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts
