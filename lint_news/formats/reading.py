"""A story file to a Document."""

from __future__ import annotations

import sys

from lint_news.document import Document
from lint_news.errors import InputError
from lint_news.formats.decoding import decode


def read_story(
    path: str, *, encoding: str | None = None, language: str | None = None, stdin_filename: str = "<stdin>"
) -> Document:
    """Read one story; ``-`` is standard input, shown as ``stdin_filename``. Raises InputError."""
    shown = stdin_filename if path == "-" else path
    try:
        if path == "-":
            data = sys.stdin.buffer.read()
        else:
            with open(path, "rb") as file:
                data = file.read()
    except OSError as error:
        raise InputError(error.strerror or str(error), path=shown) from None
    return Document(decode(data, shown, encoding), path=shown, language=language)
