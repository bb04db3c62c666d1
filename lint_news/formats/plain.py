"""Plain text: the file is the story."""

from __future__ import annotations

from lint_news.document import Document
from lint_news.formats.decoding import decode


def read(data: bytes, path: str, encoding: str | None) -> Document:
    """The story of a text file."""
    return Document(decode(data, path, encoding), path=path)
