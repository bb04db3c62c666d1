"""House forms of names: which of several right spellings a newsroom writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, NoReturn

from lint_news.language.tokens import Tokens
from lint_news.ruleset.model import KnownName
from lint_news.ruleset.name_index import NameIndex
from lint_news.ruleset.style import NAMES, Choice


class Spelling(NamedTuple):
    """A known name that a language writes in several ways; its kind and its right forms."""

    kind: str
    forms: tuple[str, ...]


class Instead(NamedTuple):
    """A form that the house doesn't write: its tokens as written, and the ``house`` form."""

    kind: str
    words: tuple[str, ...]
    house: str


class HouseNames(NamedTuple):
    """The forms that a house doesn't write, by their first token in lower case; ``surnames`` has those of which only the last
    token differs from the house's: last token in lower case to the one of the house and to all full forms of the name."""

    instead: dict[str, list[Instead]]
    surnames: dict[str, tuple[str, tuple[tuple[str, ...], ...]]]
    preferred: dict[str, str]


NO_HOUSE_NAMES = HouseNames({}, {}, {})


def spellings(layers: Iterable[Iterable[KnownName]], language: str) -> tuple[Spelling, ...]:
    """The names of which a language has several forms; an entry of the first layer stands for the same name of later ones."""
    found: dict[str, Spelling] = {}
    for layer in layers:
        for known in layer:
            forms = tuple(dict.fromkeys(known.right(language)))
            found.setdefault(known.name, Spelling(known.kind, forms))
    return tuple(spelling for spelling in found.values() if len(spelling.forms) > 1)


def check_names(
    chosen: Iterable[Choice],
    languages: Sequence[str],
    known: Callable[[str], tuple[Spelling, ...]],
    index: Callable[[str], NameIndex],
) -> None:
    """Raise ConfigurationError, with its place, for a chosen form that no known name has, or two have, and for two of one."""
    before: dict[tuple[str, str], str] = {}
    for choice in chosen:
        if choice.key.text != NAMES:
            continue
        form = choice.value.text
        codes = [choice.language.text] if choice.language.text else languages
        if not any(index(code).knows(tuple(Tokens(form).lows)) for code in codes):
            _unknown(choice, [right for code in codes for spelling in known(code) for right in spelling.forms])
        for code in codes:
            spelling = [one for one in known(code) if form in one.forms]
            if len(spelling) > 1:
                raise choice.value.error(f"'{form}' is a form of two known names; choose one that is nobody else's")
            if spelling:
                first = before.setdefault((code, spelling[0].forms[0]), form)
                if first != form:
                    raise choice.value.error(f"'{first}' and '{form}' are one name; choose one of them")


def _unknown(choice: Choice, forms: Sequence[str]) -> NoReturn:
    from lint_news.ruleset.yaml_nodes import nearest

    hint = nearest(choice.value.text, tuple(forms))
    if hint:
        raise choice.value.error(f"no known name is written '{choice.value.text}', did you mean '{hint}'?")
    raise choice.value.error(f"no known name is written '{choice.value.text}'; add the name to a list of your own")


def house_names(chosen: Iterable[Choice], known: Sequence[Spelling], language: str) -> HouseNames:
    """What follows from the forms that a house has chosen for a language."""
    of_names = [choice for choice in chosen if choice.key.text == NAMES]
    wanted = {choice.value.text for choice in of_names if choice.language.text in ("", language)}
    bearers = Counter(form for spelling in known for form in spelling.forms)
    names = HouseNames({}, {}, {})
    for kind, forms in known if wanted else ():
        house = next((form for form in forms if form in wanted), None)
        if house is None:
            continue
        mine = tuple(Tokens(house).words)
        parts = tuple(tuple(Tokens(form).lows) for form in forms)
        for form in forms:
            words = tuple(Tokens(form).words)
            if words == mine or not words or bearers[form] > 1:
                continue
            names.preferred[form] = house
            names.instead.setdefault(words[0].lower(), []).append(Instead(kind, words, house))
            last = words[-1].lower()
            if kind == "person" and len(words) == len(mine) > 1 and last != mine[-1].lower():
                names.surnames.setdefault(last, (mine[-1], parts))
    for listed in names.instead.values():
        listed.sort(key=lambda one: -len(one.words))
    return names
