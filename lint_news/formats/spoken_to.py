"""What in HTML speaks to lint-news, and what only looks so: comments, and the insides of tags, scripts and the like.

``markup.py`` reads tag soup and shows a reader all that could be copy. Here the letter of the standard counts, as browsers
read it (https://html.spec.whatwg.org/multipage/parsing.html#tokenization), and in doubt a range is hidden: what silences rules
must be a comment or copy, not the value of an attribute.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

# What a comment that the checks are to know of has in it.
TO_US = "lint-news:"
# A tag to its end; a quote counts behind a "=" alone.
TAG = regex.compile(r"""</?([a-zA-Z][^\s/>]*+)(?>[^>=]++|=\s*+(?>"[^"]*+"|'[^']*+'|(?!["'])))*+>""")
_BEGINS = regex.compile(r"<(?:!|\?|/?[a-zA-Z])")
# The content of these is no markup.
_RAW = frozenset("script style title textarea noscript iframe xmp noembed noframes plaintext".split())


class Range(NamedTuple):
    """A range of markup; a comment, or one that hides what is in it."""

    start: int
    end: int
    is_comment: bool


def ranges(text: str) -> Iterator[Range]:
    """Comments, tags with what they hide, and CDATA in order; an end that is missing is that of the text. One pass."""
    at = 0
    while match := _BEGINS.search(text, at):
        start = match.start()
        is_comment = text.startswith("<!--", start)
        if is_comment:
            # "<!-->" and "<!--->" are whole comments.
            at = _behind(text, "-->", start + 2)
        elif text.startswith("<![CDATA[", start):
            at = _behind(text, "]]>", start)
        elif match[0] in ("<!", "<?"):
            at = _behind(text, ">", start)
        else:
            at = end_of_tag(text, start)
        yield Range(start, at, is_comment)


def end_of_tag(text: str, start: int) -> int:
    """Where a tag ends, with the content of a script and its like."""
    tag = TAG.match(text, start)
    if tag is None:
        return len(text)
    name = tag[1].lower()
    if text[start + 1] == "/" or name not in _RAW:
        return tag.end()
    closing = regex.compile(rf"(?i)</{name}(?=[\s/>])")
    end = closing.search(text, tag.end())
    if end is not None and name == "script" and text.find("<!--", tag.end(), end.start()) >= 0:
        # In such a script another one may begin and end.
        end = closing.search(text, _behind(text, "-->", tag.end()))
    return end.start() if end is not None else len(text)


def _behind(text: str, mark: str, start: int) -> int:
    found = text.find(mark, start)
    return len(text) if found < 0 else found + len(mark)
