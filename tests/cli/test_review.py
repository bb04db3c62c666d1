"""Findings gone through at a terminal: the real command in a pseudo-terminal, and what a key means as a table."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest
import yaml

from lint_news.reviewing import BACKSPACE, CLEAR, END, ENTER, ESCAPE, Action, State, press
from tests.conftest import lint_news

STORY = "Anthony Blinken met Lydia Buchtmann.\nHe recieved it , twice.\n"
COMMENT = "[lint-news: ignore-next-line spelling/misspelling]"
CHOOSE, TYPE = State(suggestions=2, words="Jan Novak"), State("type", 2, "Jan Novak", "é")
NAME, KIND = State("name", 2, "Jan Novak", "Jan  Novák "), State("kind", 2, "Jan Novak", "Jan Novák")
KEYS = [
    (CHOOSE, "t", CHOOSE, Action("take")),
    (CHOOSE, ENTER, CHOOSE, Action("take")),
    (CHOOSE, "1", CHOOSE, Action("take", 0)),
    (CHOOSE, "2", CHOOSE, Action("take", 1)),
    (CHOOSE, "3", CHOOSE, Action("unknown")),
    (CHOOSE, "²", CHOOSE, Action("unknown")),
    (State(), "t", State(), Action("unknown")),
    (State(), ENTER, State(), Action("unknown")),
    (CHOOSE, "s", CHOOSE, Action("skip")),
    (CHOOSE, "i", CHOOSE, Action("ignore")),
    (CHOOSE, "b", CHOOSE, Action("back")),
    (CHOOSE, "?", CHOOSE, Action("help")),
    (CHOOSE, "q", CHOOSE, Action("quit")),
    (CHOOSE, END, CHOOSE, Action("quit")),
    (CHOOSE, "", CHOOSE, Action("unknown")),
    (CHOOSE, ESCAPE, CHOOSE, Action("unknown")),
    (CHOOSE, "e", TYPE._replace(typed=""), Action()),
    (CHOOSE, "a", NAME._replace(typed="Jan Novak"), Action()),
    (TYPE, "s", TYPE._replace(typed="és"), Action()),
    (TYPE, "\u202f", TYPE._replace(typed="é\u202f"), Action()),
    (TYPE, "\t", TYPE, Action()),
    (TYPE, "", TYPE, Action()),
    (TYPE, BACKSPACE, TYPE._replace(typed=""), Action()),
    (TYPE, CLEAR, TYPE._replace(typed=""), Action()),
    (TYPE, ESCAPE, CHOOSE, Action()),
    (TYPE, END, CHOOSE, Action("quit")),
    (TYPE, ENTER, CHOOSE, Action("replace", text="é")),
    (TYPE._replace(typed=" "), ENTER, CHOOSE, Action()),
    (NAME, ENTER, KIND, Action()),
    (NAME._replace(typed=""), ENTER, CHOOSE, Action()),
    (NAME, ESCAPE, CHOOSE, Action()),
    (KIND, "p", CHOOSE, Action("name", text="Jan Novák", kind="person")),
    (KIND, "o", CHOOSE, Action("name", text="Jan Novák", kind="organisation")),
    (KIND, "l", CHOOSE, Action("name", text="Jan Novák", kind="place")),
    (KIND, "x", KIND, Action("unknown")),
    (KIND, ESCAPE, CHOOSE, Action()),
    (KIND, END, CHOOSE, Action("quit")),
]


@pytest.mark.parametrize(("state", "key", "after", "action"), KEYS)
def test_keys(state: State, key: str, after: State, action: Action) -> None:
    assert press(state, key) == (after, action)


Spawn = Callable[..., "pexpect.spawn[str]"]


@pytest.fixture
def review(tmp_path: Path) -> Spawn:
    """The command at a terminal of its own, in a folder with one story."""
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")

    def spawn(*arguments: str, size: tuple[int, int] = (24, 80), **environment: str) -> pexpect.spawn[str]:
        settings = {**os.environ, "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "TERM": "xterm", **environment}
        given = ["-m", "lint_news", "review", *(arguments or ("story.txt",)), "--language", "en"]
        child = pexpect.spawn(
            sys.executable, given, cwd=str(tmp_path), env=settings, dimensions=size, encoding="utf-8", timeout=20
        )
        child.delaybeforesend = None
        return child

    return spawn


def answer(child: pexpect.spawn[str], *keys: str) -> str:
    """Press keys, each when the next is asked for; what was shown meanwhile."""
    shown = ""
    for key in keys:
        child.expect(["> $", "write: $", "name: [^\r\n]*$", r"\): $"])
        shown += (child.before or "") + str(child.after)
        child.send(key)
    return shown


def ended(child: pexpect.spawn[str]) -> tuple[str, int | None]:
    """The last that is shown, and the exit status."""
    child.expect(pexpect.EOF)
    child.close()
    return str(child.before), child.exitstatus


TALKS = [
    ("take all", ["t", "\r", "1"], "Antony Blinken met Lydia Buchtmann.\nHe received it, twice.\n", "3 written"),
    ("skip all", ["s", "s", "s"], STORY, "3 skipped"),
    ("quit at once", ["q"], STORY, "nothing decided"),
    ("the end of input quits", ["t", "\x04"], STORY.replace("Anthony", "Antony"), "1 written"),
    ("help", ["?", "q"], STORY, "nothing decided"),
    ("type", ["e", "Zoé Müller\r", "q"], STORY.replace("Anthony Blinken", "Zoé Müller"), "1 written"),
    ("type, with a slip", ["e", "Zoo\x7fé\r", "q"], STORY.replace("Anthony Blinken", "Zoé"), "1 written"),
    ("type, and leave it", ["e", "Zo\x1b", "q"], STORY, "nothing decided"),
    ("an arrow is no escape", ["e", "Z\x1b[Do\r", "q"], STORY.replace("Anthony Blinken", "Zo"), "1 written"),
    ("ignore", ["s", "i", "q"], STORY.replace("He", f"{COMMENT}\nHe"), "1 skipped, 1 ignored"),
    ("a key that means nothing", ["7", "x", "t", "q"], STORY.replace("Anthony", "Antony"), "1 written"),
    ("back from nothing", ["b", "s", "q"], STORY, "1 skipped"),
    ("back from a skip", ["s", "b", "t", "q"], STORY.replace("Anthony", "Antony"), "1 written"),
    ("back from all", ["t", "i", "b", "b", "q"], STORY, "nothing decided"),
]


@pytest.mark.parametrize(("keys", "after", "told"), [row[1:] for row in TALKS], ids=[row[0] for row in TALKS])
def test_talks(review: Spawn, tmp_path: Path, keys: list[str], after: str, told: str) -> None:
    child = review()
    answer(child, *keys)
    last, status = ended(child)
    assert (last.split("\r\n")[-2], status) == (told, 0)
    assert (tmp_path / "story.txt").read_text(encoding="utf-8") == after
    assert [path.name for path in tmp_path.iterdir()] == ["story.txt"]


def test_a_name_is_added_and_holds_at_once(review: Spawn, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Lydia Buchtmann spoke. Lydia Bauchtmann left.\n", encoding="utf-8")
    child = review()
    assert "names/inconsistent" in answer(child, "a", "\r", "p")
    assert '"Lydia Buchtmann" is spelt "Lydia Bauchtmann"' in answer(child, "t")
    last, status = ended(child)
    assert "1 written, 1 names added" in last
    assert "--rules lint-news-names.yaml" in last
    assert status == 0
    listed = yaml.safe_load((tmp_path / "lint-news-names.yaml").read_text(encoding="utf-8"))
    assert listed == {"names": [{"name": "Lydia Bauchtmann", "kind": "person"}]}
    checked = lint_news("check", "story.txt", "--rules", "lint-news-names.yaml", cwd=tmp_path)
    assert (checked.returncode, checked.stdout) == (0, b"")


def test_back_takes_a_name_out_again(review: Spawn, tmp_path: Path) -> None:
    before = "# ours\nnames:\n- {name: Jan Novak, kind: person}  # checked\n"
    (tmp_path / "ours.yaml").write_text(before, encoding="utf-8")
    child = review("story.txt", "--names", "ours.yaml")
    answer(child, "a", "\x15Zoé Müller\r", "p")
    child.expect("> $")
    assert (tmp_path / "ours.yaml").read_text(encoding="utf-8") == before + '- {name: "Zoé Müller", kind: person}\n'
    child.send("b")
    answer(child, "q")
    ended(child)
    assert (tmp_path / "ours.yaml").read_text(encoding="utf-8") == before


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_keeps_what_was_decided(review: Spawn, tmp_path: Path, number: int, status: int) -> None:
    child = review()
    answer(child, "t", "e", "half")
    child.expect("half$")
    child.kill(number)
    assert ended(child)[1] == status
    assert (tmp_path / "story.txt").read_text(encoding="utf-8") == STORY.replace("Anthony", "Antony")
    assert [path.name for path in tmp_path.iterdir()] == ["story.txt"]


def test_a_terminal_that_is_closed_keeps_what_was_decided(review: Spawn, tmp_path: Path) -> None:
    child = review()
    answer(child, "t", "e", "half")
    child.expect("half$")
    child.close()
    assert (child.exitstatus, child.signalstatus) == (129, None)
    assert (tmp_path / "story.txt").read_text(encoding="utf-8") == STORY.replace("Anthony", "Antony")
    assert [path.name for path in tmp_path.iterdir()] == ["story.txt"]


def test_control_c(review: Spawn, tmp_path: Path) -> None:
    child = review()
    answer(child, "t", "\x03")
    last, status = ended(child)
    assert status == 130
    assert "1 written" in last
    assert "Traceback" not in last
    assert (tmp_path / "story.txt").read_text(encoding="utf-8") == STORY.replace("Anthony", "Antony")


@pytest.mark.parametrize("size", [(24, 80), (24, 40), (10, 20), (50, 200)])
def test_nothing_is_wider_than_the_terminal(review: Spawn, tmp_path: Path, size: tuple[int, int]) -> None:
    (tmp_path / "story.txt").write_text("word " * 60 + "日本 Anthony Blinken 日本 " + "word " * 60 + "\n", encoding="utf-8")
    child = review("story.txt", "--select", "names", size=size)
    lines = answer(child, "q").split("\r\n")
    ended(child)
    assert max(map(len, lines)) <= min(size[1], 80)
    marked = next(number for number, line in enumerate(lines) if re.fullmatch(r" *\^+", line))
    # Two ideographs take two columns each.
    assert "Anthony"[:6] in lines[marked - 1]
    assert len(lines) <= 24 or size[1] < 80


def test_hostile_copy_does_nothing_to_the_terminal(review: Spawn, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("He said \x1b[2J\u202e Anthony Blinken \x07 left.\n", encoding="utf-8")
    child = review("story.txt", "--select", "names")
    shown = answer(child, "q")
    ended(child)
    assert r"\x1b[2J\u202e Anthony" in shown
    assert "\x1b" not in shown.replace("\x1b[K", "")
    assert not {"\x07", "\u202e"} & set(shown)


def test_colour_only_where_it_is_wanted(review: Spawn) -> None:
    for no_colour, escapes in (("1", False), ("", True)):
        child = review(NO_COLOR=no_colour)
        assert ("\x1b[1;33m" in answer(child, "q")) == escapes
        ended(child)


def test_in_french(review: Spawn) -> None:
    child = review("story.txt", "--ui-language", "fr")
    assert "t adopter" in answer(child, "s", "q")
    assert "1 passée(s)" in ended(child)[0]


def test_a_story_changed_by_somebody_else_is_left_alone(review: Spawn, tmp_path: Path) -> None:
    child = review()
    child.expect("> $")
    (tmp_path / "story.txt").write_text("Anthony Blinken left.\n", encoding="utf-8")
    child.send("t")
    assert "the file was changed meanwhile; nothing is written" in answer(child, "t")
    ended(child)
    assert (tmp_path / "story.txt").read_text(encoding="utf-8") == "Antony Blinken left.\n"


BYTES = [
    ("CRLF", b"Anthony Blinken left.\r\nBye.\r\n"),
    ("byte order mark", b"\xef\xbb\xbfAnthony Blinken left.\n"),
    ("UTF-16", "\ufeffAnthony Blinken left.\r\n".encode("utf-16-le")),
    ("no line end", b"Anthony Blinken left."),
]


@pytest.mark.parametrize("before", [row[1] for row in BYTES], ids=[row[0] for row in BYTES])
def test_a_comment_and_back_are_byte_exact(review: Spawn, tmp_path: Path, before: bytes) -> None:
    (tmp_path / "story.txt").write_bytes(before)
    child = review()
    answer(child, "i")
    assert "1 ignored" in ended(child)[0]
    ignored = (tmp_path / "story.txt").read_bytes()
    assert len(ignored) > len(before)
    assert lint_news("check", "story.txt", "--quiet", "--language", "en", cwd=tmp_path).stdout == b""
    (tmp_path / "story.txt").write_bytes(before)
    (tmp_path / "z.txt").write_text("Anthony Blinken left.\n", encoding="utf-8")
    child = review("story.txt", "z.txt")
    answer(child, "i", "b", "q")
    ended(child)
    assert (tmp_path / "story.txt").read_bytes() == before


def test_markdown_gets_a_comment_that_no_reader_sees(review: Spawn, tmp_path: Path) -> None:
    (tmp_path / "story.md").write_text("# Anthony Blinken\n", encoding="utf-8")
    child = review("story.md", "--select", "names/known")
    answer(child, "i")
    ended(child)
    after = "<!-- lint-news: ignore-next-line names/known -->\n# Anthony Blinken\n"
    assert (tmp_path / "story.md").read_text(encoding="utf-8") == after


def test_an_unreadable_story_does_not_hide_the_next(review: Spawn, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfeA\x00\x00\xd8")
    child = review("bad.txt", "story.txt")
    assert "bad.txt:1:2: byte" in answer(child, "s", "s", "s")
    assert ended(child)[1] == 2


@pytest.mark.parametrize("order", [("bad", "story.txt"), ("story.txt", "bad")])
def test_a_broken_configuration_does_not_hide_the_next(review: Spawn, tmp_path: Path, order: tuple[str, str]) -> None:
    (tmp_path / "bad").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "bad" / name).write_text(STORY, encoding="utf-8")
    (tmp_path / "bad" / ".lint-news.yaml").write_text("languge: en\n", encoding="utf-8")
    child = review(*order)
    told = answer(child, "s", "s", "s")
    rest, status = ended(child)
    assert (told + rest).count("bad/.lint-news.yaml:1:1: unknown key 'languge'") == 1
    assert ("3 skipped" in told + rest, status) == (True, 2)


def test_without_a_terminal() -> None:
    for arguments in (["examples"], ["-"]):
        done = lint_news("review", *arguments)
        assert (done.returncode, done.stdout) == (2, b"")
        assert len(done.stderr.splitlines()) == 1
