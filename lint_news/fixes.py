"""Fixes: the suggestions of findings, written into the story they belong to and nowhere else in it."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from lint_news.diagnostic import Diagnostic, severity_rank
from lint_news.document import Document
from lint_news.errors import InputError
from lint_news.formats.decoding import codec_of
from lint_news.formats.reading import escape, load, read_bytes
from lint_news.writing import write

# A fix may bring up another finding; after so many rounds a story is left as it is.
_ROUNDS = 5

Check = Callable[[Document], list[Diagnostic]]


class Edit(NamedTuple):
    """A half-open range of a document's source and what is to stand there."""

    start: int
    end: int
    replacement: str


class Fixed(NamedTuple):
    """A story after its fixes: the bytes before and after, how many were applied, what is left to find.

    ``beyond`` counts the fixes left out because the file's ``codec`` can't hold them.
    """

    before: bytes
    after: bytes
    applied: int
    left: list[Diagnostic]
    beyond: int = 0
    codec: str = ""


def edits_of(found: Iterable[Diagnostic], document: Document, *, unsafe: bool = False) -> list[Edit]:
    """The edits for the first suggestions of findings, in order of place, none overlapping another.

    Of two that overlap, the graver one stays, then the earlier, then the longer; the other comes up again in the next round.
    """
    wanted = [one for one in found if one.suggestions and (one.fix == "safe" or (unsafe and one.fix == "unsafe"))]
    wanted.sort(key=lambda one: (-severity_rank(one.severity), one.span.start, -one.span.end))
    taken: list[Edit] = []
    for one in wanted:
        edit = edit_of(one, one.suggestions[0], document)
        if edit is not None:
            at = bisect_left(taken, edit)
            if not any(_clash(edit, other) for other in taken[max(at - 1, 0) : at + 1]):
                taken.insert(at, edit)
    return taken


def edit_of(one: Diagnostic, replacement: str, document: Document) -> Edit | None:
    """The edit that puts a replacement in the place of a finding; None where markup stands in it or nothing would change."""
    span = document.source_span(*one.span)
    if span is None:
        return None
    text = escape(document.format, replacement, document.escapes_at(one.span.start))
    return None if document.source[span.start : span.end] == text else Edit(span.start, span.end, text)


def _clash(a: Edit, b: Edit) -> bool:
    return (a.start < b.end and b.start < a.end) or a.start == b.start


def apply(source: str, edits: Sequence[Edit]) -> str:
    """The source with the edits of ``edits_of`` made, all else as it was."""
    parts, at = [], 0
    for edit in edits:
        parts += [source[at : edit.start], edit.replacement]
        at = edit.end
    return "".join([*parts, source[at:]])


def fix_bytes(data: bytes, path: str, check: Check, *, encoding: str | None = None, unsafe: bool = False) -> Fixed:
    """A story's bytes with its fixes applied until none is left; raises InputError for what can't be read or rewritten."""
    now, applied = data, 0
    for _ in range(_ROUNDS):
        document = read_bytes(now, path, encoding)
        codec, skip = codec_of(data, encoding or document.encoding or None)
        found = check(document)
        if not document.editable:
            raise InputError(
                "a Word file isn't rewritten; --annotate writes a copy with comments and tracked changes", path=path
            )
        wanted = edits_of(found, document, unsafe=unsafe)
        edits = [edit for edit in wanted if _holds(codec, edit.replacement)]
        if not edits:
            return Fixed(data, now, applied, found, len(wanted), codec)
        applied += len(edits)
        now = data[:skip] + apply(document.source, edits).encode(codec)
    return Fixed(data, now, applied, check(read_bytes(now, path, encoding)))


def _holds(codec: str, text: str) -> bool:
    """Can an encoding hold a text?"""
    try:
        text.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def save(path: str, before: bytes, after: bytes) -> None:
    """Write a file in one step, unless somebody else has changed it; raises InputError, the file then as it was."""
    if load(os.path.realpath(path), path) != before:
        raise InputError("the file was changed meanwhile; nothing is written", path=path)
    try:
        write(path, after)
    except OSError as error:
        raise InputError(error.strerror or str(error), path=path) from None
