from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint_news.language.tokens import Tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jens Stoltenberg a dit.", ["Jens", "Stoltenberg", "a", "dit"]),
        ("l’OTAN d'Évian", ["l", "OTAN", "d", "Évian"]),
        ("Jean-Pierre, 26 ans", ["Jean", "Pierre", "26", "ans"]),
        ("18h30 F-16 G7", ["18h30", "F", "16", "G7"]),
        ("Stol\u200btenberg", ["Stoltenberg"]),
        ("Serguei\u0308 Lavrov", ["Sergueï", "Lavrov"]),
        ("co\u00adopération", ["coopération"]),
        ("", []),
        ("\u200b \u0308", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert Tokens(text).words == words


@given(st.text())
def test_tokens_and_separators_rebuild_the_text(text: str) -> None:
    tokens = Tokens(text)
    places = list(zip(tokens.starts, tokens.ends, strict=True))
    assert len(tokens.seps) == len(tokens.words) + 1
    assert all(start < end for start, end in places)
    assert all(end <= following for (_, end), (following, _) in pairwise(places))
    assert all(low == word.lower() for low, word in zip(tokens.lows, tokens.words, strict=True))


def test_positions_count_what_a_reader_does_not_see() -> None:
    tokens = Tokens("a Stol\u200btenberg b")
    assert (tokens.starts[1], tokens.ends[1]) == (2, 14)


@given(st.text(), st.text(alphabet=" ,.:;«»—_\u00a0%\u200b", min_size=1, max_size=2))
def test_marks_hold_what_the_text_holds_without_letters(text: str, mark: str) -> None:
    assert (mark in Tokens(text).marks) == (mark in text)


def test_places_of_words() -> None:
    tokens = Tokens("One two, ONE three")
    assert tokens.places_of(frozenset({"one", "three", "four"})) == [0, 2, 3]
    assert tokens.places_of_word("one") == [2, 0]
