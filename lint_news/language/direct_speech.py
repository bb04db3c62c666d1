"""Direct speech that nobody is named for: quotations that are whole sentences, with no speaker in reach."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from lint_news.document import Span
from lint_news.language.cue_reader import Attribution
from lint_news.language.name_records import NameRecord
from lint_news.language.pack import LanguagePack
from lint_news.language.quotations import Quotations
from lint_news.language.sentences import Sentences
from lint_news.language.tokens import Tokens
from lint_news.language.zones import Zones

# A quotation of fewer words is a term, a title or a phrase that the sentence around it speaks for.
_FEWEST = 8
# How many sentences before and behind a quotation its speaker may be named in.
_BEFORE, _BEHIND = 3, 2
# A sentence without end must not cost more than its length.
_FARTHEST = 400
_FINAL = ".!?…"
_BLANK = " \t\r\n\u00a0\u202f"
# What follows a quotation that its sentence, a credit in brackets or a dash goes on about.
_GOES_ON = ",;:([—–-/"


class _Grammar:
    def __init__(self, pack: LanguagePack) -> None:
        self.speakers = pack.lowered("pronouns_subject", "role_nouns")


@lru_cache(maxsize=64)
def _grammar(pack: LanguagePack) -> _Grammar:
    return _Grammar(pack)


def unattributed_speech(
    text: str,
    tokens: Tokens,
    sentences: Sentences,
    quotations: Quotations,
    zones: Zones,
    attributions: Sequence[Attribution],
    records: Callable[[], Sequence[NameRecord]],
    pack: LanguagePack,
) -> list[Span]:
    """The quotations that are sentences of their own and have no attribution, no person, role or pronoun near them.

    A quotation that follows another with nothing between them is spoken by the same. ``records`` gives the names of the story,
    which few stories need for it: most quotations are terms, or their sentence goes on.
    """
    broken = {quotation.start for quotation in quotations.found if quotation.problem}
    speech = {
        start
        for start, end in zip(quotations.starts, quotations.ends, strict=True)
        if start not in broken and zones.kind_at(start) == "body" and _is_speech(text, Span(start, end), tokens)
    }
    if not speech:
        return []
    grammar = _grammar(pack)
    spoken = sorted({attribution.sentence for attribution in attributions if attribution.source is not None})

    @cache
    def named() -> list[int]:
        return sorted(span.start for record in records() if record.kind in ("person", "name") for span in record.spans)

    found = []
    behind, behind_has_speaker = -1, False
    for start, end in zip(quotations.starts, quotations.ends, strict=True):
        if behind >= 0 and not text[behind:start].strip(_BLANK + _FINAL) and start not in broken:
            has_speaker = behind_has_speaker
        else:
            has_speaker = False
        has_speaker = has_speaker or _in_reach(text, Span(start, end), tokens, sentences, quotations, spoken, named, grammar)
        if not has_speaker and start in speech:
            found.append(Span(start, end))
        behind, behind_has_speaker = end, has_speaker
    return found


def _is_speech(text: str, span: Span, tokens: Tokens) -> bool:
    """A sentence of its own: long enough, with a capital and a full stop, and nothing that goes on about it."""
    first, last = bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end)
    if last - first < _FEWEST or not tokens.words[first][:1].isupper():
        return False
    before = text[max(span.start - 3, 0) : span.start].rstrip(_BLANK.replace("\n", ""))
    if before and before[-1] not in _FINAL + '\n»”"':
        return False
    inside = text[max(span.end - 4, span.start) : span.end].rstrip("»”\"'’“«" + _BLANK)
    rest = text[span.end : span.end + 8].lstrip(_BLANK)
    if inside[-1:] not in tuple(_FINAL) and rest[:1] not in tuple(_FINAL):
        return False
    return not rest or (rest[0] not in _GOES_ON and not rest[0].islower())


def _in_reach(
    text: str,
    span: Span,
    tokens: Tokens,
    sentences: Sentences,
    quotations: Quotations,
    spoken: list[int],
    named: Callable[[], list[int]],
    grammar: _Grammar,
) -> bool:
    first, last = sentences.index_at(span.start), sentences.index_at(max(span.end - 1, span.start))
    at = bisect_left(spoken, first - _BEFORE)
    if at < len(spoken) and spoken[at] <= last + _BEHIND:
        return True
    # A name, a role or a pronoun of the story's own in the sentence before or behind says whose words they are.
    low = max(sentences.starts[max(first - 1, 0)], span.start - _FARTHEST)
    high = min(sentences.ends[min(last + 1, len(sentences.ends) - 1)], span.end + _FARTHEST)
    for begin, close in ((low, span.start), (span.end, high)):
        names = named()
        k = bisect_left(names, begin)
        while k < len(names) and names[k] < close:
            if not quotations.covers(names[k]):
                return True
            k += 1
        for i in range(bisect_left(tokens.starts, begin), bisect_right(tokens.starts, close)):
            if i < len(tokens) and tokens.lows[i] in grammar.speakers and not quotations.covers(tokens.starts[i]):
                return True
    return False
