"""``lint-news sources``: what it prints for stories, and what becomes of those that can't be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import lint_news

STORY = "Ann Lee said that the dam would hold.\n"


@pytest.mark.parametrize("output", ["text", "markdown", "json"])
def test_an_unreadable_story_hides_no_other(tmp_path: Path, output: str) -> None:
    (tmp_path / "good.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9\n")
    done = lint_news("sources", "latin.txt", "good.txt", "--output-format", output, cwd=tmp_path)
    assert done.stderr.decode().startswith("lint-news: latin.txt:1:4: byte 0xE9 is not UTF-8")
    assert b"Ann Lee" in done.stdout
    assert done.returncode == 2


@pytest.mark.parametrize(("language", "verdict"), [("en", "no statements"), ("fr", "aucune déclaration")])
def test_a_story_without_sources(tmp_path: Path, language: str, verdict: str) -> None:
    done = lint_news("sources", "-", "--ui-language", language, stdin=b"It rained.\n", cwd=tmp_path)
    assert done.stdout.decode().splitlines() == ["<stdin>", verdict]
    assert done.returncode == 0


def test_json_of_a_statement_from_nobody(tmp_path: Path) -> None:
    done = lint_news("sources", "-", "--output-format", "json", stdin=b"The dam reportedly broke.\n", cwd=tmp_path)
    [found] = json.loads(done.stdout)
    assert (found["source"], found["kind"], found["direct"], found["cue"]["text"]) == (None, "none", False, "reportedly")


def test_a_story_that_is_one_quotation(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("“" + "We heard nothing at all. " * 5_000 + "”\n", encoding="utf-8")
    done = lint_news("sources", "story.txt", cwd=tmp_path)
    assert done.stdout.decode().splitlines()[-1] == "1 statement: 1 from nobody"
    assert done.returncode == 0
