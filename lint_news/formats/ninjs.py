"""ninjs, the IPTC's news in JSON, 1.x to 3.x (https://iptc.org/standards/ninjs/): one item, one story."""

from __future__ import annotations

from typing import NamedTuple

from lint_news.document import Document
from lint_news.errors import InputError
from lint_news.formats.decoding import decode
from lint_news.formats.issued import day_of
from lint_news.formats.json_strings import JsonString, json_strings, value
from lint_news.formats.mapped import Mapped, StoryBuilder
from lint_news.formats.markup import LOOKS_LIKE_HTML, add_html, primary_language

# The properties of copy, in the order of the story: names of 1.x (before "_" or whole), then of 2.x and 3.x, with their zones.
_PARTS = (
    ("headline", ("headline", "headlines")),
    ("byline", ("byline", "by", "bylines")),
    ("body", ("dateline",)),
    ("body", ("body", "bodies")),
    ("credit", ("creditline",)),
)
# Where an item tells its day of issue, the best one first (1.x, then 2.x and 3.x).
_ISSUED = ("versioncreated", "versionCreated", "contentcreated", "contentCreated", "firstcreated", "firstCreated")
_SUMMARIES = ("description", "descriptions")


class _Text(NamedTuple):
    """A property's text, and whether it is HTML."""

    mapped: Mapped
    html: bool


def read(data: bytes, path: str, encoding: str | None) -> Document:
    """The story of an item. Raises InputError for JSON that holds none."""
    source = decode(data, path, encoding)
    texts: dict[str, list[JsonString]] = {}
    said: dict[tuple[str | int, ...], str] = {}
    for string in json_strings(source, path):
        keys = string.path
        if not keys or not isinstance(keys[0], str):
            continue
        name = keys[0]
        if len(keys) == 1:
            texts.setdefault(name if name in ("body", "headline") else name.partition("_")[0], []).append(string)
        elif len(keys) == 3 and keys[2] == "value":
            texts.setdefault(name, []).append(string)
        said[keys] = source[string.start : min(string.end, string.start + 60)]
    story = StoryBuilder()
    chosen: list[str] = []
    for zone, names in _PARTS:
        found = [_text(source, string, said) for name in names for string in texts.get(name, ())]
        if "body" in names:
            found = _best(found or [_text(source, string, said) for name in _SUMMARIES for string in texts.get(name, ())])
        for text in found:
            # A headline is often given twice, for other lengths or media.
            if zone != "headline" or text.mapped.text not in chosen:
                _add(story, text, zone)
                chosen.append(text.mapped.text)
    if not any(text.strip() for text in chosen):
        raise InputError("not a story in ninjs: it has no headline, no body and no description", path=path)
    document = story.document(source, path=path, format="ninjs", language=primary_language(said.get(("language",))))
    document.issued = next(filter(None, (day_of(said.get((name,))) for name in _ISSUED)), "")
    return document


def _text(source: str, string: JsonString, said: dict[tuple[str | int, ...], str]) -> _Text:
    mapped = value(source, string.start, string.end)
    name = str(string.path[0])
    if len(string.path) == 3:
        kind = said.get((*string.path[:2], "contentType"), "") or said.get((*string.path[:2], "contenttype"), "")
    else:
        kind = name
    return _Text(mapped, "html" in kind.lower() or LOOKS_LIKE_HTML.search(mapped.text) is not None)


def _best(bodies: list[_Text]) -> list[_Text]:
    """An item gives its body in several forms: the one with paragraphs, else the first."""
    written = [body for body in bodies if body.mapped.text.strip()]
    return ([body for body in written if body.html] or written)[:1]


def _add(story: StoryBuilder, text: _Text, zone: str) -> None:
    if text.html:
        add_html(story, text.mapped, zone)
    else:
        story.block(zone)
        story.text(text.mapped, 0, len(text.mapped.text), keep_lines=True)
        story.block()
