"""The tool's sentences in the languages of its interface."""

from __future__ import annotations

import re

import pytest

from lint_news.wording import say, sentences, translated, ui_languages

PLACEHOLDER = re.compile(r"\{(\w+)\}")
OTHERS = [language for language in ui_languages() if language != "en"]


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_placeholders_of_its_sentence(language: str) -> None:
    for sentence, translation in sentences(language).items():
        assert sorted(PLACEHOLDER.findall(sentence)) == sorted(PLACEHOLDER.findall(translation))


@pytest.mark.parametrize(
    ("message", "french"),
    [
        ("the file is empty", "le fichier est vide"),
        ("unknown rule or topic 'nmes', did you mean 'names'?", "règle inconnue : « nmes » ; vouliez-vous dire « names » ?"),
        ("unknown rule or topic 'nmes'", "règle ou thème inconnu : « nmes »"),
        ("byte 0xE9 is not UTF-8", "l’octet 0xE9 n’est pas de l’UTF-8"),
        ("unknown rule or topic '{0}{x}'", "règle ou thème inconnu : « {0}{x} »"),
        ("nobody has translated this", "nobody has translated this"),
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
