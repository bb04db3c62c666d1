"""Quantities: what is a figure with a noun, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.language.conftest import Annotate


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The tally now has 739 to the rival's 465 and counting.", "en", []),
        ("Il en a 739 et son rival 465.", "fr", []),
        ("They surveyed 43 million of them.", "en", ["43 million"]),
        ("The attack left 14 dead.", "en", ["14 dead"]),
        ("L'attaque a fait 14 morts.", "fr", ["14 morts"]),
    ],
)
def test_a_function_word_is_not_counted(annotate: Annotate, text: str, language: str, expected: list[str]) -> None:
    found = [text[quantity.start : quantity.end] for quantity in annotate(text, language).quantities]
    assert len(found) == len(expected)
    assert all(shown.startswith(wanted) for shown, wanted in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Some $5 million went missing.", "en", "$5 million"),
        ("Some $ 5 million went missing.", "en", "$ 5 million"),
        ("Some €\u00a0300 million went missing.", "en", "€\u00a0300 million"),
        ("Some $\u200b300 million went missing.", "en", "$\u200b300 million"),
        ("Il a coûté 5 € en tout.", "fr", "5 €"),
    ],
)
def test_a_sum_has_its_currency_sign(annotate: Annotate, text: str, language: str, expected: str) -> None:
    assert [text[one.start : one.end] for one in annotate(text, language).quantities] == [expected]


def test_a_sign_in_another_paragraph_makes_no_sum(annotate: Annotate) -> None:
    assert annotate("It was paid in $\n\n5 people came.", "en").quantities == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("They saw 1,140 red mason bees.", "en", "1,140 red mason bees"),
        ("They closed 125,000 Twitter accounts there.", "en", "125,000 Twitter accounts"),
        ("They made 40 new, bigger planes.", "en", "40 new"),
        ("Ils ont 40 nouveaux avions.", "fr", "40 nouveaux avions"),
    ],
)
def test_what_is_counted_is_read_to_its_plural(annotate: Annotate, text: str, language: str, expected: str) -> None:
    assert [text[one.start : one.end] for one in annotate(text, language).quantities] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost £2.8m last year.", ["£2.8m"]),
        ("It cost $28m and €5bn.", ["$28m", "€5bn"]),
        ("It made 2.8m visits.", ["2.8m visits"]),
        ("A 5m race, a 10k run and a 3D film.", []),
    ],
)
def test_multipliers_in_letters(annotate: Annotate, text: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in annotate(text, "en").quantities] == expected
