"""Unnamed sources: crowds of them cost what they are long."""

from __future__ import annotations

import pytest

from lint_news import Linter
from lint_news.document import Document
from tests.conftest import Check
from tests.growth import grows_linearly

CROWDS = [
    ("placed, no reason", "fr", "Selon une source diplomatique, il part. "),
    ("a study of nobody", "en", "A study says that Jens Stoltenberg left. "),
    ("introduced by a name", "en", "Researchers of Lille left. The researchers said so. "),
    ("never introduced", "en", "The researchers said that he left. "),
    ("all in one sentence", "fr", "selon une source diplomatique sous couvert d'anonymat et "),
]


@pytest.mark.parametrize(("language", "unit"), [row[1:] for row in CROWDS], ids=[row[0] for row in CROWDS])
def test_the_cost_grows_with_the_number_of_sources(language: str, unit: str) -> None:
    """Twice the sources take less than three times the time; the annotations are made before."""
    linter = Linter(select=["attribution"])
    annotated = {}

    def annotate(number: int) -> str:
        text = unit * number
        annotated[text] = linter.annotate(Document(text, language=language))
        linter.check_story(annotated[text])
        return text

    grows_linearly(lambda text: linter.check_story(annotated[text]), annotate, 5_000)


@pytest.mark.parametrize(
    ("family", "language", "text"),
    [
        ("idiom", "en", "All told, up to 40 villages are empty."),
        ("idiom", "fr", "Cela dit, les villages sont vides."),
        ("what one writes for a living", "en", "When two businesses write a contract, both win."),
        ("a service", "fr", "Beaucoup n'ont pas assuré de services vers l'île."),
        (
            "what is announced, behind its verb",
            "fr",
            "Hier matin, l'organe qui réunit les deux partis, a annoncé les candidats.",
        ),
        ("who closes the sentence", "en", "A witness said that it was late, the report said."),
        ("who closes the sentence", "fr", "Beaucoup y voient un encouragement, selon la correspondante Anne Lee."),
        ("who closes the sentence", "fr", "Des experts prédisent la fin de la ville, ajoute M. Boyle."),
        ("who sues alleges it", "en", "The firm was sued for allegedly taking money."),
        ("an answer without words", "fr", "Certains experts ont répondu au message avec des photos."),
        ("a participle", "en", "Hundreds of letters came, many addressed to the mayor."),
        ("who shows how they are", "en", "Republicans show how late they are."),
        ("what is counted are no people", "en", "Several states have rejected the bill."),
        ("experts of a body", "fr", "Les experts de l'OMS ont déclaré que tout va bien."),
        ("speech before its speaker", "fr", "« Il y a beaucoup d'hommes qui servent là », me dit l'une des fidèles."),
        ("an interview", "en", "Q: Is it late?\n\nA: Experts say so.\n\nQ: Why?\n\nA: It is."),
        ("polls named before", "en", "A Gallup poll came in May. The polls say that it is late."),
        ("a test", "fr", "Un test d'anticorps peut vous dire si vous êtes malade."),
        ("on its terms", "en", "Some guards said on condition of anonymity that it is late."),
        ("on its terms", "fr", "Trois médecins à qui j'ai parlé officieusement ont déclaré que tout va bien."),
        ("both", "en", "The talks broke down, both sides said."),
        ("hearsay with its source", "en", "The secretary reportedly plans to step in, Reuters said."),
        ("figures of a body", "en", "Prices rose, figures from the estate agents' association showed."),
        ("what people ask for", "en", "People ask for the latest book, and leave."),
        ("a crowd heard", "en", "Residents in the gallery shouted that it was a shame."),
        ("a crowd heard", "fr", "Des manifestants ont scandé que tout est perdu."),
        ("what somebody had thought", "en", "It began earlier than historians had thought."),
        ("who was asked", "fr", "Trois hommes ont été arrêtés, a-t-on appris auprès du parquet."),
        ("what is the traders'", "en", "The council backs it despite traders’ protest."),
        ("a maxim", "fr", "Nul n'est censé ignorer la loi."),
        ("a saying", "fr", "Nul n'est censé ignorer la loi, dit-on."),
        ("a hedge", "fr", "Il semblerait que ce soit le cas."),
        ("what somebody looks into", "fr", "La Fifa cherche à comprendre pourquoi la Caf aurait accepté cette dette."),
        ("an account", "fr", "Ils ont livré des récits de tortures qui auraient été commises en mai."),
        (
            "a comparison",
            "fr",
            "Il y a plus de femmes que d'hommes qui ont dit non. Plus de femmes que d'hommes ont déclaré non.",
        ),
        ("a document of a body", "fr", "Des courriels internes de la Fifa indiquent que tout va bien."),
        ("another of a group", "fr", "« Priez pour nous », dit un autre."),
        (
            "a study named further on",
            "en",
            "A study says that it is late. It rains. The study, published in Nature, took years.",
        ),
        (
            "a study named further on",
            "fr",
            "Selon une étude, il est tard. Il pleut. L'étude, publiée dans Nature, a duré des années.",
        ),
        (
            "researchers of a study named further on",
            "fr",
            "Selon une étude, il est tard. Les chercheurs affirment qu'il pleut. L'étude, publiée dans Nature, a duré.",
        ),
        ("an expert named at once", "en", "Another expert says that it is late. “It is,” said Rita Katz."),
        ("an expert named at once", "fr", "Un autre expert estime qu'il est tard. « Oui », note Rita Katz."),
        ("reproaches", "fr", "De nombreuses critiques, au sein même de son camp, ont suivi, demandant son départ."),
        (
            "a headline that the lead bears out",
            "fr",
            "Anne Lee aurait reçu 45 euros\n\nLe Monde affirme qu'elle aurait reçu 45 euros.",
        ),
        ("leaders of a place", "fr", "Les dirigeants ouest-africains ont conclu que cela suffit."),
        ("research of a body", "en", "Research by Yale suggests that it is late. Figures from the ministry show it."),
        ("who held the march", "fr", "Ils étaient 3 000, d'après les organisateurs."),
        ("who held the march", "en", "It is late, according to the organizers."),
        ("a report of its own", "en", "Tarnholm employs 5,200 people, according to its annual report."),
        ("what others announce of theirs", "fr", "Beaucoup partent, et d'autres ont annoncé leur intention de partir."),
        (
            "who was asked in a named poll",
            "fr",
            "L'enquête de Gallup est là. De l'avis des personnes interrogées, il est tard.",
        ),
        ("these, told of before", "fr", "Deux chercheurs sont venus. Ces chercheurs constatent qu'il est tard."),
        ("these, told of before", "en", "A researcher came. These researchers say that it is late."),
        (
            "who reports it closes the sentence",
            "fr",
            "Beaucoup y voient un tournant, selon la correspondante de BBC Afrique à Abidjan.",
        ),
        ("data in brackets' distance", "fr", "Selon des données (non publiées) fournies par le ministère, il est tard."),
        ("a gerund that goes on", "fr", "Pendant plusieurs mois, tout en continuant à le voir, elle est partie."),
    ],
)
def test_no_vague_source(check: Check, family: str, language: str, text: str) -> None:
    rules = ("attribution/vague-source", "attribution/hearsay", "attribution/passive-without-agent")
    assert [line for rule in rules for line in check(text, language, rule)] == [], family


