"""Word files: a paragraph is a line of the story's source; the titles and headings of its styles are its headlines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from lint_news.document import Document, Zone
from lint_news.formats.docx_parts import STORY_PARTS, open_package, paragraphs, part_tree, read_part, style_names
from lint_news.formats.mapped import Gatherer

_ZONES = (
    ("headline", re.compile(r"^(?:title|subtitle|headline|heading \d)", re.MULTILINE)),
    ("byline", re.compile(r"^(?:byline|author)", re.MULTILINE)),
    ("credit", re.compile(r"^credit", re.MULTILINE)),
)


Thing = TypeVar("Thing")


def laid_out(things: Iterable[Thing], text_of: Callable[[Thing], str]) -> Iterator[tuple[Thing, int]]:
    """Paragraphs that show something, each with its offset in the text of the story: a blank line stands between two."""
    offset = 0
    for thing in things:
        text = text_of(thing)
        if text.strip():
            yield thing, offset
            offset += len(text) + 2


def read(data: bytes, path: str, encoding: str | None) -> Document:
    """The story of a Word file; ``source`` shows its paragraphs as lines, footnotes behind the story, not to be edited."""
    package = open_package(data, path)
    styles_part = read_part(package, "word/styles.xml", path)
    styles = style_names(part_tree(styles_part, "word/styles.xml", path)) if styles_part else {}
    lines: list[str] = []
    story = Gatherer()
    zones: list[Zone] = []
    place = 0
    for name in STORY_PARTS:
        part = read_part(package, name, path)
        for paragraph in paragraphs(part_tree(part, name, path)) if part else ():
            line = paragraph.text
            if line.strip():
                if story.length:
                    story.add("\n\n", place, 0)
                zones.append(
                    Zone(_zone(styles.get(paragraph.style, paragraph.style.lower())), story.length, story.length + len(line))
                )
                story.add(line, place, len(line))
            # A break within a paragraph is a line of the text, but the paragraph stays one line of the source.
            lines.append(line.replace("\n", " "))
            place += len(line) + 1
    mapped = story.mapped()
    return Document(
        mapped.text,
        path=path,
        source="\n".join(lines),
        segments=mapped.segments,
        zones=tuple(zones) if any(zone.kind != "body" for zone in zones) else (),
        format="docx",
        editable=False,
    )


def _zone(style: str) -> str:
    return next((kind for kind, pattern in _ZONES if pattern.search(style)), "body")
