"""Known names, indexed for look-up: a story's mentions against the forms that are right and wrong in its language.

The index is one block of bytes, so that a list of a hundred thousand names costs a story no more than one of a hundred: it is
built once, kept in the cache folder (``ruleset/cache.py``) and mapped into memory, where a look-up touches a few pages of it.

Layout, little-endian: the magic, the numbers of keys and records, the keys (sorted 64-bit integers: CRC-32 of a key's text,
then the record's number), where the keys of each 16-bit prefix begin, the records' offsets, the records (text). A key that
collides costs a comparison and nothing else, because a record says in full what it stands for.
"""

from __future__ import annotations

import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple
from zlib import crc32

from lint_news.language.mentions import Mention
from lint_news.language.similarity import blocking_keys, edit_distance, fold, skeleton
from lint_news.language.tokens import Tokens
from lint_news.ruleset.model import KnownName

_MAGIC = b"LNI3"
_HEADER = struct.Struct("<4sII")
# Shorter parts have too many neighbours to be near misses of one name.
_SHORTEST = 4
_LONG = 7
_LONGEST_NAME = 6
_MEMO = 100_000
_PREFIXES = 1 << 16


class Correction(NamedTuple):
    """Tokens ``[first, last]`` of a story stand for ``right``."""

    first: int
    last: int
    right: str


class _Record(NamedTuple):
    """``right`` or ``wrong`` form in lower case, parts divided by a space, and what should be written."""

    status: str
    parts: tuple[str, ...]
    preferred: str


def build_index(layers: Iterable[Iterable[KnownName]], language: str) -> bytes:
    """The index of known names as one language writes them. Of two layers that disagree the first is believed."""
    records: list[str] = []
    keys = array("Q")
    seen: set[str] = set()
    for layer in layers:
        names = list(layer)
        for known in names:
            for form in known.right(language):
                # Another right form is no reason to correct towards the preferred one.
                _add("right", form, form, known.kind, records, keys, seen)
        for known in names:
            for form in (*known.wrong, *known.foreign(language)):
                _add("wrong", form, known.right(language)[0], known.kind, records, keys, seen)
    ordered = array("Q", sorted(keys))
    blobs = [record.encode("utf-8", "surrogatepass") for record in records]
    offsets = array("I", [0])
    for blob in blobs:
        offsets.append(offsets[-1] + len(blob))
    prefixes = array("I", [0] * (_PREFIXES + 1))
    for key in ordered:
        prefixes[(key >> 48) + 1] += 1
    prefixes = array("I", accumulate(prefixes))
    if sys.byteorder == "big":
        for part in (ordered, prefixes, offsets):
            part.byteswap()
    head = _HEADER.pack(_MAGIC, len(ordered), len(records)) + b"\0" * 4
    return b"".join((head, ordered.tobytes(), prefixes.tobytes(), offsets.tobytes(), *blobs))


def _add(status: str, form: str, preferred: str, kind: str, records: list[str], keys: array[int], seen: set[str]) -> None:
    parts = tuple(Tokens(form).lows)
    name = " ".join(parts)
    if not parts or name in seen:
        return
    seen.add(name)
    number = len(records)
    records.append("\t".join((status, name, preferred)))
    wanted = {f"={name}", f"^{parts[0]}"}
    if status == "right":
        wanted.update(f".{part}" for part in parts)
        if kind == "person" and 1 < len(parts) <= _LONGEST_NAME:
            for i in range(len(parts)):
                wanted.add(_others_key(parts, i))
                wanted.update(_near_keys(parts, i))
            if len(parts) == 2:
                wanted.add(_sound_key(parts))
    for key in wanted:
        keys.append(crc32(key.encode("utf-8", "surrogatepass")) << 32 | number)


def _others_key(parts: tuple[str, ...], i: int) -> str:
    """Key of all parts but one."""
    return f"*{i} {' '.join(parts[:i] + parts[i + 1 :])}"


