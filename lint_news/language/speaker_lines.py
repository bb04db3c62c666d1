"""Speaker lines: a speaker's name before a colon, in the record of an interview, before a quotation or in a headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from lint_news.language.mentions import Mention
from lint_news.language.tokens import Tokens

_OPENING = frozenset("«“\"‘„'")
# A name before a colon has no more tokens than this.
_LONGEST = 4
# A label in capitals ("TAPPER:") has at least so many letters.
_LABEL = 3


def speaker_lines(tokens: Tokens, mentions: list[Mention], known: Collection[str], *, headlines: bool) -> list[Mention]:
    """The mentions that speak the line they open.

    Those are labels in capitals that come more than once, and a name whose last word is among ``known``, the speakers of the
    text, before a quotation or, where ``headlines`` open with their speaker, in the first line. Any other is a topic
    ("Ukraine: ...").
    """
    words, seps = tokens.words, tokens.seps
    opening = (one for one in mentions if one.first == 0 or "\n" in seps[one.first])
    found = [one for one in opening if seps[one.last + 1].startswith((":", " :", "\u00a0:", "\u202f:")) and _is_short(one)]
    labels = Counter(words[one.last] for one in found)
    return [
        one
        for one in found
        if (labels[words[one.last]] > 1 and words[one.last].isupper() and len(words[one.last]) >= _LABEL)
        or (words[one.last] in known and (seps[one.last + 1].rstrip()[-1] in _OPENING or (headlines and one.first == 0)))
    ]


def _is_short(mention: Mention) -> bool:
    return mention.last - mention.first < _LONGEST
