"""A story file to a Document, and text as its format writes it."""

from __future__ import annotations

import sys

from lint_news.document import Document
from lint_news.errors import InputError
from lint_news.formats.registry import format_of, reader

# How plain text is written where a document doesn't tell otherwise (see ``Segment.escapes``).
_ESCAPES = {"html": "x", "nitf": "x", "newsml": "x", "ninjs": "j"}


def read_story(
    path: str, *, encoding: str | None = None, language: str | None = None, stdin_filename: str = "<stdin>"
) -> Document:
    """Read one story; ``-`` is standard input, shown as ``stdin_filename``. Raises InputError.

    ``language`` goes before what the file says.
    """
    shown = stdin_filename if path == "-" else path
    document = read_bytes(load(path, shown), shown, encoding)
    if language:
        document.language = language
    return document


def load(path: str, shown: str) -> bytes:
    """The bytes of a file or, for ``-``, of standard input; raises InputError."""
    try:
        if path == "-":
            return sys.stdin.buffer.read()
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise InputError(error.strerror or str(error), path=shown) from None


def read_bytes(data: bytes, path: str, encoding: str | None = None) -> Document:
    """The story in the bytes of a file; raises InputError."""
    document = reader(format_of(path, data))(data, path, encoding)
    if not document.text.strip():
        raise InputError("the file holds no text", path=path)
    return document


def escape(format: str, replacement: str, escapes: str | None = None) -> str:
    """A replacement as the source of a document writes it.

    ``escapes`` is ``Document.escapes_at`` of the place to edit; without it, the usual one of the format.
    """
    for layer in _ESCAPES.get(format, "") if escapes is None else escapes:
        if layer == "x":
            replacement = replacement.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        else:
            import json

            replacement = json.dumps(replacement, ensure_ascii=False)[1:-1]
    return replacement