def _near_keys(parts: tuple[str, ...], i: int) -> Iterator[str]:
    """Keys that a name shares with one that differs in part i alone and is near there."""
    others = _others_key(parts, i)
    for key in blocking_keys(fold(parts[i])):
        yield f"{others} {key}"


def _sound_key(parts: tuple[str, ...]) -> str:
    return "~" + " ".join(skeleton(fold(part)) for part in parts)


class NameIndex:
    """Look-ups in an index made by ``build_index``; ``buffer`` may be bytes or a memory map.

    A first name that is itself a name (one of ``given_names``, in lower case) is a near miss only where it sounds the same and
    the surname is not one of the common ``surnames`` (Steven Lynch is not Stephen Lynch); a common surname is no near miss.
    """

    def __init__(
        self,
        buffer: bytes | memoryview,
        given_names: frozenset[str] = frozenset(),
        surnames: frozenset[str] = frozenset(),
    ) -> None:
        self._given_names = given_names
        self._surnames = surnames
        view = memoryview(buffer)
        magic, key_count, record_count = _HEADER.unpack_from(view)
        if magic != _MAGIC:
            raise ValueError("not an index of names")
        start = _HEADER.size + 4
        self._keys: array[int] | memoryview = view[start : start + 8 * key_count].cast("Q")
        start += 8 * key_count
        self._prefixes: array[int] | memoryview = view[start : start + 4 * (_PREFIXES + 1)].cast("I")
        start += 4 * (_PREFIXES + 1)
        self._offsets: array[int] | memoryview = view[start : start + 4 * (record_count + 1)].cast("I")
        self._records = view[start + 4 * (record_count + 1) :]
        if sys.byteorder == "big":
            self._keys = _swapped("Q", self._keys)
            self._prefixes, self._offsets = _swapped("I", self._prefixes), _swapped("I", self._offsets)
        self._memo: dict[tuple[str, ...], tuple[int, str] | None] = {}
        self._parts: dict[str, bool] = {}
        self._firsts: dict[str, bool] = {}

    def knows_part(self, low: str) -> bool:
        """Is a lower-case word part of a known name?"""
        known = self._parts.get(low)
        if known is None:
            known = self._parts[low] = any(low in record.parts for record in self._find(f".{low}"))
        return known

    def _begins(self, low: str) -> bool:
        """Does any form, right or wrong, begin with a lower-case word? Most capitalised words of a story begin none, and
        one look-up tells it of all the names that they stand at the front of."""
        known = self._firsts.get(low)
        if known is None:
            # A collision costs the look-ups that this one saves, and nothing else.
            known = self._firsts[low] = bool(self._places(f"^{low}"))
        return known

    def knows(self, parts: tuple[str, ...]) -> bool:
        """Are lower-case parts a right form of a known name?"""
        return any(record.status == "right" and record.parts == parts for record in self._find("=" + " ".join(parts)))

    def corrects(self, parts: tuple[str, ...]) -> str:
        """What should be written for a whole name in lower-case parts; empty where nothing speaks against it."""
        found = self._correct(parts)
        return found[1] if found is not None and found[0] == len(parts) else ""

    def find(self, tokens: Tokens, mentions: list[Mention]) -> Iterator[Correction]:
        """Mentions that are wrong forms, or near misses of one known name and of nobody else's."""
        for memo in (self._memo, self._parts, self._firsts):
            if len(memo) > _MEMO:
                memo.clear()
        for mention in mentions:
            at = mention.first
            while at <= mention.last:
                if at == mention.last and not self._begins(tokens.lows[at]):
                    break  # a word alone is no near miss of a name
                parts = tuple(tokens.lows[at : min(mention.last, at + _LONGEST_NAME - 1) + 1])
                if parts not in self._memo:
                    self._memo[parts] = self._correct(parts)
                found = self._memo[parts]
                if found is None:
                    at += 1
                    continue
                last = at + found[0] - 1
                if (
                    found[1]
                    and _is_name(tokens, at, last)
                    and tuple(Tokens(found[1]).words) != tuple(tokens.words[at : last + 1])
                ):
                    yield Correction(at, last, found[1])
                at = last + 1

    def _correct(self, parts: tuple[str, ...]) -> tuple[int, str] | None:
        """How many of the parts, from the first, are a known name or nearly one, and how to write it if it isn't right;
        longest names first."""
        begins = self._begins(parts[0])
        unknown = [i for i, part in enumerate(parts) if not self.knows_part(part)]
        for count in range(len(parts), 0, -1):
            name = parts[:count]
            exact = [record for record in self._find("=" + " ".join(name)) if record.parts == name] if begins else []
            if any(record.status == "right" for record in exact):
                return count, ""
            if exact:
                return count, exact[0].preferred
            if count > 1:
                near = self._near(name, [i for i in unknown if i < count])
                if near:
                    return count, near
        return None

    def _near(self, name: tuple[str, ...], unknown: list[int]) -> str:
        """The one known name that a name, of whose parts some are ``unknown``, nearly is, or nothing."""
        found: set[str] = set()
        # All parts but one are those of a known name.
        for i in unknown or range(len(name)) if len(unknown) < 2 else ():
            if len(name[i]) >= _SHORTEST and self._places(_others_key(name, i)):
                for key in _near_keys(name, i):
                    found.update(record.preferred for record in self._find(key) if self._nearly(record, name, i))
        if not found and len(name) == 2:
            for record in self._find(_sound_key(name)):
                if len(record.parts) == 2 and all(map(_is_near, name, record.parts)):
                    found.add(record.preferred)
        return found.pop() if len(found) == 1 else ""

    def _nearly(self, record: _Record, name: tuple[str, ...], i: int) -> bool:
        """Does a name differ from a right form in part i alone, as a slip would?"""
        if record.status != "right" or not _differ_at(record.parts, name, i) or not _is_near(name[i], record.parts[i]):
            return False
        if i > 0:
            return name[i] not in self._surnames
        if name[0] not in self._given_names:
            return True
        if name[-1] in self._surnames:
            return False
        a, b = fold(name[0]), fold(record.parts[0])
        return skeleton(a) == skeleton(b) and not a.startswith(b) and not b.startswith(a)

    def _places(self, key: str) -> range:
        """Where the keys stand that are those of a text (or collide with it)."""
        code = crc32(key.encode("utf-8", "surrogatepass"))
        low, high = self._prefixes[code >> 16], self._prefixes[(code >> 16) + 1]
        if low == high:
            return range(0)
        first = bisect_left(self._keys, code << 32, low, high)
        return range(first, bisect_left(self._keys, (code + 1) << 32, first, high))

    def _find(self, key: str) -> Iterator[_Record]:
        """The records of a key (and of those that collide with it)."""
        for at in self._places(key):
            number = self._keys[at] & 0xFFFFFFFF
            raw = bytes(self._records[self._offsets[number] : self._offsets[number + 1]])
            status, parts, preferred = raw.decode("utf-8", "surrogatepass").split("\t")
            yield _Record(status, tuple(parts.split(" ")), preferred)


def _swapped(code: str, view: memoryview | array[int]) -> array[int]:
    values = array(code, view.tobytes())
    values.byteswap()
    return values


def _is_name(tokens: Tokens, first: int, last: int) -> bool:
    return tokens.words[first] != tokens.lows[first] and tokens.words[last] != tokens.lows[last]


def _differ_at(a: tuple[str, ...], b: tuple[str, ...], i: int) -> bool:
    return len(a) == len(b) and a[:i] == b[:i] and a[i + 1 :] == b[i + 1 :]


def _is_near(written: str, known: str) -> bool:
    """One edit, or two in a long word that sounds the same; differences in accents alone are none."""
    a, b = fold(written), fold(known)
    if a == b or len(b) < _SHORTEST:
        return False
    apart = edit_distance(a, b)
    return (apart == 1 and len(b) > _SHORTEST) or (apart <= 2 and skeleton(a) == skeleton(b) and len(b) >= _LONG)
