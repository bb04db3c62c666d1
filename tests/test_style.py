"""House style: what a newsroom chooses, and what its stories are held to then."""

from __future__ import annotations

import json
import time
from functools import lru_cache
from pathlib import Path

import jsonschema
import pytest
import yaml

from lint_news import Linter
from lint_news.fixes import fix_bytes
from lint_news.ruleset.style import choices
from tests.conftest import ROOT, lint_news

NB, NN = "\u00a0", "\u202f"


@lru_cache
def linter(language: str, **style: str) -> Linter:
    chosen = choices({key.replace("_", "-"): value for key, value in style.items()})
    return Linter(language=language, select=["typography", "quotes"], style=chosen)


def fixed(text: str, language: str, **style: str) -> str:
    return fix_bytes(text.encode(), "a.txt", linter(language, **style).check_document).after.decode()


def rules(text: str, language: str, **style: str) -> list[str]:
    return [found.rule.partition("/")[2] for found in linter(language, **style).check_text(text)]


COLON, GUILLEMET, MIXED = "space-before-colon", "guillemet-space", "mixed-spacing"


@pytest.mark.parametrize(
    ("style", "text", "found", "after"),
    [
        ("", "Qui ? Source: AFP.", [COLON], "Qui ? Source : AFP."),
        ("", "Il dit « oui ».", [GUILLEMET] * 2, f"Il dit «{NB}oui{NB}»."),
        ("", "Il dit «oui».", [], "Il dit «oui»."),
        ("plain", "Qui? Source: AFP.", [COLON] * 2, "Qui ? Source : AFP."),
        ("plain", f"Qui{NN}? Source{NB}: AFP.", [COLON] * 2, "Qui ? Source : AFP."),
        ("plain", "Qui ? Source : AFP.", [], "Qui ? Source : AFP."),
        ("plain", "Il dit «oui».", [GUILLEMET] * 2, "Il dit « oui »."),
        ("plain", f"Il dit «{NB}oui{NN}».", [GUILLEMET] * 2, "Il dit « oui »."),
        ("plain", "Il dit « oui ».", [], "Il dit « oui »."),
        ("no-break", "Qui? Source : AFP.", [COLON] * 2, f"Qui{NB}? Source{NB}: AFP."),
        ("no-break", f"Qui{NN}? Source{NB}: AFP.", [], f"Qui{NN}? Source{NB}: AFP."),
        ("no-break", "Il dit « oui» !", [GUILLEMET] * 2 + [COLON], f"Il dit «{NB}oui{NB}»{NB}!"),
        ("none", f"Qui ? Source{NB}: AFP{NN}!", [COLON] * 3, "Qui? Source: AFP!"),
        ("none", f"Il dit « oui{NB}».", [GUILLEMET] * 2, "Il dit «oui»."),
        ("none", "Qui? Source: AFP. Il dit «oui».", [], "Qui? Source: AFP. Il dit «oui»."),
        ("quebec", "Qui ? Source : AFP.", [COLON] * 2, f"Qui? Source{NB}: AFP."),
        ("quebec", "Source: AFP ; il dit «oui».", [COLON] * 2 + [GUILLEMET] * 2, f"Source{NB}: AFP; il dit «{NB}oui{NB}»."),
        ("quebec", f"Qui? Source{NB}: AFP.", [], f"Qui? Source{NB}: AFP."),
    ],
)
def test_french_spacing(style: str, text: str, found: list[str], after: str) -> None:
    chosen = {"french_spacing": style} if style else {}
    if after == text:
        assert rules(text, "fr", **chosen) == found == []
    else:
        assert sorted(rules(text, "fr", **chosen)) == sorted(found)
        assert fixed(text, "fr", **chosen) == after


