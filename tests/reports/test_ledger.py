"""The ledger of sources: what is one source, the verdict, and tables that hostile copy can't break."""

from __future__ import annotations

import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint_news import Linter
from lint_news.diagnostic import Region
from lint_news.document import Document
from lint_news.reports._ledger import Account, Entry, Piece, accounts, entry
from lint_news.reports._ledger import ledger as whole_ledger
from lint_news.reports._ledger_tables import escaped, write_markdown, write_table
from lint_news.reports._ledger_words import verdict


def ledger(linter: Linter, text: str, language: str) -> list[Entry]:
    story = linter.annotate(Document(text, language=language))
    return [entry(story.document, *found) for found in zip(story.attributions, story.speakers, strict=True)]


@pytest.mark.parametrize(
    ("family", "language", "text", "names"),
    [
        ("surname alone", "en", "Jens Stoltenberg said no. Stoltenberg said yes.", ["Jens Stoltenberg"]),
        (
            "title and surname",
            "fr",
            "Jens Stoltenberg a affirmé que non. M. Stoltenberg a affirmé que oui.",
            ["Jens Stoltenberg"],
        ),
        (
            "a slip",
            "en",
            "Jens Stoltenberg said no. Yans Stoltenberg said yes. Jens Stoltenberg said so.",
            ["Jens Stoltenberg"],
        ),
        ("verb taken into the name", "fr", "Jens Stoltenberg a dit non. M. Stoltenberg affirme que oui.", ["Jens Stoltenberg"]),
        ("article", "en", "The State Department said no. State Department said yes.", ["State Department"]),
        (
            "one surname, two people",
            "en",
            "Bill Clinton said no. Hillary Clinton said yes. Clinton said so.",
            ["Bill Clinton", "Hillary Clinton", "Clinton"],
        ),
    ],
)
def test_what_is_one_source(linter: Linter, family: str, language: str, text: str, names: list[str]) -> None:
    assert [account.name for account in accounts(ledger(linter, text, language))] == names, family


@pytest.mark.parametrize(
    ("kinds", "language", "expected"),
    [
        ([], "en", "no statements"),
        ([], "fr", "aucune déclaration"),
        ([("person", 1)], "en", "1 statement: 1 from 1 named person"),
        (
            [("person", 3), ("person", 2), ("person", 1), ("organisation", 2), ("none", 3)],
            "en",
            "11 statements: 6 from 3 named people, 2 from 1 institution, 3 from nobody",
        ),
        (
            [("person", 3), ("unnamed", 2), ("none", 1)],
            "fr",
            "6 déclarations : 3 d’une personne nommée, 2 d’une source anonyme, 1 de personne",
        ),
    ],
)
def test_verdict(kinds: list[tuple[str, int]], language: str, expected: str) -> None:
    found = [Account(f"N{number}", kind, count, 0, (1,)) for number, (kind, count) in enumerate(kinds)]
    assert verdict(found, language) == expected


def _entry(name: str, path: str = "story.txt", line: int = 1) -> Entry:
    return Entry(path, Piece(name, Region(line, 1, line, 2)), None, None, "person", False)


HOSTILE = [
    "| a | b |",
    "[click](http://evil.example)",
    "<script>alert(1)</script>",
    "https://evil.example/",
    "a\nb\r\n\n# c",
    "`code` **bold** ~~x~~ ![i](j)",
    "\x1b[31mred \u202eeslaf",
    "&lt;b&gt; &amp;",
    "@everyone #12",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_stay_in_their_cell(name: str) -> None:
    stream = io.StringIO()
    write_markdown([name], [_entry(name, path=name)], stream, "en")
    lines = stream.getvalue().splitlines()
    assert len(lines) == 7
    assert len([at for at, c in enumerate(lines[4]) if c == "|" and lines[4][at - 1] != "\\"]) == 6
    assert "\x1b" not in stream.getvalue()
    assert "\u202e" not in stream.getvalue()


@given(st.text())
def test_escaped_text_holds_no_markup(text: str) -> None:
    shown = escaped(text).replace("&#8288;", "")
    at = 0
    while at < len(shown):
        if shown[at] == "\\":
            at += 2
            continue
        assert shown[at] not in "!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~\n\r"
        at += 1


@given(st.lists(st.text(min_size=1), max_size=8), st.integers(min_value=60, max_value=120))
def test_no_line_is_wider_than_the_terminal(names: list[str], width: int) -> None:
    stream = io.StringIO()
    entries = [_entry(name * 9, line=line) for name in names for line in range(1, 40)]
    write_table(["story.txt"], entries, stream, width, "fr")
    from lint_news.reports._ledger_tables import _cells

    assert all(_cells(line) <= width for line in stream.getvalue().split("\n"))


def test_ten_thousand_statements_cost_no_more_than_their_length(linter: Linter) -> None:
    begun = time.perf_counter()
    assert accounts(ledger(linter, "Jens Stoltenberg said no. Stoltenberg said yes. " * 5_000, "en"))[0].paraphrased == 10_000
    assert time.perf_counter() - begun < 8


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Il a été annoncé que la digue tiendra.", "1 statement: 1 from nobody"),
        ("en", "The dam reportedly broke. Ann Lee said it was old.", "2 statements: 1 from 1 named person, 1 from nobody"),
        ("en", "Ann Lee said it was old.", "1 statement: 1 from 1 named person"),
    ],
)
def test_statements_from_nobody(linter: Linter, language: str, text: str, expected: str) -> None:
    story = linter.annotate(Document(text, language=language))
    pairs = zip(story.attributions, story.speakers, strict=True)
    assert verdict(accounts(whole_ledger(story.document, pairs, linter.check_story(story))), "en") == expected
