"""One story in every format: the same words, the same zones, the same findings, each at its own place in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint_news.document import Document
from lint_news.engine import Linter
from lint_news.errors import InputError
from lint_news.fixes import fix_bytes
from lint_news.formats.reading import read_story
from lint_news.formats.registry import format_of, reader
from tests.conftest import lint_news

STORIES = Path(__file__).parent / "stories"
FOUND = [
    ("attribution/vague-source", "Les médias ont rapporté"),
    ("names/inconsistent", "Yans Stoltenberg"),
    ("names/known", "Anthony Blinken"),
    ("attribution/vague-credit", "Source: Médias"),
    ("typography/space-before-colon", ":"),
]
ZONES = ["headline", "byline", "body", "body", "body"]
# File, format, language, and where each finding begins.
FORMATS = [
    ("story.txt", "text", None, [(7, 1), (7, 29), (7, 62), (9, 1), (9, 7)]),
    ("story.md", "markdown", None, [(10, 1), (10, 29), (10, 66), (16, 1), (16, 7)]),
    ("story.html", "html", "fr", [(10, 4), (10, 32), (10, 82), (11, 4), (11, 10)]),
    ("story.nitf", "nitf", "fr", [(16, 21), (16, 52), (16, 102), (19, 10), (19, 16)]),
    ("story.newsml.xml", "newsml", "fr", [(14, 12), (14, 40), (14, 83), (15, 12), (15, 18)]),
    ("story.json", "ninjs", "fr", [(4, 210), (4, 243), (4, 283), (4, 318), (4, 324)]),
]


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


@pytest.mark.parametrize(("name", "format", "language", "places"), FORMATS, ids=[row[0] for row in FORMATS])
def test_the_same_findings(linter: Linter, name: str, format: str, language: str | None, places: list[tuple[int, int]]) -> None:
    document = read_story(str(STORIES / name))
    found = linter.check_document(document)
    assert [(one.rule, document.text[one.span.start : one.span.end]) for one in found] == FOUND
    assert [(one.region.line, one.region.column) for one in found] == places
    assert (document.format, document.language) == (format, language)


@pytest.mark.parametrize("name", [row[0] for row in FORMATS[1:]])
def test_the_same_words_and_zones(name: str) -> None:
    plain = read_story(str(STORIES / "story.txt"))
    document = read_story(str(STORIES / name))
    assert document.text == plain.text.rstrip()
    # Markdown has no word for a byline.
    zones = [kind.replace("byline", "body") for kind in ZONES] if name == "story.md" else ZONES
    assert [zone.kind for zone in document.zones] == zones


@pytest.mark.parametrize("name", [row[0] for row in FORMATS])
def test_what_may_be_replaced_stands_in_the_source(name: str) -> None:
    document = read_story(str(STORIES / name))
    start = document.text.index("Anthony Blinken")
    span = document.source_span(start, start + len("Anthony Blinken"))
    assert span is not None
    assert document.source[span.start : span.end] == "Anthony Blinken"
    # "Yans Stoltenberg" is broken by a tag everywhere but in plain text.
    start = document.text.index("Yans Stoltenberg")
    assert (document.source_span(start, start + 16) is None) == (name != "story.txt")


def read(text: str | bytes, path: str) -> Document:
    data = text.encode() if isinstance(text, str) else text
    return reader(format_of(path, data))(data, path, None)


@pytest.mark.parametrize(
    ("path", "source", "expected"),
    [
        pytest.param(
            "a.html", "<p>un<b>e</b> <i>deux</i></p><p>trois", "une deux\n\ntrois", id="inline tags don't break words"
        ),
        pytest.param("a.html", "<div>a<div>b</div>c</div>", "a\n\nb\n\nc", id="blocks break paragraphs"),
        pytest.param("a.html", "<p>a<br>b<br/>c", "a\nb\nc", id="br breaks lines"),
        pytest.param("a.html", "<p>5 < 6 & 7 > 2 &bogus; &copy", "5 < 6 & 7 > 2 &bogus; ©", id="tag soup"),
        pytest.param("a.html", "<p title=\"a > b\">c</p><p data-x='<'>d", "c\n\nd", id="marks in attributes"),
        pytest.param("a.html", "<p>a</p><!-- <p>b</p> --><style>p{}</style><p>c", "a\n\nc", id="comments and styles"),
        pytest.param("a.html", "<nav>x<nav>y</nav>z</nav><p>a", "a", id="navigation in navigation"),
        pytest.param("a.html", "<pre>a\nb\n\nc</pre>", "a\nb\n\nc", id="preformatted"),
        pytest.param("a.html", "<p>auto&shy;mobile&nbsp;!", "automobile\u00a0!", id="soft hyphens and no-break spaces"),
        pytest.param("a.html", "<p>a\r\n  b</p>", "a b", id="CRLF"),
        pytest.param(
            "a.xml",
            "<newsItem><contentSet><inlineData>un\r\ndeux\n\ntrois &amp;c</inlineData></contentSet></newsItem>",
            "un\ndeux\n\ntrois &c",
            id="plain text in NewsML-G2",
        ),
        pytest.param(
            "a.xml",
            "<newsItem><contentSet><inlineData>"
            "&lt;p&gt;R&amp;amp;D &amp;eacute;t&lt;b&gt;é&lt;/b&gt;&lt;/p&gt;</inlineData></contentSet></newsItem>",
            "R&D été",
            id="escaped HTML in NewsML-G2",
        ),
        pytest.param(
            "a.xml",
            "<newsItem><contentSet><inlineXML><nitf><head><title>x</title></head><body><body.content><p>a</p></body.content>"
            "<body.content><p>b</p></body.content></body></nitf></inlineXML></contentSet></newsItem>",
            "a\n\nb",
            id="NITF in NewsML-G2, several contents",
        ),
        pytest.param(
            "a.xml",
            "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>T</HeadLine><ByLine>B</ByLine></NewsLines><ContentItem>"
            "<DataContent><p>a</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>",
            "T\n\nB\n\na",
            id="NewsML 1.x",
        ),
        pytest.param(
            "a.xml", "<nitf><body><p>\U0001f600 a &amp; \U0001f600 b</p></body></nitf>", "😀 a & 😀 b", id="beyond the BMP"
        ),
        pytest.param(
            "a.json", '{"body_text": "a\\nb\\n\\nc \\ud83d\\ude00 \\"d\\""}', 'a\nb\n\nc 😀 "d"', id="escapes of JSON"
        ),
        pytest.param(
            "a.json",
            '{"headlines": [{"role": "main", "value": "T"}], "by": "B", "bodies": [{"contentType": "text/plain", "value": "x"},'
            ' {"contentType": "application/xhtml+xml", "value": "<p>a</p><p>b</p>"}]}',
            "T\n\nB\n\na\n\nb",
            id="ninjs 3",
        ),
        pytest.param("a.json", '{"headline_main": "T", "body_main": "x", "byline": "B"}', "T\n\nB\n\nx", id="ninjs 1.6"),
        pytest.param("a.json", '{"type": "picture", "description_text": "Une légende"}', "Une légende", id="a caption"),
    ],
)
def test_text(path: str, source: str, expected: str) -> None:
    document = read(source, path)
    assert document.text == expected
    # Whatever maps one to one says in the source what it says in the text.
    for segment in document.segments:
        if segment.length == segment.width > 1:
            written = document.source[segment.source : segment.source + segment.width]
            assert written == document.text[segment.offset : segment.offset + segment.length]


def test_an_entity_is_a_unit_and_positions_behind_it_count_it_whole() -> None:
    document = read('{"body_html": "<p>caf\\u00e9 &amp;amp\\n d\\u00e9j&agrave; vu</p>"}', "a.json")
    assert document.text == "café &amp déjà vu"
    start = document.text.index("déjà")
    span = document.source_span(start, start + 4)
    assert span is not None
    assert document.source[span.start : span.end] == "d\\u00e9j&agrave;"
    assert document.escapes_at(start) == "xj"
    assert document.position(document.text.index("vu")).column == document.source.index("vu") + 1


def test_what_calls_itself_latin_1_and_is_windows_1252() -> None:
    source = '<?xml version="1.0" encoding="ISO-8859-1"?><nitf><body><p>l’été – « œuvre »</p></body></nitf>'
    document = read(source.encode("windows-1252"), "a.xml")
    assert (document.text, document.encoding) == ("l’été – « œuvre »", "cp1252")


def test_fixes_are_written_in_the_encoding_that_the_file_declares() -> None:
    source = '<?xml version="1.0" encoding="ISO-8859-1"?><nitf xml:lang="en"><body><p>Déjà vu , again.</p></body></nitf>'
    fixed = fix_bytes(source.encode("iso-8859-1"), "a.xml", Linter().check_document, unsafe=True)
    assert fixed.after == source.replace("vu ,", "vu,").encode("iso-8859-1")


def test_a_difference_is_shown_in_the_encoding_that_the_file_declares(tmp_path: Path) -> None:
    source = '<?xml version="1.0" encoding="ISO-8859-1"?>\n<nitf xml:lang="fr"><body><p>Déjà vu , encore.</p></body></nitf>\n'
    (tmp_path / "a.xml").write_bytes(source.encode("iso-8859-1"))
    done = lint_news("check", "--diff", "--unsafe", "a.xml", cwd=tmp_path)
    assert '+<nitf xml:lang="fr"><body><p>Déjà vu, encore.</p></body></nitf>' in done.stdout.decode()


@pytest.mark.parametrize(
    ("path", "source", "language"),
    [
        ("a.html", '<html lang="pt-BR"><body><p>a', "pt"),
        ("a.html", '<article lang="fr"><p>a', "fr"),
        ("a.md", "---\nlang: fr-CA\n---\na", "fr"),
        (
            "a.xml",
            '<newsItem xml:lang="en"><contentMeta><language tag="de-AT"/><headline>a</headline></contentMeta></newsItem>',
            "de",
        ),
        ("a.json", '{"language": "es", "headline": "a"}', "es"),
        ("a.json", '{"language": "x-1", "headline": "a"}', None),
    ],
)
def test_languages(path: str, source: str, language: str | None) -> None:
    assert read(source, path).language == language


@pytest.mark.parametrize("declared", ["ISO-8859-1", "windows-1252", "utf-8"])
def test_encodings_that_the_file_declares(declared: str) -> None:
    source = f'<?xml version="1.0" encoding="{declared}"?><nitf><body><p>déjà « vu »</p></body></nitf>'
    assert read(source.encode(declared), "a.xml").text == "déjà « vu »"


@pytest.mark.parametrize(
    ("source", "format"),
    [
        ("<nitf><body><p>a</p></body></nitf>", "nitf"),
        ('<?xml version="1.0"?>\n<!-- x --><newsItem><contentMeta><headline>a</headline></contentMeta></newsItem>', "newsml"),
        ("<!DOCTYPE html><html><body>a</body></html>", "html"),
        ('<?xml version="1.0"?><html><body>a</body></html>', "html"),
        ('{"headline": "a"}', "ninjs"),
        ("plain words", "text"),
    ],
)
def test_formats_are_known_by_their_beginning(source: str, format: str) -> None:
    assert read(source, "<stdin>").format == format


@pytest.mark.parametrize(
    ("path", "source", "message"),
    [
        ("a.xml", "<project><a/></project>", "a.xml: not a story in XML: NITF, NewsML-G2 or XHTML was expected, not <project>"),
        (
            "a.xml",
            "<nitf>\n<body><p>a</body>",
            "a.xml:2:13: not well-formed XML (mismatched tag); mend the file or export it again",
        ),
        ("a.xml", "<nitf><body>", "a.xml:1:13: not well-formed XML (no element found); mend the file or export it again"),
        ("a.xml", "<!DOCTYPE nitf SYSTEM 'x'><nitf><p>&bogus;</p></nitf>", "a.xml:1:36: unknown entity '&bogus;'"),
        ("a.xml", "<nitf><p>&bogus;</p></nitf>", "a.xml:1:10: unknown entity '&bogus;'"),
        ("a.json", '{"headline": "a",\n "b" 1}', "a.json:2:6: not JSON: a colon expected"),
        ("a.json", '{"headline": "a', "a.json:1:14: not JSON: the file ends inside a string"),
        ("a.json", '{"headline": "\\x"}', "a.json:1:15: not JSON: unknown escape in a string"),
        ("a.json", '{"headline": [1', "a.json:1:16: not JSON: the file ends too early"),
        ("a.json", '{"name": "left-pad"}', "a.json: not a story in ninjs: it has no headline, no body and no description"),
    ],
)
def test_one_line_says_what_is_wrong_and_where(path: str, source: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(source, path)
    assert str(caught.value) == message