@pytest.mark.parametrize("style", ["plain", "no-break", "none", "quebec"])
@pytest.mark.parametrize(
    ("family", "text"),
    [
        ("smiley", "Il est venu :-) hier ;-) encore"),
        ("time", "Rendez-vous à 18:30 demain"),
        ("ratio", "le score de 2:1"),
        ("address", "https://exemple.fr/a?b=c;d"),
        ("marks at the beginning of a line", "? demande-t-il\n! répond-elle"),
        ("code", "if x != y:=z"),
    ],
)
def test_no_french_spacing(style: str, family: str, text: str) -> None:
    assert rules(text, "fr", french_spacing=style) == [], family


@pytest.mark.parametrize(
    ("language", "style", "text", "after"),
    [
        ("fr", "guillemets", 'Elle dit "oui".', f"Elle dit «{NB}oui{NB}»."),
        ("fr", "guillemets", "Elle dit “oui, «peut-être»”.", f"Elle dit «{NB}oui, “peut-être”{NB}»."),
        ("fr", "curly", f"Elle dit «{NB}oui, “peut-être”{NB}».", "Elle dit “oui, ‘peut-être’”."),
        ("fr", "straight", "Elle dit «oui».", 'Elle dit "oui".'),
        ("en", "curly", '"Yes," she said.', "“Yes,” she said."),
        ("en", "curly", "\"He said 'no' to me,\" she said.", "“He said 'no' to me,” she said."),
        ("en", "straight", '“He said "no" to me,” she said.', "\"He said 'no' to me,\" she said."),
        ("en", "single", "“He said ‘no’ to me,” she said.", "‘He said “no” to me,’ she said."),
        ("en", "single", "It's the workers' \"right.\"", "It's the workers' ‘right.’"),
    ],
)
def test_quotation_marks_are_the_house_s(language: str, style: str, text: str, after: str) -> None:
    assert "house-style" in rules(text, language, quotation_marks=style)
    assert fixed(text, language, quotation_marks=style) == after
    assert "house-style" not in rules(after, language, quotation_marks=style)


@pytest.mark.parametrize(
    ("family", "language", "style", "text"),
    [
        ("inner quotation", "fr", "guillemets", f"Elle dit «{NB}oui, “peut-être”{NB}»."),
        ("inches", "fr", "guillemets", 'un écran de 27" neuf'),
        ("feet and inches", "en", "curly", 'a man of 5\'10" and a 27" screen'),
        ("apostrophes", "en", "curly", "the workers' rights, the '90s and rock 'n' roll"),
        ("markup", "en", "curly", 'an <a href="https://example.com/">address</a>'),
        ("quotation that never ends", "en", "curly", '"We leave, she said.'),
        ("the house's own", "en", "single", "‘Yes, “maybe”,’ she said."),
    ],
)
def test_other_marks_are_left_alone(family: str, language: str, style: str, text: str) -> None:
    assert "house-style" not in rules(text, language, quotation_marks=style), family


@pytest.mark.parametrize(
    ("family", "style", "text", "after"),
    [
        ("several paragraphs", "straight", "“One.\n\n“Two,” he said.", '"One.\n\n"Two," he said.'),
        ("several paragraphs, straight", "curly", '"One.\n\n"Two," he said.', "“One.\n\n“Two,” he said."),
        ("two lines", "single", "“One\ntwo,” he said.", "‘One\ntwo,’ he said."),
    ],
)
def test_quotations_over_several_lines(family: str, style: str, text: str, after: str) -> None:
    assert fixed(text, "en", quotation_marks=style) == after, family


def test_markup_inside_a_quotation_stays() -> None:
    page = b'<p>She said "we <b>leave</b> now" twice.</p>'
    after = fix_bytes(page, "a.html", linter("en", quotation_marks="curly").check_document).after
    assert after.decode() == "<p>She said “we <b>leave</b> now” twice.</p>"


def test_marks_beside_a_mark_without_a_partner_are_left_to_the_editor() -> None:
    text = '"Yes, he said. "No," she said.\n\n"Never," he said.\n'
    assert fixed(text, "en", quotation_marks="curly") == '"Yes, he said. "No," she said.\n\n“Never,” he said.\n'


