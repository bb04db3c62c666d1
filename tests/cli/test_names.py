"""The index of names, and names compared between the stories of a run."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import lint_news

STORIES = {
    "a.txt": "Mariela Glandt spoke in Lyon. Glandt left.\n",
    "b.txt": "Critics of Mariela Glandt spoke. Mariela Glandt left.\n",
    "c.txt": "On the way Mariela Grandt spoke.\n",
    "d.txt": "Then Antony Blinken met Anthony Blinken and NATO.\n",
}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for name, text in STORIES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_table_puts_variants_together(desk: Path) -> None:
    done = lint_news("names", ".", "--language", "en", cwd=desk)
    assert done.stdout.decode().splitlines() == [
        "name               kind          mentions  stories  first place",
        "Mariela Glandt     person        4         2        ./a.txt:1:1",
        "  Mariela Grandt   name          1         1        ./c.txt:1:12",
        "Antony Blinken     person        1         1        ./d.txt:1:6",
        "  Anthony Blinken  person        1         1        ./d.txt:1:25",
        "Lyon               place         1         1        ./a.txt:1:25",
        "NATO               organisation  1         1        ./d.txt:1:45",
    ]
    assert (done.returncode, done.stderr) == (0, b"")


def test_json_has_every_place(desk: Path) -> None:
    done = lint_news("names", "a.txt", "b.txt", "c.txt", "--output-format", "json", cwd=desk)
    first = json.loads(done.stdout)[0]
    assert (first["name"], first["mentions"], first["stories"]) == ("Mariela Glandt", 4, 2)
    assert first["places"][0] == {"path": "a.txt", "line": 1, "column": 1, "end_line": 1, "end_column": 15}
    assert [variant["name"] for variant in first["variants"]] == ["Mariela Grandt"]


def test_yaml_is_a_list_of_known_names(desk: Path) -> None:
    done = lint_news("names", "a.txt", "b.txt", "c.txt", "--output-format", "yaml", cwd=desk)
    (desk / "ours.yaml").write_bytes(done.stdout)
    checked = lint_news("check", "c.txt", "--rules", "ours.yaml", "--select", "names/known", cwd=desk)
    assert checked.stdout.decode() == 'c.txt:1:12: warning: "Mariela Grandt" is spelt "Mariela Glandt" [names/known]\n'


def test_across_reports_the_odd_one_out_with_the_other_file(desk: Path) -> None:
    done = lint_news("check", "a.txt", "b.txt", "c.txt", "--across", "--select", "names/inconsistent", cwd=desk)
    assert done.stdout.decode().splitlines() == [
        'c.txt:1:12: warning: "Mariela Grandt" is spelt "Mariela Glandt" in 2 other stories of this run [names/inconsistent]',
        'a.txt:1:1: note: "Mariela Glandt" here',
    ]
    assert done.returncode == 1
    assert lint_news("check", "a.txt", "c.txt", "--select", "names", cwd=desk).stdout == b""


ODD = "On the way Mariela Grandt spoke."
HELD = [
    ("nothing", {"c.txt": ODD}, ["c.txt:1 names/inconsistent"]),
    ("a comment", {"c.txt": f"[lint-news: ignore names/inconsistent]\n{ODD}"}, []),
    ("a comment for a topic", {"c.txt": f"{ODD} [lint-news: ignore names]"}, []),
    ("sic", {"c.txt": ODD.replace("Grandt", "Grandt [sic]")}, []),
    (
        "a comment elsewhere",
        {"c.txt": f"[lint-news: ignore names]\nHm.\n\n{ODD}"},
        ["c.txt:1 lint-news/unused-ignore", "c.txt:4 names/inconsistent"],
    ),
    ("a configuration", {"c/c.txt": ODD, "c/.lint-news.yaml": "ignore: names"}, []),
    (
        "no comments obeyed",
        {"c/c.txt": f"[lint-news: ignore]\n{ODD}", "c/.lint-news.yaml": "inline-ignores: false"},
        ["c/c.txt:2 names/inconsistent"],
    ),
    (
        "every story has its say",
        {f"{n}.txt": f"[lint-news: ignore]\n{ODD}" if n < 7 else ODD for n in range(8)},
        ["7.txt:1 names/inconsistent"],
    ),
]


@pytest.mark.parametrize(("files", "expected"), [row[1:] for row in HELD], ids=[row[0] for row in HELD])
def test_across_obeys_what_holds_for_the_story(tmp_path: Path, files: dict[str, str], expected: list[str]) -> None:
    right = {f"right{number:02}.txt": STORIES["a.txt"] for number in range(20)}
    for name, text in {**right, **files}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    options = ("--across", "--select", "names", "--language", "en", "--output-format", "json")
    done = lint_news("check", ".", *options, cwd=tmp_path)
    told = [f"{one['path'][2:]}:{one['line']} {one['rule']}" for one in json.loads(done.stdout)]
    assert told == expected


def test_across_has_the_severity_of_the_story(tmp_path: Path) -> None:
    for name, text in {**STORIES, ".lint-news.yaml": "severity: {names: error}"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = lint_news("check", "a.txt", "b.txt", "c.txt", "--across", "--select", "names/inconsistent", cwd=tmp_path)
    assert done.stdout.startswith(b"c.txt:1:12: error: ")


def test_across_tells_what_was_changed(tmp_path: Path) -> None:
    """An odd name that many stories have is told for the one that was changed; an archive is held back whole by a baseline."""
    for number in range(24):
        text = STORIES["a.txt"] if number < 16 else f"{ODD}\n"
        (tmp_path / f"{number:02}.txt").write_text(text, encoding="utf-8")
    options = ("--across", "--select", "names", "--language", "en", "--quiet")
    assert (
        lint_news("check", ".", *options, "--write-baseline", "old.json", cwd=tmp_path).stdout.count(b"names/inconsistent") == 8
    )
    assert lint_news("check", ".", *options, "--baseline", "old.json", cwd=tmp_path).stdout == b""
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "old"]):
        settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *settings, *command], cwd=tmp_path, check=True)
    assert lint_news("check", ".", *options, "--diff-base", "HEAD", cwd=tmp_path).stdout == b""
    with (tmp_path / "23.txt").open("a", encoding="utf-8") as file:
        file.write(f"\n{ODD}\n")
    told = lint_news("check", ".", *options, "--diff-base", "HEAD", cwd=tmp_path).stdout.decode().splitlines()
    assert [line.split(" warning")[0] for line in told if "names/inconsistent" in line] == ["./23.txt:3:12:"]


def test_across_leaves_namesakes_and_compass_points_alone(tmp_path: Path) -> None:
    for number, name in enumerate(
        ["Marine Lebrun", "Marine Lebrun", "Marion Lebrun", "East Africa", "East Africa", "West Africa"]
    ):
        (tmp_path / f"{number}.txt").write_text(f"The plan of {name} failed.\n", encoding="utf-8")
    assert lint_news("check", ".", "--across", "--select", "names", cwd=tmp_path).stdout == b""


def test_ten_thousand_stories_take_bounded_memory(tmp_path: Path) -> None:
    import resource

    for number in range(10_000):
        (tmp_path / f"{number:05d}.txt").write_text(f"The plan of Mariela Glandt {number} failed.\n" * 20, encoding="utf-8")
    done = lint_news("names", ".", "--output-format", "json", cwd=tmp_path)
    assert json.loads(done.stdout)[0]["stories"] == 10_000
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 400_000
