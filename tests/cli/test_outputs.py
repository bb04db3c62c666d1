"""What ``check`` prints, where it goes, and in which language."""

from __future__ import annotations

import json
import os
import stat
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from lint_news.reports import format_names
from tests.conftest import lint_news

STORY = "Il est parti .\nSource: Médias\n"
TEXT = [
    'a.txt:1:13: warning: no space before "." [typography/space-before-comma]',
    'a.txt:2:1: warning: credit line "Source: Médias" names no source [attribution/vague-credit]',
    'a.txt:2:7: warning: French sets a space before ":" [typography/space-before-colon]',
]
CHECK = ("check", "a.txt", "--language", "fr")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


def files(desk: Path) -> list[str]:
    return sorted(path.name for path in desk.iterdir())


def test_a_file_alone_takes_the_place_of_standard_output(desk: Path) -> None:
    done = lint_news(*CHECK, "--output-file", "out", cwd=desk)
    assert (done.stdout, done.returncode) == (b"", 1)
    assert (desk / "out").read_text(encoding="utf-8").splitlines() == TEXT


def test_several_outputs_at_once(desk: Path) -> None:
    files_wanted = ("--output-file", "sarif:out.sarif", "--output-file", "json:out.json", "--output-file", "html:out.html")
    done = lint_news(*CHECK, "--output-format", "text", *files_wanted, cwd=desk)
    assert done.stdout.decode().splitlines() == TEXT
    assert len(json.loads((desk / "out.json").read_bytes())) == 3
    assert len(json.loads((desk / "out.sarif").read_bytes())["runs"][0]["results"]) == 3
    assert (desk / "out.html").read_bytes().startswith(b"<!doctype html>")
    assert files(desk) == ["a.txt", "out.html", "out.json", "out.sarif"]


def test_a_file_keeps_its_mode_and_a_link_its_target(desk: Path) -> None:
    (desk / "real").write_text("old")
    (desk / "real").chmod(0o640)
    (desk / "link").symlink_to("real")
    lint_news(*CHECK, "--output-file", "link", cwd=desk)
    assert (desk / "link").is_symlink()
    assert (desk / "real").read_text(encoding="utf-8").splitlines() == TEXT
    assert stat.S_IMODE((desk / "real").stat().st_mode) == 0o640


def test_a_pipe_is_written_not_replaced(desk: Path) -> None:
    done = lint_news(*CHECK, "--output-file", "json:/dev/stdout", "--output-file", "/dev/null", cwd=desk)
    assert len(json.loads(done.stdout)) == 3
    assert not os.path.isfile("/dev/null")


def test_a_run_that_fails_leaves_the_old_report(desk: Path) -> None:
    (desk / "out").write_text("old")
    done = lint_news("check", "a.txt", "--language", "xx", "--output-file", "out", cwd=desk)
    assert (done.returncode, (desk / "out").read_text(), files(desk)) == (2, "old", ["a.txt", "out"])


def test_a_report_is_no_story(desk: Path) -> None:
    for _ in range(2):
        done = lint_news("check", ".", "--output-file", "report.txt", "--language", "fr", cwd=desk)
    assert done.stderr.decode() == "3 findings in 1 story\n"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["nowhere/out"], "nowhere/out: no folder to write out in"),
        (["."], ".: can't be written: Is a directory"),
        (["out", "json:./out"], "./out: two outputs go to the same file"),
    ],
)
def test_a_place_that_cannot_be_written(desk: Path, arguments: list[str], complaint: str) -> None:
    options = [part for argument in arguments for part in ("--output-file", argument)]
    done = lint_news(*CHECK, *options, cwd=desk)
    assert done.stderr.decode() == f"lint-news: {complaint}\n"
    assert (done.returncode, files(desk)) == (2, ["a.txt"])


