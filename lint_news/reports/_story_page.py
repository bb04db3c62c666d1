"""A story as HTML: its paragraphs as readers see them, with the findings marked in place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple

from lint_news.diagnostic import Diagnostic, severity_rank
from lint_news.document import Span, Zone
from lint_news.reports._visible import visible

_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_LINE = re.compile(r"\S[^\n]*")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
# Of findings that overlap, this many are told apart at one place.
_MOST = 8


class Marked(NamedTuple):
    """A finding of the page: its number in the story, and its place in the text."""

    number: int
    found: Diagnostic
    span: Span


class Piece(NamedTuple):
    """A part of the text with the findings that cover it; ``begins`` are those that start here."""

    start: int
    end: int
    marks: tuple[Marked, ...]
    begins: tuple[int, ...]


def plain(text: str) -> str:
    """Text of a stranger as HTML text or attribute."""
    return escape(visible(" ".join(text.split("\t"))), quote=True)


def topic(rule: str) -> str:
    """The part of a rule's identifier before the slash."""
    return rule.partition("/")[0]


def marked(diagnostics: Sequence[Diagnostic], length: int) -> list[Marked]:
    """The findings with their places in the text, never empty: one of no width takes the character beside it."""
    found = []
    for number, one in enumerate(diagnostics, 1):
        start = min(one.span.start, max(length - 1, 0))
        found.append(Marked(number, one, Span(start, min(max(one.span.end, start + 1), length))))
    return found


def pieces(marks: Sequence[Marked], length: int) -> Iterator[Piece]:
    """The text cut at every beginning and end of a finding."""
    edges = sorted({0, length, *(edge for one in marks for edge in one.span)})
    waiting = sorted(marks, key=lambda one: one.span.start, reverse=True)
    active: list[Marked] = []
    for start, end in pairwise(edges):
        active = [one for one in active if one.span.end > start]
        begins = []
        while waiting and waiting[-1].span.start <= start:
            one = waiting.pop()
            begins.append(one.number)
            if len(active) < _MOST:
                active.append(one)
        yield Piece(start, end, tuple(active), tuple(begins))


def blocks(text: str) -> Iterator[Span]:
    """The paragraphs: parted by blank lines, or where there are none, each line one."""
    pattern = _BLOCK if _BLANK_LINE.search(text) else _LINE
    return (Span(*match.span()) for match in pattern.finditer(text))


def story_text(text: str, zones: Sequence[Zone], marks: Sequence[Marked], prefix: str) -> Iterator[str]:
    """The paragraphs as HTML. Identifiers begin with ``prefix``, which is of the page's own making."""
    cut = list(pieces(marks, len(text)))
    at = told = zone = 0
    for start, end in blocks(text):
        while zone < len(zones) and zones[zone].end <= start:
            zone += 1
        kind = zones[zone].kind if zone < len(zones) and zones[zone].start <= start else "body"
        name = "h3" if kind == "headline" else "p"
        yield f'<{name} class="{kind if kind in ("headline", "byline", "credit") else "body"}" dir="auto">'
        while at < len(cut) and cut[at].end <= start:
            at += 1
        here = at
        while here < len(cut) and cut[here].start < end:
            # Also those that begin in the white space before.
            begins = [number for one in cut[told : here + 1] for number in one.begins]
            told = max(told, here + 1)
            yield _piece(text, cut[here], begins, Span(start, end), prefix)
            here += 1
        at = max(at, here - 1)
        yield f"</{name}>\n"
    yield _anchors([number for one in cut[told:] for number in one.begins], prefix)


def _anchors(numbers: Sequence[int], prefix: str) -> str:
    return "".join(f'<span id="{prefix}m{number}"></span>' for number in numbers)


def _piece(text: str, piece: Piece, begins: Sequence[int], block: Span, prefix: str) -> str:
    lines = text[max(piece.start, block.start) : min(piece.end, block.end)].replace("\r", "").split("\n")
    words = "\n<br>".join(map(plain, lines))
    if not piece.marks:
        return _anchors(begins, prefix) + words
    gravest = max(piece.marks, key=lambda one: severity_rank(one.found.severity))
    topics = " ".join(dict.fromkeys(topic(one.found.rule) for one in piece.marks))
    numbers = f' data-n="{",".join(map(str, begins))}"' if begins else ""
    first = next((one.number for one in piece.marks if one.number in begins), piece.marks[-1].number)
    label = f'href="#{prefix}f{first}" aria-describedby="{prefix}f{first}"'
    return (
        f'{_anchors(begins, prefix)}<mark class="{gravest.found.severity}" data-topics="{plain(topics)}"{numbers}>'
        f"<a {label}{numbers}>{words}</a></mark>"
    )