@pytest.mark.parametrize(
    ("family", "language", "text", "found"),
    [
        ("straight among curly", "en", '“Yes,” “no,” "never," he said.', ['"never,"']),
        ("curly among straight", "fr", '"Oui", "non", “jamais”.', ["“jamais”"]),
        ("as often: the first is kept", "fr", "« Oui » et “non”.", ["“non”"]),
        ("nested", "fr", "« Oui, “non” » et « si ».", []),
        ("nested and alike", "en", "“Yes,” he said. “She said ‘no.’”", []),
        ("single marks, as for scare quotes", "en", "“Yes,” he said of the ‘new’ dam and the 'old' one.", []),
        ("inches", "en", '“Yes,” he said before a 27" screen.', []),
        ("markup", "en", '“Yes,” he said at <a href="https://example.com/">home</a>.', []),
        ("two marks at once", "en", '“Yes,” he said. “No.” "“Never.”"', []),
        ("apostrophes", "en", "“Yes,” said the workers' man of '62.", []),
    ],
)
def test_a_story_has_one_kind_of_quotation_marks(family: str, language: str, text: str, found: list[str]) -> None:
    told = [one for one in linter(language).check_text(text) if one.rule == "quotes/inconsistent"]
    assert [text[one.span.start : one.span.end] for one in told] == found, family


@pytest.mark.parametrize(
    ("family", "language", "text", "count"),
    [
        ("no-break among plain", "fr", f"Qui ? Quand ? Où{NB}?", 1),
        ("thin among no-break", "fr", f"Qui{NN}? Quand{NB}? Où{NB}?", 0),
        ("guillemets without a space", "fr", f"«{NB}Oui{NB}», «{NB}non{NB}», «jamais».", 2),
        ("per cent", "fr", "5 %, 6 %, 7%", 1),
        ("per cent in an address", "fr", "5 %, https://exemple.fr/%7Ea%20b", 0),
        ("dashes", "en", "The mayor — who left — came back—and sat—down — again.", 2),
        ("dash of a dateline", "en", "PARIS — The mayor—who left—came back.", 0),
        ("two spaces", "en", "The mayor left.  He sat. He stood. He ran.", 1),
        ("two spaces throughout", "en", "The mayor left.  He sat.  He stood.", 0),
        ("initials", "en", "The mayor met J. R. Smith.  He sat.  He stood.", 0),
    ],
)
def test_a_story_has_one_kind_of_spaces(family: str, language: str, text: str, count: int) -> None:
    assert rules(text, language).count(MIXED) == count, family


@pytest.mark.parametrize("text", ['“a” "b" ' * 3_000, '"' * 10_000, "“" * 10_000, "« a »« " * 3_000, "a ? a\u00a0? " * 3_000])
def test_cost_is_linear_in_the_text(text: str) -> None:
    started = time.perf_counter()
    for language in ("en", "fr"):
        linter(language, quotation_marks="curly").check_text(text)
        linter(language).check_text(text)
    assert time.perf_counter() - started < 10


@pytest.mark.parametrize(
    ("french", "after"),
    [("plain", "Elle dit « oui »."), ("none", "Elle dit «oui»."), ("quebec", f"Elle dit «{NB}oui{NB}».")],
)
def test_guillemets_are_set_as_the_house_spaces_them(french: str, after: str) -> None:
    assert fixed('Elle dit "oui".', "fr", french_spacing=french, quotation_marks="guillemets") == after


