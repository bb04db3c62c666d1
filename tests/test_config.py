"""Configuration: found upwards, validated, overridden by path and by the command line."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from lint_news.config import KEYS, OVERRIDE_KEYS, Finder, Settings
from tests.conftest import ROOT, lint_news

STORY = "Tale.\n\nSource: Media\n"
RULE = "attribution/vague-credit"


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def check(folder: Path, *options: str) -> list[tuple[str, str]]:
    done = lint_news("check", ".", "--output-format", "json", "--select", RULE, *options, cwd=folder)
    return [(one["path"].removeprefix("./"), one["severity"]) for one in json.loads(done.stdout)]


CASES = [
    ("none", {"a.txt": STORY}, [("a.txt", "warning")]),
    ("beside the story", {"a.txt": STORY, ".lint-news.yaml": f"ignore: {RULE}"}, []),
    ("without a dot", {"a.txt": STORY, "lint-news.yaml": "ignore: [attribution]"}, []),
    ("upwards", {"d/e/a.txt": STORY, ".lint-news.yaml": "ignore: attribution"}, []),
    (
        "the nearest counts",
        {"d/a.txt": STORY, ".lint-news.yaml": "ignore: attribution", "d/.lint-news.yaml": ""},
        [("d/a.txt", "warning")],
    ),
    (
        "not beyond the repository",
        {"d/.git/x": "", "d/a.txt": STORY, ".lint-news.yaml": "ignore: attribution"},
        [("d/a.txt", "warning")],
    ),
    ("severity of a rule", {"a.txt": STORY, ".lint-news.yaml": f"severity: {{{RULE}: error}}"}, [("a.txt", "error")]),
    ("severity of a topic", {"a.txt": STORY, ".lint-news.yaml": "severity: {attribution: info}"}, [("a.txt", "info")]),
    (
        "rule before topic",
        {"a.txt": STORY, ".lint-news.yaml": f"severity: {{attribution: info, {RULE}: error}}"},
        [("a.txt", "error")],
    ),
    ("off", {"a.txt": STORY, ".lint-news.yaml": "severity: {attribution: off}"}, []),
    (
        "an override by path",
        {"a.txt": STORY, "wire/b.txt": STORY, ".lint-news.yaml": "overrides: [{paths: wire/, severity: {attribution: error}}]"},
        [("a.txt", "warning"), ("wire/b.txt", "error")],
    ),
    ("exclude", {"a.txt": STORY, "old/b.txt": STORY, ".lint-news.yaml": "exclude: [old/]"}, [("a.txt", "warning")]),
    (
        "gitignore",
        {"a.txt": STORY, "b.txt": STORY, "d/b.txt": STORY, ".gitignore": "b.txt\n!d/b.txt\n"},
        [("a.txt", "warning"), ("d/b.txt", "warning")],
    ),
    ("language", {"a.txt": "Source : agences\n", ".lint-news.yaml": "language: fr"}, [("a.txt", "warning")]),
    (
        "no silencing",
        {"a.txt": f"[lint-news: ignore-file]\n\n{STORY}", ".lint-news.yaml": "inline-ignores: false"},
        [("a.txt", "warning")],
    ),
]


@pytest.mark.parametrize(("files", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_what_holds(tmp_path: Path, files: dict[str, str], expected: list[tuple[str, str]]) -> None:
    write(tmp_path, files)
    assert check(tmp_path) == expected


def test_no_config_and_another_config(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": STORY, ".lint-news.yaml": "ignore: attribution", "other.yaml": "severity: {attribution: error}"})
    assert check(tmp_path, "--no-config") == [("a.txt", "warning")]
    assert check(tmp_path, "--config", "other.yaml") == [("a.txt", "error")]


def test_rules_names_and_sources_are_relative_to_the_file(tmp_path: Path) -> None:
    names = "names:\n  - {name: Jo Lindqvist, kind: person, wrong: [Joe Lindqvist]}\n"
    write(
        tmp_path,
        {"d/a.txt": "Joe Lindqvist left.\n", ".lint-news.yaml": "names: house.yaml\nlanguage: en", "house.yaml": names},
    )
    done = lint_news("check", "a.txt", cwd=tmp_path / "d")
    assert b"names/known" in done.stdout, done.stderr


BROKEN = [
    ("unknown key", "languge: en", ".lint-news.yaml:1:1: unknown key 'languge', did you mean 'language'?"),
    (
        "unknown key of an override",
        "overrides:\n  - {paths: a, ignor: b}",
        ".lint-news.yaml:2:16: unknown key 'ignor', did you mean 'ignore'?",
    ),
    ("an override for nothing", "overrides:\n  - {ignore: names}", ".lint-news.yaml:2:5: an override has no 'paths'"),
    ("wrong severity", "severity: {names: eror}", ".lint-news.yaml:1:19: unknown severity 'eror', did you mean 'error'?"),
    ("missing folder", "rules: nowhere", ".lint-news.yaml:1:8: no such file or folder: "),
    ("wrong type", "inline-ignores: maybe", ".lint-news.yaml:1:17: 'inline-ignores' must be true or false"),
    ("not YAML", "a: [", ".lint-news.yaml:"),
    (
        "unknown rule",
        "ignore: names/knwon",
        ".lint-news.yaml:1:9: unknown rule or topic 'names/knwon', did you mean 'names/known'?",
    ),
    (
        "unknown rule in a list",
        "ignore:\n  - names/known\n  - names/knwon",
        ".lint-news.yaml:3:5: unknown rule or topic 'names/knwon', did you mean 'names/known'?",
    ),
    ("unknown language", "language: tlh", ".lint-news.yaml:1:11: unknown language 'tlh'; there are rules for: en, fr"),
    ("unknown encoding", "encoding: utf-9", ".lint-news.yaml:1:11: unknown encoding 'utf-9'; try "),
    ("unknown language of messages", "ui-language: tlh", ".lint-news.yaml:1:14: no messages in 'tlh'; there are: en, fr"),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_a_broken_file_is_one_line_that_says_where(tmp_path: Path, text: str, expected: str) -> None:
    write(tmp_path, {"a.txt": STORY, ".lint-news.yaml": text})
    for command in ("check", "names", "sources"):
        done = lint_news(command, "a.txt", *(["--quiet"] if command == "check" else []), cwd=tmp_path)
        assert (done.returncode, done.stderr.count(b"\n")) == (2, 1), command
        assert done.stderr.decode().startswith(f"lint-news: {expected}")


@pytest.mark.parametrize("order", [("bad", "good"), ("good", "bad"), (".",)])
@pytest.mark.parametrize("text", ["languge: en", "ignore: names/knwon", "rules: hollow"])
@pytest.mark.parametrize("option", ["--quiet", "--diff"])
def test_a_broken_file_hides_no_story_under_another(tmp_path: Path, text: str, order: tuple[str, ...], option: str) -> None:
    """Its own stories aren't checked, which is told once however many they are."""
    copy = "He recieved it.\n"
    write(tmp_path, {"bad/a.txt": copy, "bad/b.txt": copy, "bad/.lint-news.yaml": text, "good/a.txt": copy, "bad/hollow/x": ""})
    done = lint_news("check", *order, option, "--select", "spelling", cwd=tmp_path)
    errors = done.stderr.decode().splitlines()
    assert errors[0].startswith("lint-news: bad/.lint-news.yaml:1:")
    assert len(errors) == (1 if option == "--quiet" else 2)
    assert b"good/a.txt" in done.stdout
    assert b"bad/a.txt" not in done.stdout
    assert done.returncode == 2


