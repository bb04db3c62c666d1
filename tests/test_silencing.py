"""Comments that silence rules, and those that silence nothing."""

from __future__ import annotations

from typing import Any

import pytest

from lint_news import Linter
from tests.conftest import lint_news

BAD = "Source: Media"
RULE = "attribution/vague-credit"
UNUSED = "lint-news/unused-ignore"
# What is left of the two rules that the tables speak of: (line, rule).
SILENT = [
    ("its line, one rule", f"Note.\n\n[lint-news: ignore {RULE}]\n{BAD}", []),
    ("alone: the next line of copy", f"Note.\n\n<!-- lint-news: ignore {RULE} -->\n\n{BAD}", []),
    ("a topic", f"Note.\n\n[lint-news: ignore names, attribution]\n{BAD}", []),
    ("next line", f"Note. [lint-news: ignore-next-line {RULE}]\n\n{BAD}", []),
    (
        "a block",
        f"Note.\n\n[lint-news: ignore-start]\n{BAD}\n\nMore.\n\n{BAD}\n\n[lint-news: ignore-end]\n\n{BAD}",
        [(12, RULE)],
    ),
    ("the file", f"[lint-news: ignore-file {RULE}]\n\n{BAD}\n\n{BAD}", []),
    ("a rule that doesn't run", "Note. [lint-news: ignore names]", []),
    ("a block left open", f"Note.\n\n[lint-news: ignore-start]\n{BAD}\n\n{BAD}", []),
]
TOLD = [
    ("another rule", f"Note.\n\n[lint-news: ignore figures]\n{BAD}", [(3, UNUSED), (4, RULE)]),
    ("another line", f"Note. [lint-news: ignore]\n\n{BAD}", [(1, UNUSED), (3, RULE)]),
    ("an unknown rule", f"Note.\n\n[lint-news: ignore attribution/vague-credits]\n{BAD}", [(3, UNUSED), (4, RULE)]),
    ("a block closed that isn't open", f"Note.\n\n[lint-news: ignore-end]\n{BAD}", [(3, UNUSED), (4, RULE)]),
    ("an unknown form", f"Note.\n\n[lint-news: ignor]\n{BAD}", [(3, UNUSED), (4, RULE)]),
]


def found(text: str, **options: bool) -> list[tuple[int, str]]:
    linter = Linter(select=["attribution/vague-credit", "figures"], **options)  # type: ignore[arg-type]
    return [(one.region.line, one.rule) for one in linter.check_text(text, language="en")]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in SILENT + TOLD], ids=[row[0] for row in SILENT + TOLD])
def test_comments(text: str, expected: list[tuple[int, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("comment", ["<!-- lint-news: ignore spelling -->", "[lint-news: ignore]"])
def test_a_comment_behind_the_copy_holds_for_its_line(linter: Linter, comment: str) -> None:
    text = f"He recieved it. {comment}\n\nHe recieved it."
    assert [(one.region.line, one.rule) for one in linter.check_text(text, language="en")] == [(3, "spelling/misspelling")]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, [(UNUSED, "info")]),
        ({"ignore": [UNUSED]}, []),
        ({"ignore": ["lint-news"]}, []),
        ({"severity": {UNUSED: "off"}}, []),
        ({"severity": {"lint-news": "error"}}, [(UNUSED, "error")]),
    ],
)
def test_unused_comments_are_configured_like_any_rule(options: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    found = Linter(**options).check_text("Note. [lint-news: ignore]", language="en")
    assert [(one.rule, one.severity) for one in found] == expected


def test_a_misspelt_rule_has_a_hint(linter: Linter) -> None:
    messages = [one.message for one in linter.check_text("Note. [lint-news: ignore names/knwon]", language="en")]
    assert messages == ["unknown rule or topic 'names/knwon', did you mean 'names/known'?"]


def test_strangers_cannot_silence_where_it_is_not_wanted() -> None:
    assert found(f"[lint-news: ignore-file]\n\n{BAD}", inline_ignores=False) == [(3, RULE)]


@pytest.mark.parametrize("mark", ["[sic]", "(sic)", "[SIC]"])
def test_sic_keeps_a_spelling(linter: Linter, mark: str) -> None:
    with_sic = linter.check_text(f"He recieved {mark} it.", language="en")
    assert [one.rule for one in with_sic if one.rule.startswith("spelling")] == []
    assert [one.rule for one in linter.check_text("He recieved it.", language="en")] == ["spelling/misspelling"]


def test_many_comments_cost_no_more_than_their_length(linter: Linter) -> None:
    import time

    start = time.process_time()
    linter.check_text("[lint-news: ignore-start]\n\n" * 3000 + "<!-- lint-news: " * 3000, language="en")
    assert time.process_time() - start < 20


def test_command_line(tmp_path_factory: pytest.TempPathFactory) -> None:
    story = tmp_path_factory.mktemp("copy") / "story.txt"
    story.write_text(f"[lint-news: ignore-file]\n\n{BAD}\n", encoding="utf-8")
    assert lint_news("check", story, "--language", "en").returncode == 0
    assert lint_news("check", story, "--language", "en", "--no-ignores").returncode == 1