@pytest.mark.parametrize(
    ("language", "text", "rule"),
    [
        ("en", "Experts told him that all is lost.", "attribution/vague-source"),
        ("en", "Figures show that it is late.", "attribution/vague-source"),
        ("en", "Research suggests that it is late.", "attribution/vague-source"),
        ("en", "There is speculation that it will close.", "attribution/passive-without-agent"),
        ("fr", "De source sûre, il est tard.", "attribution/anonymous-without-reason"),
        ("fr", "Il a été décidé que les concerts seraient supprimés.", "attribution/passive-without-agent"),
        ("en", "It was decided that the concerts would end.", "attribution/passive-without-agent"),
        ("fr", "Les vannes auraient été ouvertes trop tard.", "attribution/hearsay"),
        ("fr", "Source : médias divers", "attribution/vague-credit"),
        ("fr", "Sources : presse et internet", "attribution/vague-credit"),
        ("fr", "Beaucoup y voient la fin d'une époque.", "attribution/vague-source"),
        ("fr", "On apprend aussi que la salle fermera.", "attribution/passive-without-agent"),
        ("fr", "Des organisateurs affirment qu'il est tard.", "attribution/vague-source"),
        ("en", "Source: Various media", "attribution/vague-credit"),
        ("en", "The secretary reportedly plans to step in.", "attribution/hearsay"),
        ("fr", "Le président de la firme aurait menacé de partir.", "attribution/hearsay"),
        ("fr", "Trois passagers seraient morts.", "attribution/hearsay"),
        ("fr", "Une partie des bijoux aurait été revendue.", "attribution/hearsay"),
        ("fr", "Selon Anne Dupont, il pleut.\n\nLe chef aurait quitté le pays.", "attribution/hearsay"),
        ("en", "It is an air that critics blame for the rain.", "attribution/vague-source"),
        ("en", "The polls say that it is late.", "attribution/vague-source"),
        ("fr", "Les sondages lui attribuent 5 % des voix.", "attribution/vague-source"),
        ("fr", "Des experts ont assuré que tout va bien.", "attribution/vague-source"),
        ("fr", "Le pont, ont annoncé les experts, sera fermé.", "attribution/vague-source"),
        ("fr", "Le maire est censé vivre à l'étranger.", "attribution/hearsay"),
        ("fr", "Beaucoup partent, et d'autres ont annoncé la fin.", "attribution/vague-source"),
        ("fr", "De nombreux critiques affirment qu'il est tard.", "attribution/vague-source"),
        ("fr", "Anne Lee aurait reçu 45 euros\n\nElle est partie.", "attribution/hearsay"),
        ("fr", "Le magasin va fermer, dit-on.", "attribution/hearsay"),
        ("fr", "Des témoignages l'accablent. Il aurait été tué en mai.", "attribution/hearsay"),
        ("fr", "Selon une étude, il est tard. Il pleut. L'étude a duré des années.", "attribution/vague-source"),
        ("fr", "Comme l'ont montré des études, il est tard.", "attribution/vague-source"),
        ("fr", "Ces experts affirment qu'il est tard.", "attribution/vague-source"),
        ("fr", "Beaucoup y voient un tournant, selon Rita Katz de Yale, qui est partie.", "attribution/vague-source"),
        ("en", "These researchers say that it is late.", "attribution/vague-source"),
        ("fr", "Des données montrent qu'il est tard, fournies par le gouvernement.", "attribution/vague-source"),
    ],
)
def test_look_alikes_of_those_that_pass(check: Check, language: str, text: str, rule: str) -> None:
    assert [line.split()[1] for line in check(text, language, rule)] == [rule]


