"""Zones of a story: headline, byline, body and credit line.

A format that marks them up (NITF, ninjs ...) tells them; for plain text they are read off the layout.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from lint_news.document import Document, Span, Zone
from lint_news.language.pack import LanguagePack

_QUOTATION_MARKS = '«»“”"'
_HEADLINE_LENGTH = 200
_CREDIT_LENGTH = 120
_LABEL = re.compile(r"[\s*_([]*([^\W\d_]+)(?:\([^\W\d_]+\))?[\s\u00a0\u202f]*[:：]")


class Zones(NamedTuple):
    """The zones in order; what none of them holds is body."""

    found: tuple[Zone, ...]
    starts: list[int]

    def kind_at(self, offset: int) -> str:
        """Kind of the zone that an offset lies in."""
        at = bisect_right(self.starts, offset) - 1
        return self.found[at].kind if at >= 0 and offset < self.found[at].end else "body"

    def of_kind(self, kind: str) -> list[Zone]:
        """The zones of one kind."""
        return [zone for zone in self.found if zone.kind == kind]


def find_zones(document: Document, paragraphs: list[Span], pack: LanguagePack) -> Zones:
    """Zones of the document, the format's own first."""
    zones = list(document.zones)
    text = document.text
    if not zones and len(paragraphs) > 1:
        first = text[paragraphs[0].start : paragraphs[0].end].rstrip()
        if len(first) < _HEADLINE_LENGTH and "\n" not in first and not _is_sentence(first):
            zones.append(Zone("headline", *paragraphs[0]))
    if not any(zone.kind == "credit" for zone in zones):
        labels = pack.words("credit_words", "picture_credit_words")
        for paragraph in paragraphs:
            zones.extend(_credit_lines(text, paragraph, labels))
    zones.sort(key=lambda zone: zone.start)
    return Zones(tuple(zones), [zone.start for zone in zones])


def _is_sentence(line: str) -> bool:
    """Does a line end as a sentence or a quotation does? A headline may close with words in quotation marks."""
    quoted = line[-1:] in _QUOTATION_MARKS
    return line.endswith(".") or (
        quoted and (line[0] in _QUOTATION_MARKS or line.rstrip(_QUOTATION_MARKS + " \u00a0\u202f")[-1:] in ".!?…,")
    )


def _credit_lines(text: str, paragraph: Span, labels: frozenset[str]) -> list[Zone]:
    """The lines of a paragraph that begin with a credit word and a colon ("Source: ...")."""
    found = []
    start = paragraph.start
    while start < paragraph.end:
        end = text.find("\n", start, paragraph.end)
        end = paragraph.end if end < 0 else end
        match = _LABEL.match(text, start, min(end, start + 40))
        if match and end - start <= _CREDIT_LENGTH and match[1].lower() in labels:
            stripped = end - (end - start - len(text[start:end].rstrip()))
            found.append(Zone("credit", start, stripped))
        start = end + 1
    return found
