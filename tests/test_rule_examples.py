"""The examples in rules/ are tests: every rule flags what it must and passes its look-alikes."""

from __future__ import annotations

from functools import lru_cache

import pytest

from lint_news import Linter
from lint_news.checks import Registry
from lint_news.ruleset.examples import run_examples, style_for
from lint_news.ruleset.model import Rule
from lint_news.ruleset.store import RuleStore
from lint_news.ruleset.style import Choice


def shipped_rules() -> list[Rule]:
    store = RuleStore((), Registry())
    found = {rule.origin: rule for language in store.summary.languages for rule in store.language(language).rules}
    return list(found.values())


@lru_cache
def linter_of(style: tuple[Choice, ...]) -> Linter:
    return Linter(style=style)


@pytest.mark.parametrize("rule", shipped_rules(), ids=lambda rule: f"{rule.language}:{rule.id}:{rule.origin.line}")
def test_examples(rule: Rule) -> None:
    linter = linter_of(style_for(rule))
    failures = run_examples([rule], lambda text, language: linter.check_text(text, language=language))
    assert [str(failure) for failure in failures] == []


def test_shipped_rules_are_whole(linter: Linter) -> None:
    assert [str(problem) for problem in linter.problems] == []


def test_both_languages_have_the_same_rules() -> None:
    rules: dict[str, set[str]] = {}
    for rule in shipped_rules():
        rules.setdefault(rule.language, set()).add(rule.id)
    only_french = {"typography/space-before-colon", "typography/guillemet-space", "names/title"}
    only_english = {"typography/double-space"}
    assert rules["fr"] - only_french == rules["en"] - only_english
