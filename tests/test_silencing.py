"""Comments that silence rules, and those that silence nothing."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from lint_news import Linter
from lint_news.diagnostic import Diagnostic, region_of
from lint_news.document import Document, Span
from lint_news.formats.reading import read_bytes
from lint_news.silencing import Silencing
from tests.conftest import lint_news
from tests.growth import grows_linearly

BAD = "Source: Media"
RULE = "attribution/vague-credit"
UNUSED = "lint-news/unused-ignore"
# What is left of the two rules that the tables speak of: (line, rule).
SILENT = [
    ("its line, one rule", f"Note.\n\n[lint-news: ignore {RULE}]\n{BAD}", []),
    ("alone: the next line of copy", f"Note.\n\n<!-- lint-news: ignore {RULE} -->\n\n{BAD}", []),
    ("a topic", f"Note.\n\n[lint-news: ignore names, attribution]\n{BAD}", []),
    ("next line", f"Note. [lint-news: ignore-next-line {RULE}]\n\n{BAD}", []),
    (
        "a block",
        f"Note.\n\n[lint-news: ignore-start]\n{BAD}\n\nMore.\n\n{BAD}\n\n[lint-news: ignore-end]\n\n{BAD}",
        [(12, RULE)],
    ),
    ("the file", f"[lint-news: ignore-file {RULE}]\n\n{BAD}\n\n{BAD}", []),
    ("a rule that doesn't run", "Note. [lint-news: ignore names]", []),
    ("a block left open", f"Note.\n\n[lint-news: ignore-start]\n{BAD}\n\n{BAD}", []),
]
TOLD = [
    ("another rule", f"Note.\n\n[lint-news: ignore figures]\n{BAD}", [(3, UNUSED), (4, RULE)]),
    ("another line", f"Note. [lint-news: ignore]\n\n{BAD}", [(1, UNUSED), (3, RULE)]),
    ("an unknown rule", f"Note.\n\n[lint-news: ignore attribution/vague-credits]\n{BAD}", [(3, UNUSED), (4, RULE)]),
    ("a block closed that isn't open", f"Note.\n\n[lint-news: ignore-end]\n{BAD}", [(3, UNUSED), (4, RULE)]),
    ("an unknown form", f"Note.\n\n[lint-news: ignor]\n{BAD}", [(3, UNUSED), (4, RULE)]),
]


def found(text: str, **options: bool) -> list[tuple[int, str]]:
    linter = Linter(select=["attribution/vague-credit", "figures"], **options)  # type: ignore[arg-type]
    return [(one.region.line, one.rule) for one in linter.check_text(text, language="en")]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in SILENT + TOLD], ids=[row[0] for row in SILENT + TOLD])
def test_comments(text: str, expected: list[tuple[int, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("comment", ["<!-- lint-news: ignore spelling -->", "[lint-news: ignore]"])
def test_a_comment_behind_the_copy_holds_for_its_line(linter: Linter, comment: str) -> None:
    text = f"He recieved it. {comment}\n\nHe recieved it."
    assert [(one.region.line, one.rule) for one in linter.check_text(text, language="en")] == [(3, "spelling/misspelling")]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, [(UNUSED, "info")]),
        ({"ignore": [UNUSED]}, []),
        ({"ignore": ["lint-news"]}, []),
        ({"severity": {UNUSED: "off"}}, []),
        ({"severity": {"lint-news": "error"}}, [(UNUSED, "error")]),
    ],
)
def test_unused_comments_are_configured_like_any_rule(options: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    found = Linter(**options).check_text("Note. [lint-news: ignore]", language="en")
    assert [(one.rule, one.severity) for one in found] == expected


def test_a_misspelt_rule_has_a_hint(linter: Linter) -> None:
    messages = [one.message for one in linter.check_text("Note. [lint-news: ignore names/knwon]", language="en")]
    assert messages == ["unknown rule or topic 'names/knwon', did you mean 'names/known'?"]


def test_strangers_cannot_silence_where_it_is_not_wanted() -> None:
    assert found(f"[lint-news: ignore-file]\n\n{BAD}", inline_ignores=False) == [(3, RULE)]
    told = Linter(select=["spelling"], inline_ignores=False).check_text("He recieved [sic] it.", language="en")
    assert [one.rule for one in told] == ["spelling/misspelling"]


@pytest.mark.parametrize("mark", ["[sic]", "(sic)", "[SIC]"])
def test_sic_keeps_a_spelling(linter: Linter, mark: str) -> None:
    with_sic = linter.check_text(f"He recieved {mark} it.", language="en")
    assert [one.rule for one in with_sic if one.rule.startswith("spelling")] == []
    assert [one.rule for one in linter.check_text("He recieved it.", language="en")] == ["spelling/misspelling"]


IGNORE = "lint-news: ignore-file"
HTML = "<p>Note.</p>\n{}\n<p>Source: Media</p>\n"
NITF = "<nitf><body><body.content><p>Note.</p>\n{}\n<p>Source: Media</p></body.content></body></nitf>"
OBEYED = [
    ("HTML: a comment", "a.html", HTML.format(f"<!-- {IGNORE} -->")),
    ("HTML: a comment behind tags with quotes", "a.html", HTML.format(f"<a title='>' href=\"<b>\">x</a><!-- {IGNORE} -->")),
    ("HTML: copy", "a.html", HTML.format(f"<p>[{IGNORE}]</p>")),
    ("HTML: copy with markup in it", "a.html", HTML.format(f"<p>[{IGNORE} <b>attribution</b>]</p>")),
    ("Markdown: a comment", "a.md", f"Note.\n\n<!-- {IGNORE} -->\n\nSource: Media\n"),
    ("Markdown: a comment in a line", "a.md", f"Note. <!-- {IGNORE} -->\n\nSource: Media\n"),
    ("Markdown: a comment of lines", "a.md", f"Note.\n\n<!--\n{IGNORE}\n-->\n\nSource: Media\n"),
    ("Markdown: a comment behind HTML", "a.md", f'<img\n src="a.png">\n<!-- {IGNORE} -->\n\nSource: Media\n'),
    ("Markdown: copy", "a.md", f"Note.\n\n[{IGNORE}]\n\nSource: Media\n"),
    ("NITF: a comment", "a.nitf", NITF.format(f"<!-- {IGNORE} -->")),
    ("NITF: copy", "a.nitf", NITF.format(f"<p>[{IGNORE}]</p>")),
    ("NITF: copy in CDATA", "a.nitf", NITF.format(f"<p><![CDATA[<p>Hm. <!-- {IGNORE} --></p>]]></p>")),
    ("ninjs: a comment", "a.json", json.dumps({"body_html": HTML.format(f"<!-- {IGNORE} -->")})),
    ("ninjs: copy", "a.json", json.dumps({"headline": f"Note [{IGNORE}]", "body_text": "Source: Media"})),
]
# Nobody reads it as a comment: not the reader of the page, nor who edits its text.
DISOBEYED = [
    ("HTML: an attribute", "a.html", HTML.format(f'<img alt="[{IGNORE}]">')),
    ("HTML: an attribute with marks", "a.html", HTML.format(f'<img alt="<> [{IGNORE}] >">')),
    ("HTML: an attribute with apostrophes", "a.html", HTML.format(f"<img alt='<p> [{IGNORE}] </p>'>")),
    ("HTML: a comment in an attribute", "a.html", HTML.format(f'<img alt="<!-- {IGNORE} -->">')),
    ("HTML: a comment in an attribute with marks", "a.html", HTML.format(f'<img alt="> <!-- {IGNORE} --> <">')),
    ("HTML: an attribute over lines", "a.html", HTML.format(f'<img alt="<a>\n\n<!-- {IGNORE} -->\n\n">')),
    ("HTML: a script", "a.html", HTML.format(f'<script>x = "<!-- {IGNORE} -->"</script>')),
    ("HTML: a script in a script", "a.html", HTML.format(f"<script><!-- <script> </script> [{IGNORE}] --></script>")),
    ("HTML: a style", "a.html", HTML.format(f"<style>/* <!-- {IGNORE} --> */</style>")),
    ("HTML: a title", "a.html", f"<title><!-- {IGNORE} --></title>" + HTML.format("")),
    ("HTML: a processing instruction", "a.html", HTML.format(f"<?x [{IGNORE}] ?>")),
    ("HTML: escaped", "a.html", HTML.format(f"<p>&lt;!-- {IGNORE} --&gt;</p>")),
    ("Markdown: an attribute", "a.md", f'<img alt="[{IGNORE}]">\n\nSource: Media\n'),
    ("Markdown: a comment in an attribute", "a.md", f'<img alt="> <!-- {IGNORE} -->">\n\nSource: Media\n'),
    ("Markdown: an attribute over lines", "a.md", f'Note <img alt="\n<!-- {IGNORE} -->\n">\n\nSource: Media\n'),
    ("Markdown: copy in an attribute over lines", "a.md", f'<div title="\n[{IGNORE}]\n"></div>\n\nSource: Media\n'),
    ("Markdown: code", "a.md", f"Note `<!-- {IGNORE} -->`.\n\nSource: Media\n"),
    ("Markdown: code block", "a.md", f"```\n<!-- {IGNORE} -->\n```\n\nSource: Media\n"),
    ("Markdown: the target of a link", "a.md", f'See [this](http://a.example "[{IGNORE}]").\n\nSource: Media\n'),
    ("NITF: an attribute", "a.nitf", NITF.format(f'<p id="[{IGNORE}]">Hm.</p>')),
    ("NITF: a processing instruction", "a.nitf", NITF.format(f"<?x [{IGNORE}] ?>")),
    ("NITF: an attribute in CDATA", "a.nitf", NITF.format(f"<p><![CDATA[<img alt='<!-- {IGNORE} -->'><p>Hm.</p>]]></p>")),
    ("NITF: facts", "a.nitf", f"<nitf><head><title>[{IGNORE}]</title></head>{NITF.format('')[6:]}"),
    ("ninjs: an attribute", "a.json", json.dumps({"body_html": HTML.format(f"<img alt='> <!-- {IGNORE} -->'>")})),
    ("ninjs: facts", "a.json", json.dumps({"slugline": f"[{IGNORE}]", "body_html": HTML.format("")})),
]
PLACES: list[tuple[str, str, list[str]]] = [(*row[1:], []) for row in OBEYED] + [(*row[1:], [RULE]) for row in DISOBEYED]


@pytest.mark.parametrize(("path", "source", "expected"), PLACES, ids=[row[0] for row in OBEYED + DISOBEYED])
def test_only_comments_and_copy_silence(path: str, source: str, expected: list[str]) -> None:
    document = read_bytes(source.encode(), path)
    document.language = "en"
    assert [one.rule for one in Linter(select=[RULE]).check_document(document)] == expected


CROWDS = [
    ("one line", "[lint-news: ignore names] ", ""),
    ("lines of their own", "[lint-news: ignore names]\n\n", ""),
    ("blocks in blocks", "[lint-news: ignore-start names/known] a\n", "[lint-news: ignore-end]\n"),
    ("open blocks", "<!-- lint-news: ignore-start names -->\nHe recieved.\n", ""),
    ("unknown rules", "[lint-news: ignore names/knwon, typography/x]\n\nHe recieved.\n\n", ""),
    ("sic", "He recieved [sic] it.\n\n", ""),
    ("halves", "<!-- lint-news: ", ""),
    ("findings", "[lint-news: ignore figures] He recieved it.\n\n", ""),
]


@pytest.mark.parametrize(("before", "behind"), [row[1:] for row in CROWDS], ids=[row[0] for row in CROWDS])
def test_the_cost_grows_with_the_number_of_comments(before: str, behind: str) -> None:
    """Twice the comments (and findings) take less than three times the time."""
    rules = ("names/known", "spelling/misspelling", "figures/unattributed")

    def silence(text: str) -> None:
        document = Document(text)
        starts = [match.start() for match in re.finditer("recieved", text)]
        found = [Diagnostic("", Span(at, at + 8), region_of(document, at, at + 8), rules[1], "error", "") for at in starts]
        silencing = Silencing(document)
        silencing.left(found)
        silencing.unused(rules, lambda rule: True)

    grows_linearly(silence, lambda number: before * number + behind * number, 10_000)


def test_command_line(tmp_path_factory: pytest.TempPathFactory) -> None:
    story = tmp_path_factory.mktemp("copy") / "story.txt"
    story.write_text(f"[lint-news: ignore-file]\n\n{BAD}\n", encoding="utf-8")
    assert lint_news("check", story, "--language", "en").returncode == 0
    assert lint_news("check", story, "--language", "en", "--no-ignores").returncode == 1
