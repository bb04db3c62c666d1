from __future__ import annotations

import pytest

from lint_news.ruleset.literals import has_case


@pytest.mark.parametrize(
    "pattern",
    [r"(?<=[^\W\d_])[ \u00a0]+([,.])(?![.\d\w])", r"([:;!?])(?<=\p{L}{2}.)(?=[\s\"»”)]|\Z)", r"\.", r" \- ", "(?>.)", r"\P{N}"],
)
def test_patterns_without_letters(pattern: str) -> None:
    assert not has_case(pattern)


@pytest.mark.parametrize(
    "pattern",
    ["word", r"\u00e9", "[!-~]", r"(.)\1", r"\p{Lu}", r"\\d", r"\L<words>", r"\x41", r"\N{SPACE}", r"\[!-~]", "(?P<a>.)"],
)
def test_patterns_that_may_tell_cases_apart(pattern: str) -> None:
    assert has_case(pattern)
