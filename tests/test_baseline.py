"""A baseline holds back what is old, and nothing else; --diff-base tells what stands on changed lines."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import lint_news

OLD = "Once more: a tale.\n\nSource: Media\n"


def check(folder: Path, *options: str) -> tuple[int, list[int]]:
    done = lint_news("check", ".", "--language", "en", "--output-format", "json", *options, cwd=folder)
    return done.returncode, [one["line"] for one in json.loads(done.stdout)]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "story.txt").write_text(OLD, encoding="utf-8")
    assert check(tmp_path, "--write-baseline", "old.json") == (1, [3])
    return tmp_path


EDITS = [
    ("nothing changed", OLD, (0, [])),
    ("lines before it", "New.\n\nLines.\n\n" + OLD, (0, [])),
    ("the same again", OLD + "\nAnd more.\n\nSource: Media\n", (1, [7])),
    ("the same again, before it", "And more.\n\nSource: Media\n\nFar away from here.\n\n" + OLD, (1, [3])),
    ("another finding", OLD + "\nSource: Agencies\n", (1, [5])),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in EDITS], ids=[row[0] for row in EDITS])
def test_only_what_is_new_is_told(archive: Path, text: str, expected: tuple[int, list[int]]) -> None:
    (archive / "story.txt").write_text(text, encoding="utf-8")
    assert check(archive, "--baseline", "old.json") == expected


def test_what_is_gone_is_told(archive: Path) -> None:
    (archive / "story.txt").write_text("A tale.\n", encoding="utf-8")
    done = lint_news("check", "story.txt", "--baseline", "old.json", "--language", "en", cwd=archive)
    assert done.stderr == b"0 findings in 1 story; 1 of the baseline no longer found\n"


def test_a_baseline_can_be_read_by_others_as_any_new_file(archive: Path) -> None:
    (archive / "other").touch()
    assert (archive / "old.json").stat().st_mode == (archive / "other").stat().st_mode


def test_names_of_many_stories_are_held_back(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text("Jens Stoltenberg spoke here. Then Jens Stoltenberg left.\n", encoding="utf-8")
    (tmp_path / "other.txt").write_text("Yens Stoltenberg spoke here.\n", encoding="utf-8")
    options = ("--across", "--select", "names")
    assert check(tmp_path, *options, "--write-baseline", "old.json") == (1, [1])
    assert check(tmp_path, *options, "--baseline", "old.json") == (0, [])


BROKEN = [
    ("missing", None, "lint-news: old.json: No such file or directory"),
    ("not JSON", "{", "lint-news: old.json:1:2: not a baseline: Expecting property name enclosed in double quotes"),
    ("other JSON", "[]", "lint-news: old.json: not a baseline; write it anew with --write-baseline"),
    ("too deep", "[" * 100_000, "lint-news: old.json: not a baseline; write it anew with --write-baseline"),
    (
        "a number of too many digits",
        '{"version": ' + "9" * 5000 + "}",
        "lint-news: old.json: not a baseline; write it anew with --write-baseline",
    ),
    (
        "wrong rows",
        '{"version": 1, "findings": [1]}',
        "lint-news: old.json: not a baseline; write it anew with --write-baseline",
    ),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_a_broken_baseline_is_one_line(tmp_path: Path, text: str | None, expected: str) -> None:
    (tmp_path / "story.txt").write_text(OLD, encoding="utf-8")
    if text is not None:
        (tmp_path / "old.json").write_text(text, encoding="utf-8")
    done = lint_news("check", "story.txt", "--baseline", "old.json", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.decode().startswith(expected)
    assert done.stderr.count(b"\n") == 1


def git(folder: Path, *arguments: str) -> None:
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q")
    for name in ("story.txt", "moved é\n.txt"):
        (tmp_path / name).write_text(OLD + "\nFiller here.\n" * 20, encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "old")
    return tmp_path


def test_diff_base_tells_changed_lines_alone(repository: Path) -> None:
    assert check(repository, "--diff-base", "HEAD") == (0, [])
    story = repository / "story.txt"
    story.write_text(story.read_text(encoding="utf-8") + "\nSource: Agencies\n", encoding="utf-8")
    assert check(repository, "--diff-base", "HEAD") == (1, [45])


def test_diff_base_knows_renamed_and_new_files(repository: Path) -> None:
    git(repository, "mv", "moved é\n.txt", "there.txt")
    (repository / "new.txt").write_text(OLD, encoding="utf-8")
    assert check(repository, "--diff-base", "HEAD") == (1, [3])


def test_diff_base_tells_what_no_revision_has(repository: Path) -> None:
    (repository / ".gitignore").write_text("draft.txt\n", encoding="utf-8")
    (repository / "draft.txt").write_text(OLD, encoding="utf-8")
    for path, copy in (("draft.txt", b""), ("-", OLD.encode())):
        done = lint_news("check", path, "--language", "en", "--diff-base", "HEAD", cwd=repository, stdin=copy)
        assert (done.returncode, b":3:1: " in done.stdout) == (1, True), path


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "", "HEAD:story.txt"])
def test_a_revision_that_is_none_is_one_line(repository: Path, revision: str) -> None:
    done = lint_news("check", "story.txt", "--quiet", "--diff-base", revision, cwd=repository)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert not (repository / "x").exists()


def test_a_revision_that_the_checkout_lacks_is_named(repository: Path) -> None:
    done = lint_news("check", "story.txt", "--quiet", "--diff-base", "origin/main", cwd=repository, LC_ALL="C")
    told = f"lint-news: {repository}: git has no revision 'origin/main' here; fetch more of the history, or name another\n"
    assert done.stderr.decode() == told


def test_a_story_outside_git_hides_no_finding_of_others(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What git can't tell is told once a folder, and the exit status says it."""
    outside = tmp_path_factory.mktemp("outside")
    for name in ("a.txt", "b.txt"):
        (outside / name).write_text(OLD, encoding="utf-8")
    (repository / "new.txt").write_text(OLD, encoding="utf-8")
    done = lint_news("check", outside, "new.txt", "--quiet", "--language", "en", "--diff-base", "HEAD", cwd=repository)
    assert done.stdout.startswith(b"new.txt:3:1: ")
    assert (done.stdout.count(b"\n"), done.returncode) == (1, 2)
    assert done.stderr.decode().startswith(f"lint-news: {outside}: git: not a git repository")
    assert done.stderr.count(b"\n") == 1


def test_diff_base_asks_each_repository(tmp_path: Path) -> None:
    """A revision may be another commit in each, or in one of them none at all: the others' findings are told."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        git(tmp_path / name, "init", "-q")
        (tmp_path / name / f"{name}.txt").write_text("A tale.\n", encoding="utf-8")
        git(tmp_path / name, "add", ".")
        git(tmp_path / name, "commit", "-q", "-m", f"old {name}")
        (tmp_path / name / f"{name}.txt").write_text("A tale.\n\nSource: Media\n", encoding="utf-8")
    git(tmp_path / "two", "tag", "here")
    assert check(tmp_path, "--diff-base", "HEAD") == (1, [3, 3])
    assert check(tmp_path, "--diff-base", "here") == (2, [3])
