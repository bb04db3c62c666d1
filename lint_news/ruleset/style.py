"""House style: what a newsroom chooses where several ways are right, and which rules speak of its choice.

Rule files declare the keys of a language and their values (``styles:``), rules say for which of them they hold (``when:``),
and a configuration chooses (``style:``). Nothing here knows what a key means.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from lint_news.errors import ConfigurationError
from lint_news.ruleset.model import Origin, Rule

if TYPE_CHECKING:
    from lint_news.ruleset.yaml_nodes import Fields, Value

# In ``when``: nobody has chosen a value for this key.
UNSET = "unset"
# The key whose values are forms of known names.
NAMES = "names"

# Language to style key to its values.
Styles = Mapping[str, Mapping[str, tuple[str, ...]]]
# Style key to the values that a rule holds for.
When = tuple[tuple[str, tuple[str, ...]], ...]


class Written(NamedTuple):
    """A word of a configuration and where it was written."""

    text: str
    at: Origin = Origin("", 0, 0)

    def error(self, message: str) -> ConfigurationError:
        """An error that points at this word."""
        return ConfigurationError(message, path=self.at.path, line=self.at.line, column=self.at.column)


class Choice(NamedTuple):
    """A value chosen for a style key; ``language`` is empty where it holds for every language that knows the value."""

    key: Written
    value: Written
    language: Written = Written("")


def choices(style: Mapping[str, str | Iterable[str] | Mapping[str, str | Iterable[str]]]) -> tuple[Choice, ...]:
    """Choices from plain values: ``{"quotation-marks": {"fr": "guillemets"}, "names": ["Kiev"]}``."""
    found = []
    for key, chosen in style.items():
        for language, values in chosen.items() if isinstance(chosen, Mapping) else (("", chosen),):
            for value in (values,) if isinstance(values, str) else values:
                found.append(Choice(Written(key), Written(value), Written(language)))
    return tuple(found)


def read_choices(value: Value) -> tuple[Choice, ...]:
    """Choices from the ``style`` of a configuration; raises RuleError for what has not its shape."""
    found = []
    for key_value, chosen in value.pairs("'style'"):
        key = _written(key_value, "a style key")
        if not chosen.is_mapping:
            found.extend(_chosen(key, chosen, Written("")))
            continue
        for language, values in chosen.pairs(f"style '{key.text}'"):
            found.extend(_chosen(key, values, _written(language, "a language")))
    return tuple(found)


def _chosen(key: Written, value: Value, language: Written) -> list[Choice]:
    what = f"style '{key.text}'"
    values = value.items(what) if value.is_list and key.text == NAMES else [value]
    return [Choice(key, _written(one, what), language) for one in values]


def _written(value: Value, what: str) -> Written:
    return Written(value.text(what), Origin(value.path, value.line, value.column))


def joined(before: Iterable[Choice], after: Iterable[Choice]) -> tuple[Choice, ...]:
    """Choices of which the later ones stand in the place of earlier ones of the same key."""
    later = tuple(after)
    keys = {choice.key.text for choice in later}
    return (*(choice for choice in before if choice.key.text not in keys), *later)


def check_choices(chosen: Iterable[Choice], styles: Styles, languages: Iterable[str]) -> None:
    """Raise ConfigurationError, with its place, for the first language, key or value that no rule file declares."""
    for choice in chosen:
        language = choice.language.text
        if language and language not in languages:
            _unknown("language", choice.language, tuple(languages))
        if choice.key.text == NAMES:
            continue
        known = values_of(styles, language)
        if choice.key.text not in known:
            _unknown("style key", choice.key, (*known, NAMES))
        if choice.value.text not in known[choice.key.text]:
            _unknown(f"value of style '{choice.key.text}'", choice.value, known[choice.key.text])


def _unknown(what: str, written: Written, known: tuple[str, ...]) -> NoReturn:
    from lint_news.ruleset.yaml_nodes import nearest

    hint = nearest(written.text, known)
    told = f"did you mean '{hint}'?" if hint else f"known here: {', '.join(known)}"
    raise written.error(f"unknown {what} '{written.text}', {told}")


def values_of(styles: Styles, language: str) -> dict[str, tuple[str, ...]]:
    """The style keys of a language with their values; those of all languages for an empty one."""
    found: dict[str, tuple[str, ...]] = {}
    for code in (language,) if language else styles:
        for key, values in styles.get(code, {}).items():
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), *values)))
    return found


def style_of(chosen: Iterable[Choice], styles: Styles, language: str) -> dict[str, str]:
    """The style that choices make for a language: key to value. A value that the language doesn't know is none of its own."""
    known = styles.get(language, {})
    return {
        choice.key.text: choice.value.text
        for choice in chosen
        if choice.language.text in ("", language) and choice.value.text in known.get(choice.key.text, ())
    }


def holds(rule: Rule, style: Mapping[str, str]) -> bool:
    """Does a rule speak of stories in this style?"""
    return all(style.get(key, UNSET) in values for key, values in rule.when)


def read_styles(fields: Fields, into: dict[str, tuple[str, ...]]) -> None:
    """The ``styles`` of a rule file, added to those of files before it; raises RuleError."""
    value = fields.take("styles")
    for key, values in value.pairs("'styles'") if value is not None else ():
        name = key.text("a style key")
        if name == NAMES:
            raise key.error(f"'{NAMES}' chooses forms of known names; call the style key otherwise")
        into[name] = tuple(dict.fromkeys((*into.get(name, ()), *values.texts(f"the values of style '{name}'"))))


def read_when(fields: Fields, styles: Styles, language: str) -> When:
    """The ``when`` of a rule; raises RuleError, with its place, for a key or a value that no rule file declares."""
    value = fields.take("when")
    found = []
    known = values_of(styles, language)
    for key, values in value.pairs("'when'") if value is not None else ():
        name = key.choice("style key", tuple(known))
        listed = values.items("'when'") if values.is_list else [values]
        found.append((name, tuple(one.choice(f"value of style '{name}'", (*known[name], UNSET)) for one in listed)))
    return tuple(found)
