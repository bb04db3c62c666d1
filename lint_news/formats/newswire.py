"""Wires in XML: NITF (https://iptc.org/standards/nitf/), NewsML-G2 (https://iptc.org/standards/newsml-g2/) and NewsML 1.x, with
NITF or XHTML inside. Agencies have their dialects: namespaces or none, wrappers, several blocks of content."""

from __future__ import annotations

from lint_news.document import Document
from lint_news.errors import InputError
from lint_news.formats.issued import day_of
from lint_news.formats.mapped import Gatherer, Mapped, StoryBuilder, whole
from lint_news.formats.markup import BLOCKS, LOOKS_LIKE_HTML, SOFT_HYPHEN, add_html, kind_of, primary_language
from lint_news.formats.spoken_to import TO_US
from lint_news.formats.xml_events import declared_encoding, decode_xml, scan

_ROOTS = {"nitf": "nitf", "html": "html"} | dict.fromkeys(
    ("newsMessage", "newsItem", "packageItem", "NewsML", "NewsItem", "itemSet"), "newsml"
)
# What is inside one of these is copy, by NITF's or XHTML's rules; in NewsML all else is facts about the item ...
_COPY = frozenset(("nitf", "html", "inlineXML", "inlineData", "DataContent", "body", "body.content"))
# ... but for these elements of it.
_LINES = {
    "headline": "headline",
    "HeadLine": "headline",
    "SubHeadLine": "headline",
    "by": "byline",
    "ByLine": "byline",
    "creditline": "credit",
    "CreditLine": "credit",
    "dateline": "body",
    "DateLine": "body",
}
# Zones inside of copy.
_ZONES = {
    "hedline": "headline",
    "hl1": "headline",
    "hl2": "headline",
    "byline": "byline",
    "byttl": "byline",
    "creditline": "credit",
    "media-producer": "credit",
    "tagline": "credit",
}
_BLOCKS = BLOCKS | frozenset(
    "abstract block body.content body.end body.head bq content copyrite credit datasource dateline fn hr2 media media-caption "
    "nitf-table nitf-table-metadata note p q.block".split()
)
_SKIPPED = frozenset(
    "head docdata distributor note rights series media-metadata media-reference media-object nitf-table-metadata "
    "script style title nav footer form button select svg code virtloc custom-table frac-sep".split()
)
# Where a wire tells its day of issue, the best one first: attributes of NITF, elements of NewsML.
_ISSUED = (
    "date.issue",
    "versionCreated",
    "contentCreated",
    "ThisRevisionCreated",
    "date.release",
    "pubdata",
    "story.date",
    "FirstCreated",
    "DateId",
)
_LONGEST_DAY = 40
# Elements of plain text, where lines are the writer's, or of HTML that is written as text.
_LITERAL = frozenset(("inlineData", "DataContent"))


def read(data: bytes, path: str, encoding: str | None) -> Document:
    """The story of a wire. Raises InputError for XML that is something else."""
    source = decode_xml(data, path, encoding)
    wire = _Wire(source)
    scan(source, path, wire)
    if not wire.format:
        raise InputError(f"not a story in XML: NITF, NewsML-G2 or XHTML was expected, not <{wire.root[:40]}>", path=path)
    document = wire.story.document(source, path=path, format=wire.format, language=wire.language, guess=wire.format == "html")
    document.issued = wire.issued
    document.encoding = "" if encoding else declared_encoding(data, path)
    return document


