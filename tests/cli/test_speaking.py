"""The command line in the language of messages: that of the option, else of the configuration, else of the locale."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import lint_news

FRENCH = "ui-language: fr\n"
USAGE = "Usage : lint-news check [OPTIONS] PATH...\nPour de l’aide : lint-news check --help\n\n"


@pytest.mark.parametrize(
    ("arguments", "last"),
    [
        (["check"], "Erreur : il manque l’argument 'PATH...'."),
        (["check", "--accross", "x"], "Erreur : option inconnue : '--accross' ; vouliez-vous dire '--across' ?"),
        (
            ["check", "--jobs", "x", "a"],
            "Erreur : valeur incorrecte pour '--jobs' / '-j' : 'x' n’est pas un nombre entier valable.",
        ),
        (
            ["check", "--jobs", "-1", "a"],
            "Erreur : valeur incorrecte pour '--jobs' / '-j' : -1 n’est pas dans l’intervalle x>=0.",
        ),
        (["check", "--unsafe", "."], "Erreur : --unsafe va avec --fix ou --diff"),
        (["check", "--fail-level"], "Erreur : l’option '--fail-level' demande une valeur."),
        (["chekc"], "Erreur : commande inconnue : 'chekc'."),
        (["check", "nofile"], "0 observations dans 0 articles"),
        (["check", "--select", "nmaes", "."], "lint-news: règle inconnue : « nmaes » ; vouliez-vous dire « names » ?"),
    ],
)
def test_wrong_usage_is_told_in_french(arguments: list[str], last: str, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Rien à dire.\n", encoding="utf-8")
    done = lint_news(*arguments, cwd=tmp_path, LC_ALL="fr_FR.UTF-8")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().splitlines()[-1] == last


@pytest.mark.parametrize(
    ("locale", "configured", "arguments", "french"),
    [
        ("C", "", [], False),
        ("fr_CA.UTF-8", "", [], True),
        ("C", FRENCH, [], True),
        ("C", FRENCH, ["--no-config"], False),
        ("C", FRENCH, ["--ui-language", "en"], False),
        ("C", FRENCH, ["--ui-language=en"], False),
        ("C", "", ["--ui-language", "fr"], True),
        ("C", "", ["--config", "house.yaml"], True),
        ("fr_FR.UTF-8", "ui-language: en\n", [], False),
        ("fr_FR.UTF-8", "ui-language: [broken\n", [], True),
        ("fr_FR.UTF-8", "ui-language: tlh\n", [], True),
    ],
)
def test_usage_errors_follow_option_configuration_and_locale(
    locale: str, configured: str, arguments: list[str], french: bool, tmp_path: Path
) -> None:
    (tmp_path / "house.yaml").write_text(FRENCH, encoding="utf-8")
    if configured:
        (tmp_path / ".lint-news.yaml").write_text(configured, encoding="utf-8")
    done = lint_news("check", *arguments, "--no-such", cwd=tmp_path, LC_ALL=locale)
    assert done.stderr.decode().startswith(
        USAGE if french else "Usage: lint-news check [OPTIONS] PATH...\nTry 'lint-news check"
    )


def test_what_is_wrong_on_the_command_line_is_shown_not_obeyed(tmp_path: Path) -> None:
    done = lint_news("check", "--\x1b[31m\u202e", cwd=tmp_path)
    assert b"\x1b" not in done.stderr
    assert "\u202e" not in done.stderr.decode()


def test_the_help_is_french_from_heading_to_default(tmp_path: Path) -> None:
    text = lint_news("names", "--help", cwd=tmp_path, LC_ALL="fr_FR.UTF-8").stdout.decode()
    assert text.startswith("Usage : lint-news names [OPTIONS] PATH...\n\n  Lister les noms")
    assert "\nOptions :\n" in text
    assert "[par défaut : utf-8]" in text


@pytest.mark.parametrize(
    ("command", "first"),
    [
        (["sources", "story.txt"], "story.txt\nSource      Nature    Citée  Paraphrasée  Lignes\n"),
        (["names", "story.txt"], "nom         nature    mentions  articles  première apparition\n"),
        (["check", "story.txt"], "story.txt:1:2: info: espace sécable dans les guillemets ;"),
    ],
)
def test_commands_speak_as_the_configuration_has_it(command: list[str], first: str, tmp_path: Path) -> None:
    (tmp_path / ".lint-news.yaml").write_text(f"{FRENCH}language: fr\n", encoding="utf-8")
    (tmp_path / "story.txt").write_text("« Tout va bien », a dit Anne Petit. Qui?\n", encoding="utf-8")
    done = lint_news(*command, cwd=tmp_path, LC_ALL="C")
    assert done.stdout.decode().startswith(first)
    assert lint_news(*command, "--ui-language", "en", cwd=tmp_path, LC_ALL="C").stdout != done.stdout


@pytest.mark.parametrize("form", ["checkstyle", "github", "html", "junit", "sarif"])
def test_reports_tell_what_is_unreadable_in_french(form: str, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_bytes(b"")
    done = lint_news("check", "story.txt", "nofile", "--output-format", form, cwd=tmp_path, LC_ALL="fr_FR.UTF-8")
    assert "le fichier est vide" in done.stdout.decode()
    assert "fichier ou dossier introuvable" in done.stdout.decode()


@pytest.mark.parametrize("command", ["check", "sources", "names"])
def test_complaints_speak_as_the_configuration_has_it(command: str, tmp_path: Path) -> None:
    (tmp_path / ".lint-news.yaml").write_text(FRENCH, encoding="utf-8")
    (tmp_path / "story.txt").write_bytes(b"")
    done = lint_news(command, "story.txt", cwd=tmp_path, LC_ALL="C")
    assert done.stderr.decode().splitlines()[0] == "lint-news: story.txt: le fichier est vide"
