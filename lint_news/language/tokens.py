"""Tokens: runs of letters and digits, kept as parallel lists so that a scan costs no objects."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, cached_property
from itertools import accumulate, compress, count
from operator import ne

_WORD = re.compile(r"([^\W_]+)")
# Combining marks and characters of no width belong to the word that they stand in.
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
_JOINING = re.compile(f"[\u0300-\u036f{_INVISIBLE}]")


@cache
def _joining_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A word with what joins it, and what of it a reader doesn't see; few texts need them."""
    word = f"([^\\W_](?:[^\\W_]|[\u0300-\u036f{_INVISIBLE}]+(?=[^\\W_])|[\u0300-\u036f]+)*)"
    return re.compile(word), re.compile(f"[{_INVISIBLE}]")


class Tokens:
    """The tokens of a text.

    ``words[i]`` is token i as a reader sees it (composed, without characters of no width), ``lows[i]`` the same in lower case,
    ``starts[i]`` and ``ends[i]`` its code point range, ``seps[i]`` what stands between token i-1 and token i; ``seps`` has one
    member more than ``words``.
    """

    __slots__ = ("__dict__", "_whole", "ends", "lows", "seps", "starts", "words")

    def __init__(self, text: str) -> None:
        plain = not _JOINING.search(text)
        parts = (_WORD if plain else _joining_patterns()[0]).split(text)
        offsets = list(accumulate(map(len, parts)))
        self.words = parts[1::2]
        self.seps = parts[0::2]
        self.starts = offsets[0:-1:2]
        self.ends = offsets[1::2]
        if not plain:
            drop = _joining_patterns()[1]
            self.words = [drop.sub("", unicodedata.normalize("NFC", word)) for word in self.words]
            self.seps = [drop.sub("", sep) for sep in self.seps]
        self.lows = list(map(str.lower, self.words))
        self._whole = "" if plain else text

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def _places(self) -> tuple[dict[str, int], list[int]]:
        """The index of the last token of each spelling and, for each token, that of the one before it, or -1.

        Looked up a dozen times for a story, so made once; chains are made in half the time of a list for each spelling.
        """
        last: dict[str, int] = {}
        before: list[int] = []
        for i, low in enumerate(self.lows):
            before.append(last.get(low, -1))
            last[low] = i
        return last, before

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The distinct tokens in lower case."""
        return frozenset(self._places[0])

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The distinct tokens that begin with a decimal digit."""
        return frozenset(low for low in self.vocabulary if low[0].isdecimal())

    @cached_property
    def vocabulary_text(self) -> str:
        """The vocabulary as one string: a part of a token is in it exactly if it is in the text."""
        return "\n".join(self.vocabulary)

    @cached_property
    def marks(self) -> str:
        """What stands between tokens, each of it once: a text of marks and blanks is in it exactly if it is in the whole text,
        which is some thirty times as long."""
        return self._whole or "x".join(set(self.seps))

    def places_of_word(self, word: str) -> list[int]:
        """Indices of the tokens that are a word of the vocabulary, from the last on."""
        found: list[int] = []
        last, before = self._places
        i = last[word]
        while i >= 0:
            found.append(i)
            i = before[i]
        return found

    def places_of(self, words: frozenset[str]) -> list[int]:
        """Indices of the tokens that are one of ``words`` (lower case), in order; looks at no token where the text has none."""
        found: list[int] = []
        last, before = self._places
        for word in words & self.vocabulary:
            i = last[word]
            while i >= 0:
                found.append(i)
                i = before[i]
        found.sort()
        return found

    @cached_property
    def capitalised(self) -> list[int]:
        """Indices of the tokens that hold a capital letter, digits-only tokens apart."""
        return list(compress(count(), map(ne, self.words, self.lows)))