class _Wire:
    """The state of a pass over a wire: the open elements with their zones, and what is being skipped or gathered."""

    def __init__(self, source: str) -> None:
        self.story = StoryBuilder()
        self.root = ""
        # That of the outermost element that is known: agencies wrap stories in feeds of their own.
        self.format = ""
        self._source = whole(source)
        self._languages: dict[int, str] = {}
        self._days: dict[int, str] = {}
        # The text so far of an element that tells a day; None outside of such.
        self._day: str | None = None
        # The open elements: name, zone, and whether the copy has begun.
        self._open: list[tuple[str, str, bool]] = []
        self._skipping = 0
        self._gathered: Gatherer | None = None
        self._literal = 0
        self._pre = 0

    @property
    def language(self) -> str | None:
        """The language of the copy, told nearest to it."""
        return self._languages[max(self._languages)] if self._languages else None

    @property
    def issued(self) -> str:
        """The day of issue, as the best of its elements tells it."""
        return self._days[min(self._days)] if self._days else ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.root = self.root or name
        if name in _ISSUED:
            self._day = ""
            self._tell_day(name, attributes.get("norm") or attributes.get("date.publication") or "")
        self.format = self.format or _ROOTS.get(name, "")
        self._tell_language(name, attributes)
        if self._skipping:
            self._skipping += 1
            return
        _, zone, is_copy = self._open[-1] if self._open else ("", "body", False)
        if is_copy and name in _SKIPPED:
            self._skipping = 1
            return
        is_block = name in _LITERAL
        if is_copy:
            found = _ZONES.get(name) or kind_of(name, attributes)
            is_block |= found is not None or name in _BLOCKS
            zone = found or zone
        elif name in _LINES:
            zone, is_copy, is_block = _LINES[name], True, True
        elif name in _COPY:
            zone, is_copy, is_block = "body", True, True
        if is_block:
            self.story.block(zone)
        if name == "br" and is_copy:
            self.story.line()
        self._pre += name == "pre"
        if name == "inlineData":
            self._gathered, self._literal = Gatherer(), len(self._open)
        self._open.append((name, zone, is_copy))

    def end(self, name: str) -> None:
        if self._day is not None and name in _ISSUED:
            self._tell_day(name, self._day)
            self._day = None
        if self._skipping:
            self._skipping -= 1
            return
        _, zone, is_copy = self._open.pop()
        if name == "inlineData" and len(self._open) == self._literal:
            self._add_gathered(zone)
        self._pre -= name == "pre"
        outer = self._open[-1][1] if self._open else "body"
        if is_copy and (name in _BLOCKS or name in _LINES or name in _COPY or zone != outer or name in _ZONES):
            self.story.block(outer)

    def text(self, text: str, start: int, end: int, escape: str) -> None:
        if self._day is not None:
            self._day = (self._day + text)[:_LONGEST_DAY]
        if self._skipping or not self._open or not self._open[-1][2]:
            return
        if self._gathered is not None:
            self._gathered.add(text, start, end - start, escape)
        elif escape and self._source.text[start] == "&":
            if text != SOFT_HYPHEN:
                self.story.entity(self._source, start, end, text)
        else:
            self.story.text(self._source, start, end, escape, keep_lines=self._pre > 0)

    def comment(self, start: int, end: int) -> None:
        if self._source.text.find(TO_US, start, end) >= 0:
            self.story.aside(self._source, start, end, is_comment=True)

    def cdata_begins(self) -> None:
        if self._gathered is None:
            self._gathered, self._literal = Gatherer(), -1

    def cdata_ends(self) -> None:
        if self._gathered is not None and self._literal < 0:
            name, zone, _ = self._open[-1] if self._open else ("", "body", False)
            self._add_gathered(zone, inline=name not in _LITERAL)

    def _add_gathered(self, zone: str, *, inline: bool = False) -> None:
        assert self._gathered is not None
        mapped: Mapped = self._gathered.mapped()
        self._gathered = None
        if LOOKS_LIKE_HTML.search(mapped.text):
            add_html(self.story, mapped, zone)
            self.story.block(zone)
        elif mapped.text:
            self.story.text(mapped, 0, len(mapped.text), keep_lines=not inline or self._pre > 0)

    def _tell_day(self, name: str, written: str) -> None:
        day = day_of(written)
        if day:
            self._days.setdefault(_ISSUED.index(name), day)

    def _tell_language(self, name: str, attributes: dict[str, str]) -> None:
        """Remember a language: of the content itself, else of the item's facts, else of the file."""
        given = primary_language(attributes.get("xml:lang") or attributes.get("lang"))
        depth = 0 if name in ("newsMessage", "newsItem", "packageItem", "NewsML", "NewsItem") else 2
        if name in ("language", "Language"):
            given, depth = primary_language(attributes.get("tag") or attributes.get("FormalName")), 1
        elif name not in ("nitf", "html", "body", "body.content", "inlineXML", "inlineData") and depth:
            return
        if given:
            self._languages.setdefault(depth, given)
