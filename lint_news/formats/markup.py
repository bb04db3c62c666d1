"""HTML, whole pages and the fragments that wires carry, as a reader sees it (https://html.spec.whatwg.org/multipage/syntax.html).

Tag soup is read in one pass: nothing is built but the list of open blocks, and no tag is looked at twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import unescape
from html.entities import html5
from typing import NamedTuple

import regex

from lint_news.formats.mapped import Mapped, StoryBuilder
from lint_news.formats.spoken_to import TO_US, ranges

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer "
    "h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
# A paragraph ends where the next block begins, with or without an end tag.
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_HEADLINES = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# What isn't the story's copy.
_RAW = frozenset(("script", "style", "title", "textarea", "noscript", "template", "iframe", "xmp"))
_SKIPPED = frozenset(
    (
        "nav",
        "footer",
        "menu",
        "form",
        "button",
        "select",
        "svg",
        "math",
        "object",
        "code",
        "kbd",
        "samp",
        "audio",
        "video",
        "canvas",
    )
)
_TAG = regex.compile(r"""</?([a-zA-Z][^\s/><]*+)(?>[^<>"']++|"[^"<]*+"|'[^'<]*+')*+>""")
_NAME = regex.compile(r"</?([a-zA-Z][^\s/><]*+)")
_ATTRIBUTE = regex.compile(r"""(?<![\w:-])([a-zA-Z][\w:-]*+)\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'>]++)""")
REFERENCE = regex.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_BYLINE = regex.compile(r"\b(?:byline|author|auteur|signature)\b", regex.IGNORECASE)
_CREDIT = regex.compile(r"\bcredits?\b", regex.IGNORECASE)
LOOKS_LIKE_HTML = regex.compile(
    r"</?(?:p|br|div|h[1-6]|strong|em|b|i|a|ul|li|span|section|html|body)\b[^<>]*+>", regex.IGNORECASE
)
SOFT_HYPHEN = "\u00ad"


class _Tag(NamedTuple):
    """A tag: its name, small, with ``/`` before that of an end tag and empty for comments.

    A tag whose content is no markup (a script) ends behind that.
    """

    start: int
    end: int
    name: str


def _tags(text: str) -> Iterator[_Tag]:
    """Tags and comments in order; the text stands between them."""
    last_end = text.rfind(">")
    last_comment = text.rfind("-->")
    at = text.find("<")
    while 0 <= at < last_end:
        end = at + 1
        match = _TAG.match(text, at) or _NAME.match(text, at)
        if text.startswith("<!--", at) and at < last_comment:
            end = text.find("-->", at + 2) + 3
            yield _Tag(at, end, "")
        elif text.startswith(("<!", "<?"), at):
            end = text.find(">", at) + 1
            yield _Tag(at, end, "")
        elif match:
            end = match.end() if match[0][-1] == ">" else text.find(">", at) + 1
            name = match[1].lower()
            if text[at + 1] == "/":
                name = f"/{name}"
            elif name in _RAW and text[end - 2] != "/":
                closing = regex.compile(rf"(?i)</{name}\b").search(text, end)
                end = closing.start() if closing else len(text)
            yield _Tag(at, end, name)
        at = text.find("<", end)


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag, names small."""
    return {match[1].lower(): unescape(match[2].strip("\"'")) for match in _ATTRIBUTE.finditer(tag)}


def primary_language(tag: str | None) -> str | None:
    """The language of a tag as BCP 47 writes it ("fr" of "fr-CA"); None for none."""
    code = (tag or "").replace("_", "-").partition("-")[0].strip().lower()
    return code if code.isascii() and code.isalpha() and 2 <= len(code) <= 3 and code != "und" else None


def add_text(story: StoryBuilder, given: Mapped, start: int, end: int, escape: str = "x", *, keep_lines: bool = False) -> None:
    """Add text that may hold character references."""
    at = start
    for match in REFERENCE.finditer(given.text, start, end):
        written = match[0]
        if written[1] != "#" and written[1:] not in html5:
            continue
        story.text(given, at, match.start(), escape, keep_lines=keep_lines)
        meant = unescape(written)
        if meant != SOFT_HYPHEN:
            story.entity(given, match.start(), match.end(), meant, escape)
        at = match.end()
    story.text(given, at, end, escape, keep_lines=keep_lines)


def add_html(story: StoryBuilder, given: Mapped, kind: str = "body") -> str | None:
    """Add the copy of a page or fragment to a story; ``kind`` is its zone. The language that it names, if any."""
    walk = _Walk(story, given, kind)
    at = 0
    text = given.text
    for tag in _tags(text):
        if not walk.skipped:
            walk.text(at, tag.start)
        at = tag.end
        if tag.name and tag.name not in _RAW:
            walk.tag(tag)
    if not walk.skipped:
        walk.text(at, len(text))
    story.block()
    if TO_US in text:
        for start, end, is_comment in ranges(text):
            if text.find(TO_US, start, end) >= 0:
                story.aside(given, start, end, is_comment=is_comment)
    return walk.language


class _Walk:
    """The state of a pass over a page: the open blocks, and what is being skipped."""

    def __init__(self, story: StoryBuilder, given: Mapped, kind: str) -> None:
        self.skipped = ""
        self.language: str | None = None
        self._depth = 0
        self._story = story
        self._given = given
        self._open: list[tuple[str, str]] = [("", kind)]
        self._names: Counter[str] = Counter()
        self._pre = 0
        story.block(kind)

    def text(self, start: int, end: int) -> None:
        """Add the text between two tags."""
        if start < end:
            add_text(self._story, self._given, start, end, keep_lines=self._pre > 0)

    def tag(self, tag: _Tag) -> None:
        """Take in a start or end tag."""
        name = tag.name.lstrip("/")
        closing = tag.name != name
        if self.skipped:
            if name == self.skipped:
                self._depth += -1 if closing else 1
                self.skipped = self.skipped if self._depth else ""
        elif name in _SKIPPED:
            if not closing and self._given.text[tag.end - 2] != "/":
                self.skipped, self._depth = name, 1
        elif name == "br":
            self._story.line()
        elif closing:
            self._close(name)
        else:
            self._begin(name, tag)

    def _begin(self, name: str, tag: _Tag) -> None:
        found = attributes(self._given.text[tag.start : tag.end])
        if self.language is None and name in ("html", "body", "article", "main"):
            self.language = primary_language(found.get("lang") or found.get("xml:lang"))
        kind = kind_of(name, found)
        if name not in BLOCKS and kind is None:
            return
        kind = kind or self._open[-1][1]
        self._story.block(kind)
        if name not in _VOID and self._given.text[tag.end - 2] != "/":
            if name == "p" and self._open[-1][0] == "p":
                self._pop()
            self._open.append((name, kind))
            self._names[name] += 1
            self._pre += name == "pre"

    def _close(self, name: str) -> None:
        if not self._names[name]:
            if name in BLOCKS:
                self._story.block(self._open[-1][1])
            return
        while self._pop() != name:
            pass
        self._story.block(self._open[-1][1])

    def _pop(self) -> str:
        name, _ = self._open.pop()
        self._names[name] -= 1
        self._pre -= name == "pre"
        return name


def kind_of(name: str, found: dict[str, str]) -> str | None:
    """The zone that an element's name or attributes tell, if any."""
    if name in _HEADLINES:
        return "headline"
    said = " ".join(found.get(key, "") for key in ("class", "rel", "itemprop", "id"))
    # A page or a whole article may be "author-page".
    if name in ("html", "body", "main", "article", "section"):
        return None
    if _BYLINE.search(said):
        return "byline"
    return "credit" if _CREDIT.search(said) else None
