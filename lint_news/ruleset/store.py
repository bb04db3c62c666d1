"""The rules of a run, loaded language by language: a French story never waits for the English lists."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import NamedTuple

from lint_news.errors import RuleError
from lint_news.language.pack import LanguagePack
from lint_news.ruleset.cache import Cache
from lint_news.ruleset.house_names import Spelling
from lint_news.ruleset.kinds import Kinds
from lint_news.ruleset.model import RatedSource, Rule
from lint_news.ruleset.name_index import NameIndex
from lint_news.ruleset.style import Styles


class Summary(NamedTuple):
    """What is needed before the language of a story is known."""

    languages: tuple[str, ...]
    stopwords: dict[str, frozenset[str]]
    letters: dict[str, frozenset[str]]
    rule_ids: tuple[str, ...]
    styles: Styles
    problems: tuple[RuleError, ...]


class LanguageRules(NamedTuple):
    """Pack and rules of one language."""

    pack: LanguagePack
    rules: tuple[Rule, ...]


class RuleStore:
    """Shipped rules and those of ``paths`` (files and folders), parsed once and cached."""

    def __init__(self, paths: Iterable[str], kinds: Kinds) -> None:
        self._paths = tuple(paths)
        self._kinds = kinds
        self._parts: dict[str, object] = {}
        self._indexes: dict[str, NameIndex] = {}
        # Two installations on one machine (an editor's, a hook's) each keep their own entries.
        named = (os.path.dirname(__file__), *map(os.path.abspath, self._paths))
        self._cache = Cache("\0".join(named), self._signature())

    @property
    def summary(self) -> Summary:
        """Languages, words that tell them apart, rule identifiers, and what was wrong with the files."""
        part = self._part("summary")
        assert isinstance(part, Summary)
        return part

    def language(self, language: str) -> LanguageRules:
        """Pack and rules of a language; one without a file of its own has the rules of every language."""
        part = self._part(f"rules-{self._known(language)}")
        assert isinstance(part, LanguageRules)
        return part

    def names(self, language: str) -> NameIndex:
        """The known names as a language writes them."""
        name = self._known(language)
        if name not in self._indexes:
            block = self._cache.map(f"names-{name}")
            if block is None:
                built = self._parts.get(f"names-{name}") or self._build()[f"names-{name}"]
                assert isinstance(built, bytes)
                block = memoryview(built)
            pack = self.language(language).pack
            self._indexes[name] = NameIndex(block, pack.lowered("given_names"), pack.lowered("surnames"))
        return self._indexes[name]

    def spellings(self, language: str) -> tuple[Spelling, ...]:
        """The known names that a language writes in several ways."""
        part = self._part(f"spellings-{self._known(language)}")
        assert isinstance(part, tuple)
        return part

    @property
    def rated_sources(self) -> tuple[RatedSource, ...]:
        """The outlets that lists of sources rate."""
        part = self._part("sources")
        assert isinstance(part, tuple)
        return part

    def _known(self, language: str) -> str:
        return language if language in self.summary.languages else ""

    def _part(self, name: str) -> object:
        if name not in self._parts:
            stored = self._cache.get(name)
            if stored is None:
                self._parts = self._build()
            else:
                self._parts[name] = stored
        return self._parts[name]

    def _build(self) -> dict[str, object]:
        """Read the rule files, and store what comes of them."""
        from lint_news.ruleset.house_names import spellings
        from lint_news.ruleset.loader import load_ruleset
        from lint_news.ruleset.name_index import build_index
        from lint_news.ruleset.sources import shipped_files, user_files

        ruleset = load_ruleset([list(shipped_files()), list(user_files(self._paths))], self._kinds)
        packs = {**ruleset.packs, "": LanguagePack("", {}, {}, {})}
        parts: dict[str, object] = {
            "summary": Summary(
                tuple(ruleset.packs),
                {language: pack.words("stopwords") for language, pack in ruleset.packs.items()},
                {
                    language: frozenset(c for row in pack.pairs("letters") for c in row)
                    for language, pack in ruleset.packs.items()
                },
                tuple(sorted({rule.id for rule in ruleset.rules})),
                ruleset.styles,
                ruleset.problems,
            )
        }
        parts["sources"] = ruleset.sources
        for language, pack in packs.items():
            parts[f"rules-{language}"] = LanguageRules(pack, ruleset.for_language(language))
            parts[f"spellings-{language}"] = spellings(reversed(ruleset.names), language)
        for name, part in parts.items():
            self._cache.put(name, part)
        for language in packs:
            block = parts[f"names-{language}"] = build_index(reversed(ruleset.names), language)
            self._cache.put_bytes(f"names-{language}", block)
        return parts

    def _signature(self) -> object:
        """What changes when a rule file or the code that reads it does; None (never cached) where files can't be told apart."""
        from lint_news import __version__
        from lint_news.ruleset.sources import code_files, shipped_folder, signature, yaml_files

        folder = shipped_folder()
        paths = list(yaml_files(folder)) if folder else []
        for path in self._paths:
            paths.extend(yaml_files(path) if os.path.isdir(path) else [path])
        try:
            return (__version__, folder, signature((*paths, *code_files(self._kinds.folder()))))
        except OSError:
            return None
