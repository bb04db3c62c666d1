"""Where a story writes a name otherwise than the house does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lint_news.language.annotations import Annotations
from lint_news.language.tokens import Tokens
from lint_news.ruleset.house_names import HouseNames, Instead

# So many words of a settled phrase stand before the name.
_PHRASE = 3
# What may part the words of one name: not a bracket ("[Hillary] Clinton"), no comma.
_INSIDE = frozenset(" \t\n\u00a0\u202f-‑.'’\"“”")


class HouseFinding(NamedTuple):
    """Tokens ``[first, last]`` of a story, and the house's form of the name."""

    first: int
    last: int
    house: str


def find_other_forms(story: Annotations, names: HouseNames) -> Iterator[HouseFinding]:
    """The places of forms that the house doesn't write.

    Passed are: a form that is part of a longer name ("Kyiv Post", "University of Bombay"), a phrase that keeps its spelling
    (list ``settled_phrases``: "chicken Kiev"), a surname alone in a story that has nobody's full name with it.
    """
    lows = story.tokens.lows
    named = _surnames_named(story, names)
    until = -1
    for at in story.tokens.places_of(frozenset(names.instead) | frozenset(names.surnames)):
        if at <= until:
            continue
        found = _form_at(story, names, at)
        if found is not None:
            last = at + len(found.words) - 1
            if _is_house_form(story, found.house, at):
                until = at + len(Tokens(found.house)) - 1
                continue
            if not _belongs_to_more(story, at, last, found.kind) and not _is_settled(story, at, last):
                yield HouseFinding(at, last, found.house)
            until = last
        elif lows[at] in named and _is_surname_alone(story, at):
            yield HouseFinding(at, at, names.surnames[lows[at]][0])


def _form_at(story: Annotations, names: HouseNames, at: int) -> Instead | None:
    """The longest form that stands at a token, in its own letters or in capitals."""
    words = story.tokens.words
    for one in names.instead.get(story.tokens.lows[at], ()):
        written = tuple(words[at : at + len(one.words)])
        if not all(_INSIDE.issuperset(sep) for sep in story.tokens.seps[at + 1 : at + len(one.words)]):
            continue
        if written == one.words or (written == tuple(word.upper() for word in one.words) and _differs(one)):
            return one
    return None


def _is_house_form(story: Annotations, house: str, at: int) -> bool:
    """Does the house's own form stand at a token, begun by another form ("Ali Bongo" in "Ali Bongo Ondimba")?"""
    words = tuple(Tokens(house).words)
    written = tuple(story.tokens.words[at : at + len(words)])
    return written == words or written == tuple(word.upper() for word in words)


def _differs(one: Instead) -> bool:
    """Do a form and the house's differ in more than capitals?"""
    return " ".join(one.words).lower() != one.house.lower()


def _belongs_to_more(story: Annotations, first: int, last: int, kind: str) -> bool:
    """Is a name part of a longer one: an institution's, a paper's, a club's?"""
    tokens, pack = story.tokens, story.pack
    org_tokens = pack.lowered("org_tokens")
    apart = pack.lowered("titles", "role_nouns", "demonyms")
    if _is_capitalised(story, last + 1) and tokens.seps[last + 1] == " ":
        after = tokens.lows[last + 1]
        if after in org_tokens or (kind == "place" and after not in apart):
            return True
    if kind == "person" and last + 1 < len(tokens) and tokens.lows[last + 1] in pack.lowered("generations"):
        return True  # "Donald Trump Jr." is somebody else
    if first == 0 or tokens.seps[first] != " ":
        return False
    before = tokens.lows[first - 1]
    if kind != "place":
        # "Mahamat Idriss Déby" is no Idriss Déby.
        known = before in apart or before in pack.ordinary
        return kind == "person" and _is_capitalised(story, first - 1) and not known
    if _is_capitalised(story, first - 1):
        opens = story.sentences.span_at(tokens.starts[first - 1]).start >= tokens.starts[first - 1]
        return before not in apart and not (opens and before in pack.ordinary)
    # "University of Bombay"
    return before in pack.words("prepositions") and _is_capitalised(story, first - 2) and tokens.lows[first - 2] in org_tokens


def _is_capitalised(story: Annotations, at: int) -> bool:
    """Does a token, if there is one, begin with a capital letter and go on in small ones?"""
    return 0 <= at < len(story.tokens) and story.tokens.words[at].istitle()


def _is_settled(story: Annotations, first: int, last: int) -> bool:
    """Does a form stand in a phrase that keeps its spelling?"""
    settled = story.pack.lowered("settled_phrases")
    lows = story.tokens.lows
    around = [(first - back, last) for back in range(1, _PHRASE + 1)] + [(first, last + 1)]
    return bool(settled) and any(" ".join(lows[max(low, 0) : high + 1]) in settled for low, high in around)


def _surnames_named(story: Annotations, names: HouseNames) -> frozenset[str]:
    """The surnames whose bearers the story names in full."""
    lows = story.tokens.lows
    found = set()
    for surname, (_, forms) in names.surnames.items():
        if surname in story.tokens.vocabulary:
            places = story.tokens.places_of(frozenset(form[0] for form in forms))
            if any(tuple(lows[at : at + len(form)]) == form for at in places for form in forms):
                found.add(surname)
    return frozenset(found)


def _is_surname_alone(story: Annotations, at: int) -> bool:
    """Does a surname stand alone, or behind a title?"""
    tokens = story.tokens
    if not tokens.words[at].istitle() or (_is_capitalised(story, at + 1) and tokens.seps[at + 1] == " "):
        return False
    if at and tokens.seps[at] in (" ", "-") and _is_capitalised(story, at - 1):
        before = tokens.lows[at - 1]
        if before not in story.pack.lowered("titles", "role_nouns", "demonyms") and before not in story.pack.ordinary:
            return False
    return True
