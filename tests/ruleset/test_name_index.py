"""Known names: forms by language, layers, near misses, and a cost that doesn't grow with the list."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint_news import Linter
from tests.growth import costs_at_most


def found(linter: Linter, text: str, language: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(text[slice(*d.span)], d.suggestions) for d in linter.check_text(text, language=language)]


@pytest.fixture
def house(tmp_path: Path) -> Linter:
    """A newsroom that writes Kiev, and knows a mayor."""
    (tmp_path / "names.yaml").write_text(
        "names:\n"
        "  - {name: Kyiv, kind: place, forms: {en: [Kiev], fr: [Kiev]}, wrong: [Kyiv-City]}\n"
        "  - {name: Sergei Lavrov, kind: person, forms: {en: [Sergey Lavrov], fr: [Sergueï Lavrov]}}\n"
        "  - {name: Zbigniew Okonkwo, kind: person}\n",
        encoding="utf-8",
    )
    return Linter(rules=[str(tmp_path)], select=["names/known"])


@pytest.mark.parametrize(
    ("text", "language", "findings"),
    [
        ("The mayor of Kyiv spoke.", "en", [("Kyiv", ("Kiev",))]),
        ("The mayor of Kiev spoke.", "en", []),
        ("Then Sergei Lavrov spoke.", "en", [("Sergei Lavrov", ("Sergey Lavrov",))]),
        ("Then Zbigniew Okonkow spoke.", "en", [("Zbigniew Okonkow", ("Zbigniew Okonkwo",))]),
        ("Then Zbignew Okonkwo spoke.", "en", [("Zbignew Okonkwo", ("Zbigniew Okonkwo",))]),
        ("Then Zbigniev Okonkvo spoke.", "en", [("Zbigniev Okonkvo", ("Zbigniew Okonkwo",))]),
        ("Then Bartholomew Okonkwo spoke.", "en", []),
        ("Then Okonkow spoke.", "en", []),
        ("zbignew okonkwo in a mail address", "en", []),
    ],
)
def test_the_house_decides(house: Linter, text: str, language: str, findings: list[tuple[str, tuple[str, ...]]]) -> None:
    assert found(house, text, language) == findings


def test_a_near_miss_of_two_known_names_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "n.yaml").write_text(
        "names:\n  - {name: Marten Visser, kind: person}\n  - {name: Morten Visser, kind: person}\n", encoding="utf-8"
    )
    assert found(Linter(rules=[str(tmp_path)], select=["names/known"]), "Murten Visser spoke.", "en") == []


def test_twenty_thousand_names_cost_a_story_no_more_than_a_hundred(tmp_path: Path) -> None:
    import itertools

    syllables = ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "we", "xi"]
    words = ["".join(parts).capitalize() for parts in itertools.product(syllables, repeat=3)]
    text = " ".join(f"The deal was signed by {words[k]} {words[-k]} in the end." for k in range(1, 200))

    def check(folder: Path) -> object:
        return Linter(rules=[str(folder)], select=["names/known"]).check_text(text, language="en")

    for count in (100, 20_000):
        folder = tmp_path / str(count)
        folder.mkdir()
        pairs = itertools.islice(zip(words * 20, words[7:] * 20, strict=False), count)
        entries = dict.fromkeys(
            f"  - {{name: {a} {b}{k // len(words) or ''}, kind: person}}\n" for k, (a, b) in enumerate(pairs)
        )
        (folder / "n.yaml").write_text("names:\n" + "".join(entries), encoding="utf-8")
        check(folder)  # the cache is written
    costs_at_most(1.5, lambda: check(tmp_path / "20000"), lambda: check(tmp_path / "100"))
