"""The index of names, and names compared between the stories of a run."""

from __future__ import annotations

import json
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
