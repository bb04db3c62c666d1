"""Fixes: what they change, what they leave as it was, to the byte."""

from __future__ import annotations

import os
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint_news import Linter
from lint_news.diagnostic import Diagnostic, region_of
from lint_news.document import Document, Span
from lint_news.fixes import apply, edits_of, fix_bytes
from tests.conftest import lint_news
from tests.growth import grows_linearly

LINTER = Linter(language="en")
STORY = "He recieved it , twice.\n"
FIXED = "He received it, twice.\n"
BYTES = [
    ("UTF-8", STORY.encode(), None, FIXED.encode()),
    ("CRLF", STORY.replace("\n", "\r\n\r\nBye.\r\n").encode(), None, FIXED.replace("\n", "\r\n\r\nBye.\r\n").encode()),
    ("lone CR", b"Hi.\rHe recieved it.\r", None, b"Hi.\rHe received it.\r"),
    ("no line end", STORY.rstrip().encode(), None, FIXED.rstrip().encode()),
    ("byte order mark", b"\xef\xbb\xbf" + STORY.encode(), None, b"\xef\xbb\xbf" + FIXED.encode()),
    ("UTF-16 LE", b"\xff\xfe" + STORY.encode("utf-16-le"), None, b"\xff\xfe" + FIXED.encode("utf-16-le")),
    ("UTF-16 BE", b"\xfe\xff" + STORY.encode("utf-16-be"), None, b"\xfe\xff" + FIXED.encode("utf-16-be")),
    ("Windows-1252", "Café. He recieved it.".encode("cp1252"), "cp1252", "Café. He received it.".encode("cp1252")),
    ("what is right", b"He received it.\n", None, b"He received it.\n"),
    ("a name is an editor's", b"Anthony Blinken left.\n", None, b"Anthony Blinken left.\n"),
]


@pytest.mark.parametrize(("data", "encoding", "expected"), [row[1:] for row in BYTES], ids=[row[0] for row in BYTES])
def test_bytes(data: bytes, encoding: str | None, expected: bytes) -> None:
    fixed = fix_bytes(data, "story.txt", LINTER.check_document, encoding=encoding)
    assert fixed.after == expected
    again = fix_bytes(fixed.after, "story.txt", LINTER.check_document, encoding=encoding)
    assert (again.after, again.applied) == (expected, 0)


def test_unsafe_fixes_are_asked_for() -> None:
    fixed = fix_bytes(b"Anthony Blinken left.\n", "story.txt", LINTER.check_document, unsafe=True)
    assert fixed.after == b"Antony Blinken left.\n"


def test_a_pair_that_nothing_decides_is_never_fixed() -> None:
    story = b"Lydia Buchtmann spoke first.\n\nThen Lydia Bauchtmann left the room.\n"
    fixed = fix_bytes(story, "story.txt", LINTER.check_document, unsafe=True)
    assert any(one.rule == "names/inconsistent" for one in fixed.left)
    assert fixed.after == story


def test_what_the_encoding_cannot_hold_is_left() -> None:
    linter = Linter(language="fr", select=["typography/guillemet-space", "names/known"])
    story = "Le président Victor Orban arrive.".encode("ascii", "ignore")
    fixed = fix_bytes(story, "story.txt", linter.check_document, encoding="ascii", unsafe=True)
    assert fixed.after == story
    assert (fixed.applied, fixed.beyond, fixed.codec) == (0, 1, "ascii")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["recieved", " ,", "“", "”", "Mr Smith", " ", "\n\n", "  ", "é", "\U0001f600", "\r\n", "teh ", "x"]),
        max_size=30,
    )
)
def test_a_second_run_changes_nothing(parts: list[str]) -> None:
    data = ("He said. " + "".join(parts)).encode()
    once = fix_bytes(data, "story.txt", LINTER.check_document, unsafe=True).after
    assert fix_bytes(once, "story.txt", LINTER.check_document, unsafe=True).after == once


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["recieved ", " , ", "word ", "\n\n", "é "]), max_size=30))
def test_edits_do_not_overlap_and_keep_all_else(parts: list[str]) -> None:
    document = Document("".join(parts) or "x")
    edits = edits_of(LINTER.check_document(document), document, unsafe=True)
    assert all(a.end <= b.start for a, b in pairwise(edits))
    kept = len(document.source) - sum(edit.end - edit.start for edit in edits)
    assert len(apply(document.source, edits)) == kept + sum(len(edit.replacement) for edit in edits)


def run(folder: Path, *options: str, stdin: bytes = b"") -> tuple[int, str, str]:
    done = lint_news("check", "--language", "en", *options, cwd=folder, stdin=stdin)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_fix_writes_the_file_and_tells(story: Path) -> None:
    os.chmod(story, 0o640)
    assert run(story.parent, "--fix", "story.txt") == (0, "", "0 findings in 1 story; 2 fixed\n")
    assert (story.read_text(encoding="utf-8"), story.stat().st_mode & 0o777) == (FIXED, 0o640)
    assert [path.name for path in story.parent.iterdir()] == ["story.txt"]


def test_diff_shows_and_writes_nothing(story: Path) -> None:
    status, out, _ = run(story.parent, "--diff", "story.txt")
    assert (status, out) == (0, f"--- a/story.txt\n+++ b/story.txt\n@@ -1 +1 @@\n-{STORY}+{FIXED}")
    assert story.read_text(encoding="utf-8") == STORY


def test_diff_obeys_no_escape(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J.txt").write_text("He recieved \x1b[31mit.", encoding="utf-8")
    _, out, _ = run(tmp_path, "--diff", ".")
    assert "\x1b" not in out
    assert "\\x1b[31m" in out


def test_standard_input_is_printed_fixed(tmp_path: Path) -> None:
    assert run(tmp_path, "--fix", "-", stdin=STORY.encode())[:2] == (0, FIXED)


def test_a_link_stays_a_link(story: Path) -> None:
    link = story.parent / "link.txt"
    link.symlink_to(story)
    run(story.parent, "--fix", "link.txt")
    assert link.is_symlink()
    assert story.read_text(encoding="utf-8") == FIXED


def test_an_unreadable_story_does_not_stop_the_others(story: Path) -> None:
    (story.parent / "bad.txt").write_bytes(b"\xff bad")
    status, _, errors = run(story.parent, "--fix", "bad.txt", "story.txt")
    assert (status, story.read_text(encoding="utf-8")) == (2, FIXED)
    assert errors.startswith("lint-news: bad.txt:1:1: byte 0xFF is not UTF-8")


@pytest.mark.parametrize("options", [["--unsafe"], ["--fix", "--across"], ["--diff", "--diff-base", "HEAD"]])
def test_what_does_not_go_together(story: Path, options: list[str]) -> None:
    assert run(story.parent, *options, "story.txt")[0] == 2
    assert story.read_text(encoding="utf-8") == STORY


def test_the_cost_grows_with_the_number_of_fixes() -> None:
    def fix(text: str) -> None:
        document = Document(text)
        starts = [match.start() for match in re.finditer("teh", text)]
        regions = [region_of(document, at, at + 3) for at in starts]
        found = [
            Diagnostic("", Span(at, at + 3), region, "x/y", "error", "", ("the",), fix="safe")
            for at, region in zip(starts, regions, strict=True)
        ]
        assert len(edits_of(found, document)) == len(found)

    grows_linearly(fix, lambda number: "teh\n" * number, 10_000)
