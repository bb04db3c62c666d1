"""How far two spellings are apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from lint_news.language.similarity import edit_distance

_WORDS = st.text(alphabet="abcdé", max_size=9)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("antony", "antony", 0),
        ("anthony", "antony", 1),
        ("macron", "marcon", 1),  # a swap is one edit
        ("jens", "yans", 2),
        ("netanyahu", "netanyahou", 1),
        ("stoltenberg", "stoltenburk", 2),
        ("ab", "ba", 1),
        ("", "ab", 2),
        ("", "abc", 3),
        ("obama", "biden", 3),
        ("ministre", "ministres-adjoints", 3),
    ],
)
def test_edits_between_two_words(a: str, b: str, expected: int) -> None:
    assert edit_distance(a, b) == edit_distance(b, a) == expected


@given(_WORDS, _WORDS)
def test_as_rapidfuzz_counts_them(a: str, b: str) -> None:
    assert edit_distance(a, b) == min(OSA.distance(a, b), 3)
