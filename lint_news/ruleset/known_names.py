"""Known names: entries of ``names:`` lists, and the contradictions between them."""

from __future__ import annotations

from collections.abc import Iterable

from lint_news.errors import RuleError
from lint_news.ruleset.model import KnownName, Origin
from lint_news.ruleset.yaml_nodes import Value

NAME_KINDS = ("person", "organisation", "place")
_KEYS = ("name", "kind", "forms", "accepted", "wrong", "role")


def read_name(value: Value) -> KnownName:
    """One entry of a ``names:`` list; raises RuleError."""
    fields = value.fields("a known name").only(*_KEYS)
    name = fields.require("name").text("'name'")
    kind = fields.require("kind").choice("kind", NAME_KINDS)
    forms: dict[str, tuple[str, ...]] = {"": (name,)}
    value_forms = fields.take("forms")
    for key, entry in value_forms.pairs("'forms'") if value_forms is not None else ():
        forms[key.text("a language")] = entry.texts("'forms'")
    role = fields.take("role")
    roles: dict[str, str] = {}
    if role is not None:
        roles = (
            {key.text("a language"): entry.text("'role'") for key, entry in role.pairs("'role'")}
            if role.is_mapping
            else {"en": role.text("'role'")}
        )
    known = KnownName(
        name, kind, forms, fields.texts("accepted"), fields.texts("wrong"), roles, Origin(value.path, value.line, value.column)
    )
    right = {form for language in forms for form in known.right(language)}
    for form in known.wrong:
        if form in right:
            raise value.error(f"'{form}' is both right and wrong in the entry of {name}; keep one")
    return known


def find_contradictions(names: Iterable[KnownName]) -> list[RuleError]:
    """Names that stand twice, and forms that one entry calls right and another wrong."""
    problems = []
    first: dict[str, KnownName] = {}
    right: dict[str, KnownName] = {}
    for known in names:
        if known.name in first:
            origin = first[known.name].origin
            problems.append(
                _at(known, f"{known.name} stands twice; the first is {origin.path}:{origin.line}: keep one of the two")
            )
        first.setdefault(known.name, known)
        for language in known.forms:
            for form in known.right(language):
                right.setdefault(form, known)
    for known in names:
        for form in known.wrong:
            if form in right:
                origin = right[form].origin
                problems.append(
                    _at(
                        known, f"'{form}' is wrong here and right at {origin.path}:{origin.line} ({right[form].name}): drop one"
                    )
                )
    return problems


def _at(known: KnownName, message: str) -> RuleError:
    return RuleError(message, path=known.origin.path, line=known.origin.line, column=known.origin.column)
