"""A name added to a list, all else in the file as it was."""

from __future__ import annotations

import pytest
import yaml

from lint_news.errors import RuleError
from lint_news.ruleset.name_list import new_entry

ENTRY = '- {name: "Zoé Müller", kind: person}'
ONE, ONES = "{name: A B, kind: person}", '{name: "Zoé Müller", kind: person}'
LISTS = [
    ("a new file", "", f"names:\n  {ENTRY}\n"),
    ("a comment alone", "# ours\n", f"# ours\nnames:\n  {ENTRY}\n"),
    ("behind the others", f"names:\n  - {ONE}  # x\n", f"names:\n  - {ONE}  # x\n  {ENTRY}\n"),
    ("no line end", "names:\n- name: A B\n  kind: place", f"names:\n- name: A B\n  kind: place\n{ENTRY}\n"),
    ("CRLF", f"names:\r\n- {ONE}\r\n", f"names:\r\n- {ONE}\r\n{ENTRY}\r\n"),
    ("an empty list", "names: []\n", f"names: [{ONES}]\n"),
    ("a list in one line", f"names: [{ONE}]", f"names: [{ONES}, {ONE}]"),
    ("more below", f"names:\n  - {ONE}\nlists: {{}}\n", f"names:\n  {ENTRY}\n  - {ONE}\nlists: {{}}\n"),
    ("other keys", "lists:\n  x: [y]\n", f"lists:\n  x: [y]\nnames:\n  {ENTRY}\n"),
]


@pytest.mark.parametrize(("before", "after"), [row[1:] for row in LISTS], ids=[row[0] for row in LISTS])
def test_lists(before: str, after: str) -> None:
    insertion = new_entry(before, "ours.yaml", "Zoé Müller", "person")
    assert insertion.made(before) == after
    assert insertion.undone(after) == before
    assert insertion.undone(after.replace("Zoé", "Zoe")) is None


@pytest.mark.parametrize(
    "name", ['A "B" C', "A: B", "# A", "'", "no", "1e3", "A\u2028B", "A\x85B", "\\", "- A", "{A}", "\u202eA"]
)
def test_a_name_is_only_a_name(name: str) -> None:
    text = new_entry("", "ours.yaml", name, "place").made("")
    assert yaml.safe_load(text) == {"names": [{"name": name, "kind": "place"}]}
    assert len(text.split("\n")) == 3


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("names: [", "not valid YAML"),
        ("names: x\n", "'names' must be a list"),
        ("- a\n", "must be a mapping"),
        ("names: [{name: Zoé Müller, kind: place}]", "stands in this list"),
        ("names: &x [*x]\n", "ours.yaml"),
        ("names:\n- {name: A B, kind: person}\n...\n", ""),
    ],
)
def test_what_is_broken_is_not_written(text: str, message: str) -> None:
    if not message:
        assert new_entry(text, "ours.yaml", "Zoé Müller", "person").at < len(text)
        return
    with pytest.raises(RuleError) as error:
        new_entry(text, "ours.yaml", "Zoé Müller", "person")
    assert message in str(error.value)
