"""Standard input and output: names, summaries, colour, closed pipes, hostile text."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT, lint_news

COPY = "Il est parti .\n"


def test_standard_input_has_the_name_it_is_given() -> None:
    done = lint_news("check", "-", "--stdin-filename", "desk/copy.txt", "--language", "fr", stdin=COPY.encode())
    assert done.stdout.decode() == 'desk/copy.txt:1:13: warning: no space before "." [typography/space-before-comma]\n'
    assert done.stderr.decode() == "1 finding in 1 story\n"


def test_json_has_the_fields_of_the_contract() -> None:
    done = lint_news("check", "-", "--language", "fr", "--output-format", "json", stdin=COPY.encode())
    assert json.loads(done.stdout) == [
        {
            "path": "<stdin>",
            "line": 1,
            "column": 13,
            "end_line": 1,
            "end_column": 15,
            "rule": "typography/space-before-comma",
            "severity": "warning",
            "message": 'no space before "."',
            "suggestions": ["."],
            "related": [],
        }
    ]


def test_json_without_findings_is_an_empty_array() -> None:
    done = lint_news("check", "-", "--output-format", "json", stdin=b"All is well.\n")
    assert (json.loads(done.stdout), done.returncode) == ([], 0)


def test_fail_level_decides_the_exit_status() -> None:
    statuses = [lint_news("check", "-", "--language", "fr", "--fail-level", level, stdin=COPY.encode()).returncode
                for level in ("info", "warning", "error", "never")]  # fmt: skip
    assert statuses == [1, 1, 0, 0]


def test_select_and_ignore_by_topic_and_rule() -> None:
    def rules(*options: str) -> list[str]:
        done = lint_news("check", "examples/otan-blinken.txt", "--output-format", "json", *options)
        return sorted({found["rule"] for found in json.loads(done.stdout)})

    assert rules("--select", "names") == ["names/inconsistent", "names/known", "names/title"]
    assert rules("--select", "names,dates/unanchored", "--ignore", "names/known") == [
        "dates/unanchored",
        "names/inconsistent",
        "names/title",
    ]


def terminal_output(**environment: str) -> bytes:
    """What the command writes to a pseudo-terminal."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "lint_news", "check", "examples/otan-blinken.txt", "--select", "names/known"],
        stdout=follower,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm", **environment},
    )
    process.wait(60)
    os.close(follower)
    data = os.read(leader, 65536)
    os.close(leader)
    return data


def test_colour_on_a_terminal_only_and_not_with_no_color() -> None:
    assert b"\x1b[" in terminal_output(NO_COLOR="")
    assert b"\x1b[" not in terminal_output(NO_COLOR="1")
    assert b"\x1b[" not in lint_news("check", "examples/otan-blinken.txt").stdout


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("Il est parti .\n" * 20_000, encoding="utf-8")
    command = f"{sys.executable} -m lint_news check long.txt --language fr | head -n 1"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, env=environment, check=False)
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


def test_escape_sequences_in_copy_and_names_are_shown_not_sent(tmp_path: Path) -> None:
    name = "a\x1b[31m\nb.txt"
    (tmp_path / name).write_text("Anthony Blinken\x1b]0;x\x07 est \u202eparti .\n", encoding="utf-8")
    done = lint_news("check", name, "--language", "fr", cwd=tmp_path)
    assert b"\x1b" not in done.stdout
    assert done.stdout.decode().startswith("a\\x1b[31m\\x0ab.txt:1:1: warning: ")


def test_lone_surrogates_and_nul_change_no_position() -> None:
    from lint_news import Linter

    found = Linter().check_text("\ud800\0 Il est parti .\n", language="fr")
    assert [tuple(d.region) for d in found] == [(1, 16, 1, 18)]


def test_a_ten_megabyte_line_is_checked(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("mot " * 2_500_000 + "Il est parti .", encoding="utf-8")
    done = lint_news("check", "long.txt", "--language", "fr", cwd=tmp_path)
    assert b"long.txt:1:10000013: warning: no space before" in done.stdout
