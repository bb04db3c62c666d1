"""How alike two spellings of a name part are: folding, sound skeleton, blocking keys.

The substitution classes follow what transliterations and ear spellings of news names differ in (cf. R. Steinberger et al.,
"JRC-Names: A Freely Available, Highly Multilingual Named Entity Resource", RANLP 2011): fold, substitute, consonant signature.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SPECIAL = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "’": "'", "ʼ": "'"}
)
_SOUNDS = (
    ("tch", "x"), ("tsch", "x"), ("sch", "x"), ("sh", "x"), ("ch", "x"), ("kh", "k"), ("gh", "g"), ("ph", "f"), ("th", "t"),
    ("dj", "j"), ("dh", "d"), ("ck", "k"), ("c", "k"), ("q", "k"), ("w", "v"), ("z", "s"), ("ff", "v"), ("f", "v"),
)  # fmt: skip
_DIGRAPHS = (("ph", "f"), ("kh", "k"), ("gh", "g"), ("th", "t"), ("ck", "k"), ("ou", "u"), ("sch", "ch"), ("sh", "ch"))
# Words that are further apart are no spellings of one name.
_FAR = 2
_LONGEST = 64
_VOWELS = frozenset("aeiouy")
_GLIDES = frozenset("jyi")


@lru_cache(maxsize=65536)
def fold(low: str) -> str:
    """Lower-case word without accents: "sergueï" -> "serguei"."""
    if low.isascii():
        return low
    decomposed = unicodedata.normalize("NFD", low.translate(_SPECIAL))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@lru_cache(maxsize=65536)
def skeleton(folded: str) -> str:
    """Consonant signature: sounds that spellings confuse made one, inner vowels dropped, doubles made single.

    "jens" and "yans", "khrushchev" and "chruschtschow" (nearly), "sergei" and "sergey" share theirs.
    """
    sounds = folded
    for spelling, sound in _SOUNDS:
        if spelling in sounds:
            sounds = sounds.replace(spelling, sound)
    if not sounds:
        return ""
    first = sounds[0]
    head = "j" if first in _GLIDES else "a" if first in _VOWELS else first
    kept = [head]
    for char in sounds[1:]:
        if char in _VOWELS or char in "hj'":
            continue
        if char != kept[-1]:
            kept.append(char)
    return "".join(kept)


def respelt(folded: str) -> str:
    """The word with digraphs that stand for one letter written as that letter: "phlynn" -> "flynn", "troump" -> "trump"."""
    for spelling, letter in _DIGRAPHS:
        if spelling in folded:
            folded = folded.replace(spelling, letter)
    return folded


@lru_cache(maxsize=65536)
def blocking_keys(folded: str) -> frozenset[str]:
    """Keys of which two words share one if they are within one edit or swap, sound alike, or are made of the same letters.

    Strings with one letter deleted are complete for distance 1 (a pair at distance 1 shares one, or one is the other's).
    """
    keys = {folded}
    for i in range(len(folded)):
        keys.add(folded[:i] + folded[i + 1 :])
    signature = skeleton(folded)
    if len(signature) > 1:
        keys.add("~" + signature)
    keys.add("=" + "".join(sorted(folded)))
    return frozenset(keys)


def edit_distance(a: str, b: str) -> int:
    """Edits and swaps of neighbours between two words (optimal string alignment), 3 for any above 2.

    A story asks for a handful of pairs, which mostly differ in a letter or two: loading rapidfuzz for them takes longer than
    the whole check. Where many words are compared (``edition.py``), rapidfuzz is used.
    """
    if a == b:
        return 0
    if abs(len(a) - len(b)) > _FAR or len(a) > _LONGEST:
        return _FAR + 1  # no name is so long: one of a hostile text would cost its square
    start, end_a, end_b = 0, len(a), len(b)
    while start < min(end_a, end_b) and a[start] == b[start]:
        start += 1
    while min(end_a, end_b) > start and a[end_a - 1] == b[end_b - 1]:
        end_a, end_b = end_a - 1, end_b - 1
    x, y = a[start:end_a], b[start:end_b]
    older: list[int] = []
    before: list[int] = []
    row = list(range(len(y) + 1))
    for i, of_x in enumerate(x):
        older, before, row = before, row, [i + 1]
        for j, of_y in enumerate(y):
            cost = min(before[j + 1] + 1, row[j] + 1, before[j] + (of_x != of_y))
            if i and j and of_x == y[j - 1] and x[i - 1] == of_y:
                cost = min(cost, older[j - 1] + 1)
            row.append(cost)
        if min(row) > _FAR and min(before) > _FAR:
            return _FAR + 1
    return min(row[-1], _FAR + 1)
