"""Markdown (https://spec.commonmark.org/): a thin scanner that tells copy from markup, line by line and in one pass.

Code, link targets, HTML and front matter are no copy; line feeds within a paragraph stay, as in plain text.
"""

from __future__ import annotations

import re

import regex

from lint_news.document import Document
from lint_news.formats.decoding import decode
from lint_news.formats.mapped import Mapped, StoryBuilder, whole
from lint_news.formats.markup import BLOCKS, add_text, primary_language
from lint_news.formats.spoken_to import TO_US, end_of_tag

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_CLOSING = re.compile(r"[ \t]+#+[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*$")
_RULER = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_PREFIX = re.compile(r"[ \t]*(?:>[ \t]?|[-*+][ \t]+|\d{1,9}[.)][ \t]+|\[\^[^\]\s]+\]:[ \t]*)")
_DEFINITION = re.compile(r" {0,3}\[[^\]]+\]:[ \t]*\S")
_TABLE_RULER = re.compile(r"[ \t]*\|?[ \t:|-]*-[ \t:|-]*$")
_RAW = re.compile(r" {0,3}<(script|style|pre|textarea)\b", re.IGNORECASE)
_LANGUAGE = re.compile(r"^lang(?:uage)?[ \t]*[:=][ \t]*[\"']?([A-Za-z]{2,3}(?:[-_]\w+)?)", re.MULTILINE)
_FRONT = {"---": ("---", "..."), "+++": ("+++",)}
_BEGINS = re.compile(r"</?[a-zA-Z]")
_TARGET = r"(?:\((?:[^()\s]|\([^()\s]*+\)){0,2000}+(?:\s+(?:\"[^\"]{0,500}\"|'[^']{0,500}'))?\s*\)|\[[^\[\]]{0,500}+\])"
_MARKUP = regex.compile(
    rf"""(?P<code>(?<!`)(?P<ticks>`++)(?:[^`]|(?!(?P=ticks)(?!`))`++){{1,1000}}?(?P=ticks)(?!`))
    |(?P<escape>\\[!-/:-@\[-`{{-~])
    |(?P<note>\[\^[^\]\s]{{1,100}}+\])
    |(?P<open>!?\[(?=(?:[^\[\]\\]|\\.|!\[[^\[\]]*+\]\([^()\s]*+\)){{0,2000}}+\]{_TARGET}))
    |(?P<close>\]{_TARGET})
    |(?P<auto><(?:https?|ftp|mailto):[^<>\s]*+>|<[\w.+-]+@[\w.-]+>)
    |(?P<tag></?(?P<name>[a-zA-Z][a-zA-Z0-9]*+)(?:\s[^<>]*+)?/?>|<!--.{{0,500}}?-->)
    |(?P<mark>\*++|_++|~~)""",
    regex.VERBOSE,
)


def read(data: bytes, path: str, encoding: str | None) -> Document:
    """The story of a Markdown file."""
    source = decode(data, path, encoding)
    page = _Page(source)
    front = page.read()
    language = _LANGUAGE.search(source, 0, front)
    return page.story.document(
        source, path=path, format="markdown", language=primary_language(language[1]) if language else None, guess=True
    )


