"""The examples of rules, run as tests: what must be flagged is, what must pass does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from lint_news.diagnostic import Diagnostic
from lint_news.ruleset.model import Example, Rule
from lint_news.ruleset.style import UNSET, Choice, choices


class Failure(NamedTuple):
    """An example that its rule gets wrong."""

    rule: Rule
    example: Example

    def __str__(self) -> str:
        wanted = "must be flagged" if self.example.flag else "must pass"
        place = f"{self.rule.origin.path}:{self.example.line}"
        return f"{place}: {self.rule.id} ({self.rule.language}): {wanted}: {self.example.text!r}"


def style_for(rule: Rule) -> tuple[Choice, ...]:
    """The style that a rule's examples are told in: the first value of each key of its ``when``, and their own ``style``."""
    return (*choices({key: values[0] for key, values in rule.when if values[0] != UNSET}), *rule.example_style)


def run_examples(rules: Iterable[Rule], check: Callable[[str, str], list[Diagnostic]]) -> Iterator[Failure]:
    """Failures of all examples; ``check`` gives the diagnostics of a text in a language, in the style of ``style_for``."""
    for rule in rules:
        for example in rule.examples:
            flagged = any(found.rule == rule.id for found in check(example.text, rule.language or "en"))
            if flagged != example.flag:
                yield Failure(rule, example)
