"""The example stories, whole outputs. ``python -m tests.test_golden`` writes them anew after a wanted change; read the diff."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT, lint_news

STORIES = ["otan-blinken", "otan-blinken-corrected", "nato-blinken", "nato-blinken-corrected"]
COMMANDS = {
    "check.txt": ["check"],
    "check.json": ["check", "--output-format", "json"],
    "sources.json": ["sources", "--output-format", "json"],
    "sources.txt": ["sources"],
    "sources.md": ["sources", "--output-format", "markdown", "--ui-language", "fr"],
}


def run(story: str, output: str) -> str:
    return lint_news(*COMMANDS[output], f"examples/{story}.txt").stdout.decode("utf-8")


@pytest.mark.parametrize("output", COMMANDS)
@pytest.mark.parametrize("story", STORIES)
def test_output(story: str, output: str) -> None:
    assert run(story, output) == (ROOT / "tests" / "golden" / f"{story}.{output}").read_text(encoding="utf-8")


@pytest.mark.parametrize("story", ["otan-blinken-corrected", "nato-blinken-corrected"])
def test_a_corrected_story_is_clean(story: str) -> None:
    done = lint_news("check", f"examples/{story}.txt")
    assert (done.returncode, done.stdout) == (0, b"")


# What a careful editor marks in the story: line, rule, and the words it stands on.
MARKED = [
    (3, "names/inconsistent", "Yans Stoltenberg"),
    (3, "dates/unanchored", "ce vendredi"),
    (3, "figures/unquoted", "des centaines de milliers de forces"),
    (5, "names/title", "secrétaire américain de l’État"),
    (5, "names/known", "Anthony Blinken"),
    (7, "attribution/vague-source", "Les médias ont rapporté"),
    (7, "typography/space-before-comma", " ,"),
    (7, "quotes/reversed", "«"),
    (9, "names/known", "Sergey Lavrov"),
    (13, "dates/unanchored", "Jeudi"),
    (15, "dates/yearless", "24 février"),
    (15, "figures/unattributed", "des milliards de dollars"),
    (17, "attribution/vague-credit", "Source: Médias"),
    (17, "typography/space-before-colon", ":"),
]


def test_the_wire_story_is_marked_as_an_editor_marks_it_and_no_more() -> None:
    from lint_news import Linter

    text = (ROOT / "examples" / "otan-blinken.txt").read_text(encoding="utf-8")
    found = Linter().check_text(text)
    listed = [(d.region.line, d.rule, text[d.span.start : d.span.end]) for d in found]
    assert [entry for entry in listed if entry[1] != "typography/guillemet-space"] == MARKED


if __name__ == "__main__":
    for name in STORIES:
        for kind in COMMANDS:
            (ROOT / "tests" / "golden" / f"{name}.{kind}").write_text(run(name, kind), encoding="utf-8")