def test_a_broken_file_hides_no_names_and_no_sources_of_others(tmp_path: Path) -> None:
    copy = "\u00abOui\u00bb, a dit Jo Lindqvist.\n"
    write(tmp_path, {"bad/a.txt": copy, "bad/.lint-news.yaml": "languge: en", "good/a.txt": copy})
    for command in ("names", "sources"):
        done = lint_news(command, "bad", "good", "--language", "fr", cwd=tmp_path)
        assert b"Jo Lindqvist" in done.stdout, command
        assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)


def test_reports_name_the_stories_that_a_broken_file_keeps_unchecked(tmp_path: Path) -> None:
    write(tmp_path, {"bad/a.txt": STORY, "bad/b.txt": STORY, "bad/.lint-news.yaml": "languge: en"})
    done = lint_news("check", "bad", "--output-format", "junit", cwd=tmp_path)
    assert done.stdout.count(b'type="unreadable"') == 2
    assert done.stderr.decode().splitlines()[1:] == ["0 findings in 0 stories, 2 unreadable"]


@pytest.mark.parametrize("command", ["check", "names", "sources"])
def test_problems_of_rules_are_told_for_every_configuration(tmp_path: Path, command: str) -> None:
    """Those of a story that isn't the first, too; and one rule file that two configurations name is told of once."""
    write(
        tmp_path,
        {
            "a/x.txt": "Tale.\n",
            "b/x.txt": "Tale.\n",
            "c/x.txt": "Tale.\n",
            "b/.lint-news.yaml": "rules: ../bad.yaml",
            "c/.lint-news.yaml": "rules: ../bad.yaml\nignore: names",
            "bad.yaml": "ruls: []\n",
        },
    )
    done = lint_news(command, "a", "b", "c", *(["--quiet"] if command == "check" else []), cwd=tmp_path)
    errors = done.stderr.decode().splitlines()
    assert [line.partition("bad.yaml")[2] for line in errors] == [":1:1: unknown key 'ruls', did you mean 'rules'?"]
    assert done.returncode == 2


