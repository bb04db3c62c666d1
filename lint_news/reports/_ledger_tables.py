"""The ledger as a table for a terminal, and as Markdown for a desk's notes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import TextIO

from lint_news.reports._ledger import Account, Entry, accounts, by_story
from lint_news.reports._ledger_words import verdict
from lint_news.reports._visible import visible, visible_path
from lint_news.wording import say

_COLUMNS = ("Source", "Kind", "Quoted", "Paraphrased", "Lines")
_GAP = "  "
# What remains for the source and its lines on a very narrow terminal.
_LEAST = 12
_MARKUP = re.compile(r"[!-/:-@\[-`{-~]")


def write_table(paths: Sequence[str], entries: Sequence[Entry], stream: TextIO, width: int, language: str) -> None:
    """A table a story, no line wider than ``width`` cells, with the verdict below it."""
    stories = by_story(entries)
    for number, path in enumerate(paths):
        found = accounts(stories.get(path, ()))
        stream.write(("\n" if number else "") + _cut(visible_path(path), width) + "\n")
        rows = [_row(account, language) for account in found]
        if rows:
            heads = tuple(say(head, language) for head in _COLUMNS)
            _write_rows([heads, *rows], stream, width)
        stream.write("\n".join(_wrapped(verdict(found, language), width)) + "\n")


def write_markdown(paths: Sequence[str], entries: Sequence[Entry], stream: TextIO, language: str) -> None:
    """A heading, a table and the verdict for each story; nothing in the copy is markup."""
    stories = by_story(entries)
    for number, path in enumerate(paths):
        found = accounts(stories.get(path, ()))
        stream.write(("\n" if number else "") + f"### {escaped(path)}\n\n")
        if found:
            stream.write("| " + " | ".join(say(head, language) for head in _COLUMNS) + " |\n")
            stream.write("|---|---|--:|--:|---|\n")
            for account in found:
                stream.write("| " + " | ".join(map(escaped, _row(account, language))) + " |\n")
            stream.write("\n")
        stream.write(verdict(found, language) + "\n")


def escaped(text: str) -> str:
    r"""Text of strangers for Markdown (CommonMark, section 2.4): every mark behind a backslash, so that none begins a link, a
    table cell or HTML. "@" and "#" are followed by a word joiner, since some hosts make links of names behind them.
    """
    shown = visible(" ".join(text.split()))
    return _MARKUP.sub(lambda match: "\\" + match[0] + ("&#8288;" if match[0] in "@#" else ""), shown)


def _row(account: Account, language: str) -> tuple[str, str, str, str, str]:
    name = account.name or say("nobody", language)
    lines = ", ".join(map(str, account.lines))
    return (" ".join(name.split()), say(account.kind, language), str(account.quoted), str(account.paraphrased), lines)


def _write_rows(rows: list[tuple[str, ...]], stream: TextIO, width: int) -> None:
    shown = [tuple(map(visible, row)) for row in rows]
    wide = [max(_cells(row[k]) for row in shown) for k in range(len(_COLUMNS))]
    spare = width - sum(wide[1:4]) - len(_GAP) * (len(_COLUMNS) - 1)
    # Source and lines share what is left; the source has two thirds of it where both want more.
    wide[4] = max(min(wide[4], max(spare - wide[0], spare // 3)), min(wide[4], _LEAST // 2))
    wide[0] = min(wide[0], max(spare - wide[4], _LEAST))
    for row in shown:
        cells = [_cut(cell, wide[k]) for k, cell in enumerate(row)]
        padded = [
            " " * (wide[k] - _cells(cell)) + cell if k in (2, 3) else cell + " " * (wide[k] - _cells(cell))
            for k, cell in enumerate(cells)
        ]
        stream.write(_GAP.join(padded).rstrip() + "\n")


def _wrapped(text: str, width: int) -> list[str]:
    """A sentence in lines, broken at spaces."""
    import textwrap

    return textwrap.wrap(text, max(width, _LEAST))


def _cells(text: str) -> int:
    """How many cells of a terminal a text takes (UAX 11: wide characters two, combining marks none)."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _cut(text: str, width: int) -> str:
    """A text that takes no more than ``width`` cells."""
    if _cells(text) <= width:
        return text
    taken = 0
    for at, character in enumerate(text):
        taken += _cells(character)
        if taken > width - 1:
            return text[:at] + "…"
    return text
