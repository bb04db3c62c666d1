"""Text cut to columns of a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from lint_news.reports._visible import visible

_TAB = "    "


def cells(text: str) -> Iterator[tuple[str, int]]:
    """Each code point as a terminal shows it, and the columns that it takes (Unicode Standard Annex 11)."""
    for char in text:
        shown = _TAB if char == "\t" else visible(char)
        if len(shown) > 1:
            yield shown, len(shown)
        elif unicodedata.category(char) in ("Mn", "Me"):
            yield shown, 0
        else:
            yield shown, 2 if unicodedata.east_asian_width(char) in "WF" else 1


def fit(text: str, width: int) -> tuple[str, int, bool]:
    """As much of the beginning as fits: the text, its width, and whether it was cut."""
    out: list[str] = []
    used = 0
    for shown, columns in cells(text):
        if used + columns > width:
            return "".join(out), used, True
        out.append(shown)
        used += columns
    return "".join(out), used, False


def fit_end(text: str, width: int) -> tuple[str, int, bool]:
    """As much of the end as fits."""
    shown_cells = list(cells(text))
    used = 0
    first = len(shown_cells)
    while first and used + shown_cells[first - 1][1] <= width:
        first -= 1
        used += shown_cells[first][1]
    while first and first < len(shown_cells) and not shown_cells[first][1]:
        first += 1
    return "".join(shown for shown, _ in shown_cells[first:]), used, first > 0
