"""The writer of a story is a stranger: nothing in text, names or paths leaves its place, in any output format."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest

from lint_news.document import Document
from lint_news.reports import StoryReport, format_names
from tests.reports.conftest import finding, story, unreadable, write

FORMATS = format_names()
JSON = ("json", "sarif", "gitlab", "rdjson")
XML = ("junit", "checkstyle")
# What a terminal, a text view or a reader's eye would obey.
ACTIVE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
TAGS = {"script", "img", "iframe", "svg", "b"}


def hostile(words: str, path: str = "a.txt") -> tuple[StoryReport, ...]:
    """A report that holds the words wherever copy can come: text, message, suggestion, note, path, error."""
    document = Document(f"Then {words} met.", path=path, language="en")
    return story(document, finding(document, words, words, note=words)), unreadable(path, words)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def check_whole(name: str, output: str) -> None:
    """The output is what its format has to be, and holds nothing that acts."""
    assert not ACTIVE.search(output)
    output.encode("utf-8")
    if name in JSON:
        json.loads(output)
    elif name == "jsonl":
        assert len([json.loads(line) for line in output.splitlines()]) == 1
    elif name in XML:
        ET.fromstring(output.encode())
    elif name == "github":
        assert all(re.match(r"::(error|warning|notice) file=", line) for line in output.splitlines())
        assert len(output.splitlines()) == 2
    if name != "github":
        assert not [line for line in output.splitlines() if line.lstrip().startswith("::")]
    assert "##[" not in output


def in_every_format(*words: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("name", "words"), [(name, one) for name in FORMATS for one in words])


@in_every_format("\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x9b2J", "a\rb", "\x08\x08", "\x7f")
def test_terminal_escape_sequences(name: str, words: str) -> None:
    check_whole(name, write(name, *hostile(words)))


@in_every_format("\u202egnp.exe", "\u2066a\u2069", "\u200fa", "a\u2028b")
def test_bidirectional_overrides(name: str, words: str) -> None:
    check_whole(name, write(name, *hostile(words)))


@in_every_format("a\n::error::gotcha", "a\r\n::error file=x::gotcha", "::stop-commands::x", "##[error]gotcha", " ##[add-mask]x")
def test_workflow_commands(name: str, words: str) -> None:
    check_whole(name, write(name, *hostile(words)))


@in_every_format("%0A::error::gotcha", "%0D%0A::error::gotcha", "%25", "a:b,c")
def test_encoded_line_ends_in_workflow_commands(name: str, words: str) -> None:
    output = write(name, *hostile(words))
    check_whole(name, output)
    if name == "github":
        assert words.replace("%", "%25") in output
        assert "%0D" not in output


@in_every_format(
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</script><script>x()",
    "<b a='",
    "&lt;b&gt;&#60;",
    "<!--",
    "-->",
)
def test_html_and_xml_in_the_copy(name: str, words: str) -> None:
    output = write(name, *hostile(words))
    check_whole(name, output)
    if name == "html":
        parser, clean = _Tags(), _Tags()
        parser.feed(output)
        clean.feed(write(name, *hostile("plain")))
        assert [tag for tag, _ in parser.found] == [tag for tag, _ in clean.found]
        assert [set(attributes) for _, attributes in parser.found] == [set(attributes) for _, attributes in clean.found]


@in_every_format("]]>", "<![CDATA[x]]>", "<!DOCTYPE a [<!ENTITY b 'c'>]>&b;", "<?xml version='1.0'?>")
def test_cdata_ends_and_entities(name: str, words: str) -> None:
    output = write(name, *hostile(words))
    check_whole(name, output)
    if name in XML:
        found = [value for one in ET.fromstring(output.encode()).iter() for value in one.attrib.values()]
        assert any(words in value for value in found)


@in_every_format(
    "a\nb.txt", "a\"b'c.txt", "\x1b[31m.txt", "::error::x.txt", " ::error::x.txt", "a,line=9::b.txt", "\udcff.txt", "<b>.txt"
)
def test_file_names_with_line_ends_quotes_and_escapes(name: str, words: str) -> None:
    check_whole(name, write(name, *hostile("plain", path=words)))


@in_every_format("\ud800", "a\udfffb", "\x00", "\ufffe", "\uffff", "\x0b\x0c", "\U0001fffe")
def test_surrogates_and_characters_that_xml_has_not(name: str, words: str) -> None:
    check_whole(name, write(name, *hostile(words)))


@pytest.mark.parametrize("name", JSON)
def test_json_reads_back_what_was_written(name: str) -> None:
    words = "\x1b\x9b\u202e\ud800\U000e0041é"
    assert f'"{words}" is wrong' in json.dumps(json.loads(write(name, *hostile(words))), ensure_ascii=False).replace(
        "\\u001b", "\x1b"
    ).replace('\\"', '"')
