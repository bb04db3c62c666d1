"""Places of a text in the units of the Language Server Protocol.

LSP 3.17, "Position": lines and characters count from 0, a line ends with LF, CRLF or CR and with nothing else, and a character
is a code unit of the encoding that client and server agreed on (UTF-16 unless they say otherwise).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\r|\n")
_UNIT_BYTES = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


class Point(NamedTuple):
    """A position of the protocol: 0-based line, 0-based character in code units."""

    line: int
    character: int


class Ruler:
    """Measures one text: offsets in code points to positions of the protocol, and back.

    ``encoding`` is utf-8, utf-16 or utf-32.
    """

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        self._text = text
        self._codec = "utf-8" if encoding == "utf-8" else f"{encoding}-le"
        self._unit = _UNIT_BYTES[encoding]
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def point(self, offset: int) -> Point:
        """The position of an offset; offsets past the end stand at the end."""
        offset = min(offset, len(self._text))
        line = bisect_right(self._starts, offset) - 1
        return Point(line, self._units(self._text[self._starts[line] : offset]))

    def offset(self, line: int, character: int) -> int:
        """The offset of a position. Past the end of a line it is that end, inside a character the character's begin."""
        if line >= len(self._starts):
            return len(self._text)
        start = self._starts[line]
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self._text)
        content = _LINE_END.sub("", self._text[start:end])
        data = content.encode(self._codec, "surrogatepass")[: character * self._unit]
        return start + len(data.decode(self._codec, "ignore"))

    def _units(self, text: str) -> int:
        return len(text.encode(self._codec, "surrogatepass")) // self._unit
