"""Text with its way back to the file, through as many layers of markup as a format has, and the story put together from it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from lint_news.document import Comment, Document, Segment, Span, Zone

_RUN = re.compile(r"[^ \t\r\n\f]+(?: [^ \t\r\n\f]+)*|[ \t\r\n\f]+")
# What stands for NUL and halves of surrogate pairs, which JSON can escape and no text can hold.
REPLACEMENT = "\ufffd"
_NO_TEXT = re.compile("[\x00\ud800-\udfff]")


class Mapped(NamedTuple):
    """A text whose segments, in order and without gaps, lead to a file."""

    text: str
    segments: tuple[Segment, ...]

    def pieces(self, start: int, end: int) -> Iterator[Segment]:
        """The segments of a range, cut to it where they are one to one; a unit that is cut stands whole at its beginning."""
        at = max(bisect_right(self.segments, start, key=lambda segment: segment.offset) - 1, 0)
        for segment in self.segments[at:] if at == 0 and end >= len(self.text) else _from(self.segments, at):
            if segment.offset >= end:
                return
            first = max(segment.offset, start)
            last = min(segment.offset + segment.length, end)
            if first >= last:
                continue
            if segment.length == segment.width:
                shift = segment.source - segment.offset
                yield Segment(first, first + shift, last - first, last - first, segment.escapes)
            else:
                width = segment.width if first == segment.offset else 0
                yield Segment(first, segment.source, last - first, width, segment.escapes)


def _from(segments: tuple[Segment, ...], at: int) -> Iterator[Segment]:
    while at < len(segments):
        yield segments[at]
        at += 1


def whole(source: str) -> Mapped:
    """A file as it stands."""
    return Mapped(source, (Segment(0, 0, len(source), len(source)),))


class Gatherer:
    """Gathers pieces that stand for something else in the file into one mapped text (the value of a JSON string ...)."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self.length = 0

    def add(self, text: str, source: int, width: int, escapes: str = "") -> None:
        """Add a text that stands for ``width`` code points of the file."""
        if not text:
            return
        text = _NO_TEXT.sub(REPLACEMENT, text)
        last = self._segments[-1] if self._segments else None
        plain = len(text) == width
        if last and plain and last.length == last.width and (last.source + last.width, last.escapes) == (source, escapes):
            length = last.length + width
            self._segments[-1] = Segment(last.offset, last.source, length, length, escapes)
        else:
            self._segments.append(Segment(self.length, source, len(text), width, escapes))
        self._parts.append(text)
        self.length += len(text)

    def copy(self, given: Mapped, start: int, end: int, escape: str = "") -> None:
        """Add a range of a mapped text as it stands; ``escape`` is how that text writes plain text."""
        for piece in given.pieces(start, end):
            text = given.text[piece.offset : piece.offset + piece.length]
            self.add(text, piece.source, piece.width, escape + piece.escapes)

    def unit(self, given: Mapped, start: int, end: int, text: str, escape: str = "") -> None:
        """Add a text that stands for a whole range of a mapped one (an entity, a run of blanks)."""
        pieces = list(given.pieces(start, end))
        if not pieces:
            return
        source = pieces[0].source
        width = pieces[-1].source + pieces[-1].width - source
        # A unit as long as what it stands for must not pass for one to one.
        for at, char in enumerate(text):
            self.add(char, source if at == 0 else source + width, width if at == 0 else 0, escape + pieces[0].escapes)

    def mapped(self) -> Mapped:
        """What was gathered."""
        return Mapped("".join(self._parts), tuple(self._segments))


class StoryBuilder:
    """Puts a story together from marked-up text: blank lines between blocks, blanks as a reader sees them, zones."""

    def __init__(self) -> None:
        self._out = Gatherer()
        self._zones: list[Zone] = []
        self._kind = "body"
        self._started = False
        self._blank: tuple[Mapped, int, int, str] | None = None
        self._line = False
        self._line_feed: tuple[Mapped, int] | None = None
        self._comments: list[Comment] = []
        self._hidden: list[Span] = []

    def block(self, kind: str = "body") -> None:
        """End the paragraph; the next one belongs to the zone named."""
        self._close()
        self._kind = kind

    def aside(self, given: Mapped, start: int, end: int, *, is_comment: bool) -> None:
        """Note a range that is no copy and speaks to lint-news: a comment, or what hides in a tag."""
        pieces = list(given.pieces(start, end))
        span = Span(pieces[0].source, pieces[-1].source + pieces[-1].width)
        if is_comment:
            self._comments.append(Comment(span, given.text[start:end]))
        else:
            self._hidden.append(span)

    def line(self, written: tuple[Mapped, int] | None = None) -> None:
        """End the line, as ``<br>`` does; ``written`` is where the file has the line feed itself."""
        if self._started:
            self._line = True
            self._blank = None
            self._line_feed = written

    def text(self, given: Mapped, start: int, end: int, escape: str = "", *, keep_lines: bool = False) -> None:
        """Add a range; runs of blanks become one, unless ``keep_lines`` says that line breaks are the writer's."""
        for match in _RUN.finditer(given.text, start, end):
            first, last = match.span()
            if match[0][0] not in " \t\r\n\f":
                self._open(given, first)
                self._out.copy(given, first, last, escape)
            elif keep_lines and match[0].count("\n") > 1:
                self.block(self._kind)
            elif keep_lines and "\n" in match[0]:
                self.line((given, first + match[0].index("\n")))
            elif self._started and self._blank is None and not self._line:
                self._blank = (given, first, last, escape)

    def entity(self, given: Mapped, start: int, end: int, text: str, escape: str = "x") -> None:
        """Add what a character reference stands for."""
        if not text.strip(" \t\r\n\f"):
            self.text(given, start, start, escape)
            if self._started and self._blank is None:
                self._blank = (given, start, end, escape)
            return
        self._open(given, start)
        self._out.unit(given, start, end, text, escape)

    def _open(self, given: Mapped, start: int) -> None:
        if not self._started:
            place = next(given.pieces(start, start + 1)).source
            if self._out.length:
                self._out.add("\n\n", place, 0)
            self._started = True
            self._zones.append(Zone(self._kind, self._out.length, self._out.length))
        elif self._line:
            if self._line_feed:
                self._out.copy(self._line_feed[0], self._line_feed[1], self._line_feed[1] + 1)
            else:
                self._out.add("\n", next(given.pieces(start, start + 1)).source, 0)
        elif self._blank:
            blank, first, last, escape = self._blank
            if last - first == 1 and blank.text[first:last] == " ":
                self._out.copy(blank, first, last, escape)
            else:
                self._out.unit(blank, first, last, " ", escape)
        self._blank = None
        self._line = False

    def _close(self) -> None:
        if self._started:
            self._zones[-1] = self._zones[-1]._replace(end=self._out.length)
        self._started = False
        self._blank = None
        self._line = False

    def document(
        self, source: str, *, path: str, format: str, language: str | None = None, guess: bool = False, editable: bool = True
    ) -> Document:
        """The story. ``guess`` leaves the headline to the layout where the markup names none."""
        self._close()
        mapped = self._out.mapped()
        zones = self._zones
        if guess and all(zone.kind == "body" for zone in zones):
            zones = []
        return Document(
            mapped.text,
            path=path,
            language=language,
            zones=tuple(zones),
            source=source,
            segments=mapped.segments or (Segment(0, 0, 0, 0),),
            comments=tuple(self._comments),
            hidden=tuple(sorted(self._hidden)),
            format=format,
            editable=editable,
        )
