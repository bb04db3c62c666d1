"""The formats of stories: which file is in which, and the file of this room that reads it (loaded when a story needs it)."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from lint_news.document import Document

# reader(data, path, encoding) -> Document; raises InputError.
Reader = Callable[[bytes, str, "str | None"], Document]


class Format(NamedTuple):
    """A family of formats: the module of this room that has its ``read``, and the endings of its files."""

    module: str
    suffixes: tuple[str, ...]


TEXT = Format("plain", (".txt", ".text"))
MARKDOWN = Format("markdown", (".md", ".markdown"))
HTML = Format("html", (".html", ".htm", ".xhtml"))
DOCX = Format("docx", (".docx",))
XML = Format("newswire", (".xml", ".nitf", ".newsml"))
NINJS = Format("ninjs", (".json", ".ninjs"))
FORMATS = (TEXT, MARKDOWN, HTML, DOCX, XML, NINJS)
STORY_SUFFIXES = tuple(suffix for format in FORMATS for suffix in format.suffixes)

# What a file of unknown ending begins with, behind a byte order mark and blanks (as UTF-8 or UTF-16 with its NULs left out).
# Most runs ask for none of these patterns: they are compiled when one does.
_SNIFFED = (
    (rb"PK\x03\x04", DOCX),
    (rb"(?i:<!doctype\s+html\b|<html\b)", HTML),
    (rb"(?i:(?:<\?xml\b|<!--)[\s\S]*?<html\b)", HTML),
    (rb"<\?xml\b|<!doctype\s+nitf\b|<(?:\w+:)?(?:nitf|newsMessage|newsItem|packageItem)\b", XML),
    (rb'\{\s*"', NINJS),
)
_LOOKED_AT = 1024
_TOLD_BY_CONTENT = {
    ".xml": rb"<(?:\w+:)?(?:nitf|newsMessage|newsItem|packageItem|NewsML|html)[\s>]",
    ".json": rb'"(?:headlines?(?:_\w+)?|body_\w+|bodies)"\s*:',
}
_READ_OF_A_FILE = 65536


def format_of(path: str, data: bytes) -> Format:
    """The format of a file: by its ending, else by how it begins; text where neither tells."""
    name = path.lower()
    for format in FORMATS:
        if name.endswith(format.suffixes):
            return format
    head = data[:_LOOKED_AT].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return next((format for pattern, format in _SNIFFED if re.match(pattern, head)), TEXT)


def is_story(path: str) -> bool:
    """Whether a file of a folder is a story by its ending and, where that says little (.xml, .json), by how it begins."""
    name = path.lower()
    if not name.endswith(STORY_SUFFIXES):
        return False
    pattern = next((told for ending, told in _TOLD_BY_CONTENT.items() if name.endswith(ending)), None)
    if pattern is None:
        return True
    try:
        with open(path, "rb") as file:
            return re.search(pattern, file.read(_READ_OF_A_FILE).replace(b"\0", b"")) is not None
    except OSError:
        # Told of when it is read.
        return True


def reader(format: Format) -> Reader:
    """The reader of a format."""
    found: Reader = import_module(f"lint_news.formats.{format.module}").read
    return found
