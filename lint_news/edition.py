"""The names of many stories at once: an index of them, their likely variants together, and the odd one out.

Memory grows with the number of distinct spellings, not with the number of mentions, where of each spelling only the first
places are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from lint_news.diagnostic import Diagnostic, Region, Related
from lint_news.document import Span
from lint_news.language.similarity import blocking_keys, fold, skeleton
from lint_news.ruleset.model import Rule, localized

_CROWDED = 60
_SHORTEST = 4
# The odd one out is this many times rarer than the spelling it deviates from.
_RARER = 2

# Names that stories of one run spell differently are findings of these rules.
RULES = {"letters": "names/inconsistent", "accents": "names/accents", "capital": "typography/capital-accent"}
_MESSAGE = {
    "en": '"{match}" is spelt "{suggestion}" in {stories} other stories of this run',
    "fr": "« {match} » est écrit « {suggestion} » dans {stories} autres articles de cette série",
}
_NOTE = {"en": '"{match}" here', "fr": "« {match} » ici"}

# Tells whether the lower-case parts of a name are a known name.
KnowsName = Callable[[tuple[str, ...]], bool]


class Place(NamedTuple):
    """Where a name stands: in the file, and in the text of the story."""

    path: str
    region: Region
    span: Span


class StoryName(NamedTuple):
    """One spelling of a name in one story."""

    parts: tuple[str, ...]
    text: str
    kind: str
    mentions: int
    places: tuple[Place, ...]


class Spelling:
    """One spelling of a name over all stories: mentions, stories, first places."""

    __slots__ = ("count", "kind", "parts", "places", "stories", "text")

    def __init__(self, name: StoryName) -> None:
        self.parts = name.parts
        self.text = name.text
        self.kind = name.kind
        self.count = 0
        self.stories = 0
        self.places: list[Place] = []


class OddOne(NamedTuple):
    """A spelling that deviates from a known or far more frequent one."""

    odd: Spelling
    right: Spelling

    @property
    def difference(self) -> str:
        """``letters``, ``accents`` or ``capital``, as for the variants within a story."""
        for a, b in zip(self.odd.parts, self.right.parts, strict=True):
            if a != b:
                return "letters" if fold(a) != fold(b) else "capital" if a[1:] == b[1:] else "accents"
        return "letters"


class Edition:
    """The names of the stories added so far.

    Two parts that are both ``settled`` (lower-case words of the language's tables: Marie and Marine, East and West) are no
    variants of each other; ``given_names`` among them are where they sound the same. Of each spelling so many ``places`` are
    kept, the first ones, or all (None).
    """

    def __init__(self, given_names: frozenset[str], settled: frozenset[str], places: int | None) -> None:
        self._most = places
        self._given = frozenset(map(fold, given_names))
        self._settled = frozenset(map(fold, settled))
        self.spellings: dict[tuple[str, ...], Spelling] = {}

    def add(self, names: Iterable[StoryName]) -> None:
        """Count the names of one story."""
        for name in names:
            spelling = self.spellings.get(name.parts)
            if spelling is None:
                spelling = self.spellings[name.parts] = Spelling(name)
            spelling.count += name.mentions
            spelling.stories += 1
            if spelling.kind == "name":
                spelling.kind = name.kind
            spelling.places.extend(name.places if self._most is None else name.places[: self._most - len(spelling.places)])

    def groups(self, knows: KnowsName) -> list[list[Spelling]]:
        """All spellings, likely variants of one name together: known ones, then the most frequent, first."""
        leader = {parts: parts for parts in self.spellings}

        def find(parts: tuple[str, ...]) -> tuple[str, ...]:
            while leader[parts] != parts:
                leader[parts] = leader[leader[parts]]
                parts = leader[parts]
            return parts

        for a, b in self._near_pairs():
            leader[find(a)] = find(b)
        groups: dict[tuple[str, ...], list[Spelling]] = {}
        for parts, spelling in self.spellings.items():
            groups.setdefault(find(parts), []).append(spelling)
        for spelling in self.spellings.values():
            if spelling.kind == "name" and len(spelling.parts) > 1 and knows(spelling.parts):
                spelling.kind = "person"
        found = [sorted(group, key=lambda one: (not knows(one.parts), -one.count, one.text)) for group in groups.values()]
        found.sort(key=lambda group: (-sum(one.count for one in group), group[0].text))
        return found

    def odd_ones(self, knows: KnowsName) -> Iterator[OddOne]:
        """Spellings that stand against a known or far more frequent one of another story."""
        best: dict[tuple[str, ...], OddOne] = {}
        for a, b in self._near_pairs():
            first, second = self.spellings[a], self.spellings[b]
            odd, right = sorted((first, second), key=lambda one: (knows(one.parts), one.stories, one.count))
            if knows(odd.parts) or not (knows(right.parts) or right.stories >= max(2, _RARER * odd.stories)):
                continue
            known = best.get(odd.parts)
            if known is None or right.count > known.right.count:
                best[odd.parts] = OddOne(odd, right)
        yield from best.values()

    def _near_pairs(self) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Full names that differ in one part alone, and there as slips and transliterations do; near linear in their number."""
        buckets: dict[str, list[tuple[str, ...]]] = {}
        for parts in self.spellings:
            if len(parts) < 2:
                continue
            for i, part in enumerate(parts):
                if len(part) >= _SHORTEST - 1:
                    others = f"{i}/{len(parts)} {' '.join(parts[:i])}|{' '.join(parts[i + 1 :])} "
                    for key in blocking_keys(fold(part)):
                        buckets.setdefault(others + key, []).append(parts)
        seen = set()
        for members in buckets.values():
            if 1 < len(members) <= _CROWDED:
                for k, a in enumerate(members):
                    for b in members[k + 1 :]:
                        pair = (a, b) if a < b else (b, a)
                        if pair not in seen:
                            seen.add(pair)
                            if self._is_near(a, b):
                                yield pair

    def _is_near(self, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
        from rapidfuzz.distance import OSA

        x, y = next((fold(p), fold(q)) for p, q in zip(a, b, strict=True) if p != q)
        if x == y:
            return True
        alike = skeleton(x) == skeleton(y)
        if x in self._settled and y in self._settled and not (alike and x in self._given and y in self._given):
            return False
        distance = OSA.distance(x, y, score_cutoff=2)
        longest = max(len(x), len(y))
        if (x.startswith(y) or y.startswith(x)) and not alike:
            return False
        return (distance == 1 and longest > _SHORTEST) or (distance <= 2 and alike)


def tell(one: OddOne, place: Place, rule: Rule, ui_language: str) -> Diagnostic:
    """The finding in a place of a spelling that other stories write otherwise."""
    other = one.right.places[0]
    message = localized(_MESSAGE, ui_language).format(match=one.odd.text, suggestion=one.right.text, stories=one.right.stories)
    related = (Related(other.region, localized(_NOTE, ui_language).format(match=one.right.text), other.path),)
    return Diagnostic(place.path, place.span, place.region, rule.id, rule.severity, message, (one.right.text,), related)
