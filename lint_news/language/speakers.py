"""Speakers: which attributions of a story are of one source, whatever it is called each time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lint_news.document import Span
from lint_news.language.cue_reader import Attribution
from lint_news.language.name_records import NameRecord
from lint_news.language.pack import LanguagePack

_NAMED = ("person", "organisation", "role", "pronoun")


class Speaker(NamedTuple):
    """A source as a ledger names it: ``name`` is its fullest form (empty for nobody), ``kind`` that of its attributions."""

    name: str
    kind: str


class _Names:
    """The persons of a story by where they are named and by surname; a slip counts for the spelling it deviates from."""

    def __init__(self, records: Sequence[NameRecord], spellings: Mapping[str, str]) -> None:
        settled = {record.parts: record for record in records}
        self.settled = {
            record.parts: settled.get(tuple(spellings.get(part, part) for part in record.parts), record) for record in records
        }
        places = sorted((span, record) for record in records for span in record.spans)
        self.places = [span for span, _ in places]
        self.records = [record for _, record in places]
        self.surnames: dict[str, NameRecord | None] = {}
        for record in records:
            if len(record.parts) > 1 and record.kind in ("person", "name"):
                person = self.settled[record.parts]
                # A surname that two persons share stands for neither.
                self.surnames[record.parts[-1]] = person if self.surnames.get(record.parts[-1], person) is person else None

    def within(self, span: Span) -> list[NameRecord]:
        """The names that stand in a range of the text."""
        low = bisect_left(self.places, Span(span.start, span.start))
        high = bisect_left(self.places, Span(span.end, span.end))
        return [self.settled[record.parts] for record in self.records[low:high]]


def find_speakers(
    text: str,
    attributions: Sequence[Attribution],
    records: Sequence[NameRecord],
    spellings: Mapping[str, str],
    pack: LanguagePack,
) -> list[Speaker]:
    """The speaker of each attribution; "Jens Stoltenberg", "M. Stoltenberg" and "Stoltenberg" are one.

    ``spellings`` maps parts of names in lower case that deviate within the story to the spelling they deviate from.

    A pronoun counts for the person that the attribution resolves it to, and stays a pronoun where it is not resolved.
    """
    names = _Names(records, spellings)
    articles = pack.words("determiners")
    places = pack.words("countries", "places")
    return [_speaker(text, found, names, articles, places) for found in attributions]


def _speaker(text: str, found: Attribution, names: _Names, articles: frozenset[str], places: frozenset[str]) -> Speaker:
    resolved: Span | None = found.speaker
    span = resolved or found.source
    if span is None:
        return Speaker("", "none")
    kind = "person" if resolved is not None and found.kind == "pronoun" else found.kind
    shown = " ".join(text[span.start : span.end].split())
    if kind in _NAMED:
        here = names.within(span)
        person = next((record for record in reversed(here) if record.kind == "person" and len(record.parts) > 1), None)
        if person is None and kind == "person":
            person = next((record for record in reversed(here) if len(record.parts) > 1), None)
        if person is None and kind in ("person", "role"):
            surnames = [word.removesuffix("'s").removesuffix("’s") for word in shown.split() if word[:1].isupper()]
            person = next((known for word in reversed(surnames) if (known := names.surnames.get(word.lower()))), None)
        if person is not None:
            return Speaker(person.text, "person")
    words = shown.split()
    while len(words) > 1 and words[0].lower() in articles:
        del words[0]
    name = " ".join(words)
    for mark in ("'", "’"):
        article, elided, rest = name.partition(mark)
        if elided and article.lower() in articles and rest:
            name = rest
    if kind == "person" and name in places:
        kind = "organisation"  # "Berlin said": its government
    return Speaker(name, kind)
