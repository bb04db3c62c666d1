"""Turns: what the speakers of an interview say by turns, each line of theirs behind a label ("Q:", "TAPPER:").

Such speech stands without quotation marks. A line without a label belongs to the turn before it, while labelled ones follow.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from lint_news.document import Span

_LABEL = re.compile(r"^[ \t]*([^\W\d_]+)[ \t\u00a0\u202f]*:", re.MULTILINE)
_LINE = re.compile(r"\S[^\n]*")
# An interview has so many labels at least, and each of them opens so many turns.
_LABELS = 2
# So many lines at most make a turn that another one follows.
_LINES = 4


def find_turns(text: str) -> list[Span]:
    """The ranges of the turns in order; none where no labels alternate."""
    labelled = [(match.start(), match[1]) for match in _LABEL.finditer(text) if match[1].isupper()]
    often = Counter(label for _, label in labelled)
    starts = [start for start, label in labelled if often[label] >= _LABELS]
    if sum(times >= _LABELS for times in often.values()) < _LABELS:
        return []
    found = []
    for start, following in zip(starts, [*starts[1:], -1], strict=True):
        lines = [match.end() for match in _LINE.finditer(text, start, following)] if following >= 0 else []
        end = lines[-1] if 0 < len(lines) <= _LINES else text.find("\n", start)
        found.append(Span(start, end if end >= 0 else len(text)))
    return found


def in_turns(turns: list[Span], offset: int) -> bool:
    """Does an offset lie in one of the turns?"""
    at = bisect_right(turns, offset, key=_start) - 1
    return at >= 0 and offset < turns[at].end


def _start(turn: Span) -> int:
    return turn.start
