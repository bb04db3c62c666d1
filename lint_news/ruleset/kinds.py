"""What a rule kind is. The kinds themselves live in ``lint_news/checks``, one file each, named as the kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from lint_news.diagnostic import Diagnostic
from lint_news.language.annotations import Annotations
from lint_news.language.pack import LanguagePack
from lint_news.ruleset.house_names import HouseNames
from lint_news.ruleset.model import RatedSource, Rule
from lint_news.ruleset.name_index import NameIndex

if TYPE_CHECKING:
    from lint_news.ruleset.yaml_nodes import Fields

Checker = Callable[[Annotations], Iterator[Diagnostic]]


class CompileContext(NamedTuple):
    """What a kind may need besides its rules: the language pack, the language of messages, how to get at the known names, at
    the rated sources and at the house's forms of names."""

    pack: LanguagePack
    ui_language: str
    known_names: Callable[[], NameIndex]
    rated_sources: Callable[[], tuple[RatedSource, ...]]
    house_names: Callable[[], HouseNames]


def no_options(fields: Fields) -> object:
    """Options of a kind that adds no keys."""
    return None


def no_lists(options: object) -> tuple[str, ...]:
    """Word lists of a kind whose options name none."""
    return ()


class Kind(NamedTuple):
    """A rule kind.

    ``keys`` are the keys it adds to a rule, ``options`` reads them (raising RuleError), and ``compile`` turns all rules of the
    kind for one language into a checker. ``lists`` names the word lists that options refer to, so that a missing one is told.
    """

    compile: Callable[[Sequence[Rule], CompileContext], Checker]
    keys: tuple[str, ...] = ()
    options: Callable[[Fields], object] = no_options
    lists: Callable[[object], tuple[str, ...]] = no_lists


class Kinds(Protocol):
    """The registry of kinds, as the loader sees it."""

    def folder(self) -> str:
        """The folder of their modules."""
        ...

    def names(self) -> tuple[str, ...]:
        """All kinds, sorted."""
        ...

    def get(self, name: str) -> Kind:
        """A kind by its name."""
        ...
