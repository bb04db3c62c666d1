"""The tool's own sentences in the languages of its interface. A sentence's English text is its key.

Another language of messages is a file ``wording/CODE.py`` with ``SENTENCES``; the texts of rules are in their YAML.
"""

from __future__ import annotations

import os
import pkgutil
from collections.abc import Mapping
from importlib import import_module

DEFAULT = "en"


def ui_languages() -> tuple[str, ...]:
    """The languages of messages, English first."""
    return (DEFAULT, *sorted(module.name for module in pkgutil.iter_modules(__path__)))


def sentences(language: str) -> Mapping[str, str]:
    """English sentences and their translation; empty for English and for languages that there are none for."""
    if language == DEFAULT or language not in ui_languages():
        return {}
    found: Mapping[str, str] = import_module(f"{__name__}.{language}").SENTENCES
    return found


def say(sentence: str, language: str, /, **values: object) -> str:
    """A sentence in a language with its ``{placeholders}`` filled; in English where there is no translation."""
    text = sentences(language).get(sentence, sentence) if language != DEFAULT else sentence
    return text.format(**values) if values else text


def ui_language_of(environment: Mapping[str, str] = os.environ) -> str:
    """The language of messages that a locale asks for (POSIX: the first of LC_ALL, LC_MESSAGES and LANG that is set)."""
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    code = locale.replace("-", "_").partition(".")[0].partition("_")[0].lower()
    return code if code in ui_languages() else DEFAULT


def translated(message: str, language: str) -> str:
    """A finished English message in another language, found by the sentence it was made from; as it is where none fits.

    Errors are raised in English wherever they come up, and said in the reader's language here, at the edge.
    """
    if language == DEFAULT:
        return message
    import re

    for sentence, translation in sentences(language).items():
        pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.*)", re.escape(sentence))
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match is not None:
            return translation.format(**match.groupdict())
    return message
