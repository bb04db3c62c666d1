"""What the YAML says, as frozen values."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lint_news.ruleset.style import Choice

FIXES = ("safe", "unsafe")
SCOPES = ("own", "all", "quotation", "headline", "byline", "body", "credit")


class Origin(NamedTuple):
    """Where a value was written."""

    path: str
    line: int
    column: int


class Example(NamedTuple):
    """A sentence that a rule must flag or must pass; ``text`` may hold line breaks."""

    text: str
    flag: bool
    line: int


class RuleFile(NamedTuple):
    """A YAML file of rules: its path for messages and how to read it."""

    path: str
    read: Callable[[], bytes]


class Rule(NamedTuple):
    """One rule. ``options`` belongs to the kind that runs it; ``message`` and ``why`` map interface languages to texts.

    ``language`` is empty for a rule of every language. ``scope`` says which words the rule speaks of: the writer's ``own``
    (direct speech left alone), ``all``, only what stands in a ``quotation``, or one zone of the story. ``fix`` tells whether
    its first suggestion is ``safe`` to apply without an editor, or ``unsafe``. ``when`` pairs style keys with the values that
    the rule holds for; its examples may have a style of their own.
    """

    id: str
    kind: str
    language: str
    severity: str
    message: dict[str, str]
    why: dict[str, str]
    scope: str
    options: object
    examples: tuple[Example, ...]
    origin: Origin
    fix: str = "unsafe"
    when: tuple[tuple[str, tuple[str, ...]], ...] = ()
    example_style: tuple[Choice, ...] = ()

    @property
    def topic(self) -> str:
        """The part of the identifier before the slash."""
        return self.id.partition("/")[0]


class KnownName(NamedTuple):
    """A name whose spelling is settled.

    ``forms`` maps a language to the forms that are right in it, the preferred first; the key ``""`` holds the forms that are
    right in every language without an entry. ``wrong`` are forms to correct in any language.
    """

    name: str
    kind: str
    forms: dict[str, tuple[str, ...]]
    accepted: tuple[str, ...]
    wrong: tuple[str, ...]
    role: dict[str, str]
    origin: Origin

    def right(self, language: str) -> tuple[str, ...]:
        """The forms that are right in a language, the preferred one first."""
        return (*self.forms.get(language, self.forms[""]), *self.accepted)

    def foreign(self, language: str) -> tuple[str, ...]:
        """The forms that are right in other languages only."""
        right = set(self.right(language))
        return tuple(form for name in self.forms for form in self.forms[name] if form not in right)


class RatedSource(NamedTuple):
    """An outlet as a newsroom rates it: its names, its domains (lower case, without "www."), and who rated it when and why."""

    outlet: str
    names: tuple[str, ...]
    domains: tuple[str, ...]
    rating: str
    reason: str
    date: str
    authority: str
    origin: Origin


def localized(texts: dict[str, str], language: str) -> str:
    """The text for an interface language; English, else the first, where it is missing."""
    return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")