@pytest.mark.parametrize(
    ("language", "text", "severity"),
    [
        ("en", "Analysts say that it is late. “It is,” said Rita Katz, an analyst at Sea.", "info"),
        ("en", "Recent polls show that 12 percent agree. A Gallup poll has 14 percent.", "info"),
        ("en", "Rita Katz said that it grew, citing statistics.", "info"),
        ("en", "It grew, citing statistics.", "warning"),
        ("en", "Rita Katz said that it grew, according to statistics.", "warning"),
        ("fr", "Rita Katz dit que cela grandit, citant des sources.", "info"),
        ("en", "Another expert says that it is late. It rains.", "warning"),
        ("en", "Some complain that it is late. “It is,” said Rita Katz.", "info"),
        ("en", "Sources told Reuters that it is late.", "info"),
        ("en", "Sources told him that it is late.", "warning"),
        ("fr", "Des sources ont dit à l'AFP qu'il est tard.", "info"),
        ("en", "Witnesses described it as late. “It was,” said Rita Katz.", "info"),
        ("en", "Experts say that it is late. “It was,” said Rita Katz.", "info"),
        ("en", "Many say that it is late. Many others left with Rita Katz.", "warning"),
        ("fr", "Selon les analystes, il est tard. « Oui », dit Rita Katz, analyste chez Sea.", "info"),
    ],
)
def test_one_of_a_kind_named_next_makes_it_an_info(linter: Linter, language: str, text: str, severity: str) -> None:
    found = [d.severity for d in linter.check_text(text, language=language) if d.rule == "attribution/vague-source"]
    assert found[:1] == [severity]


# What stands before and behind, so that the sentence between is no lead.
_LEAD = {"en": "It rains. " * 5, "fr": "Il pleut. " * 5}