class _Page:
    """The state of a pass over the lines."""

    def __init__(self, source: str) -> None:
        self.story = StoryBuilder()
        self._given: Mapped = whole(source)
        self._source = source
        self._fence = ""
        self._until = ""
        # Where a comment of several lines began, or -1; how far tags reach by the letter of HTML, and may hide what is in them.
        self._comment = -1
        self._hidden = 0
        self._speaks = TO_US in source
        self._in_list = False
        self._last_blank = True
        self._feed = -1

    def read(self) -> int:
        """Take in every line; the length of the front matter."""
        front = at = self._behind_front_matter()
        waiting: tuple[int, int] | None = None
        while at < len(self._source):
            end = self._source.find("\n", at)
            end = len(self._source) if end < 0 else end
            line = (at, end - 1 if end > at and self._source[end - 1] == "\r" else end)
            # A line waits for the next one, which may make a headline of it.
            underlined = waiting is not None and _UNDERLINE.match(self._source[line[0] : line[1]])
            if waiting:
                self._copy(*waiting, underlined=underlined is not None)
            waiting = None if underlined or not self._is_copy(*line) else line
            at = end + 1
        if waiting:
            self._copy(*waiting)
        return front

    def _behind_front_matter(self) -> int:
        first, _, _ = self._source.partition("\n")
        closing = _FRONT.get(first.rstrip())
        if closing is None:
            return 0
        at = len(first) + 1
        while at < len(self._source):
            end = self._source.find("\n", at)
            end = len(self._source) if end < 0 else end
            if self._source[at:end].rstrip() in closing:
                return end + 1
            at = end + 1
        return 0

    def _is_copy(self, start: int, end: int) -> bool:
        """Take in a line that is none of the copy; whether it is some."""
        line = self._source[start:end]
        fence = _FENCE.match(line)
        if self._until:
            if self._until in line.lower():
                if self._comment >= 0:
                    self._note_comment(self._comment, start + line.index(self._until) + len(self._until))
                self._until, self._comment = "", -1
        elif self._fence:
            if fence and fence[1].startswith(self._fence) and not line.strip(" \t`~"):
                self._fence = ""
        elif fence and "`" not in line[fence.end() :]:
            self._fence = fence[1]
        elif raw := _RAW.match(line):
            closing = f"</{raw[1].lower()}"
            self._until = "" if closing in line.lower() else closing
        elif "<!--" in line and "-->" not in line[line.rindex("<!--") :]:
            self._until = "-->"
            self._comment = start + line.rindex("<!--") if line.lstrip().startswith("<!--") else -1
            return bool(line[: line.rindex("<!--")].strip())
        elif not line.strip() or _RULER.match(line) or (_DEFINITION.match(line) and not line.lstrip().startswith("[^")):
            self.story.block()
            self._in_list = self._in_list and not line.strip()
            self._last_blank = True
            return False
        elif self._last_blank and not self._in_list and line.startswith(("    ", "\t")):
            return False
        else:
            self._last_blank = False
            return True
        self.story.block()
        return False

    def _copy(self, start: int, end: int, *, underlined: bool = False) -> None:
        """Add a line of copy."""
        source = self._source
        comment = source.rfind("<!--", start, end)
        if comment >= 0 and source.find("-->", comment, end) < 0:
            end = comment
        heading = _HEADING.match(source, start, end)
        if heading or underlined:
            start = heading.end() if heading else start
            closing = _CLOSING.search(source[start:end]) if heading else None
            self.story.block("headline")
            self._inline(start, start + closing.start() if closing else end)
            self.story.block()
            self._feed = -1
            return
        while prefix := _PREFIX.match(source, start, end):
            if not prefix[0].lstrip().startswith(">"):
                self._in_list = True
                self.story.block()
                self._feed = -1
            start = prefix.end()
        if source.startswith("|", start):
            self._cells(start, end)
            return
        if self._feed >= 0:
            self.story.line((self._given, self._feed))
        self._inline(start, end)
        self._feed = source.find("\n", end)

    def _cells(self, start: int, end: int) -> None:
        if _TABLE_RULER.match(self._source, start, end):
            return
        for cell in self._source[start:end].split("|"):
            self.story.block()
            self._inline(start, start + len(cell))
            start += len(cell) + 1
        self.story.block()
        self._feed = -1

    def _inline(self, start: int, end: int) -> None:
        """Add the copy of a line, its markup left out."""
        end = start + len(self._source[start:end].rstrip("\\ \t")) if self._source[start:end].endswith("\\") else end
        at = start
        for match in _MARKUP.finditer(self._source, start, end):
            first, last = match.span()
            if match["mark"] and not self._marks(match[0][0], first, last):
                continue
            add_text(self.story, self._given, at, first, "")
            if self._speaks:
                self._note_tags(at, first)
                if match["name"]:
                    self._note_tags(first, last)
                elif match["tag"]:
                    self._note_comment(first, last)
            at = last
            if match["escape"]:
                self.story.entity(self._given, first, last, match[0][1], "")
            elif match["name"] and match["name"].lower() == "br":
                self.story.line()
            elif match["name"] and match["name"].lower() in BLOCKS:
                self.story.block()
        add_text(self.story, self._given, at, end, "")
        if self._speaks:
            self._note_tags(at, end)

    def _note_tags(self, start: int, end: int) -> None:
        """Note how far the tags that begin in a range reach: a value of an attribute may go on over lines and marks."""
        for match in _BEGINS.finditer(self._source, start, end):
            if match.start() >= self._hidden:
                self._hidden = end_of_tag(self._source, match.start())
                if self._source.find(TO_US, match.start(), self._hidden) >= 0:
                    self.story.aside(self._given, match.start(), self._hidden, is_comment=False)

    def _note_comment(self, start: int, end: int) -> None:
        if start >= self._hidden and self._source.find(TO_US, start, end) >= 0:
            self.story.aside(self._given, start, end, is_comment=True)

    def _marks(self, sign: str, first: int, last: int) -> bool:
        """Whether a run of ``*``, ``_`` or ``~`` is emphasis: it touches a word, and ``_`` doesn't stand inside of one."""
        before = self._source[first - 1 : first] or " "
        behind = self._source[last : last + 1] or " "
        if before.isspace() and behind.isspace():
            return False
        return sign != "_" or not (before.isalnum() and behind.isalnum())
