"""Each bad input gets one clear line and exit status 2, and the other files are still checked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lint_news import Linter
from lint_news.language.annotations import Annotations
from tests.conftest import lint_news

GOOD = "Il est parti .\n"
GOOD_LINE = 'good.txt:1:13: warning: no space before "." [typography/space-before-comma]'


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with one story that can be checked."""
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "hollow").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("name", "data", "complaint"),
    [
        (
            "latin.txt",
            b"Deux lignes\ncaf\xe9 noir\n",
            "latin.txt:2:4: byte 0xE9 is not UTF-8; if the file is Windows-1252, say ",
        ),
        ("cut.txt", "é".encode("utf-16") + b"\0", "cut.txt:1:2: byte 0x00 is not UTF-16-LE"),
        ("empty.txt", b"", "empty.txt: the file is empty"),
        ("blank.txt", b" \n\n", "blank.txt: the file holds no text"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture.txt: not a text file"),
        ("missing.txt", None, "missing.txt: no such file or folder"),
        ("hollow", None, "hollow: no stories in this folder (looked for .txt, "),
    ],
)
def test_unreadable_input(desk: Path, name: str, data: bytes | None, complaint: str) -> None:
    if data is not None:
        (desk / name).write_bytes(data)
    done = lint_news("check", name, "good.txt", "--language", "fr", cwd=desk)
    errors = done.stderr.decode().splitlines()
    assert errors[0].startswith(f"lint-news: {complaint}")
    assert len(errors) == 2
    assert done.stdout.decode().splitlines() == [GOOD_LINE]
    assert done.returncode == 2


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (GOOD.encode(), None),
        (b"\xef\xbb\xbf" + GOOD.encode(), None),
        (GOOD.encode("utf-16"), None),
        (GOOD.encode("utf-16-be"), "utf-16-be"),
        (GOOD.replace("parti", "monté").encode("cp1252"), "windows-1252"),
        (GOOD.replace("\n", "\r\n").encode(), None),
    ],
)
def test_encodings_change_no_position(desk: Path, data: bytes, encoding: str | None) -> None:
    (desk / "good.txt").write_bytes(data)
    options = ["--encoding", encoding] if encoding else []
    done = lint_news("check", "good.txt", "--language", "fr", *options, cwd=desk)
    assert done.stdout.decode().splitlines() == [GOOD_LINE]
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--select", "nmes"], "unknown rule or topic 'nmes', did you mean 'names'?"),
        (["--ignore", "names/knwon"], "unknown rule or topic 'names/knwon', did you mean 'names/known'?"),
        (["--language", "xx"], "unknown language 'xx'; there are rules for: en, fr"),
        (["--encoding", "utf-9"], "unknown encoding 'utf-9'; try utf-8, utf-16 or windows-1252"),
        (["--rules", "nowhere"], "nowhere: no such rule file or folder"),
        (["--rules", "hollow"], "hollow: no rule files (*.yaml) in this folder"),
    ],
)
def test_wrong_options(desk: Path, arguments: list[str], complaint: str) -> None:
    done = lint_news("check", "good.txt", *arguments, cwd=desk)
    assert done.stderr.decode().splitlines() == [f"lint-news: {complaint}"]
    assert (done.returncode, done.stdout) == (2, b"")


RULE = (
    "  - {id: x/ok, kind: pattern, severity: error, message: m, why: w, pattern: parti, examples: {flag: [parti], pass: [d]}}\n"
)


