"""The line that people see: marks stand under the words, whatever the letters, and a long line is cut around them."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint_news.document import Document
from lint_news.reports._source import SourceLines
from lint_news.reports.full import excerpt
from tests.reports.conftest import finding, story, write


@pytest.mark.parametrize(
    ("text", "words", "line", "marks"),
    [
        ("Then Yans met.", "Yans", "Then Yans met.", "     ^^^^"),
        ("\tYans met.", "Yans", "    Yans met.", "    ^^^^"),
        ("東京 Yans", "Yans", "東京 Yans", "     ^^^^"),
        ("In 東京 now", "東京", "In 東京 now", "   ^^^^"),
        ("Cafe\u0301 Yans", "Yans", "Cafe\u0301 Yans", "     ^^^^"),
        ("a\x1b[31mYans", "Yans", "a\\x1b[31mYans", "         ^^^^"),
        ("one\r\nYans\r\n", "Yans", "Yans", "^^^^"),
        ("one Yans\nStoltenberg", "Yans\nStoltenberg", "one Yans", "    ^^^^"),
        ("a " * 60 + "Yans" + " b" * 60, "Yans", "…" + " a" * 8 + " Yans" + " b" * 8 + " …", " " * 18 + "^^^^"),
        ("Yans" + " b" * 60, "Yans", "Yans" + " b" * 17 + "…", "^^^^"),
        ("a " * 60 + "Yans", "Yans", "…" + "a " * 17 + "Yans", " " * 35 + "^^^^"),
        ("x" * 100, "x" * 100, "x" * 26 + "…", "^" * 26),
    ],
)
def test_marks_stand_under_the_words(text: str, words: str, line: str, marks: str) -> None:
    document = Document(text, path="a.txt")
    shown, indent, width = excerpt(SourceLines(document), finding(document, words), 40)
    assert (shown, " " * indent + "^" * width) == (line, marks)


def columns(text: str) -> int:
    marks = sum(unicodedata.category(char) in ("Mn", "Me") for char in text)
    return len(text) - marks + sum(unicodedata.east_asian_width(char) in "WF" for char in text)


@given(st.text(max_size=90), st.text(min_size=1, max_size=60), st.text(max_size=90))
def test_no_line_is_wider_than_asked_for(before: str, words: str, after: str) -> None:
    document = Document(before + words + after, path="a.txt")
    shown, indent, width = excerpt(SourceLines(document), finding(document, words), 60)
    assert columns(shown) <= 60
    assert indent + width <= 61


def test_suggestions_and_why_stand_below_and_the_why_only_once() -> None:
    document = Document("Then Yans met Yens.", path="a.txt")
    reports = story(document, finding(document, "Yans", "Jens", note='"Jens" here'), finding(document, "Yens"))
    assert write("full", reports).splitlines() == [
        'a.txt:1:6: warning: "Yans" is wrong [names/known]',
        " 1 | Then Yans met Yens.",
        "   |      ^^^^",
        "   = write: “Jens”",
        "   = why: A reader can check it.",
        'a.txt:1:6: note: "Jens" here',
        "",
        'a.txt:1:15: warning: "Yens" is wrong [names/known]',
        " 1 | Then Yans met Yens.",
        "   |               ^^^^",
        "",
    ]


def test_colour_only_where_asked_for() -> None:
    document = Document("Then Yans met.", path="a.txt")
    report = story(document, finding(document, "Yans", "Jens"))
    assert "\x1b" not in write("full", report)
    assert "\x1b[1;33m^^^^\x1b[0m" in write("full", report, colour=True)


def test_many_findings_on_one_very_long_line_cost_what_is_shown() -> None:
    document = Document("Yans met. " * 200_000, path="a.txt")
    found = finding(document, "met")
    report = story(document, *(found._replace(region=found.region._replace(column=n, end_column=n + 4)) for n in range(1, 999)))
    started = time.perf_counter()
    write("full", report)
    assert time.perf_counter() - started < 2
