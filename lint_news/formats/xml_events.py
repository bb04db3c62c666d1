"""XML as a stream of events that know where they stand in the file.

Expat reads it. A DTD is never fetched, and a file that declares entities of its own is refused, so that nothing can grow or
leave the file (https://owasp.org/www-community/vulnerabilities/XML_External_Entity_(XXE)_Processing); the names that HTML gives
to characters (``&eacute;``) are known without a DTD, since wires use them so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from html import unescape
from html.entities import html5
from typing import Protocol
from xml.parsers import expat

from lint_news.errors import ConfigurationError, InputError
from lint_news.formats.decoding import check_encoding, decode

_DECLARED = re.compile(rb"""<\?xml\s[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
_C1 = re.compile(rb"[\x80-\x9f]")
_NO_WINDOWS = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
# Lines sent ahead of the declaration, and the marks that end a transmission behind the last element.
_AHEAD = "\ufeff \t\r\n"
_BEHIND = "\0\x03\x04\x1a \t\r\n"
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Handler(Protocol):
    """What is told of a file; names are without their namespace's prefix, ``start`` and ``end`` offsets in the source."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str, start: int, end: int, escape: str) -> None:
        """Characters that the source writes in a range; ``escape`` is ``x`` outside and empty inside of CDATA sections."""

    def comment(self, start: int, end: int) -> None:
        """A comment, with its marks."""

    def cdata_begins(self) -> None:
        """A CDATA section begins."""

    def cdata_ends(self) -> None:
        """A CDATA section ends."""


def declared_encoding(data: bytes, path: str) -> str:
    """The encoding that a file declares, as Python names it; empty for none and for what a byte order mark tells."""
    declared = _DECLARED.match(data.lstrip())
    if not declared:
        return ""
    name = declared[1].decode("ascii")
    try:
        encoding = check_encoding(name)
    except ConfigurationError:
        raise InputError(f"unknown encoding '{name}'; name one with --encoding", path=path) from None
    if encoding == "iso8859-1" and _C1.search(data) and not _NO_WINDOWS.search(data):
        # What calls itself ISO-8859-1 and has these bytes is Windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels).
        return "cp1252"
    return "" if encoding.startswith(("utf-16", "utf-32")) else encoding


def decode_xml(data: bytes, path: str, encoding: str | None) -> str:
    """The text of a file in the encoding given, else in the one that it declares. Raises InputError."""
    return decode(data, path, encoding or declared_encoding(data, path) or None)


def scan(source: str, path: str, handler: Handler) -> None:
    """Tell a handler what a file holds, in order. Raises InputError with the place of what is wrong."""
    _Scan(source, path, handler).run()


class _Scan:
    def __init__(self, source: str, path: str, handler: Handler) -> None:
        self._source = source
        self._path = path
        self._handler = handler
        self._in_cdata = False
        self._lead = len(source) - len(source.lstrip(_AHEAD))
        self._xml = source[self._lead :].rstrip(_BEHIND)
        self._astral = [match.start() + number for number, match in enumerate(_ASTRAL.finditer(self._xml))]
        # Given as UTF-16, a byte offset is a code point's, but for pairs.
        self._parser = parser = expat.ParserCreate("utf-16le")
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
        parser.UseForeignDTD(True)
        parser.ExternalEntityRefHandler = self._external
        parser.EntityDeclHandler = self._entity_declared
        parser.SkippedEntityHandler = self._skipped
        parser.StartElementHandler = self._start
        parser.EndElementHandler = lambda name: handler.end(name.rpartition(":")[2])
        parser.CharacterDataHandler = self._characters
        parser.CommentHandler = self._comment
        parser.StartCdataSectionHandler = self._cdata_begins
        parser.EndCdataSectionHandler = self._cdata_ends

    def run(self) -> None:
        try:
            self._parser.Parse(self._xml.encode("utf-16-le", "surrogatepass"), True)
        except expat.ExpatError as error:
            what = expat.ErrorString(error.code)
            raise self._error(f"not well-formed XML ({what}); mend the file or export it again", self._offset()) from None

    def _offset(self) -> int:
        units = max(self._parser.CurrentByteIndex, 0) // 2
        return self._lead + units - bisect_left(self._astral, units)

    def _error(self, message: str, offset: int) -> InputError:
        before = self._source[:offset]
        return InputError(message, path=self._path, line=before.count("\n") + 1, column=offset - before.rfind("\n"))

    def _external(self, context: str | None, base: str | None, system: str | None, public: str | None) -> int:
        """Stand for a DTD by an empty one; without any, expat knows no way to leave entities to us."""
        self._parser.ExternalEntityParserCreate(context).Parse(b"", True)
        return 1

    def _entity_declared(self, *declaration: object) -> None:
        raise self._error("the file declares entities of its own; lint-news does not read such files", self._offset())

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._handler.start(name.rpartition(":")[2], attributes)

    def _skipped(self, name: str, is_parameter: bool) -> None:
        if is_parameter:
            return
        offset = self._offset()
        if f"{name};" not in html5:
            raise self._error(f"unknown entity '&{name};'", offset)
        self._handler.text(unescape(f"&{name};"), offset, offset + len(name) + 2, "x")

    def _characters(self, text: str) -> None:
        start = self._offset()
        end = start + len(text)
        source = self._source
        if not self._in_cdata and source[start] == "&":
            end = source.index(";", start) + 1
        elif text == "\n" and source.startswith("\r\n", start):
            end = start + 2
        self._handler.text(text, start, end, "" if self._in_cdata else "x")

    def _comment(self, text: str) -> None:
        start = self._offset()
        self._handler.comment(start, self._source.index("-->", start + 4) + 3)

    def _cdata_begins(self) -> None:
        self._in_cdata = True
        self._handler.cdata_begins()

    def _cdata_ends(self) -> None:
        self._in_cdata = False
        self._handler.cdata_ends()
