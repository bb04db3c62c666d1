"""HTML pages: the copy of the body; scripts, styles, navigation, forms and code are none."""

from __future__ import annotations

import re

from lint_news.document import Document
from lint_news.errors import ConfigurationError
from lint_news.formats.decoding import check_encoding, decode
from lint_news.formats.mapped import StoryBuilder, whole
from lint_news.formats.markup import add_html

_CHARSET = re.compile(rb"""<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([a-zA-Z0-9_:-]{1,40})""", re.IGNORECASE)
_LOOKED_AT = 4096


def read(data: bytes, path: str, encoding: str | None) -> Document:
    """The story of a page; in the encoding that it names, unless one is given."""
    declared = ""
    named = _CHARSET.search(data[:_LOOKED_AT])
    if encoding is None and named:
        try:
            declared = check_encoding(named[1].decode("ascii"))
        except ConfigurationError:
            declared = ""
        # A page that can be read this far is not in it, whatever it says.
        declared = "" if declared.startswith("utf-16") else declared
    source = decode(data, path, encoding or declared or None)
    story = StoryBuilder()
    language = add_html(story, whole(source))
    document = story.document(source, path=path, format="html", language=language, guess=True)
    document.encoding = "" if encoding else declared
    return document
