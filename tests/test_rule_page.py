"""docs/rule-reference.md is made from the YAML: ``python -m tests.test_rule_page`` writes it anew."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from lint_news import Linter
from lint_news.checks import Registry
from lint_news.diagnostic import HOME, anchor_of
from lint_news.engine import OWN_RULES
from lint_news.ruleset.model import Rule, localized
from lint_news.ruleset.store import RuleStore
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "rule-reference.md"
MOST_EXAMPLES = 3
HEAD = """# The rules that ship

Made from the YAML under `rules/` (`python -m tests.test_rule_page`). Message and reason are in the language of the stories that
a rule is for; of the examples, which all run as tests, up to three of each sort are shown. ⏎ stands for a line break, ⍽ for a
no-break space. [rules.md](rules.md) says how to write your own, [configuration.md](configuration.md) how to switch one off or
give it another severity.
"""
OWN = "info. A comment in a story that silences nothing, or that nobody understands ([configuration.md](configuration.md))."


def shipped() -> dict[str, list[Rule]]:
    """The rules by identifier, in the order of their files."""
    store = RuleStore((), Registry())
    rules = {rule.origin: rule for code in store.summary.languages for rule in store.language(code).rules}
    found: dict[str, list[Rule]] = {}
    for rule in sorted(rules.values(), key=lambda rule: (rule.id, rule.language, rule.origin)):
        found.setdefault(rule.id, []).append(rule)
    return found


def page() -> str:
    """The page as it should be."""
    rules = shipped()
    topics = sorted({identifier.partition("/")[0] for identifier in (*rules, *OWN_RULES)})
    lines = [HEAD]
    for topic in topics:
        ids = [identifier for identifier in sorted((*rules, *OWN_RULES)) if identifier.startswith(f"{topic}/")]
        lines.append(f"**{topic}**: " + ", ".join(f"[{one.partition('/')[2]}](#{anchor_of(one)})" for one in ids) + "\n")
    for identifier in sorted((*rules, *OWN_RULES)):
        lines.append(f'<a id="{anchor_of(identifier)}"></a>\n\n## {identifier}\n')
        lines.extend(_entries(rules[identifier]) if identifier in rules else [f"{OWN}\n"])
    return "\n".join(lines)


def _entries(rules: list[Rule]) -> Iterator[str]:
    """What is said of the rules that share an identifier; a reason is given once a language."""
    given: set[tuple[str, str]] = set()
    for rule in rules:
        style = " and ".join(f"`{key}` is {' or '.join(f'`{value}`' for value in values)}" for key, values in rule.when)
        head = f"**{rule.language or 'all languages'}**, {rule.severity}"
        head += ", fixed by `--fix`" if rule.fix == "safe" else ""
        head += f", when the style {style}" if style else ""
        told = ", ".join(f"`{choice.key.text}: {choice.value.text}`" for choice in rule.example_style)
        head += f", told here in the style {told}" if told else ""
        yield f"{head}: {_code(localized(rule.message, rule.language))}\n"
        why = " ".join(localized(rule.why, rule.language).split())
        if (rule.language, why) not in given:
            given.add((rule.language, why))
            yield f"{_escaped(why)}\n"
        for flag, word in ((True, "flagged"), (False, "passed")):
            for example in [one.text for one in rule.examples if one.flag is flag][:MOST_EXAMPLES]:
                yield f"- {word}: {_code(example)}"
        yield ""


def _code(text: str) -> str:
    """A text as it stands, in a span of code."""
    shown = text.replace("\n", " ⏎ ").replace("\u00a0", "⍽").replace("\u202f", "⍽")
    fence = "`" * (max((len(run) for run in re.findall("`+", shown)), default=0) + 1)
    space = " " if shown[:1] in "` " or shown[-1:] in "` " else ""
    return f"{fence}{space}{shown}{space}{fence}"


def _escaped(text: str) -> str:
    """A text whose signs mean nothing to Markdown."""
    return re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", text)


def test_the_page_is_what_the_rules_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.test_rule_page"


@pytest.mark.parametrize("rule", [*shipped(), *OWN_RULES])
def test_the_address_of_a_rule_is_an_anchor_of_the_page(rule: str, linter: Linter) -> None:
    address, _, anchor = linter.rule_info(rule).page.partition("#")
    assert address == f"{HOME}/blob/main/docs/{PAGE.name}"
    assert PAGE.read_text(encoding="utf-8").count(f'<a id="{anchor}"></a>') == 1


def test_a_rule_of_the_house_has_no_page() -> None:
    house = Linter(rules=[str(ROOT / "tests" / "lsp" / "quoting.yaml")])
    assert house.rule_info("house/quoting").page == ""
    assert house.rule_info("names/known").page != ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
