"""Texts and the ranges of their source: what may be replaced as a whole, and where findings stand."""

from __future__ import annotations

import pytest

from lint_news.document import Document, Segment, Span
from lint_news.formats.reading import escape

# "Caf<b>é</b> &amp; b" in a file is "Café & b".
SOURCE = "Caf<b>é</b> &amp; b"
SEGMENTS = (
    Segment(0, 0, 3, 3, "x"),
    Segment(3, 6, 1, 1, "x"),
    Segment(4, 11, 1, 1, "x"),
    Segment(5, 12, 1, 5, "x"),
    Segment(6, 17, 2, 2, "x"),
)


@pytest.fixture
def document() -> Document:
    return Document("Café & b", source=SOURCE, segments=SEGMENTS, format="html")


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(0, 3, Span(0, 3), id="one to one"),
        pytest.param(0, 4, None, id="across a tag"),
        pytest.param(3, 4, Span(6, 7), id="inside a tag"),
        pytest.param(5, 6, Span(12, 17), id="an entity"),
        pytest.param(4, 8, Span(11, 19), id="an entity and what stands around it"),
        pytest.param(8, 8, Span(19, 19), id="an insertion at the end"),
        pytest.param(2, 2, Span(2, 2), id="an insertion"),
    ],
)
def test_source_span(document: Document, start: int, end: int, expected: Span | None) -> None:
    assert document.source_span(start, end) == expected


def test_plain_text_maps_onto_itself() -> None:
    assert Document("abc").source_span(1, 3) == Span(1, 3)
    assert Document("abc", editable=False).source_span(1, 3) is None


def test_a_range_ends_where_its_last_character_does(document: Document) -> None:
    assert document.end_position(4).column == 8
    assert document.position(4).column == 12


@pytest.mark.parametrize(
    ("format", "escapes", "expected"),
    [
        ("text", None, 'a & "b" < c'),
        ("markdown", None, 'a & "b" < c'),
        ("nitf", None, 'a &amp; "b" &lt; c'),
        ("ninjs", None, 'a & \\"b\\" < c'),
        ("ninjs", "xj", 'a &amp; \\"b\\" &lt; c'),
        ("newsml", "", 'a & "b" < c'),
        ("newsml", "xx", 'a &amp;amp; "b" &amp;lt; c'),
    ],
)
def test_a_replacement_as_the_format_writes_it(format: str, escapes: str | None, expected: str) -> None:
    assert escape(format, 'a & "b" < c', escapes) == expected
