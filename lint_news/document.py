"""A story as the checks see it: its text, its zones, and the way back to the source file.

Offsets are code points of ``Document.text``. Lines and columns are 1-based and belong to the source file; a column counts
code points, and only a line feed ends a line (the carriage return of a CRLF pair is the last code point of its line).
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
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


class Comment(NamedTuple):
    """A comment of the markup: its range in the source, and its text with the marks around it."""

    span: Span
    text: str


class Segment(NamedTuple):
    """``length`` code points of the text from ``offset`` on, and the ``width`` code points of the source that they stand for.

    Equal length and width: one to one. Otherwise the range is a unit (an entity, an escape), and a width of 0 is what the
    format implies without writing it (the break between two paragraphs). ``escapes`` names how the source writes plain text
    there, innermost first: ``x`` as XML and HTML do, ``j`` as a JSON string does.
    """

    offset: int
    source: int
    length: int
    width: int
    escapes: str = ""


class Document:
    """One story.

    ``text`` is what the checks read. ``source`` is the decoded file it was taken from (the same string for plain text),
    and ``segments``, which cover the text in order, map offsets of the one to offsets of the other; no segments means that
    they are equal. ``format`` is one of ``text``, ``markdown``, ``html``, ``docx``, ``nitf``, ``newsml`` and ``ninjs``.
    ``comments`` are those of the markup that speak to lint-news (see ``silencing.py``), ``hidden`` the ranges of the source, in
    order, that only seem to: what is written there stands in a tag.
    ``editable`` is False where ``source`` only shows what the file holds (docx). ``encoding`` is the one that the file itself
    declares, empty where it declares none. ``issued`` is the day of issue that the file tells beside the copy (``2026-11-24``),
    empty where it tells none.
    """

    __slots__ = (
        "_line_starts",
        "comments",
        "editable",
        "encoding",
        "format",
        "hidden",
        "issued",
        "language",
        "path",
        "segments",
        "source",
        "text",
        "zones",
    )

    def __init__(
        self,
        text: str,
        *,
        path: str = "<text>",
        language: str | None = None,
        zones: tuple[Zone, ...] = (),
        source: str | None = None,
        segments: tuple[Segment, ...] = (),
        format: str = "text",
        editable: bool = True,
        encoding: str = "",
        comments: tuple[Comment, ...] = (),
        hidden: tuple[Span, ...] = (),
        issued: str = "",
    ) -> None:
        self.text = text
        self.path = path
        self.language = language
        self.zones = zones
        self.source = text if source is None else source
        self.segments = segments
        self.format = format
        self.editable = editable
        self.encoding = encoding
        self.comments = comments
        self.hidden = hidden
        self.issued = issued
        self._line_starts: list[int] | None = None

    def _segment_at(self, offset: int) -> int:
        return max(bisect_right(self.segments, offset, key=lambda segment: segment.offset) - 1, 0)

    def source_offset(self, offset: int) -> int:
        """Offset in ``source`` of an offset in ``text``; the beginning of the unit that holds it."""
        if not self.segments:
            return offset
        segment = self.segments[self._segment_at(offset)]
        inner = offset - segment.offset
        if segment.length == segment.width or inner > segment.length:
            return segment.source + inner
        return segment.source + (segment.width if inner == segment.length else 0)

    def source_end(self, offset: int) -> int:
        """Offset in ``source`` behind the code point before an offset in ``text``: where a range ends that ends there."""
        if not self.segments or offset <= 0:
            return self.source_offset(offset)
        segment = self.segments[self._segment_at(offset - 1)]
        if segment.length == segment.width:
            return segment.source + offset - segment.offset
        return segment.source + segment.width

    def source_span(self, start: int, end: int) -> Span | None:
        """The range of ``source`` that a range of the text stands for and that may be replaced as a whole.

        None where it can't be: it crosses markup, holds what the source doesn't write, or begins or ends inside a unit.
        """
        if not self.editable:
            return None
        if not self.segments:
            return Span(start, end)
        if start == end:
            segment = self.segments[self._segment_at(max(start - 1, 0))]
            place = self.source_end(start)
            return Span(place, place) if segment.width and start <= segment.offset + segment.length else None
        first, last = self._segment_at(start), self._segment_at(end - 1)
        covered = self.segments[first : last + 1]
        for left, right in pairwise(covered):
            if left.source + left.width != right.source or left.escapes != right.escapes:
                return None
        if any(not segment.width for segment in covered) or not (self._whole(first, start) and self._whole(last, end)):
            return None
        return Span(self.source_offset(start), self.source_end(end))

    def _whole(self, at: int, offset: int) -> bool:
        """Whether a segment may be cut at an offset."""
        segment = self.segments[at]
        return segment.length == segment.width or offset in (segment.offset, segment.offset + segment.length)

    def escapes_at(self, offset: int) -> str:
        """How the source writes plain text at an offset (see ``Segment``); ``formats.reading.escape`` takes it."""
        return self.segments[self._segment_at(offset)].escapes if self.segments else ""

    def end_position(self, offset: int) -> Position:
        """Line and column in the source file of the end (exclusive) of a range of the text."""
        return self._position_in_source(self.source_end(offset))

    def position(self, offset: int) -> Position:
        """Line and column of a text offset (``0 <= offset <= len(text)``) in the source file."""
        return self._position_in_source(self.source_offset(offset))

    def _position_in_source(self, place: int) -> Position:
        if self._line_starts is None:
            self._line_starts = line_starts(self.source)
        line = bisect_right(self._line_starts, place)
        return Position(line, place - self._line_starts[line - 1] + 1)


def line_starts(text: str) -> list[int]:
    """Offsets at which the lines of a text begin; the first is 0."""
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts
