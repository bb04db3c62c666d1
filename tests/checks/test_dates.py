"""Dates that a reader of the archive can't place, and their look-alikes."""

from __future__ import annotations

import json
import time

import pytest

from lint_news import Linter
from lint_news.formats.reading import read_bytes
from tests.conftest import Check


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "He left on Monday.", ["1:12 dates/unanchored"]),
        ("en", "He left last week.", ["1:9 dates/unanchored"]),
        ("en", "He left on Monday. She left on Monday, too.", ["1:12 dates/unanchored"]),
        ("en", "He left on Monday. She left on Tuesday.", ["1:12 dates/unanchored", "1:32 dates/unanchored"]),
        ("en", "He left on Feb. 24.", ["1:12 dates/yearless"]),
        ("en", "It opened on Monday 24 November 2026.", ["1:14 dates/weekday-mismatch"]),
        ("en", "It opened on Monday the 24th of November 2026.", ["1:14 dates/weekday-mismatch"]),
        ("en", "It opens on Friday (Nov. 24, 2026).", ["1:13 dates/weekday-mismatch"]),
        ("fr", "Il est parti ce lundi.", ["1:14 dates/unanchored"]),
        ("fr", "Il est parti le 24 févr.", ["1:17 dates/yearless"]),
        ("fr", "Le lundi 24 novembre 2026, il est parti.", ["1:4 dates/weekday-mismatch"]),
        ("fr", "Samedi 21 et dimanche 22 novembre.", ["1:1 dates/yearless"]),
    ],
)
def test_flagged(check: Check, language: str, text: str, expected: list[str]) -> None:
    assert check(text, language, "dates") == expected


@pytest.mark.parametrize(
    ("family", "language", "text"),
    [
        ("name of a show", "en", "He went on ABC's This Week and The Tonight Show."),
        ("shows of a day", "en", "The Sunday talk shows are old."),
        ("nowadays", "en", "The young of today are old."),
        ("an interview", "en", "Q: You left yesterday?\n\nA: I did.\n\nQ: Late?\n\nA: It was late last week."),
        ("dateline of Reuters", "en", "BRUSSELS, Nov 24 (Reuters) - The alliance said on Tuesday that it would stay."),
        ("dateline of AFP", "fr", "PARIS, 24 nov 2026 (AFP) - Le ministre a démissionné mardi."),
        ("dateline with a dash", "en", "LONDON, Nov. 24 — He said so on Tuesday."),
        ("ISO date", "en", "Talks fail\n\n2026-11-24\n\nHe left on Tuesday."),
        ("ISO date with time", "en", "Talks fail\n\n2026-11-24T10:00Z\n\nHe left on Tuesday."),
        ("date in figures", "fr", "Échec\n\n24/11/2026\n\nIl est parti mardi."),
        ("date line", "en", "Talks fail\n\nTuesday, November 24, 2026\n\nHe left yesterday."),
        ("date with its weekday anywhere", "fr", "Il est parti mardi. Elle est venue le mardi 24 novembre 2026."),
        ("historical weekday", "fr", "La Bastille tomba le jeudi 14 juillet 1689."),
        ("true weekday in history", "en", "It was Tuesday, July 14, 1789."),
        ("two weekdays, two days", "en", "It runs Monday and Tuesday, November 23 and 24, 2026."),
        ("habit with article", "fr", "Le marché ouvre le dimanche."),
        ("habit with every", "en", "The market opens every Sunday, and on Sundays only."),
        ("habit in the plural", "en", "They spend their Friday nights at home."),
        ("from weekday to weekday", "fr", "Ouvert du lundi au vendredi."),
        ("told from another day", "fr", "Il est mort le lundi suivant, cette semaine-là."),
        ("told from another day", "en", "It ended the following Monday."),
        ("name of a day", "en", "Shops wait for Black Friday and Good Friday; Bloody Sunday was worse."),
        ("name of a day", "fr", "Les cloches se taisent le Vendredi saint, avant le Black Friday."),
        ("vote", "en", "Four states vote on Super Tuesday."),
        ("name of a paper", "fr", "Il l'a dit au Journal du Dimanche."),
        ("name of a paper", "en", "He told the Sunday Times and USA TODAY."),
        ("nowadays", "fr", "L'économie que nous avons aujourd'hui n'est pas libre."),
        ("event", "fr", "Depuis le 11 septembre, tout a changé."),
        ("event", "en", "Since September 11 everything has changed."),
        ("holiday", "en", "They met on the Fourth of July."),
        ("street", "fr", "Il habite rue du 4 septembre."),
        ("year in the sentence", "fr", "Du 3 mai au 5 juin 2020, il était absent."),
        ("year in a date before", "fr", "L'opération a commencé le 24 février 2022. Le 25 février, elle s'est étendue."),
        ("quotation", "en", "“I left on Monday,” he said."),
        ("quotation in straight marks", "fr", 'Il répond : "Je suis parti lundi".'),
        ("month alone", "en", "Sales fell in March."),
    ],
    ids=lambda value: value if len(value) < 40 else "",
)
def test_left_alone(check: Check, family: str, language: str, text: str) -> None:
    assert check(text, language, "dates") == [], family


