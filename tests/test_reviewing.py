"""What decisions of a review do to files, without a terminal."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint_news import Linter
from lint_news.diagnostic import Diagnostic, region_of
from lint_news.document import Document, Span
from lint_news.errors import InputError, LintNewsError
from lint_news.reviewing import Review

LINTER = Linter(language="en")
STORY = "Anthony Blinken met Lydia Buchtmann.\r\n\r\nHe recieved it , twice, and he recieved it.\r\nAnthony Blinken left"


def review(*files: Path, encoding: str | None = None, refused: list[InputError] | None = None) -> Review:
    return Review(
        [str(file) for file in files],
        lambda path, document: LINTER.check_document(document),
        lambda path: encoding,
        ([] if refused is None else refused).append,
    )


def at_hand(one: Review) -> str:
    item = one.current()
    if item is None:
        return "-"
    region = item.finding.region
    return f"{Path(item.finding.path).name}:{region.line}:{region.column} {item.finding.rule}"


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["take", "skip", "ignore", "type", "back"]), max_size=12), st.booleans())
def test_back_to_the_first_byte(decisions: list[str], two: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, "a.txt"), Path(folder, "b.txt")]
        before = [STORY.encode(), b"\xef\xbb\xbfThen Anthony Blinken left.\n"]
        for file, data in zip(files, before, strict=True):
            file.write_bytes(data)
        one = review(*(files if two else files[:1]))
        first = at_hand(one)
        made = 0
        for decision in decisions:
            if one.current() is None:
                break
            if decision == "back":
                if made:
                    one.back()
                    made -= 1
                continue
            if decision == "type":
                one.replace("Zoé & ")
            elif decision == "take":
                one.take(0)
            else:
                getattr(one, decision)()
            made += 1
            assert one.counts.total() == made
        for _ in range(made):
            one.back()
        assert [file.read_bytes() for file in files] == before
        assert at_hand(one) == first
        with pytest.raises(LintNewsError, match="nothing to go back to"):
            one.back()


def test_every_finding_comes_up_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(STORY.encode())
    one = review(tmp_path / "a.txt")
    seen = []
    while (item := one.current()) is not None:
        seen.append(item.finding)
        one.skip()
    assert seen == LINTER.check_text(STORY, path=str(tmp_path / "a.txt"))


def test_what_was_skipped_stays_skipped_when_the_text_moves(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("He recieved it. Anthony Blinken left. He recieved it.\n", encoding="utf-8")
    one = review(tmp_path / "a.txt")
    assert at_hand(one) == "a.txt:1:4 spelling/misspelling"
    one.skip()
    assert at_hand(one) == "a.txt:1:17 names/known"
    one.skip()
    one.back()
    one.replace("A much longer name than before")
    assert at_hand(one) == "a.txt:1:57 spelling/misspelling"
    one.ignore()
    assert at_hand(one) == "-"


def test_of_several_suggestions_the_one_chosen_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a b\n", encoding="utf-8")

    def examine(path: str, document: Document) -> list[Diagnostic]:
        place = region_of(document, 2, 3)
        return [Diagnostic(path, Span(2, 3), place, "x/y", "info", "", ("c", "d"))] if document.text == "a b\n" else []

    one = Review([str(tmp_path / "a.txt")], examine, lambda path: None, lambda error: None)
    one.take(1)
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "a d\n"
    assert one.current() is None


def test_back_reaches_the_story_before(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Anthony Blinken left.\n", encoding="utf-8")
    one = review(tmp_path / "a.txt", tmp_path / "b.txt")
    one.take(0) if at_hand(one) else None
    assert at_hand(one) == "b.txt:1:1 names/known"
    one.back()
    assert at_hand(one) == "a.txt:1:1 names/known"
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "Anthony Blinken left.\n"


def test_what_somebody_else_changed_is_not_undone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Anthony Blinken left. He recieved it.\n", encoding="utf-8")
    one = review(tmp_path / "a.txt")
    one.current()
    one.take(0)
    (tmp_path / "a.txt").write_text("Quite another story. He recieved it.\n", encoding="utf-8")
    with pytest.raises(InputError, match="changed meanwhile"):
        one.back()
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "Quite another story. He recieved it.\n"
    assert at_hand(one) == "a.txt:1:25 spelling/misspelling"


HTML = '<html><body>\n<p\n class="x">Anthony Blinken left.</p>\n<p>Anthony <b>Blinken</b> left.</p>\n</body></html>\n'
COMMENT = "<!-- lint-news: ignore-next-line names/known -->\n"


def test_markup_is_not_broken(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(HTML, encoding="utf-8")
    one = review(tmp_path / "a.html")
    assert at_hand(one) == "a.html:3:12 names/known"
    with pytest.raises(InputError, match="no comment can silence it here"):
        one.ignore()
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == HTML
    one.replace("Smith & Co")
    assert at_hand(one) == "a.html:4:4 names/known"
    with pytest.raises(InputError, match="markup stands in this place"):
        one.take(0)
    one.ignore()
    after = HTML.replace("Anthony Blinken", "Smith &amp; Co").replace("<p>Anthony", f"{COMMENT}<p>Anthony")
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == after
    assert at_hand(one) == "-"


def test_json_has_no_comments(tmp_path: Path) -> None:
    story = json.dumps({"uri": "x", "type": "text", "body_text": 'He said "no". Anthony Blinken left.'})
    (tmp_path / "a.json").write_text(story, encoding="utf-8")
    one = review(tmp_path / "a.json")
    while not at_hand(one).endswith("names/known"):
        one.skip()
    with pytest.raises(InputError, match="no comment can silence it here"):
        one.ignore()
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == story
    one.replace('"A"')
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["body_text"] == 'He said "no". "A" left.'


def test_an_encoding_holds_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Café. Anthony Blinken left.\n".encode("cp1252"))
    one = review(tmp_path / "a.txt", encoding="cp1252")
    assert at_hand(one) == "a.txt:1:7 names/known"
    with pytest.raises(InputError, match="can't hold that text"):
        one.replace("日本")
    one.replace("Zoé")
    assert (tmp_path / "a.txt").read_bytes() == "Café. Zoé left.\n".encode("cp1252")


def test_a_story_is_never_emptied(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Anthony Blinken", encoding="utf-8")
    one = review(tmp_path / "a.txt")
    assert at_hand(one) == "a.txt:1:1 names/known"
    with pytest.raises(InputError, match="no text"):
        one.replace(" ")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "Anthony Blinken"


def test_word_files_are_refused(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("Anthony Blinken left.")
    document.save(str(tmp_path / "a.docx"))
    refused: list[InputError] = []
    assert at_hand(review(tmp_path / "a.docx", refused=refused)) == "-"
    assert ["a Word file isn't rewritten" in error.message for error in refused] == [True]
