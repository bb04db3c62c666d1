"""From YAML files to a ruleset. A broken entry is reported with its place and left out; the others are loaded."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lint_news.diagnostic import SEVERITIES
from lint_news.errors import RuleError
from lint_news.language.pack import LanguagePack
from lint_news.ruleset.kinds import Kinds
from lint_news.ruleset.known_names import find_contradictions, read_name
from lint_news.ruleset.model import FIXES, SCOPES, Example, KnownName, Origin, RatedSource, Rule, RuleFile
from lint_news.ruleset.rated_sources import find_disputes, in_force, read_source
from lint_news.ruleset.style import Choice, Styles, read_choices, read_styles, read_when
from lint_news.ruleset.yaml_nodes import Fields, Value, parse

_TOP_KEYS = ("language", "settings", "lists", "maps", "styles", "rules", "names", "sources")
_RULE_KEYS = ("id", "kind", "severity", "message", "why", "scope", "fix", "when", "examples")


class Ruleset(NamedTuple):
    """Everything that rule files say: packs by language, rules in their order, known names layer by layer, the rated sources in
    force, the style keys of each language with their values, and what was wrong."""

    packs: dict[str, LanguagePack]
    rules: tuple[Rule, ...]
    names: tuple[tuple[KnownName, ...], ...]
    sources: tuple[RatedSource, ...]
    styles: Styles
    problems: tuple[RuleError, ...]

    def for_language(self, language: str) -> tuple[Rule, ...]:
        """The rules that hold for a language."""
        return tuple(rule for rule in self.rules if rule.language in ("", language))


class _Draft:
    """A ruleset while its files are read: values by language, later files adding to earlier ones."""

    def __init__(self) -> None:
        self.lists: dict[str, dict[str, tuple[str, ...]]] = {}
        self.maps: dict[str, dict[str, dict[str, tuple[str, ...]]]] = {}
        self.settings: dict[str, dict[str, tuple[tuple[str, ...], ...]]] = {}
        self.styles: dict[str, dict[str, tuple[str, ...]]] = {}
        self.rules: list[tuple[Value, str]] = []
        self.names: list[list[KnownName]] = []
        self.sources: list[list[RatedSource]] = []
        self.problems: list[RuleError] = []


def load_ruleset(layers: Iterable[Iterable[RuleFile]], kinds: Kinds) -> Ruleset:
    """Read rule files in order, the shipped ones and then the user's, which may say a known name anew.

    Nothing is raised: what is broken stands in ``problems``.
    """
    draft = _Draft()
    for layer in layers:
        draft.names.append([])
        draft.sources.append([])
        for file in layer:
            try:
                _read_file(file, draft)
            except RuleError as error:
                draft.problems.append(error)
    packs = {language: _pack(language, draft) for language in sorted({*draft.lists, *draft.settings} - {""})}
    shared = draft.styles.pop("", {})
    styles: Styles = {language: _united(shared, draft.styles.get(language, {})) for language in packs}
    rules = []
    for value, language in draft.rules:
        try:
            rules.append(_rule(value, language, packs, styles, kinds))
        except RuleError as error:
            draft.problems.append(error)
    for names in draft.names:
        draft.problems.extend(find_contradictions(names))
    for sources in draft.sources:
        draft.problems.extend(find_disputes(sources))
    problems = sorted(draft.problems, key=lambda error: (error.path, error.line, error.column))
    return Ruleset(packs, tuple(rules), tuple(map(tuple, draft.names)), in_force(draft.sources), styles, tuple(problems))


def _united(shared: dict[str, tuple[str, ...]], own: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(dict.fromkeys((*shared.get(name, ()), *own.get(name, ())))) for name in (*shared, *own)}


def _pack(language: str, draft: _Draft) -> LanguagePack:
    """The pack of a language: its own lists, and those that a file without a language adds to every one."""
    shared, own = draft.lists.get("", {}), draft.lists.get(language, {})
    return LanguagePack(
        language,
        _united(shared, own),
        draft.maps.get(language, {}),
        {**draft.settings.get("", {}), **draft.settings.get(language, {})},
    )


def _read_file(file: RuleFile, draft: _Draft) -> None:
    try:
        data = file.read()
    except OSError as error:
        raise RuleError(f"can't be read: {error.strerror or error}", path=file.path) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise RuleError(f"not UTF-8: byte 0x{data[error.start]:02X}", path=file.path, line=line) from None
    root = parse(text, file.path)
    if root is None:
        raise RuleError("the file is empty", path=file.path, line=1)
    fields = root.fields("the file").only(*_TOP_KEYS)
    language = fields.text("language")
    _read_lists(fields, draft.lists.setdefault(language, {}))
    _read_maps(fields, draft.maps.setdefault(language, {}))
    _read_settings(fields, draft.settings.setdefault(language, {}))
    read_styles(fields, draft.styles.setdefault(language, {}))
    rules = fields.take("rules")
    if rules is not None:
        draft.rules.extend((value, language) for value in rules.items("'rules'"))
    names = fields.take("names")
    for value in names.items("'names'") if names is not None else ():
        try:
            draft.names[-1].append(read_name(value))
        except RuleError as error:
            draft.problems.append(error)
    sources = fields.take("sources")
    for value in sources.items("'sources'") if sources is not None else ():
        try:
            draft.sources[-1].append(read_source(value))
        except RuleError as error:
            draft.problems.append(error)


def _read_lists(fields: Fields, lists: dict[str, tuple[str, ...]]) -> None:
    value = fields.take("lists")
    for key, entry in value.pairs("'lists'") if value is not None else ():
        name = key.text("a list's name")
        lists[name] = tuple(dict.fromkeys((*lists.get(name, ()), *entry.texts(f"list '{name}'"))))


def _read_maps(fields: Fields, maps: dict[str, dict[str, tuple[str, ...]]]) -> None:
    value = fields.take("maps")
    for key, entry in value.pairs("'maps'") if value is not None else ():
        name = key.text("a map's name")
        into = maps.setdefault(name, {})
        for source, targets in entry.pairs(f"map '{name}'"):
            into[source.text("a key")] = targets.texts(f"an entry of map '{name}'")


def _read_settings(fields: Fields, settings: dict[str, tuple[tuple[str, ...], ...]]) -> None:
    value = fields.take("settings")
    for key, entry in value.pairs("'settings'") if value is not None else ():
        name = key.text("a setting's name")
        if not entry.is_list:
            settings[name] = ((entry.text(f"setting '{name}'"),),)
        else:
            settings[name] = tuple(item.texts(f"setting '{name}'") for item in entry.items(f"setting '{name}'"))


def _rule(value: Value, language: str, packs: dict[str, LanguagePack], styles: Styles, kinds: Kinds) -> Rule:
    fields = value.fields("a rule")
    kind_value = fields.take("kind")
    if kind_value is None:
        fields.only(*_RULE_KEYS)
        raise value.error("a rule has no 'kind'")
    kind_name = kind_value.choice("kind", kinds.names())
    kind = kinds.get(kind_name)
    fields.only(*_RULE_KEYS, *kind.keys)
    identifier_value = fields.require("id")
    identifier = identifier_value.text("'id'")
    topic, slash, name = identifier.partition("/")
    if not (topic and slash and name) or not identifier.replace("/", "").replace("-", "").isalnum() or "/" in name:
        raise identifier_value.error(f"'{identifier}' is no rule identifier; write topic/name, such as names/inconsistent")
    severity = fields.require("severity").choice("severity", SEVERITIES)
    scope_value = fields.take("scope")
    scope = "own" if scope_value is None else scope_value.choice("scope", SCOPES)
    fix_value = fields.take("fix")
    fix = "unsafe" if fix_value is None else fix_value.choice("fix", FIXES)
    options = kind.options(fields)
    for list_name in kind.lists(options):
        pack = packs.get(language)
        if pack is not None and list_name not in pack.lists:
            raise value.error(
                f"rule {identifier} uses the word list '{list_name}', which no file of language '{language}' defines"
            )
    return Rule(
        identifier,
        kind_name,
        language,
        severity,
        _localized(fields.require("message"), "'message'"),
        _localized(fields.require("why"), "'why'"),
        scope,
        options,
        _examples(fields.require("examples")),
        Origin(value.path, value.line, value.column),
        fix,
        read_when(fields, styles, language),
        _example_style(fields.require("examples")),
    )


def _localized(value: Value, what: str) -> dict[str, str]:
    if not value.is_mapping:
        return {"en": value.text(what)}
    return {key.text(what): entry.text(what) for key, entry in value.pairs(what)}


def _example_style(value: Value) -> tuple[Choice, ...]:
    style = value.fields("'examples'").take("style")
    return read_choices(style) if style is not None else ()


def _examples(value: Value) -> tuple[Example, ...]:
    fields = value.fields("'examples'").only("flag", "pass", "style")
    found = []
    for name in ("flag", "pass"):
        entry = fields.require(name)
        for item in entry.items(f"'{name}'"):
            found.append(Example(item.text("an example"), name == "flag", item.line))
    for name in ("flag", "pass"):
        if not any(example.flag == (name == "flag") for example in found):
            raise value.error(f"a rule needs at least one example under '{name}'")
    return tuple(found)
