"""Places of the protocol: units of three encodings, the line ends of the protocol and no others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint_news.lsp.positions import Ruler


@pytest.mark.parametrize(
    ("text", "offset", "encoding", "expected"),
    [
        ("abc", 2, "utf-16", (0, 2)),
        ("𝒜 b", 2, "utf-16", (0, 3)),
        ("𝒜 b", 2, "utf-8", (0, 5)),
        ("𝒜 b", 2, "utf-32", (0, 2)),
        ("é b", 2, "utf-8", (0, 3)),
        ("a\r\nb", 3, "utf-16", (1, 0)),
        ("a\rb", 2, "utf-16", (1, 0)),
        ("a\u2028b\x0bc\x85d", 6, "utf-16", (0, 6)),
        ("\ud800b", 1, "utf-8", (0, 3)),
        ("ab", 99, "utf-16", (0, 2)),
    ],
)
def test_point(text: str, offset: int, encoding: str, expected: tuple[int, int]) -> None:
    assert Ruler(text, encoding).point(offset) == expected


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("ab\ncd", (0, 99), 2),
        ("ab\r\ncd", (0, 99), 2),
        ("ab\ncd", (9, 0), 5),
        ("𝒜b", (0, 1), 0),
        ("𝒜b", (0, 2), 1),
        ("", (0, 0), 0),
    ],
)
def test_offset(text: str, place: tuple[int, int], expected: int) -> None:
    assert Ruler(text).offset(*place) == expected


@given(st.text(), st.integers(0, 50), st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_there_and_back(text: str, offset: int, encoding: str) -> None:
    offset = min(offset, len(text))
    if text[offset - 1 : offset + 1] != "\r\n":
        ruler = Ruler(text, encoding)
        assert ruler.offset(*ruler.point(offset)) == offset