GERMAN = """
language: de
styles:
  quotation-marks: [german, guillemets]
lists: {stopwords: [der, die, das, und, sie, er, ist, nicht]}
settings: {quotation_marks: [['„', '“'], ['»', '«']]}
rules:
  - id: quotes/house-style
    kind: quotation_marks
    severity: warning
    fix: safe
    when: {quotation-marks: german}
    message: '{wanted} is our mark, not {mark}'
    why: The house writes German marks.
    marks: ['"', '»']
    write: ['„', '“', '‚', '‘']
    examples: {flag: ['Sie sagt "ja".'], pass: ['Sie sagt „ja“.']}
"""


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / {"config": ".lint-news.yaml", "rules": "house.yaml"}.get(name, f"{name}.txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def told(folder: Path, config: str) -> tuple[int, str]:
    """Exit status and first line of what check says of a configuration."""
    write(folder, config=config, a="Oui.\n")
    done = lint_news("check", "a.txt", cwd=folder)
    return done.returncode, done.stderr.decode().splitlines()[0]


def test_a_language_brings_its_own_style(tmp_path: Path) -> None:
    config = "rules: house.yaml\nlanguage: de\nstyle: {quotation-marks: {de: german, fr: guillemets}}"
    write(tmp_path, config=config, rules=GERMAN, a='Sie sagt "ja" und »nein«.\n')
    done = lint_news("check", "a.txt", "--fix", cwd=tmp_path)
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "Sie sagt „ja“ und „nein“.\n", done.stderr


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("style: {french-spacng: plain}", "1:9: unknown style key 'french-spacng', did you mean 'french-spacing'?"),
        (
            "style:\n  french-spacing: plan",
            "2:19: unknown value of style 'french-spacing' 'plan', did you mean 'plain'?",
        ),
        (
            "style:\n  quotation-marks: {en: guillemets}",
            "2:25: unknown value of style 'quotation-marks' 'guillemets', known here: curly, straight, single",
        ),
        ("style: {french-spacing: {en: plain}}", "1:9: unknown style key 'french-spacing', known here: quotation-marks, names"),
        ("style: {quotation-marks: {frr: curly}}", "1:27: unknown language 'frr', did you mean 'fr'?"),
        ("style: {quotation-marks: [curly]}", "1:26: style 'quotation-marks' must be text, not a list"),
        ("style: plain", "1:8: 'style' must be a mapping (key: value), not text"),
    ],
)
def test_an_unknown_style_is_told_with_its_place(tmp_path: Path, text: str, expected: str) -> None:
    assert told(tmp_path, text) == (2, f"lint-news: .lint-news.yaml:{expected}")


def test_config_tells_an_unknown_style_too(tmp_path: Path) -> None:
    write(tmp_path, config="style: {french-spacng: plain}", a="Oui.\n")
    done = lint_news("config", "a.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"lint-news: .lint-news.yaml:1:9: unknown style key 'french-spacng'")


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("style: {french-spacing: plain, quotation-marks: {fr: guillemets, de: german}}", True),
        ("style: {names: Kiev}", True),
        ("style: {names: {fr: [Kiev], en: Kyiv}}", True),
        ("overrides: [{paths: a, style: {house-key: b}}]", True),
        ("style: plain", False),
        ("style: {french-spacing: [plain]}", False),
        ("style: {names: {fr: {a: b}}}", False),
    ],
)
def test_the_schema_knows_the_style(text: str, whole: bool) -> None:
    schema = json.loads((ROOT / "lint_news" / "config.schema.json").read_text(encoding="utf-8"))
    assert jsonschema.Draft202012Validator(schema).is_valid(yaml.safe_load(text)) is whole


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("    when: {quotation-mark: german}", "11:12: unknown style key 'quotation-mark', did you mean 'quotation-marks'?"),
        (
            "    when: {quotation-marks: [german, germann]}",
            "11:38: unknown value of style 'quotation-marks' 'germann', did you mean 'german'?",
        ),
    ],
)
def test_a_rule_for_an_unknown_style_is_told_with_its_place(tmp_path: Path, line: str, expected: str) -> None:
    lines = [line if "when:" in other else other for other in GERMAN.strip().splitlines()]
    write(tmp_path, rules="\n".join(lines), a="Oui.\n")
    done = lint_news("check", "--rules", "house.yaml", "a.txt", cwd=tmp_path)
    assert (done.returncode, done.stderr.decode().splitlines()[0]) == (2, f"lint-news: house.yaml:{expected}")