@pytest.mark.parametrize(
    ("language", "text", "severity"),
    [
        # Somebody speaks in the next sentence, or was quoted in the one before.
        ("fr", "Les experts pensent qu'il est tard. Rita Katz souligne que oui.", "info"),
        ("fr", "Les experts pensent qu'il est tard. Il neige. Rita Katz souligne que oui.", "info"),
        ("fr", "Les experts pensent qu'il est tard. Il neige. Il vente. Rita Katz souligne que oui.", "warning"),
        ("fr", "« Oui », dit Rita Katz. Les médecins signalent qu'il est tard.", "info"),
        ("en", "Experts think that it is late. Rita Katz said so.", "info"),
        ("en", "“It is,” said Rita Katz. Doctors say that it is late.", "info"),
        ("fr", "L'un des plus ardents partisans est Igor Lee. Les partisans de la loi estiment qu'il est tard.", "info"),
        # Not where the next speaker may be the one that they are against, nor for those who stay hidden.
        ("en", "Critics say that it is late. “It isn't,” said Rita Katz.", "warning"),
        ("fr", "Les détracteurs disent qu'il est tard. « Non », dit Rita Katz.", "warning"),
        ("en", "Sources say that it is late. “It is,” said Rita Katz.", "warning"),
        # "Some" may be anybody: only a quotation tells who.
        ("fr", "Beaucoup pensent qu'il est tard. Rita Katz souligne que oui.", "warning"),
        ("fr", "Beaucoup pensent qu'il est tard. « Oui », souligne Rita Katz.", "info"),
        ("fr", "« Oui », souligne Rita Katz. Beaucoup pensent qu'il est tard.", "info"),
        ("en", "“Yes,” said Rita Katz. Many say that it is late.", "info"),
        # What somebody with a name says of them is theirs; what one source has seen tells how it knows.
        ("fr", "Rita Katz souligne que beaucoup d'experts affirment que non.", "info"),
        ("en", "Rita Katz said that many experts say it is late.", "info"),
        ("fr", "C'est tard, a expliqué une source qui a vu le rapport.", "info"),
        ("en", "A source who has seen the report said so.", "info"),
        # A pronoun is as good as the name it stands for: that of an unnamed expert is not.
        ("en", "Rita Katz was there. “It is late,” she said. Doctors say that it is late.", "info"),
        ("en", "“It is late,” he said. Doctors say that it is late.", "warning"),
        ("en", "An expert spoke. “It is late,” he said. Doctors say that it is late.", "warning"),
        # Others besides somebody.
        ("en", "Rita Katz and others said that it is late.", "info"),
        ("en", "But others said that it is late.", "warning"),
        ("fr", "C'est ce qu'elle - et d'autres - considéraient comme une faute.", "info"),
    ],
)
def test_a_neighbour_with_a_name_makes_it_an_info(linter: Linter, language: str, text: str, severity: str) -> None:
    story = f"{_LEAD[language]}{text} {_LEAD[language]}"
    found = [d.severity for d in linter.check_text(story, language=language) if d.rule == "attribution/vague-source"]
    assert found == [severity]


@pytest.mark.parametrize(
    ("language", "text", "severity"),
    [
        ("en", "Scientists say that it is late. {} Rita Katz of Yale said so.", "info"),
        ("fr", "Les scientifiques affirment qu'il est tard. {} Selon Rita Katz, de Yale, oui.", "info"),
        ("fr", "Les scientifiques affirment qu'il est tard. {} Rita Katz est venue.", "warning"),
        ("fr", "Selon certaines sources, il est tard. {} Selon Rita Katz, de Yale, oui.", "warning"),
        ("fr", "{} Les scientifiques affirment qu'il est tard. {} Selon Rita Katz, de Yale, oui.", "warning"),
    ],
)
def test_a_lead_sums_up_whom_the_story_names(linter: Linter, language: str, text: str, severity: str) -> None:
    story = text.replace("{}", _LEAD[language].strip())
    found = [d.severity for d in linter.check_text(story, language=language) if d.rule == "attribution/vague-source"]
    assert found == [severity]


def test_a_verb_far_from_its_source_is_not_shown(linter: Linter) -> None:
    text = (
        "Une petite étude récente a examiné les effets du jeûne sur ceux qui font du sport en salle et a constaté qu'il aide."
    )
    found = [d for d in linter.check_text(text, language="fr") if d.rule == "attribution/vague-source"]
    assert [text[d.span.start : d.span.end] for d in found] == ["Une petite étude récente"]
