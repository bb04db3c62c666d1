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
    try:
        if path == "-":
            data = sys.stdin.buffer.read()
        else:
            with open(path, "rb") as file:
                data = file.read()
    except OSError as error:
        raise InputError(error.strerror or str(error), path=shown) from None
    document = reader(format_of(shown, data))(data, shown, encoding)
    if not document.text.strip():
        raise InputError("the file holds no text", path=shown)
    if language:
        document.language = language
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
