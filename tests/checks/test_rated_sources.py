"""Outlets that the newsroom rates: where they are a source, and where a story is merely about them."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint_news import Linter
from tests.conftest import Check, lint_news

FOUND = "attribution/unreliable-source"


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("en", "The Onion reported that the moon is cheese.", ["1:1"]),
        ("en", "The moon is cheese, according to the Onion, and round.", ["1:34"]),
        ("en", "Source: The Babylon Bee", ["1:9"]),
        ("en", "Read https://www.TheOnion.com/moon now.", ["1:18"]),
        ("en", "Read politics.theonion.com now.", ["1:15"]),
        ("fr", "Selon Nordpresse, la lune est un fromage.", ["1:7"]),
        ("fr", "Source : Le Gorafi", ["1:10"]),
    ],
)
def test_flagged(check: Check, language: str, text: str, places: list[str]) -> None:
    assert check(text, language, FOUND) == [f"{place} {FOUND}" for place in places]


@pytest.mark.parametrize(
    ("family", "language", "text"),
    [
        ("a story about an outlet", "en", "The Onion was founded in 1988, and The Beaverton later."),
        ("the word itself", "en", "The onion, the baker said, is a vegetable."),
        ("a look-alike domain", "en", "See theonion.com.example.org and mytheonion.com for more."),
        ("a quotation", "en", "“I read theonion.com every day,” he said."),
    ],
)
def test_left_alone(check: Check, family: str, language: str, text: str) -> None:
    assert check(text, language, FOUND) == [], family


ENTRY = "{outlet: The Moon Post, domains: [moon.example.org], rating: R, reason: r, date: 2026-11-24, authority: the desk}"


def rated(rating: str) -> str:
    return f"  - {ENTRY.replace('rating: R', f'rating: {rating}')}\n"


def test_a_list_of_the_house(tmp_path: Path) -> None:
    (tmp_path / "house.yaml").write_text("sources:\n" + rated("rumours"), encoding="utf-8")
    found = Linter(rules=[str(tmp_path)]).check_text("The Moon Post reported that all is well.", language="en")
    assert [d.message for d in found if d.rule == FOUND] == ['The Moon Post is rated "rumours": r (the desk)']


def test_a_list_of_the_house_overrules_the_shipped_one(tmp_path: Path) -> None:
    entry = ENTRY.replace("The Moon Post", "The Onion").replace("moon.example.org", "theonion.com")
    (tmp_path / "house.yaml").write_text("sources:\n  - " + entry.replace("rating: R", "rating: reliable"), encoding="utf-8")
    found = Linter(rules=[str(tmp_path)]).check_text("The Onion reported that all is well.", language="en")
    assert [d for d in found if d.rule == FOUND] == []


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (rated("a") + rated("b"), "bad.yaml:3:5: The Moon Post is rated 'b' here and 'a' at bad.yaml:2: decide on one"),
        (rated("a") + rated("a"), "bad.yaml:3:5: The Moon Post stands twice; the first is bad.yaml:2: keep one of the two"),
        (
            rated("a") + rated("b").replace("The Moon Post", "Other"),
            "bad.yaml:3:5: moon.example.org is rated 'b' here and 'a' at bad.yaml:2: decide on one",
        ),
        ("  - {outlet: A}\n", "bad.yaml:2:5: a rated source has no 'rating'"),
        ("  -\n", "bad.yaml:2:4: a rated source must be a mapping (key: value), not text"),
        (rated("''"), "bad.yaml:2:66: 'rating' is empty"),
        (rated("a").replace("2026-11-24", "today"), "bad.yaml:2:86: 'today' is no date; write it as 2026-11-24"),
        (
            rated("a").replace("moon.example.org", "https://moon.example.org/"),
            "bad.yaml:2:39: 'https://moon.example.org/' is no domain; write it bare, such as example.org",
        ),
        (rated("a").replace("reason", "reson"), "bad.yaml:2:69: unknown key 'reson', did you mean 'reason'?"),
    ],
)
def test_a_broken_list_names_its_place(tmp_path: Path, content: str, complaint: str) -> None:
    (tmp_path / "bad.yaml").write_text("sources:\n" + content, encoding="utf-8")
    (tmp_path / "good.txt").write_text("Il est parti .\n", encoding="utf-8")
    done = lint_news("check", "good.txt", "--rules", "bad.yaml", "--language", "fr", cwd=tmp_path)
    assert done.stderr.decode().splitlines()[0] == f"lint-news: {complaint}"
    assert b"typography/space-before-comma" in done.stdout
    assert done.returncode == 2