def test_ten_thousand_dates_cost_no_more_than_their_length(check: Check) -> None:
    begun = time.perf_counter()
    assert len(check("Il est parti lundi 24 novembre. " * 5_000, "fr", "dates")) == 5_000
    check("lundi " * 10_000 + "24 " * 10_000 + "novembre " * 10_000, "fr", "dates")
    assert time.perf_counter() - begun < 4


BODY = "He left on Monday. She came on 24 November."
NITF = "<nitf><head><docdata>{}</docdata></head><body><body.content><p>" + BODY + "</p></body.content></body></nitf>"
NEWSML = (
    "<newsItem><itemMeta>{}</itemMeta><contentMeta>{}</contentMeta><contentSet><inlineXML><html><body><p>"
    + BODY
    + "</p></body></html></inlineXML></contentSet></newsItem>"
)
ISSUED = [
    ("NITF: date of issue", "a.nitf", NITF.format('<date.issue norm="20261124T100000Z"/>'), "2026-11-24"),
    ("NITF: extended", "a.nitf", NITF.format('<date.issue norm="2026-11-24"/>'), "2026-11-24"),
    (
        "NITF: issue before release",
        "a.nitf",
        NITF.format('<date.release norm="20261125"/><date.issue norm="20261124"/>'),
        "2026-11-24",
    ),
    ("NITF: no day", "a.nitf", NITF.format('<date.issue norm="soon"/>'), ""),
    ("NITF: a day that isn't", "a.nitf", NITF.format('<date.issue norm="20261131"/>'), ""),
    ("NITF: expiry", "a.nitf", NITF.format('<date.expire norm="20261124"/>'), ""),
    ("NITF: none", "a.nitf", NITF.format(""), ""),
    (
        "NewsML-G2: version",
        "a.xml",
        NEWSML.format("<versionCreated>2026-11-24T10:00:00+01:00</versionCreated>", ""),
        "2026-11-24",
    ),
    ("NewsML-G2: content", "a.xml", NEWSML.format("", "<contentCreated> 2026-11-24 </contentCreated>"), "2026-11-24"),
    (
        "NewsML-G2: both",
        "a.xml",
        NEWSML.format("<versionCreated>2026-11-24</versionCreated>", "<contentCreated>2026-11-20</contentCreated>"),
        "2026-11-24",
    ),
    ("NewsML-G2: a year", "a.xml", NEWSML.format("", "<contentCreated>2026</contentCreated>"), ""),
    ("NewsML-G2: none", "a.xml", NEWSML.format("", ""), ""),
    ("ninjs 1", "a.json", json.dumps({"versioncreated": "2026-11-24T10:00:00Z", "body_text": BODY}), "2026-11-24"),
    ("ninjs 2", "a.json", json.dumps({"contentCreated": "2026-11-24T10:00:00Z", "body_text": BODY}), "2026-11-24"),
    ("ninjs: a number", "a.json", json.dumps({"versioncreated": 20261124, "body_text": BODY}), ""),
    (
        "ninjs: of a picture",
        "a.json",
        json.dumps({"associations": {"a": {"versioncreated": "2026-11-24"}}, "body_text": BODY}),
        "",
    ),
]


@pytest.mark.parametrize(("path", "source", "issued"), [row[1:] for row in ISSUED], ids=[row[0] for row in ISSUED])
def test_the_day_of_issue_places_days(linter: Linter, path: str, source: str, issued: str) -> None:
    """What a format tells beside the copy is as good as a date line in it, and no day of issue leaves all as it is."""
    document = read_bytes(source.encode(), path)
    document.language = "en"
    assert document.issued == issued
    told = [one.rule for one in linter.check_document(document) if one.rule.startswith("dates")]
    assert told == ([] if issued else ["dates/unanchored", "dates/yearless"])


def test_a_wrong_weekday_stays_wrong(linter: Linter) -> None:
    source = NITF.format('<date.issue norm="20261124"/>').replace(BODY, "It opens on Monday 24 November 2026.")
    document = read_bytes(source.encode(), "a.nitf")
    document.language = "en"
    assert [one.rule for one in linter.check_document(document)] == ["dates/weekday-mismatch"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "He left on Monday. She left on Tuesday."), ("fr", "Il est parti lundi. Elle est partie mardi.")],
)
def test_one_warning_for_the_date_line_that_a_story_lacks(linter: Linter, language: str, text: str) -> None:
    found = [one.severity for one in linter.check_text(text, language=language) if one.rule == "dates/unanchored"]
    assert found == ["warning", "info"]
