"""Names spelt in two ways: what must be found, and each family of look-alikes that must not be."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from lint_news import Linter
from tests.conftest import Check, lint_news

FOUND = [
    # language, text, suggestion
    ("en", "Jens Stoltenberg spoke. Yans Stoltenberg left. Jens Stoltenberg slept.", "Jens Stoltenberg"),
    ("en", "Angela Rayworth spoke. Later Rayworth left. Raywroth slept.", "Rayworth"),
    ("en", "Marco Belini spoke. Marco Bellini left. Bellini slept.", "Marco Bellini"),
    ("en", "Mary Thompsen spoke. Mary Thompson left. Ms. Thompson slept.", "Mary Thompson"),
    ("en", "Sen. Whitfield spoke. The aide of Whitfeild left. Whitfield slept.", "Whitfield"),
    ("en", "BERNARD CONDONE\n\nBernard Condon spoke. Condon left. Bernard Condon slept.", "BERNARD CONDON"),
    ("en", "Dwight O'Donnell spoke. Dwight O'Donell left. Dwight O'Donnell slept.", "Dwight O'Donnell"),
    ("en", "Michael Flynn spoke. Flynn left. Phlynn slept. Flynn ate.", "Flynn"),
    (
        "fr",
        "Jean-Pierre Taschereau a parlé. Jean-Pierre Tascherau part. Jean-Pierre Taschereau dort.",
        "Jean-Pierre Taschereau",
    ),
    ("fr", "L'avis d'Alassane Bakayoko compte. Alassane Bakyoko part. Alassane Bakayoko dort.", "Alassane Bakayoko"),
    ("fr", "Mohammed ben Rachid a parlé. Mohammed ben Racid part. Mohammed ben Rachid dort.", "Mohammed ben Rachid"),
    (
        "fr",
        "Julian Alaphilippe gagne. Julian Alaphilippeet Froome suivent. Alaphilippe sourit.",
        "Julian Alaphilippe et Froome",
    ),
    ("fr", "Barcelone gagne. Le club de Bracelone fête. Barcelone dort.", "Barcelone"),
]


@pytest.mark.parametrize(("language", "text", "suggestion"), FOUND)
def test_found(linter: Linter, language: str, text: str, suggestion: str) -> None:
    found = [d for d in linter.check_text(text, language=language) if d.rule == "names/inconsistent"]
    assert [d.suggestions for d in found] == [(suggestion,)]
    assert len(found[0].related) == 1


FAMILIES = {
    "relatives": [
        ("fr", "Marine Le Pen, Marion Maréchal et Jean-Marie Le Pen. Marion Le Pen est partie. Marine Le Pen aussi."),
        ("en", "Bill Clinton and Hillary Clinton spoke. Chelsea Clinton left."),
        ("en", "George W. Bush and George H.W. Bush spoke. Jeb Bush left."),
    ],
    "namesakes": [("en", "Ronald Reagan and Donald Trump. Ronald and Donald. Donald Trump left.")],
    "different people, one surname": [("en", "Tim Walker and Tom Walker spoke. Tim Walker left. Tom Walker slept.")],
    "different people, near surnames": [("en", "Mark Simpson spoke. Sarah Simson left. Mark Simpson and Sarah Simson slept.")],
    "countries": [
        ("en", "Iran and Iraq talk. Iran left. Austria beat Australia. Niger borders Nigeria."),
        ("fr", "L'Iran et l'Irak négocient. Le Niger et le Nigeria ont signé. L'Iran part."),
    ],
    "demonyms": [
        ("en", "America and the American people. Israel and the Israeli army. An Israeli left Israel. Americans sang."),
        ("fr", "L'Algérie et les Algériens. Une Algérienne. Les Français et François. François et le Français."),
    ],
    "plurals and possessives": [("en", "Trump's plan. The Trumps left. Trump spoke. The Clintons and Clinton.")],
    "weekdays and months": [("en", "On Tuesday and Thursday. Tuesday it was. In March Marco Bellini left.")],
    "sentence-opening words": [("en", "While White spoke, Black left. White left. Then Than Shwe spoke. When Wen spoke.")],
    "nicknames": [("en", "Joe Biden spoke. Joseph Biden left. Joe Biden slept. Steve Bannon or Stephen Bannon.")],
    "places and given names": [("fr", "Lyon a gagné. Léon est parti. Lyon fête. Marc vit au Maroc. Gilles vit à Galles.")],
    "parts of one name": [("en", "Hong Kong grew. Sing Song left. Coca-Cola paid. Hong Kong slept.")],
    "acronyms": [("en", "NASA and NATO met. ANSA said so. NATO left. NBC News and ABC News reported.")],
    "centuries": [("fr", "Louis XIV et Louis XVI. Le XIVe siècle et le XVIe siècle.")],
    "cognates": [("fr", "La Russie et Russia Today. La Chine et China Daily. L'Université et la University of Chicago.")],
    "stems with two endings": [("fr", "La Bouriatie est loin. Les Bouriates sont là. La Bouriatie a froid.")],
    "two people with near first names": [
        ("en", "Daniil Medvedev won. Daniel Craig acted. Daniil Medvedev slept."),
        ("en", "Ewan McGregor and Conor McGregor met Connor McDavid."),
    ],
    "two families with near surnames": [("en", "John Kerry and Bob Kerrey met. Tom Reed ate. Harry Reid slept.")],
    "romanised surnames, one letter apart": [
        ("en", "Alvin Yeung won the west. Eunice Yung won the east. Raymond Wong and Kwong Chun-yu lost, Wong Pik-wan won."),
        ("fr", "Alvin Yeung a gagné. Eunice Yung aussi. Raymond Wong et Kwong Chun-yu ont perdu, Wong Pik-wan a gagné."),
    ],
    "pseudonyms": [("fr", "Le dessinateur Gotlib est mort. Marcel Gottlieb, pseudonyme Gotlib, avait 82 ans.")],
    "titles of works in another language": [
        ("fr", "La tombe de Toutankhamon. Son livre « Tutankhamun Tomb Changed World » a plu. Toutankhamon dort.")
    ],
    "brands written on purpose": [("en", "Lyft offered a lift. Flickr flickered. Krispy Kreme sells crispy cakes.")],
    "ordinary words": [("en", "The Party parted. A Part was lost. The Part left. Trade and Trader Joe's. Trade fell.")],
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text"),
    [pytest.param(*case, id=f"{family}-{number}") for family, cases in FAMILIES.items() for number, case in enumerate(cases)],
)
def test_no_false_alarm(check: Check, language: str, text: str) -> None:
    assert check(text, language, "names/inconsistent") == []


def test_one_diagnostic_a_mention_never_one_a_pair(check: Check) -> None:
    text = "Anna Rosenthal spoke. Anna Rosenthal left. Anna Rosental ate. Anna Rosental slept. Anna Rosenthal woke."
    assert len(check(text, "en", "names/inconsistent")) == 2


def test_one_against_one_is_said_to_be_undecided(linter: Linter) -> None:
    found = [
        d
        for d in linter.check_text("Sagabo Nacanabo parle. Sagado Nacanabo part.", language="fr")
        if d.rule.startswith("names")
    ]
    assert len(found) == 1
    assert found[0].message.endswith("stand once each in this story: one of the two spellings is wrong")


def test_accents_are_a_rule_of_their_own_and_told_once(check: Check) -> None:
    text = "Djibril Sidibé marque. Djibril Sidibe sort. Djibril Sidibe rit. Djibril Sidibé dort. Sidibé part."
    assert check(text, "fr", "names/") == ["1:24 names/accents Djibril Sidibé"]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Anthony Blinken spoke.", ["1:1 names/known Antony Blinken"]),
        ("fr", "Sergey Lavrov a parlé.", ["1:1 names/known Sergueï Lavrov"]),
        ("en", "Sergey Lavrov spoke.", []),
        ("en", "Sergueï Lavrov spoke.", ["1:1 names/known Sergei Lavrov"]),
        ("fr", "Vladimir Putin a parlé.", ["1:1 names/known Vladimir Poutine"]),
        ("fr", "L'avis d'Emmanuel Marcon compte.", ["1:10 names/known Emmanuel Macron"]),
        ("en", "Anthony Hopkins and Antony Gormley spoke.", []),
        ("en", "“Hilary Clinton won,” he said.", ["1:2 names/known Hillary Clinton"]),
        ("en", "Volodymyr Zelensky, Volodymyr Zelenskyy.", []),
        ("en", "Marie Le Pen and Emmanuelle Macron.", []),
        ("en", "Steven Lynch of the Chamber of Commerce spoke.", []),  # Stephen Lynch sits in Congress
        ("en", "Ihan Omar spoke.", ["1:1 names/known Ilhan Omar"]),
        ("en", "Kyiv, once Kiev; Mumbai, once Bombay.", []),
        ("en", "A street in Philidelphia.", ["1:13 names/known Philadelphia"]),
        ("fr", "L'usine Volkswagon ferme.", ["1:9 names/known Volkswagen"]),
    ],
)
def test_known_names(check: Check, language: str, text: str, found: list[str]) -> None:
    assert check(text, language, "names/known") == found


def test_a_spelling_corrected_by_the_list_is_not_held_against_the_right_one(check: Check) -> None:
    text = "Barack Obama and Michelle Obama met Ehud Barak. Barak Obama left."
    assert check(text, "en", "names/") == ["1:49 names/known Barack Obama"]


def test_cost_stays_near_linear_in_the_number_of_names(tmp_path: Path) -> None:
    """Ten times the distinct names cost less than ten times the time, names being as far apart as names are."""
    chance = random.Random(1)
    onsets = [
        "b",
        "br",
        "c",
        "ch",
        "d",
        "dr",
        "f",
        "g",
        "gl",
        "h",
        "k",
        "l",
        "m",
        "n",
        "p",
        "pr",
        "r",
        "s",
        "st",
        "t",
        "v",
        "w",
    ]
    rhymes = ["a", "e", "i", "o", "u", "ai", "ou", "an", "er", "in"]

    def name() -> str:
        return "".join(chance.choice(onsets) + chance.choice(rhymes) for _ in range(chance.randint(3, 4))).capitalize()

    seconds = []
    for count in (500, 5000):
        text = " ".join(f"The deal was signed by {name()} {name()} in the end." for _ in range(count // 2))
        (tmp_path / "story.txt").write_text(text, encoding="utf-8")
        times = []
        for _ in range(3):
            begun = time.perf_counter()
            lint_news("check", tmp_path / "story.txt", "--select", "names")
            times.append(time.perf_counter() - begun)
        seconds.append(min(times))
    assert seconds[1] < 10 * seconds[0]


@pytest.mark.parametrize(
    ("text", "message", "suggestion"),
    [
        # Both accents at once, not two findings that contradict each other.
        ("Gerard Pique joue. Gérard Piqué sort.", "« Gerard Pique » est écrit « Gérard Piqué »", "Gérard Piqué"),
        # The whole name stands nowhere in the right spelling: the word is told alone.
        (
            "Me Rosenthal parle. Me Rosenthal rit. Carla Rosental sort.",
            "« Rosental » est écrit « Rosenthal »",
            "Carla Rosenthal",
        ),
    ],
)
def test_what_the_message_says_stands_in_the_story(text: str, message: str, suggestion: str) -> None:
    found = [d for d in Linter(ui_language="fr").check_text(text, language="fr") if d.rule.startswith("names")]
    assert [(d.message.removesuffix(" ailleurs dans cet article"), d.suggestions[0]) for d in found] == [(message, suggestion)]
