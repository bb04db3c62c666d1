"""The tool's sentences in the languages of its interface."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import click
import pytest

from lint_news.cli import group
from lint_news.wording import help_text, say, sentences, translated, ui_languages
from tests.conftest import ROOT

PLACEHOLDER = re.compile(r"\{(\w+)\}")
OTHERS = [language for language in ui_languages() if language != "en"]


@pytest.mark.parametrize("room", ["", "errors", "help"])
@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_placeholders_of_its_sentence(language: str, room: str) -> None:
    for sentence, translation in sentences(language, room).items():
        assert sorted(PLACEHOLDER.findall(sentence)) == sorted(PLACEHOLDER.findall(translation))


def _finished(node: ast.expr) -> Iterator[str]:
    """The messages that an expression makes, with ``§`` for what is filled in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "§" for part in node.values)
    elif isinstance(node, ast.BinOp):
        yield from (left + right for left in _finished(node.left) for right in _finished(node.right))
    elif isinstance(node, ast.IfExp):
        yield from (*_finished(node.body), *_finished(node.orelse))


def raised() -> list[str]:
    """Every message that the code raises an error with, or keeps as ``message``."""
    found: dict[str, None] = {}
    for path in sorted((ROOT / "lint_news").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            messages: list[ast.expr] = []
            if isinstance(node, ast.Call) and node.args:
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                # TypeError and the like are mistakes in the code, no user meets them.
                if re.fullmatch(r"(Input|Rule|Configuration|LintNews|Usage|_)Error|_?error|_at", name):
                    messages = node.args[:2] if name == "_at" else node.args[:1]
            elif (
                isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "message" and "reports" not in path.parts
            ):
                messages = [node.value]
            found.update(dict.fromkeys(one for message in messages for one in _finished(message) if re.search("[a-z]{3}", one)))
    return list(found)


def test_errors_are_looked_for_where_they_are_raised() -> None:
    assert len(raised()) > 90


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("message", raised())
def test_every_error_is_said_in_every_language_of_messages(message: str, language: str) -> None:
    assert translated(message, language) != message, f"add it to lint_news/wording/{language}/errors.py"


def said() -> list[str]:
    """Every sentence that the code says."""
    found: dict[str, None] = {}
    for path in sorted((ROOT / "lint_news").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                if name in ("say", "_say", "count"):
                    found.update(dict.fromkeys(text for text in _finished(node.args[0]) if re.search("[a-z]{3}", text)))
    return list(found)


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_said_in_every_language_of_messages(language: str) -> None:
    assert len(said()) > 30
    assert [sentence for sentence in said() if sentence not in sentences(language)] == []


def explained() -> Iterator[str]:
    """Every text of the help."""
    context = click.Context(group)
    commands = [group, *(group.get_command(context, name) for name in group.list_commands(context))]
    for command in commands:
        assert command is not None
        yield command.help or ""
        for param in command.get_params(context):
            if isinstance(param, click.Option):
                yield re.sub(r"  \[.*\]$", "", param.help or "")


@pytest.mark.parametrize("language", OTHERS)
def test_the_help_is_there_in_every_language_of_messages(language: str) -> None:
    missing = {" ".join(text.split()) for text in explained() if help_text(text, language) == text}
    assert missing == set(), f"add them to lint_news/wording/{language}/help.py"


@pytest.mark.parametrize(
    ("message", "french"),
    [
        ("the file is empty", "le fichier est vide"),
        ("unknown rule or topic 'nmes', did you mean 'names'?", "règle inconnue : « nmes » ; vouliez-vous dire « names » ?"),
        ("unknown rule or topic 'nmes'", "règle ou thème inconnu : « nmes »"),
        ("byte 0xE9 is not UTF-8", "l’octet 0xE9 n’est pas de l’UTF-8"),
        ("unknown rule or topic '{0}{x}'", "règle ou thème inconnu : « {0}{x} »"),
        ("nobody has translated this", "nobody has translated this"),
        ("can't be written: Is a directory", "ne peut pas être écrit : c’est un dossier"),
        ("not JSON: a key or } expected", "ce n’est pas du JSON : il fallait ici une clé ou }"),
        ("'a list' is no revision", "« a list » n’est pas une révision"),
        (
            "an entry of 'select' must be text, not a mapping",
            "une entrée de « select » : un texte était attendu, et non des paires « clé: valeur »",
        ),
        (
            "Invalid value for '--jobs' / '-j': -1 is not in the range x>=0.",
            "valeur incorrecte pour '--jobs' / '-j' : -1 n’est pas dans l’intervalle x>=0.",
        ),
    ],
)
def test_a_finished_message_is_translated(message: str, french: str) -> None:
    assert translated(message, "fr") == french
    assert translated(message, "en") == message


def test_what_is_missing_is_said_in_english() -> None:
    assert say("no {thing}", "fr", thing="x") == say("no {thing}", "xx", thing="x") == "no x"


def test_every_rule_says_what_and_why_in_every_language_of_messages() -> None:
    from lint_news.checks import Registry
    from lint_news.ruleset.store import RuleStore

    store = RuleStore((), Registry())
    missing = [
        f"{rule.origin.path}: {rule.id}: {name} in {language}"
        for code in store.summary.languages
        for rule in store.language(code).rules
        for name, texts in (("message", rule.message), ("why", rule.why))
        for language in ui_languages()
        if not texts.get(language)
    ]
    assert missing == []
