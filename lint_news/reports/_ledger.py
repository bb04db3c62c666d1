"""The ledger of sources: who says what in a story. ``Entry`` is one attribution, ``Account`` one source with all it says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TextIO

from lint_news.diagnostic import Diagnostic, Region, region_of
from lint_news.document import Document, Span
from lint_news.reports.json import dump

if TYPE_CHECKING:
    from lint_news.language.cue_reader import Attribution
    from lint_news.language.speakers import Speaker


# Direct speech without a speaker; hearsay and passives without an agent: statements of nobody.
SPEECH_RULE = "quotes/unattributed"
NOBODY_RULES = (SPEECH_RULE, "attribution/hearsay", "attribution/passive-without-agent")


class Piece(NamedTuple):
    """A part of an attribution: its text and place."""

    text: str
    region: Region


class Entry(NamedTuple):
    """One attribution, placed in its file; ``speaker`` is whom it is an account of, where that was asked for."""

    path: str
    source: Piece | None
    cue: Piece | None
    content: Piece | None
    kind: str
    direct: bool
    speaker: Speaker | None = None


class Account(NamedTuple):
    """All statements of one source: its fullest name (empty for nobody), kind, quoted and paraphrased ones, lines in order."""

    name: str
    kind: str
    quoted: int
    paraphrased: int
    lines: tuple[int, ...]


_NOWHERE = Piece("", Region(0, 0, 0, 0))


def piece(document: Document, span: Span | None) -> Piece | None:
    """The text and place of a span."""
    return None if span is None else Piece(document.text[span.start : span.end], region_of(document, *span))


def entry(document: Document, found: Attribution, speaker: Speaker | None = None) -> Entry:
    """An attribution as the ledger has it."""
    source, cue, content = (piece(document, span) for span in (found.source, found.cue, found.content))
    return Entry(document.path, source, cue, content, found.kind, found.direct, speaker)


def ledger(
    document: Document, attributions: Iterable[tuple[Attribution, Speaker]], diagnostics: Iterable[Diagnostic]
) -> tuple[Entry, ...]:
    """The entries of a story by place: its attributions, and the statements that rules found to come from nobody."""
    entries = [entry(document, *found) for found in attributions]
    for found in diagnostics:
        if found.rule in NOBODY_RULES:
            cue = Piece(document.text[found.span.start : found.span.end], found.region)
            spoken = found.rule == SPEECH_RULE
            entries.append(Entry(document.path, None, None if spoken else cue, cue if spoken else None, "none", spoken))
    entries.sort(key=lambda one: (one.cue or one.source or one.content or _NOWHERE).region)
    return tuple(entries)


def accounts(entries: Iterable[Entry]) -> list[Account]:
    """The sources of a story, those with most statements first."""
    quoted: dict[tuple[str, str], int] = {}
    lines: dict[tuple[str, str], list[int]] = {}
    shown: dict[tuple[str, str], str] = {}
    for one in entries:
        name = one.speaker.name if one.speaker else " ".join(one.source.text.split()) if one.source else ""
        kind = one.speaker.kind if one.speaker else one.kind if one.source else "none"
        key = (name.casefold(), kind)
        shown.setdefault(key, name)
        quoted[key] = quoted.get(key, 0) + one.direct
        place = one.cue or one.source or one.content
        lines.setdefault(key, []).append(place.region.line if place else 0)
    made = [
        Account(shown[key], key[1], quoted[key], len(at) - quoted[key], tuple(sorted({line for line in at if line})))
        for key, at in lines.items()
    ]
    return sorted(made, key=lambda account: (account.kind == "none", -(account.quoted + account.paraphrased), account.lines))


def by_story(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """The entries of each story, in order."""
    found: dict[str, list[Entry]] = {}
    for one in entries:
        found.setdefault(one.path, []).append(one)
    return found


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


def _object(found: Piece | None) -> dict[str, object] | None:
    return None if found is None else {"text": found.text, **found.region._asdict()}