def test_an_override_chooses_for_its_own_keys(tmp_path: Path) -> None:
    config = "language: fr\nstyle:\n  french-spacing: plain\n  quotation-marks: {fr: guillemets}\n"
    config += "overrides:\n  - paths: [suisse.txt]\n    style: {french-spacing: none}\n"
    write(tmp_path, config=config, paris='Elle dit "oui"!\n', suisse='Elle dit "oui" !\n')
    lint_news("check", ".", "--fix", cwd=tmp_path)
    assert (tmp_path / "paris.txt").read_text(encoding="utf-8") == "Elle dit « oui » !\n"
    assert (tmp_path / "suisse.txt").read_text(encoding="utf-8") == "Elle dit «oui»!\n"
    shown = lint_news("config", "suisse.txt", cwd=tmp_path).stdout.decode()
    assert "style.french-spacing: none  (.lint-news.yaml:7)\n" in shown
    assert "style.quotation-marks.fr: guillemets  (.lint-news.yaml:4)\n" in shown
    told = json.loads(lint_news("config", "paris.txt", "--output-format", "json", cwd=tmp_path).stdout)
    assert told["style.french-spacing"] == {"value": "plain", "origin": ".lint-news.yaml:3"}


def test_a_comment_for_a_rule_of_another_style_is_not_unused() -> None:
    text = "Elle dit “oui”. [lint-news: ignore quotes/house-style]\n"
    assert [found.rule for found in Linter(language="fr").check_text(text)] == []


@lru_cache
def names_of(language: str, *forms: str) -> Linter:
    return Linter(language=language, select=["names"], style=choices({"names": forms}))


KIEV, KYIV, ZELENSKYY = "Kiev", "Kyiv", "Volodymyr Zelenskyy"


