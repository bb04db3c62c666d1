"""Which files of a folder are stories: .gitignore means what it means to git, and costs little."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest

from lint_news.formats.discovery import find_stories
from lint_news.formats.ignoring import Patterns

TREE = ("a.txt", "b.txt", "old/a.txt", "old/new/a.txt", "d/old/c.txt", "d/e/old.txt", "d/e/x-1.txt", "d/e/f/x-2.txt")
IGNORED = [
    ("a name", {".gitignore": "a.txt"}),
    ("a folder", {".gitignore": "old/"}),
    ("a folder of the top", {".gitignore": "/old/"}),
    ("a way", {".gitignore": "d/e"}),
    ("any way", {".gitignore": "d/**/x-*.txt"}),
    ("an exception", {".gitignore": "*.txt\n!b.txt\n!x-[0-9].txt"}),
    ("an exception in an ignored folder", {".gitignore": "old/\n!old/new/a.txt"}),
    ("a file below", {".gitignore": "x-*", "d/e/.gitignore": "!x-1.txt\nold.txt"}),
    ("comments, blanks, escapes", {".gitignore": "# a.txt\n\n\\#b\nb.txt  \n"}),
    ("nothing", {".gitignore": ""}),
]


@pytest.mark.parametrize("files", [row[1] for row in IGNORED], ids=[row[0] for row in IGNORED])
def test_gitignore_means_what_it_means_to_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str]) -> None:
    for name, text in {**dict.fromkeys(TREE, "Tale."), **files}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    arguments = ["git", "ls-files", "--others", "--exclude-standard", "*.txt"]
    listed = subprocess.run(arguments, cwd=tmp_path, check=True, capture_output=True, text=True).stdout.split()
    monkeypatch.chdir(tmp_path)
    assert sorted(str(story).removeprefix("./") for story in find_stories(["."])) == sorted(listed)
    assert sorted(story for story in find_stories(["d/e"]) if isinstance(story, str)) == sorted(
        one for one in listed if one.startswith("d/e/")
    )


def test_a_long_list_is_one_expression() -> None:
    """200 patterns and 3,000 paths that fit none of them; a comparison for each pair took longer than checking the stories."""
    patterns = Patterns(
        line for number in range(50) for line in (f"*.x{number}", f"b{number}/", f"/t{number}/**/x*", f"**/n{number}/*")
    )
    started = time.process_time()
    assert all(patterns.tell(f"2026/politics/{number}.txt") is None for number in range(3000))
    assert time.process_time() - started < 0.5
    assert patterns.tell("2026/politics/one.x7") is True
