r"""The strings of a JSON file with their places (RFC 8259), read without recursion; escapes stay traceable to the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint_news.errors import InputError
from lint_news.formats.mapped import Gatherer, Mapped

_TOKEN = re.compile(r'[ \t\r\n]*(?:(?P<mark>[{}\[\]:,])|(?P<quote>")|(?P<word>-?[0-9][0-9.eE+-]*|true|false|null))')
_PIECE = re.compile(r'[^"\\]+|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\["\\/bfnrt]')
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_BLANKS = re.compile(r"[ \t\r\n]*")


class JsonString(NamedTuple):
    """A string: the keys and indexes that lead to it, and its range in the file, quotation marks left out."""

    path: tuple[str | int, ...]
    start: int
    end: int


class _Error(Exception):
    pass


def json_strings(source: str, path: str, deepest: int = 4) -> Iterator[JsonString]:
    """All strings that are values at most ``deepest`` steps down, in order. Raises InputError where the file is no JSON."""
    at = [0]
    try:
        yield from _values(source, at, deepest)
    except _Error as error:
        place = at[0]
        line = source.count("\n", 0, place) + 1
        column = place - source.rfind("\n", 0, place)
        raise InputError(f"not JSON: {error}", path=path, line=line, column=column) from None


def _values(source: str, at: list[int], deepest: int) -> Iterator[JsonString]:
    # Steps to the present value; an object's is a key (None before its first), a list's an index.
    steps: list[str | int | None] = []
    expected = "a value"
    while True:
        match = _TOKEN.match(source, at[0])
        if not match:
            blanks = _BLANKS.match(source, at[0])
            at[0] = blanks.end() if blanks else at[0]
            if at[0] < len(source):
                raise _Error(f"{expected} expected")
            if expected != "nothing more":
                raise _Error("the file ends too early")
            return
        at[0] = match.start(match.lastgroup or 0)
        mark = match["mark"]
        if match["quote"]:
            end = _string_end(source, at)
            if expected in ("a key", "a key or }"):
                steps[-1] = value(source, at[0] + 1, end).text
                expected = "a colon"
            elif expected in ("a value", "a value or ]"):
                if len(steps) <= deepest:
                    yield JsonString(tuple(step for step in steps if step is not None), at[0] + 1, end)
                expected = "a comma or the end" if steps else "nothing more"
            else:
                raise _Error(f"{expected} expected")
            at[0] = end + 1
            continue
        if mark in ("{", "[") and expected in ("a value", "a value or ]"):
            steps.append(None if mark == "{" else 0)
            expected = "a key or }" if mark == "{" else "a value or ]"
        elif match["word"] and expected in ("a value", "a value or ]"):
            expected = "a comma or the end" if steps else "nothing more"
        elif mark == ":" and expected == "a colon":
            expected = "a value"
        elif mark == "," and expected == "a comma or the end":
            last = steps[-1]
            expected = "a value" if isinstance(last, int) else "a key"
            if isinstance(last, int):
                steps[-1] = last + 1
        elif _closes(mark, steps, expected):
            steps.pop()
            expected = "a comma or the end" if steps else "nothing more"
        else:
            raise _Error(f"{expected} expected")
        at[0] = match.end()


def _closes(mark: str | None, steps: list[str | int | None], expected: str) -> bool:
    if not steps or mark not in ("}", "]"):
        return False
    is_list = isinstance(steps[-1], int)
    return is_list == (mark == "]") and expected in ("a comma or the end", "a value or ]" if is_list else "a key or }")


def _string_end(source: str, at: list[int]) -> int:
    """Offset of the closing quotation mark of the string that opens at a place."""
    place = at[0] + 1
    while True:
        match = _PIECE.match(source, place)
        if match:
            place = match.end()
        elif place >= len(source):
            raise _Error("the file ends inside a string")
        elif source[place] == '"':
            return place
        else:
            at[0] = place
            raise _Error("unknown escape in a string")


def value(source: str, start: int, end: int) -> Mapped:
    """What a string says, with its way back to the file; halves of surrogate pairs become U+FFFD."""
    out = Gatherer()
    for match in _PIECE.finditer(source, start, end):
        piece = match[0]
        if piece[0] != "\\":
            out.add(piece, match.start(), len(piece), "j")
        elif piece[1] != "u":
            out.add(_SHORT.get(piece[1], piece[1]), match.start(), 2, "j")
        else:
            units = bytes.fromhex(piece.replace("\\u", ""))
            out.add(units.decode("utf-16-be", "replace")[:1], match.start(), len(piece), "j")
    return out.mapped()
