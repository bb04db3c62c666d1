"""The ledger of sources: who says what in a story, as lines or JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple, TextIO

from lint_news.diagnostic import Region, region_of
from lint_news.document import Document, Span
from lint_news.reports._visible import visible
from lint_news.reports.json import dump

if TYPE_CHECKING:
    from lint_news.language.attributions import Attribution


class Piece(NamedTuple):
    """A part of an attribution: its text and place."""

    text: str
    region: Region


class Entry(NamedTuple):
    """One attribution, placed in its file."""

    path: str
    source: Piece | None
    cue: Piece | None
    content: Piece | None
    kind: str
    direct: bool


def piece(document: Document, span: Span | None) -> Piece | None:
    """The text and place of a span."""
    return None if span is None else Piece(document.text[span.start : span.end], region_of(document, *span))


def entry(document: Document, found: Attribution) -> Entry:
    """An attribution as the ledger has it."""
    source, cue, content = (piece(document, span) for span in (found.source, found.cue, found.content))
    return Entry(document.path, source, cue, content, found.kind, found.direct)


def write_json(entries: Iterable[Entry], stream: TextIO) -> None:
    """One array of attributions."""
    stream.write("[")
    separator = "\n"
    for entry in entries:
        value = {
            "path": entry.path,
            "source": _object(entry.source),
            "cue": _object(entry.cue),
            "content": _object(entry.content),
            "kind": entry.kind,
            "direct": entry.direct,
        }
        stream.write(separator + dump(value))
        separator = ",\n"
    stream.write("\n]\n")


def write_text(entries: Iterable[Entry], stream: TextIO) -> None:
    """One line an attribution."""
    for entry in entries:
        place = entry.cue or entry.source
        at = f"{place.region.line}:{place.region.column}" if place else "0:0"
        source = " ".join(entry.source.text.split()) if entry.source else "nobody"
        cue = " ".join(entry.cue.text.split()) if entry.cue else ""
        speech = "direct" if entry.direct else "indirect"
        stream.write(f"{visible(entry.path)}:{at}: {visible(source)} ({entry.kind}, {speech}): {visible(cue)}\n")


def _object(found: Piece | None) -> dict[str, object] | None:
    return None if found is None else {"text": found.text, **found.region._asdict()}
