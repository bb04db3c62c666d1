"""The page in a real Chromium: filter, keyboard, nothing that the copy says is run."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint_news.document import Document, Span
from lint_news.reports import StoryReport
from tests.conftest import lint_news
from tests.reports.conftest import finding, story, unreadable, write

BROWSER = shutil.which("chromium")
DRIVER = shutil.which("chromedriver")
needs_browser = pytest.mark.skipif(
    not (BROWSER and DRIVER), reason="no Chromium here (Debian packages chromium and chromium-driver)"
)
FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-component-update"),
    *("--disable-background-networking", "--disable-sync", "--window-size=1200,900"),
]
HOSTILE = [
    "<script>document.title='owned'</script>",
    '"><img src=x onerror="document.title=\'owned\'">',
    "</style><script>document.title='owned'</script>",
    "<svg onload=document.title='owned'>",
    "<iframe srcdoc=\"<script>parent.document.title='owned'</script>\">",
    "javascript:document.title='owned'",
    "<meta http-equiv=refresh content='0;url=about:blank'>",
]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = str(BROWSER)
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('browser')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(str(DRIVER)))
    yield driver
    driver.quit()


def show(browser: Any, page: Path, text: str) -> None:
    page.write_text(text, encoding="utf-8", errors="backslashreplace")
    browser.get(page.as_uri())


def script(browser: Any, code: str) -> Any:
    return browser.execute_script(f"return {code}")


@needs_browser
def test_the_filter_hides_a_topic_in_the_list_and_in_the_text(browser: Any, tmp_path: Path) -> None:
    done = lint_news("check", "examples/otan-blinken.txt", "examples/nato-blinken.txt", "--output-format", "html")
    show(browser, tmp_path / "page.html", done.stdout.decode())
    shown = "[...document.querySelectorAll('li[data-topic=names]')].filter(item => item.offsetParent).length"
    marked = "document.querySelectorAll('mark[data-topics=names]:not(.off)').length"
    assert (script(browser, shown), script(browser, marked)) == (6, 6)
    before = script(browser, "document.getElementById('shown').textContent").split()
    script(browser, "document.querySelector('input[value=names]').click()")
    assert (script(browser, shown), script(browser, marked)) == (0, 0)
    after = script(browser, "document.getElementById('shown').textContent").split()
    assert int(before[0]) - int(after[0]) == 6
    assert browser.get_log("browser") == []


@needs_browser
def test_keys_move_the_focus_through_the_findings_and_to_the_list(browser: Any, tmp_path: Path) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys

    document = Document("Then Yans met Yens.\n\nAnd Jans.", path="a.txt", language="en")
    report = story(document, *(finding(document, name, severity="error") for name in ("Yans", "Yens", "Jans")))
    show(browser, tmp_path / "page.html", write("html", report))
    focused = []
    for key in "nnnnp":
        browser.switch_to.active_element.send_keys(key)
        focused.append(script(browser, "document.activeElement.textContent"))
    assert focused == ["Yans", "Yens", "Jans", "Yans", "Jans"]
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    assert script(browser, "document.querySelector(':target').textContent").strip().startswith('error "Jans" is wrong')
    show(browser, tmp_path / "page.html", write("html", report))
    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    assert script(browser, "document.activeElement.className") == "skip"


@needs_browser
@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_copy_is_shown_not_run(browser: Any, tmp_path: Path, words: str) -> None:
    document = Document(f"Then {words} met.", path=words, language="en")
    report = story(document, finding(document, words, words, note=words))
    show(browser, tmp_path / "page.html", write("html", report, unreadable("b.txt", words)))
    assert script(browser, "document.title") == "News copy, checked"
    assert script(browser, "document.querySelector('article p').innerText") == f"Then {words} met."
    assert script(browser, "document.querySelectorAll('article script, img, svg, iframe').length") == 0
    assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []


@needs_browser
@pytest.mark.parametrize("width", [320, 1200])
def test_nothing_is_cut_off_at_any_width(browser: Any, tmp_path: Path, width: int) -> None:
    document = Document("Then " + "x" * 300 + " met.", path="folder/" * 30 + "a.txt", language="en")
    show(browser, tmp_path / "page.html", write("html", story(document, finding(document, "x" * 300, "y" * 200))))
    browser.set_window_size(width, 900)
    assert script(browser, "document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_paragraphs_headlines_and_overlapping_findings() -> None:
    from lint_news.document import Zone

    text = "A headline\n\nOne two\nthree.\n\nSource: Media\n"
    document = Document(text, path="a.txt", zones=(Zone("headline", 0, 10), Zone("credit", 28, 41)))
    page = write("html", story(document, finding(document, "One two"), finding(document, "two\nthree", severity="error")))
    assert '<h3 class="headline" dir="auto">A headline</h3>' in page
    assert '<p class="credit" dir="auto">Source: Media</p>' in page
    first, second, third = page.split('<p class="body" dir="auto">')[1].split("</p>")[0].split("</mark>")[:3]
    assert first.startswith('<span id="s1m1"></span><mark class="warning" data-topics="names" data-n="1">')
    assert first.endswith(">One </a>")
    assert second.startswith('<span id="s1m2"></span><mark class="error" data-topics="names" data-n="2">')
    assert third.endswith(">\n<br>three</a>")


def test_findings_that_come_later_are_put_into_their_story() -> None:
    document = Document("Then Yans met Yens.", path="a.txt")
    page = write(
        "html", story(document, finding(document, "Yens")), StoryReport("a.txt", [finding(document, "Yans")], document)
    )
    assert page.count("<section ") == 1
    assert page.index("Yans&quot; is wrong") < page.index("Yens&quot; is wrong")


@given(
    st.text("ab \n", min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 39), st.integers(0, 12)), max_size=12),
)
def test_the_text_is_whole_and_every_link_arrives(text: str, places: list[tuple[int, int]]) -> None:
    document = Document(text, path="a.txt")
    found = [
        finding(document, text)._replace(span=Span(min(start, len(text)), min(start + length, len(text))))
        for start, length in places
    ]
    page = write("html", story(document, *found))
    identifiers = re.findall(r' id="([^"]+)"', page)
    assert len(identifiers) == len(set(identifiers))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(identifiers)
    article = page.split("<article")[1].split(">", 1)[1].split("</article>")[0]
    assert re.sub(r"<[^>]*>", "", article).split() == text.split()


def test_the_page_costs_what_its_findings_are() -> None:
    document = Document("Yans met. " * 20_000, path="a.txt")
    one = finding(document, "Yans")
    report = story(document, *(one._replace(span=Span(0, 200_000 - number)) for number in range(2000)))
    started = time.perf_counter()
    write("html", report)
    assert time.perf_counter() - started < 2