@pytest.mark.parametrize(
    ("options", "lines", "status"),
    [
        ([], ["3 findings in 1 story"], 1),
        (["--quiet"], [], 1),
        (["--exit-zero"], ["3 findings in 1 story"], 0),
        (["--exit-zero", "missing.txt"], ["lint-news: missing.txt: no such file or folder", "3 findings in 1 story"], 2),
        (
            ["--statistics"],
            [
                "1  warning  attribution/vague-credit",
                "1  warning  typography/space-before-colon",
                "1  warning  typography/space-before-comma",
                "3 findings in 1 story",
            ],
            1,
        ),
        (["--ui-language", "fr"], ["3 observations dans 1 article"], 1),
        (
            ["--ui-language", "fr", "missing.txt"],
            ["lint-news: missing.txt: fichier ou dossier introuvable", "3 observations dans 1 article"],
            2,
        ),
    ],
)
def test_what_is_said_on_standard_error(desk: Path, options: list[str], lines: list[str], status: int) -> None:
    done = lint_news(*CHECK, *options, cwd=desk)
    assert (done.stderr.decode().splitlines(), done.returncode) == (lines, status)


def test_verbose_names_each_story_and_the_time(desk: Path) -> None:
    first, second, third = lint_news(*CHECK, "--verbose", cwd=desk).stderr.decode().splitlines()
    assert (first, third) == ("a.txt: fr, 3 findings", "3 findings in 1 story")
    assert second.startswith("1 files, ")


@pytest.mark.parametrize(
    ("environment", "french"),
    [
        ({"LC_ALL": "C"}, False),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": ""}, False),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "fr_FR.UTF-8"}, True),
        ({"LC_ALL": "", "LC_MESSAGES": "fr_CA", "LANG": "en_US.UTF-8"}, True),
        ({"LC_ALL": "en_GB.UTF-8", "LC_MESSAGES": "fr_FR", "LANG": "fr_FR"}, False),
        ({"LC_ALL": "de_DE.UTF-8"}, False),
    ],
)
def test_the_locale_tells_the_language_of_messages(desk: Path, environment: dict[str, str], french: bool) -> None:
    done = lint_news(*CHECK, stdin=b"", cwd=desk, **environment)
    assert ("pas d’espace avant" in done.stdout.decode()) is french


def test_progress_is_drawn_on_a_terminal_only_and_taken_away() -> None:
    import io

    from lint_news.cli._progress import Progress

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    def drawn(stream: io.StringIO, hidden: bool = False) -> str:
        progress = Progress(stream, 10, hidden)
        progress._due = 0
        progress.step()
        progress.clear()
        return stream.getvalue()

    assert drawn(Terminal()) == "\r\x1b[K[###...........................] 1/10\r\x1b[K"
    assert (drawn(io.StringIO()), drawn(Terminal(), hidden=True)) == ("", "")


def test_what_cannot_be_read_stands_in_the_reports(desk: Path) -> None:
    (desk / "b.txt").write_bytes(b"")
    lint_news(*CHECK, "b.txt", "missing.txt", "--output-file", "sarif:out.sarif", cwd=desk)
    notes = json.loads((desk / "out.sarif").read_bytes())["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert [note["message"]["text"] for note in notes] == ["no such file or folder", "the file is empty"]


def test_hostile_names_and_copy_through_the_command(desk: Path) -> None:
    copy = "Il a vu \x1b[31mles \u202emédias .\n::error::gotcha ##[error]x\nSource: Médias ]]>\n<script>alert(1)</script> ,\n"
    for name in ("a\nb.txt", "::error::c.txt", 'd"<b>\x1b[31m.txt'):
        (desk / name).write_text(copy, encoding="utf-8")
    (desk / "::warning::empty.txt").write_bytes(b"")
    formats = [name for name in format_names() if name != "text"]
    files = [part for name in formats for part in ("--output-file", f"{name}:{desk}.{name}")]
    done = lint_news("check", *sorted(path.name for path in desk.iterdir()), "--language", "fr", "-v", *files, cwd=desk)
    printed = done.stdout + done.stderr
    assert b"\x1b" not in printed
    assert b"##[" not in printed
    assert not [line for line in printed.decode().splitlines() if line.lstrip().startswith("::")]
    assert done.stdout.decode().count("[typography/space-before-comma]") == 4
    for name in formats:
        written = Path(f"{desk}.{name}").read_text(encoding="utf-8")
        assert "\x1b" not in written
        assert "\u202e" not in written
        if name in ("json", "sarif", "gitlab", "rdjson"):
            json.loads(written)
        elif name in ("junit", "checkstyle"):
            ET.fromstring(written.encode())
        elif name == "html":
            assert written.count("<script") == 1
