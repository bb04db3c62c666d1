"""The index of names as a table, as JSON, and as YAML ready to become a list of known names."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from typing import TextIO

from lint_news.edition import Spelling
from lint_news.reports._visible import visible
from lint_news.reports.json import dump
from lint_news.wording import say

Groups = Iterable[list[Spelling]]


def _table(groups: Groups, stream: TextIO, language: str) -> None:
    """One line a spelling; variants stand below the most frequent one, set in by two spaces."""
    rows = [tuple(say(head, language) for head in ("name", "kind", "mentions", "stories", "first place"))]
    for group in groups:
        for number, one in enumerate(group):
            place = one.places[0]
            at = f"{place.path}:{place.region.line}:{place.region.column}"
            rows.append(
                (
                    ("  " if number else "") + visible(one.text),
                    say(one.kind, language),
                    str(one.count),
                    str(one.stories),
                    visible(at),
                )
            )
    widths = [max(_width(row[k]) for row in rows) for k in range(4)]
    for row in rows:
        cells = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=False))
        stream.write("  ".join((*cells, row[4])) + "\n")


def _width(text: str) -> int:
    """Columns of a terminal that a text takes."""
    return sum(0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _json(groups: Groups, stream: TextIO, language: str) -> None:
    """One array of names; ``variants`` are likely other spellings of the same."""
    stream.write("[")
    separator = "\n"
    for group in groups:
        first, *others = (_object(one) for one in group)
        stream.write(separator + dump({**first, "variants": others}))
        separator = ",\n"
    stream.write("\n]\n")


def _object(one: Spelling) -> dict[str, object]:
    places = [{"path": place.path, **place.region._asdict()} for place in one.places]
    return {"name": one.text, "kind": one.kind, "mentions": one.count, "stories": one.stories, "places": places}


def _yaml(groups: Groups, stream: TextIO, language: str) -> None:
    """Entries of a ``names:`` list: the most frequent spelling as the name, rarer ones as wrong, for somebody to read over.

    What nothing shows to be a person, an organisation or a place stands there as a comment.
    """
    advice = say("Read this over: the most frequent spelling is taken for the right one, the others for wrong.", language)
    stream.write(f"# {advice}\nnames:\n")
    empty = True
    for group in groups:
        first, *others = group
        kind = next((one.kind for one in group if one.kind != "name"), "person" if others else "")
        if len(first.parts) < 2 and not kind:
            continue
        empty = empty and not kind
        wrong = f", wrong: [{', '.join(dump(one.text) for one in others)}]" if others else ""
        lead = "  - " if kind else "  # - "
        stream.write(f"{lead}{{name: {dump(first.text)}, kind: {kind or 'person'}{wrong}}}  # {first.count}")
        stream.write("".join(f", {one.count}" for one in others) + "\n")
    if empty:
        stream.write("  []\n")


FORMATS: dict[str, Callable[[Groups, TextIO, str], None]] = {"table": _table, "json": _json, "yaml": _yaml}
