"""Text of strangers as XML: always well-formed, one line an element."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from lint_news.reports._visible import visible

# Not characters in XML 1.0 (https://www.w3.org/TR/xml/#charsets); the others that are none are made visible before.
_NOT_XML = re.compile("[\ufffe\uffff]")


def _plain(text: str) -> str:
    return _NOT_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", visible(text))


def content(text: str) -> str:
    """Text between tags."""
    return escape(_plain(text))


def tag(name: str, attributes: dict[str, object], close: bool = True) -> str:
    """``<name a="b"/>``, or without the slash where the element goes on."""
    written = "".join(f" {key}={quoteattr(_plain(str(value)))}" for key, value in attributes.items())
    return f"<{name}{written}{'/' if close else ''}>"