@pytest.mark.parametrize(
    ("language", "house", "text", "expected"),
    [
        ("en", KIEV, "Rain in Kyiv.", [("names/house", "Kyiv", "Kiev")]),
        ("en", KYIV, "Rain in Kiev, Kiev's mayor said.", [("names/house", "Kiev", "Kyiv")] * 2),
        ("fr", KYIV, "Il pleut à Kiev.", [("names/house", "Kiev", "Kyiv")]),
        ("fr", KYIV, "« Il pleut à Kiev », dit-il.", [("names/house", "Kiev", "Kyiv")]),
        ("fr", KYIV, "KIEV SOUS LA PLUIE", [("names/house", "KIEV", "KYIV")]),
        ("en", KYIV, "The Kiev Mayor spoke.", [("names/house", "Kiev", "Kyiv")]),
        (
            "en",
            ZELENSKYY,
            "Volodymyr Zelensky spoke. Mr. Zelensky left.",
            [("names/house", "Volodymyr Zelensky", ZELENSKYY), ("names/house", "Zelensky", "Zelenskyy")],
        ),
        ("en", "Sergey Lavrov", "Serguey Lavrov spoke.", [("names/known", "Serguey Lavrov", "Sergey Lavrov")]),
        ("en", "Sergei Lavrov", "Serguey Lavrov spoke.", [("names/known", "Serguey Lavrov", "Sergei Lavrov")]),
    ],
)
def test_the_house_s_form_of_a_name(language: str, house: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    found = names_of(language, house).check_text(text)
    assert [(one.rule, text[one.span.start : one.span.end], one.suggestions[0]) for one in found] == expected


@pytest.mark.parametrize(
    ("family", "language", "house", "text"),
    [
        ("the house's form", "en", KYIV, "Rain in Kyiv."),
        ("nothing chosen for it", "en", KYIV, "Rain in Odessa and Odesa's port."),
        ("paper", "en", KYIV, "The Kiev Post wrote."),
        ("club", "fr", KYIV, "Le Dynamo Kiev a gagné."),
        ("university", "en", "Mumbai", "She studied at the University of Bombay."),
        ("stock exchange", "en", "Mumbai", "The Bombay Stock Exchange fell."),
        ("dish", "en", KYIV, "They ate chicken Kiev."),
        ("dish", "fr", "Beijing", "Ils mangent un canard de Pékin."),
        ("somebody else of that surname", "en", ZELENSKYY, "Volodymyr Zelenskyy met Igor Zelensky."),
        ("a surname of nobody named in full", "en", ZELENSKYY, "The violinist Zelensky played."),
        ("words of an editor inside", "en", "Hillary Rodham Clinton", "It helps [Hillary] Clinton and Hillary [Clinton]."),
        ("the house's longer form", "en", "Ali Bongo Ondimba", "Ali Bongo Ondimba spoke."),
        ("son of the same name", "en", "Donald J. Trump", "Donald Trump Jr. spoke, and Donald Trump, Jr., left."),
        ("son with a name before", "fr", "Idriss Déby Itno", "Mahamat Idriss Deby a parlé."),
        ("two people of one form", "en", "George H.W. Bush", "George W. Bush and George Bush spoke."),
        ("a word in small letters", "en", "Guangzhou", "They met in a canton of Switzerland."),
        ("form of another language", "en", "Sergueï Lavrov", "Sergei Lavrov spoke."),
    ],
)
def test_names_that_are_left_alone(family: str, language: str, house: str, text: str) -> None:
    assert [one for one in names_of(language, house).check_text(text) if one.rule == "names/house"] == [], family


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("style: {names: Kyev}", "1:16: no known name is written 'Kyev', did you mean 'Kyiv'?"),
        (
            "style:\n  names:\n    - Kyiv\n    - Qwxz",
            "4:7: no known name is written 'Qwxz'; add the name to a list of your own",
        ),
        ("style: {names: {fr: [Kyiv, Kiev]}}", "1:28: 'Kyiv' and 'Kiev' are one name; choose one of them"),
        ("style: {names: George Bush}", "1:16: 'George Bush' is a form of two known names; choose one that is nobody else's"),
        ("style: {names: {tlh: Kyiv}}", "1:17: unknown language 'tlh', known here: en, fr"),
    ],
)
def test_an_unknown_name_is_told_with_its_place(tmp_path: Path, text: str, expected: str) -> None:
    assert told(tmp_path, text) == (2, f"lint-news: .lint-news.yaml:{expected}")


def test_names_by_language_and_of_a_list_of_one_s_own(tmp_path: Path) -> None:
    names = "names:\n  - {name: Ann Meyer, kind: person, forms: {en: [Ann Meyer, Anne Meyer], fr: [Ann Meyer, Anne Meyer]}}\n"
    config = "names: house.yaml\nstyle: {names: {fr: [Kiev, Anne Meyer], en: [Kyiv, Ann Meyer]}}\noverrides:\n"
    config += "  - {paths: [a.txt], language: fr}\n  - {paths: [b.txt], language: en}\n"
    text = "Kyiv, Kiev, Ann Meyer, Anne Meyer.\n"
    write(tmp_path, config=config, rules=names, a=text, b=text)
    done = lint_news("check", "--select", "names/house", ".", "--fix", "--unsafe", cwd=tmp_path)
    assert (tmp_path / "a.txt").read_text() == "Kiev, Kiev, Anne Meyer, Anne Meyer.\n", done.stderr
    assert (tmp_path / "b.txt").read_text() == "Kyiv, Kyiv, Ann Meyer, Ann Meyer.\n"
    assert (
        "style.names.fr: Kiev, Anne Meyer  (.lint-news.yaml:2)\n" in lint_news("config", "a.txt", cwd=tmp_path).stdout.decode()
    )


def test_many_names_cost_their_length() -> None:
    started = time.perf_counter()
    names_of("en", ZELENSKYY).check_text("Volodymyr Zelensky spoke. Zelensky left Kiev. " * 3_000)
    assert time.perf_counter() - started < 10