def test_links_out_of_the_tree_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"secret.txt": STORY, "copy/a.txt": STORY, "there/b.txt": STORY})
    (tmp_path / "copy" / "out.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "copy" / "folder").symlink_to(tmp_path / "there")
    (tmp_path / "copy" / "in.txt").symlink_to(tmp_path / "copy" / "a.txt")
    assert check(tmp_path / "copy") == [("a.txt", "warning"), ("in.txt", "warning")]


def test_a_configuration_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"d/a.txt": STORY, ".lint-news.yaml": "language: en"})
    finder = Finder()
    assert finder.settings(str(tmp_path / "d" / "a.txt")).language == "en"
    (tmp_path / ".lint-news.yaml").unlink()
    assert finder.settings(str(tmp_path / "d" / "b.txt")).language == "en"


@pytest.mark.parametrize(
    ("options", "checked", "status"),
    [([], ["old/a.txt", "b.txt", "c.csv", "d.json"], 2), (["--force-exclude"], ["b.txt"], 1)],
)
def test_named_files_are_picked_like_those_of_a_folder(
    options: list[str], checked: list[str], status: int, tmp_path: Path
) -> None:
    (tmp_path / ".lint-news.yaml").write_text("exclude: [old/]\n", encoding="utf-8")
    (tmp_path / "old").mkdir()
    for name in ("old/a.txt", "b.txt", "c.csv"):
        (tmp_path / name).write_text("It was recieved.\n", encoding="utf-8")
    (tmp_path / "d.json").write_text('{"description": 1}\n', encoding="utf-8")
    files = ["old/a.txt", "b.txt", "c.csv", "d.json"]
    done = lint_news("check", *options, "--language", "en", "--select", "spelling", *files, cwd=tmp_path, LC_ALL="C")
    told = [line.partition(":")[0] for line in done.stdout.decode().splitlines()]
    unread = [
        line.split(": ")[1].partition(":")[0] for line in done.stderr.decode().splitlines() if line.startswith("lint-news")
    ]
    assert (told + unread, done.returncode) == (checked, status)


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (["--select", "names"], "select: names  (command line: --select)"),
        (["--ignore", "names"], "ignore: dates, names  (.lint-news.yaml:2, command line: --ignore)"),
        (["--fail-level", "never"], "fail-level: never  (command line: --fail-level)"),
        (["--no-ignores"], "inline-ignores: false  (command line: --no-ignores)"),
        (["--language", "fr"], "language: fr  (command line: --language)"),
        (["--no-config"], "language: -  (default)"),
        (["--ui-language", "fr"], "select: -  (par défaut)"),
        (["--ui-language", "fr"], "ui-language: fr  (ligne de commande : --ui-language)"),
    ],
)
def test_config_tells_what_the_command_line_settles(options: list[str], line: str, tmp_path: Path) -> None:
    (tmp_path / ".lint-news.yaml").write_text("language: en\nignore: [dates]\n", encoding="utf-8")
    (tmp_path / "story.txt").write_text("Nothing.\n", encoding="utf-8")
    done = lint_news("config", *options, "story.txt", cwd=tmp_path, LC_ALL="C")
    assert line in done.stdout.decode().splitlines()


def test_config_tells_values_and_origins(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": STORY, ".lint-news.yaml": "language: fr\n\nseverity:\n  names: error\n"})
    done = lint_news("config", "a.txt", cwd=tmp_path)
    assert done.stdout.decode().splitlines()[:6] == [
        "language: fr  (.lint-news.yaml:1)",
        "encoding: -  (default)",
        "rules: -  (default)",
        "select: -  (default)",
        "ignore: -  (default)",
        "severity: names: error  (.lint-news.yaml:4)",
    ]
    told = json.loads(lint_news("config", "a.txt", "--output-format", "json", cwd=tmp_path).stdout)
    assert told["severity"] == {"value": {"names": "error"}, "origin": ".lint-news.yaml:4"}
    assert len(told) == len(Settings._fields)


def test_the_schema_knows_what_the_reader_knows() -> None:
    schema = json.loads(lint_news("config", "--schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert sorted(schema["properties"]) == sorted(KEYS)
    assert sorted(schema["properties"]["overrides"]["items"]["properties"]) == sorted(OVERRIDE_KEYS)
    for _, files, _ in CASES:
        for name, text in files.items():
            if name.endswith(".yaml"):
                jsonschema.validate(yaml.safe_load(text.replace("off", "'off'")) or {}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"languge": "en"}, schema)


def test_the_docs_show_every_key() -> None:
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    assert [key for key in KEYS if f"`{key}`" not in page] == []


def test_sources_and_names_have_the_configuration_too(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"a.txt": "« Oui », a dit Jo Lindqvist.\n", "old/b.txt": STORY, ".lint-news.yaml": "language: fr\nexclude: old/"},
    )
    told = json.loads(lint_news("sources", ".", "--output-format", "json", cwd=tmp_path).stdout)
    assert [(one["path"], one["source"]["text"]) for one in told] == [("./a.txt", "Jo Lindqvist")]
    assert b"Jo Lindqvist" in lint_news("names", ".", cwd=tmp_path).stdout
