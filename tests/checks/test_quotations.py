"""Direct speech without a speaker, and what looks like it."""

from __future__ import annotations

import time

import pytest

from lint_news import Linter
from tests.conftest import Check

FOUND = "quotes/unattributed"
SPEECH = "We heard nothing at all until the water was in the house"
PAROLE = "Nous n’avons rien entendu avant que l’eau soit dans la maison"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"The dam broke at night. “{SPEECH}.” The rain went on."),
        ("en", f'The dam broke at night.\n\n"{SPEECH}."\n\nThe rain went on.'),
        ("fr", f"Le barrage a cédé. « {PAROLE}. » La pluie a continué."),
        ("fr", f"Le barrage a cédé. « {PAROLE} ». La pluie a continué."),
    ],
)
def test_flagged(check: Check, language: str, text: str) -> None:
    assert [line.split()[1] for line in check(text, language, FOUND)] == [FOUND]


@pytest.mark.parametrize(
    ("family", "language", "text"),
    [
        ("speaker behind", "en", f"The dam broke. “{SPEECH},” said Ann Lee."),
        ("speaker before", "fr", f"Anne Lenoir raconte. « {PAROLE}. »"),
        ("colon", "fr", f"Sur la banderole : « {PAROLE}. »"),
        ("speaker of the sentence before", "en", f"Ann Lee still shivers. “{SPEECH}.”"),
        ("speaker of the sentence behind", "en", f"The dam broke. “{SPEECH}.” Ann Lee still shivers."),
        ("pronoun", "en", f"She still shivers. “{SPEECH}.”"),
        ("role", "fr", f"La maire tremble encore. « {PAROLE}. »"),
        (
            "same speaker goes on",
            "en",
            f"“{SPEECH},” said Ann Lee. “{SPEECH}.” “{SPEECH}.” “{SPEECH}.” “{SPEECH}.” “{SPEECH}.”",
        ),
        ("several paragraphs", "en", f"Ann Lee shivers.\n\n“{SPEECH}.\n\n“{SPEECH}.\n\n“{SPEECH}.”"),
        ("scare quotes", "en", "The “new and improved and very safe old dam of the valley” broke."),
        ("single word", "fr", "Le barrage « sûr » a cédé."),
        ("title", "en", "The book is called “We Heard Nothing at All until the Water Came”."),
        ("headline", "en", f"“{SPEECH}”\n\nThe dam broke at night, and the rain went on."),
        ("credit in brackets", "en", f"DAM BREAKS “{SPEECH}.” [NYT.]"),
    ],
)
def test_left_alone(check: Check, family: str, language: str, text: str) -> None:
    assert check(text, language, FOUND) == [], family


@pytest.mark.parametrize(
    "text",
    [f"“{SPEECH}.” " * 3_000, "“" + f"{SPEECH}. " * 3_000 + "”", "“ ” " * 10_000, "“a and the” " * 10_000, "“a. " * 10_000],
)
def test_cost_grows_with_the_text(linter: Linter, text: str) -> None:
    begun = time.perf_counter()
    linter.check_text(text, language="en")
    assert time.perf_counter() - begun < 6
