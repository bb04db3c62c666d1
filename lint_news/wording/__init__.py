"""The tool's own sentences in the languages of its interface. A sentence's English text is its key.

Another language of messages is a folder ``wording/CODE``: ``SENTENCES`` in its ``__init__.py`` for what reports and summaries
say, in ``errors.py`` for errors, in ``help.py`` for the help of commands and options. The texts of rules are in their YAML.
"""

from __future__ import annotations

import os
import pkgutil
from collections.abc import Mapping
from importlib import import_module

DEFAULT = "en"
# Placeholders that hold a sentence of their own, or a part of one; the others hold names and words of the user's.
_SPOKEN = frozenset({"expected", "message", "problem", "reason", "type", "what"})


def ui_languages() -> tuple[str, ...]:
    """The languages of messages, English first."""
    return (DEFAULT, *sorted(module.name for module in pkgutil.iter_modules(__path__) if module.ispkg))


def sentences(language: str, room: str = "") -> Mapping[str, str]:
    """English sentences and their translation; empty for English and for languages that there are none for.

    ``room`` is empty, ``errors`` or ``help``.
    """
    if language == DEFAULT or language not in ui_languages():
        return {}
    name = f"{__name__}.{language}.{room}" if room else f"{__name__}.{language}"
    found: Mapping[str, str] = import_module(name).SENTENCES
    return found


def say(sentence: str, language: str, /, **values: object) -> str:
    """A sentence in a language with its ``{placeholders}`` filled; in English where there is no translation."""
    text = sentences(language).get(sentence, sentence) if language != DEFAULT else sentence
    return text.format(**values) if values else text


def help_text(text: str, language: str) -> str:
    """A text of the help in a language, found by its words alone; as it is where there is no translation."""
    return sentences(language, "help").get(" ".join(text.split()), text) if language != DEFAULT else text


def ui_language_of(environment: Mapping[str, str] = os.environ) -> str:
    """The language of messages that a locale asks for (POSIX: the first of LC_ALL, LC_MESSAGES and LANG that is set)."""
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    code = locale.replace("-", "_").partition(".")[0].partition("_")[0].lower()
    return code if code in ui_languages() else DEFAULT


def translated(message: str, language: str) -> str:
    """A finished English error in another language, found by the sentence it was made from; as it is where none fits.

    Of several that fit, one around a whole ``{message}`` counts, else the one with the most words of its own. Errors are raised
    in English wherever they come up, and said in the reader's language here, at the edge.
    """
    if language == DEFAULT:
        return message
    import re

    best, found = (False, -1), message
    for sentence, translation in sentences(language, "errors").items():
        pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.*)", re.escape(sentence))
        own = ("{message}" in sentence, len(re.sub(r"\{\w+\}", "", sentence)))
        match = re.fullmatch(pattern, message, re.DOTALL) if own > best else None
        if match is not None:
            values = {
                name: translated(value, language) if name in _SPOKEN else value for name, value in match.groupdict().items()
            }
            best, found = own, translation.format(**values)
    return found