@pytest.mark.parametrize(
    ("rule", "complaint"),
    [
        ("{id: x/y, kind: pattern, patern: a}", "bad.yaml:4:30: unknown key 'patern', did you mean 'pattern'?"),
        ("{id: x/y, kind: patern}", "bad.yaml:4:21: unknown kind 'patern', did you mean 'pattern'?"),
        ("{id: x/y, severity: error}", "bad.yaml:4:5: a rule has no 'kind'"),
        (
            "{id: x, kind: pattern}",
            "bad.yaml:4:10: 'x' is no rule identifier; write topic/name, such as names/inconsistent",
        ),
        (
            "{id: x/y, kind: dates, severity: grave}",
            "bad.yaml:4:38: unknown severity 'grave', use one of: info, warning, error",
        ),
        (
            "{id: x/y, kind: pattern, severity: error, pattern: '(a'}",
            "bad.yaml:4:56: 'pattern' is no valid pattern: missing ) at position 2",
        ),
        (
            "{id: x/y, kind: pattern, severity: error, pattern: '\\L<nobody>'}",
            "bad.yaml:4:5: rule x/y uses the word list 'nobody', which no file of language 'fr' defines",
        ),
        ("{id: x/y, kind: terms, severity: error, terms: {a: a}}", "bad.yaml:4:56: 'a' is given as its own correction"),
        (
            "{id: x/y, kind: terms, severity: error, terms: {a: b, a: c}}",
            "bad.yaml:4:59: 'a' stands twice in 'terms'; the first is ",
        ),
        ("[x]", "bad.yaml:4:5: a rule must be a mapping (key: value), not a list"),
    ],
)
def test_a_broken_rule_names_its_place_and_leaves_the_others_in_force(desk: Path, rule: str, complaint: str) -> None:
    (desk / "bad.yaml").write_text(f"language: fr\nrules:\n{RULE}  - {rule}\n", encoding="utf-8")
    done = lint_news("check", "good.txt", "--rules", "bad.yaml", "--language", "fr", cwd=desk)
    assert done.stderr.decode().splitlines()[0].startswith(f"lint-news: {complaint}")
    assert done.stdout.decode().splitlines() == ["good.txt:1:8: error: m [x/ok]", GOOD_LINE]
    assert done.returncode == 2


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", "bad.yaml:1: the file is empty"),
        ("rules: [a\n", "bad.yaml:2:1: not valid YAML: "),
        ("rules:\n\t- a\n", "bad.yaml:2:1: not valid YAML: "),
        ("ruls: []\n", "bad.yaml:1:1: unknown key 'ruls', did you mean 'rules'?"),
        ("lists: {a: {b: c}}\n", "bad.yaml:1:12: list 'a' must be a list, not a mapping"),
        ("names:\n  - \n", "bad.yaml:2:4: a known name must be a mapping (key: value), not text"),
        (
            "names:\n  - {name: 7up, kind: drink}\n",
            "bad.yaml:2:23: unknown kind 'drink', use one of: person, organisation, place",
        ),
        (
            "names:\n  - {name: A B, kind: person}\n  - {name: A B, kind: person}\n",
            "bad.yaml:3:5: A B stands twice; the first is bad.yaml:2: keep one of the two",
        ),
        (
            "names:\n  - {name: A B, kind: person}\n  - {name: C D, kind: person, wrong: [A B]}\n",
            "bad.yaml:3:5: 'A B' is wrong here and right at bad.yaml:2 (A B): drop one",
        ),
        (
            "names:\n  - {name: A B, kind: person, wrong: [A B]}\n",
            "bad.yaml:2:5: 'A B' is both right and wrong in the entry of A B; keep one",
        ),
    ],
)
def test_a_broken_rule_file(desk: Path, content: str, complaint: str) -> None:
    (desk / "bad.yaml").write_text(content, encoding="utf-8")
    done = lint_news("check", "good.txt", "--rules", "bad.yaml", "--language", "fr", cwd=desk)
    assert done.stderr.decode().splitlines()[0].startswith(f"lint-news: {complaint}")
    assert GOOD_LINE in done.stdout.decode()
    assert done.returncode == 2


def test_a_fault_of_ours_hides_no_other_story(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "odd.txt").write_text("Il est parti .\n", encoding="utf-8")
    find = Annotations.__dict__["tokens"].func

    def fails_on_odd(story: Annotations) -> object:
        if story.document.path.endswith("odd.txt"):
            raise IndexError("list index out of range")
        return find(story)

    monkeypatch.setattr(Annotations.__dict__["tokens"], "func", fails_on_odd)
    paths = [str(desk / name) for name in ("odd.txt", "good.txt")]
    odd, good = Linter(language="fr").check_paths(paths)
    assert odd.error is not None
    assert re.fullmatch(
        r"lint-news fails on this story \(IndexError, test_bad_input\.py:\d+\); please report it", odd.error.message
    )
    assert [found.rule for found in good.diagnostics] == ["typography/space-before-comma"]
