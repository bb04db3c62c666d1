"""A review at the console of Windows, whose keys a module stands in for."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pexpect
import pytest

from lint_news.cli._console import Console
from lint_news.cli._terminal import Stopped
from lint_news.reviewing import BACKSPACE, CLEAR, END, ENTER, ESCAPE
from tests.conftest import lint_news


class Pressed:
    """Keys that come at once: what a key is made of waits together."""

    def __init__(self, *keys: str) -> None:
        self._keys = list(keys)
        self._rest = ""

    def getwch(self) -> str:
        if not self._rest:
            self._rest = self._keys.pop(0)
        unit, self._rest = self._rest[0], self._rest[1:]
        return unit

    def kbhit(self) -> bool:
        return bool(self._rest)


@pytest.mark.parametrize(
    ("units", "key"),
    [
        ("t", "t"),
        ("é", "é"),
        ("à", "à"),
        ("\r", ENTER),
        ("\x1b", ESCAPE),
        ("\x08", BACKSPACE),
        ("\x15", CLEAR),
        ("\x1a", END),
        ("\xe0H", ""),
        ("\0;", ""),
        ("\ud835\udc9c", "𝒜"),
    ],
)
def test_keys_of_the_console(units: str, key: str) -> None:
    console = Console(Pressed(units, "s"))
    assert [console.key(), console.key()] == [key, "s"]


def test_an_interrupt_ends_it_before_the_next_decision() -> None:
    before = signal.getsignal(signal.SIGINT)
    with Console(Pressed("s", "\x03")) as console:
        assert console.key() == "s"
        with pytest.raises(Stopped, match="2"):
            console.key()
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(Stopped, match="2"):
            console.key()
    assert signal.getsignal(signal.SIGINT) is before


# A system without termios, whose msvcrt has these keys pressed.
FAKE = """import sys, types
sys.modules["termios"] = None
keys = list({keys!r})
module = types.ModuleType("msvcrt")
module.getwch = lambda: keys.pop(0)
module.kbhit = lambda: False
sys.modules["msvcrt"] = {module}
"""


def at_the_console(folder: Path, keys: str, module: str = "module") -> pexpect.spawn[str]:
    (folder / "site").mkdir()
    (folder / "site" / "sitecustomize.py").write_text(FAKE.format(keys=keys, module=module), encoding="utf-8")
    settings = {**os.environ, "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "TERM": "xterm", "PYTHONPATH": str(folder / "site")}
    given = ["-m", "lint_news", "review", "story.txt", "--language", "en", "--select", "spelling"]
    child = pexpect.spawn(sys.executable, given, cwd=str(folder), env=settings, encoding="utf-8", timeout=60)
    child.expect(pexpect.EOF)
    child.close()
    return child


@pytest.mark.parametrize(
    ("keys", "status", "after"),
    [
        ("t", 0, "He received it.\n"),
        ("eobtained\r", 0, "He obtained it.\n"),
        ("s", 0, "He recieved it.\n"),
        ("\x03", 130, "He recieved it.\n"),
        ("\x1a", 0, "He recieved it.\n"),
    ],
)
def test_a_review_at_the_console(keys: str, status: int, after: str, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("He recieved it.\n", encoding="utf-8")
    assert at_the_console(tmp_path, keys).exitstatus == status
    assert (tmp_path / "story.txt").read_text(encoding="utf-8") == after


def test_a_system_without_either_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("He recieved it.\n", encoding="utf-8")
    child = at_the_console(tmp_path, "", "None")
    assert (child.exitstatus, child.before) == (
        2,
        "lint-news: review can't read single keys on this system; there are check and check --fix\r\n",
    )


def test_a_pipe_is_no_terminal(tmp_path: Path) -> None:
    done = lint_news("review", "story.txt", cwd=tmp_path)
    assert done.stderr == b"lint-news: review needs a terminal to ask and to show; for files and pipes there is check\n"
