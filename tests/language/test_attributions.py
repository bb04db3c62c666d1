"""Who says it, by which word: a table of sentences with the source, the cue and the kind of the source that they hold."""

from __future__ import annotations

import pytest

from lint_news import Linter
from lint_news.document import Document
from tests.growth import grows_linearly

ENGLISH = [
    ("sighs, behind direct speech", "“It rains,” sighed Rita Katz.", [("Rita Katz", "sighed", "person")]),
    ("only sighs", "Rita Katz sighed and left.", []),
    (
        "whose clause a document closes",
        "A source who read the report said so.",
        [("A source", "said", "unnamed")],
    ),
    ("direct, behind", "“We leave,” said Rita Katz, the director.", [("Rita Katz", "said", "person")]),
    ("direct, name before", "“We leave,” Katz said on Monday.", [("Katz", "said", "person")]),
    ("a role of a paper", "It rains, according to the curator of Vogue.", [("the curator of Vogue", "according to", "role")]),
    ("direct, a role", "“We leave,” said the mayor of Lille.", [("the mayor of Lille", "said", "role")]),
    ("indirect", "The State Department said that it will review them.", [("The State Department", "said", "organisation")]),
    ("inverted behind a comma", "It has doubled, said Rita Katz, who leads it.", [("Rita Katz", "said", "person")]),
    ("apposition", "Tad Devine, a senior adviser, told Reuters so.", [("Tad Devine", "told", "person")]),
    ("role, then the name", "The mayor, Rita Katz, said so.", [("The mayor, Rita Katz", "said", "person")]),
    ("relative clause", "Trump, who has relied on fervor, has said that.", [("Trump", "has said", "person")]),
    ("brackets", "Sen. Chuck Grassley (R-Iowa) said so.", [("Sen. Chuck Grassley", "said", "person")]),
    ("a day between", "Grassley on Wednesday denounced it.", [("Grassley", "denounced", "person")]),
    ("phrase led by its head", "A spokesman for the campaign said so.", [("A spokesman for the campaign", "said", "role")]),
    ("expression", "According to Maria Cantwell, it rains.", [("Maria Cantwell", "According to", "person")]),
    ("adverb", "Katz forcefully rejected the claim.", [("Katz", "forcefully rejected", "person")]),
    ("coordination", "Katz met the mayor and said so.", [("Katz", "said", "person")]),
    ("participle", "Katz left the room, saying that it was late.", [("Katz", "saying", "person")]),
    ("passive agent", "It was described by Katz as late.", [("Katz", "was described by", "person")]),
    ("a poll", "The poll found that 12 percent agree.", [("The poll", "found", "document")]),
    ("several unnamed", "Experts believe that it will last.", [("Experts", "believe", "unnamed")]),
    ("a far predicate", "Sources close to her campaign say so.", [("Sources close to her campaign", "say", "unnamed")]),
    ("relative of unnamed", "People who live there say so.", [("People", "say", "unnamed")]),
    ("verbs that lead to one", "Katz went on to say that it rains.", [("Katz", "went on to say", "person")]),
    ("by and a gerund", "Katz left the room by saying that it rains.", [("Katz", "saying", "person")]),
    ("parenthesis at the end", "It was sold in May, the AP reported.", [("the AP", "reported", "organisation")]),
    ("parenthesis with a day", "It was sold in May, Politico reported in June.", [("Politico", "reported", "person")]),
    ("reduced relative", "A poll released Friday found that it rains.", [("A poll", "found", "document")]),
    ("with and a gerund", "It ended, with both unions calling for a strike.", [("both unions", "calling", "unnamed")]),
    ("negation", "Katz doesn't believe it.", [("Katz", "doesn't believe", "person")]),
    ("expression", "Katz made it clear that it rains.", [("Katz", "made it clear", "person")]),
    ("stance", "Katz is skeptical of the plan.", [("Katz", "is skeptical", "person")]),
    ("noun and from", "The plan met criticism from many unions.", [("many unions", "criticism from", "unnamed")]),
    (
        "noun and among",
        "It grew out of discontent with the political system among many liberals.",
        [("many liberals", "discontent", "unnamed")],
    ),
    ("several polls", "In the latest polls, she leads.", [("the latest polls", "In", "document")]),
    ("a verb that helps", "The report helps explain why it rains.", [("The report", "helps explain", "document")]),
    ("an adverb tells a verb", "The chancellery also rejected it.", [("The chancellery", "also rejected", "role")]),
    (
        "a negation tells a verb",
        "The conference call did not mention it.",
        [("The conference call", "did not mention", "role")],
    ),
    ("a noun no list knows", "The greens have blamed the mayor.", [("The greens", "have blamed", "role")]),
    (
        "a study and its participle",
        "A study tracking iodine levels in children has revealed that it rains.",
        [("A study tracking iodine levels in children", "has revealed", "document")],
    ),
    ("organisation with that", "His team believes that it rains.", [("His team", "believes", "organisation")]),
    (
        "headline before a colon",
        "Katz: I Still Believe It.\n\n“Yes,” said Rita Katz.",
        [("Katz", ":", "person"), ("Rita Katz", "said", "person")],
    ),
    (
        "a place in the insertion",
        "Sandy Katz, who lived in Aurora, Colorado, in July, said so.",
        [("Sandy Katz", "said", "person")],
    ),
    ("double hyphens", "The justice -- who was busy over the past days -- said so.", [("The justice", "said", "role")]),
    ("a name in an apposition", "And a third, Daniel Katz, said so.", [("a third, Daniel Katz", "said", "person")]),
    ("a first name that is a modal", "“We leave,” said Will Katz, a farmer.", [("Will Katz", "said", "person")]),
    (
        "a list of what somebody did",
        "The president praised Katz as a good candidate, mocked her party and left.",
        [("The president", "praised", "role"), ("The president", "mocked", "role")],
    ),
    (
        "a role and a title with its name",
        "The other candidate on the stage, former mayor Rita Katz, said so.",
        [("The other candidate on the stage, former mayor Rita Katz", "said", "person")],
    ),
    (
        "a role and its name behind a clause",
        "Mr. Sanders stays in the race, his top aide, Tad Devine, told Reuters.",
        [("his top aide, Tad Devine", "told", "person")],
    ),
    (
        "a word in quotation marks",
        "Rita Katz, the writer known as “Guccifer,” stated that it rains.",
        [("Rita Katz", "stated", "person")],
    ),
    (
        "quoted words before a dash",
        'A spokesman for the firm - a business called "the last resort" - noted that it rains.',
        [("A spokesman for the firm", "noted", "role")],
    ),
    (
        "a participle opens",
        "Speaking on Sunday in Iowa, Katz left the stage, saying that it was late.",
        [("Katz", "saying", "person")],
    ),
    ("an adverb opens", "Shortly after the vote, Katz left, saying that it was late.", [("Katz", "saying", "person")]),
    (
        "a newer subject",
        "When the mayor said that it rains, Katz left the stage, repeating that it was late.",
        [("the mayor", "said", "role"), ("Katz", "repeating", "person")],
    ),
    ("a number of thousands", "At least 21,000 said that it rains.", [("21,000", "said", "document")]),
    ("people by thousands", "Some 50,000 people said so.", [("Some 50,000 people", "said", "unnamed")]),
    (
        "a court in the end",
        "He took the money for years, Leeds Crown Court heard.",
        [("Leeds Crown Court", "heard", "organisation")],
    ),
    (
        "a forecast of something",
        "The bank expects the economy to grow by 2 percent.",
        [("The bank", "expects", "organisation")],
    ),
    ("a forecast", "The company expects 85 million pounds.", [("The company", "expects", "organisation")]),
    ("one of them", "One of them told me that it rains.", [("One of them", "told", "unnamed")]),
    (
        "one of them and a name",
        "One of them, the Katz Group, said so.",
        [("One of them, the Katz Group", "said", "organisation")],
    ),
    ("it, a body", "It said that it rains.", [("It", "said", "pronoun")]),
    (
        "a role and its name behind the verb",
        "“We won,” said the lead author, Femke de Groot-Jansen.",
        [("the lead author, Femke de Groot-Jansen", "said", "person")],
    ),
    ("a role and a place", "“We won,” said a resident, New York.", [("a resident", "said", "unnamed")]),
    (
        "a dateline and an apposition",
        "MANCHESTER, England, 24 November 2026 – Caredesk, a firm from Leeds, said so.",
        [("Caredesk", "said", "person")],
    ),
    (
        "a bank by its country",
        "Norway's central bank kept its rate and said so.",
        [("Norway's central bank", "said", "organisation")],
    ),
    (
        "a column and its writer",
        "Ted Katz, by contrast, wrote an article about Congress.",
        [("Ted Katz", "wrote", "person")],
    ),
    (
        "a noun no list knows, with its name",
        "“It rains,” says the marine zymologist Owen Farraday, who led it.",
        [("the marine zymologist Owen Farraday", "says", "person")],
    ),
    ("a ratio", "Nearly nine out of 10 say that it rains.", [("nine out of 10", "say", "document")]),
    ("a poll behind its number", "She leads by 5 points in a Gallup poll.", [("a Gallup poll", "in", "document")]),
    (
        "a document with a participle",
        "It rains, according to emails unearthed in May.",
        [("emails", "according to", "document")],
    ),
    ("a letter that urges", "A petition calling on him to leave was signed.", [("A petition", "calling", "document")]),
    (
        "who released a statement",
        "The Katz campaign released a statement saying that it rains.",
        [("The Katz campaign", "released a statement", "organisation"), ("The Katz campaign", "saying", "organisation")],
    ),
    (
        "a clause beside a statement",
        "Katz said that it rains, but the unions believe that it snows.",
        [("Katz", "said", "person"), ("the unions", "believe", "unnamed")],
    ),
    ("headline", "Ted Cruz Denounces The New Trade Agreement.", [("Ted Cruz", "Denounces", "person")]),
]
FRENCH = [
    ("notes, behind a comma", "Il pleut, relève la mairie.", [("la mairie", "relève", "organisation")]),
    ("estimates, between commas", "Les prix, calcule le maire, ont monté.", [("le maire", "calcule", "role")]),
    (
        "writes, before a quotation",
        "Il pleut, écrit le directeur, « ce qui laisse un espoir ».",
        [("le directeur", "écrit", "role")],
    ),
    ("see in it", "Certains y voient un défaut.", [("Certains", "y voient", "unnamed")]),
    ("sources, whatever they do", "Plusieurs sources évoquent un retour.", [("Plusieurs sources", "évoquent", "unnamed")]),
    ("a film", "Plusieurs films évoquent un retour.", []),
    ("a verb that ends its sentence", "Rita Katz. « Remontez », précise. Il part.", []),
    ("of a kind", "De source policière, il pleut.", [("source policière", "De", "unnamed")]),
    ("of a kind, behind", "Il pleut, de sources concordantes.", [("sources concordantes", "de", "unnamed")]),
    ("a source of water", "L'eau est de source naturelle.", []),
    ("notes, behind direct speech", "« Il pleut », note Rita Katz.", [("Rita Katz", "note", "person")]),
    ("a note that is none", "La note Rita Katz est salée.", []),
    ("is annoyed", "« Il pleut », s'agace Rita Katz.", [("Rita Katz", "s'agace", "person")]),
    ("annoys", "La mesure agace Rita Katz.", []),
    ("bets that", "Rita Katz parie qu'il pleut.", [("Rita Katz", "parie", "person")]),
    ("develops a thing", "Rita Katz a développé un logiciel.", []),
    (
        "remembers",
        "Rita Katz, une éleveuse qui vend ses œufs, se souvient qu'il pleut.",
        [("Rita Katz", "se souvient", "person")],
    ),
    ("a gerund", "Le ministre s'est défendu en expliquant qu'il pleut.", [("Le ministre", "expliquant", "role")]),
    ("no speech", "Le ministre, tout en continuant à le voir, est parti.", []),
    ("has calculated", "AidData a calculé qu'il pleut.", [("AidData", "a calculé", "person")]),
    ("as a trial shows", "Il pleut, comme le montre un essai.", [("un essai", "comme le montre", "document")]),
    (
        "leaked papers",
        "Les documents ayant fait l'objet d'une fuite montrent qu'il pleut.",
        [("Les documents", "montrent", "document")],
    ),
    ("a note between", "Il pleut, commente dans une note Julien Castaing.", [("Julien Castaing", "commente", "person")]),
    ("has it known, inverted", "Il pleut, a fait savoir Enedis.", [("Enedis", "a fait savoir", "person")]),
    ("wants to add, inverted", "Il pleut, a tenu à préciser Marc Dupont.", [("Marc Dupont", "a tenu à préciser", "person")]),
    ("a station", "« Il pleut », a dit Anne Dupont au micro de France Culture.", [("Anne Dupont", "a dit", "person")]),
    ("a station alone", "Il pleut, au micro de France Culture.", [("France Culture", "au micro de", "person")]),
    (
        "a day between",
        "Les tarifs augmenteront, a annoncé mardi la Commission de régulation de l'énergie (CRE).",
        [("la Commission de régulation de l'énergie", "a annoncé", "organisation")],
    ),
    ("a day in commas between", "Il pleut, a annoncé, lundi, la mairie.", [("la mairie", "a annoncé", "organisation")]),
    ("a day behind", "Il pleut, a annoncé la police lundi.", [("la police", "a annoncé", "organisation")]),
    ("a side between", "« Il pleut », assure de son côté la préfecture.", [("la préfecture", "assure", "organisation")]),
    ("a hearer between", "« Il pleut », a déclaré à l'AFP Jean Martin.", [("Jean Martin", "a déclaré", "person")]),
    (
        "a day and a hearer between",
        "Le site ferme, a précisé mercredi à l'AFP la préfecture.",
        [("la préfecture", "a précisé", "organisation")],
    ),
    (
        "a noun no list knows, with its name",
        "Le musée ouvre, a confirmé l'échansonne de la Culture, Nadia Belkacem.",
        [("l'échansonne de la Culture, Nadia Belkacem", "a confirmé", "person")],
    ),
    ("thrown in, perfect", "« Il pleut », a-t-il lancé.", [("il", "a-t-il lancé", "pronoun")]),
    ("within the marks, perfect", "« Oui, a-t-il expliqué aux sénateurs. On peut. »", [("il", "a-t-il expliqué", "pronoun")]),
    (
        "a report by which",
        "Un rapport de l'Insee, selon lequel il pleut, est là.",
        [("Un rapport de l'Insee", "selon lequel", "document")],
    ),
    (
        "a firm and its name",
        "Le groupe familial Trévidic dit qu'il part.",
        [("Le groupe familial Trévidic", "dit", "organisation")],
    ),
    ("a minister and his name", "Le ministre Dupont dit qu'il part.", [("Le ministre Dupont", "dit", "person")]),
    ("for somebody", "Pour Anne Dupont, il est tard.", [("Anne Dupont", "Pour", "person")]),
    ("for a professor", "Pour le professeur Jean Dupont, il est tard.", [("le professeur Jean Dupont", "Pour", "person")]),
    ("within the marks", "« Il pleut, insiste-t-il, et il neige. »", [("il", "insiste", "pronoun")]),
    ("within the marks, a name", "« Il pleut, dit Anne Dupont, et il neige. »", [("Anne Dupont", "dit", "person")]),
    ("within the marks, behind", "« C'est vrai, a expliqué M. Dupont. Il neige. »", [("M. Dupont", "a expliqué", "person")]),
    ("thrown in", "« Il pleut », lance-t-elle.", [("elle", "lance", "pronoun")]),
    ("smiled", "« Il pleut », sourit Anne Dupont.", [("Anne Dupont", "sourit", "person")]),
    (
        "a role and its name behind the verb",
        "« Il pleut », a annoncé le procureur de la République de Lille, Étienne Vasseur-Lamy.",
        [("le procureur de la République de Lille, Étienne Vasseur-Lamy", "a annoncé", "person")],
    ),
    (
        "a role and its name behind an expression",
        "Il pleut, selon son président, Marc Dupont.",
        [("son président, Marc Dupont", "selon", "person")],
    ),
    (
        "the last bulletin",
        "Il pleut, selon le dernier bulletin de Météo-France.",
        [("le dernier bulletin de Météo-France", "selon", "document")],
    ),
    ("avowal", "De l'aveu même de Mme Dupont, il pleut.", [("Mme Dupont", "De l'aveu même de", "person")]),
    ("what explains", "Le prix baisse, ce qui explique la hausse.", [("qui", "explique", "none")]),
    (
        "a title and an apposition",
        "Le Dr Rodgers, responsable du programme, renseigne que la plante pousse.",
        [("Le Dr Rodgers", "renseigne", "person")],
    ),
    ("could establish", "L'Insee a pu constater que le prix baisse.", [("L'Insee", "a pu constater", "organisation")]),
    (
        "a paper and its name",
        "Le journal anglais The Guardian a rapporté que le prix baisse.",
        [("Le journal anglais The Guardian", "a rapporté", "organisation")],
    ),
    ("terms of a document", "Aux termes de l'accord signé, il paie.", [("l'accord signé", "Aux termes de", "document")]),
    ("an acronym in small letters", "Elle est mortelle selon l'oms.", [("l'oms", "selon", "organisation")]),
    ("direct, behind", "« Oui », a déclaré Jean Dupont.", [("Jean Dupont", "a déclaré", "person")]),
    ("inverted pronoun", "« Non », a-t-il ajouté.", [("il", "a-t-il ajouté", "pronoun")]),
    ("pronoun behind", "« Oui », dit-il.", [("il", "dit", "pronoun")]),
    ("behind a comma", "Il viendra, a indiqué le ministère.", [("le ministère", "a indiqué", "organisation")]),
    ("phrase led by its head", "Le porte-parole du ministère a dit oui.", [("Le porte-parole du ministère", "a dit", "role")]),
    ("apposition", "Jean Dupont, directeur de l'Institut, estime que oui.", [("Jean Dupont", "estime", "person")]),
    ("indefinite article", "Des experts affirment que oui.", [("Des experts", "affirment", "unnamed")]),
    ("most of them", "La plupart des observateurs pensent que oui.", [("La plupart des observateurs", "pensent", "unnamed")]),
    ("media", "Les médias ont rapporté que non.", [("Les médias", "ont rapporté", "media")]),
    ("selon", "Selon le ministre de la Défense, oui.", [("le ministre de la Défense", "Selon", "role")]),
    ("d'après", "D'après une source diplomatique, non.", [("une source diplomatique", "D'après", "unnamed")]),
    ("selon l'", "Selon l'ONU, 300 personnes sont mortes.", [("l'ONU", "Selon", "organisation")]),
    ("reflexive", "Mme Dupont s'est dite inquiète.", [("Mme Dupont", "s'est dite", "person")]),
    ("agent", "Il a été accusé par Amnesty International.", [("Amnesty International", "a été accusé par", "organisation")]),
    ("verbs that lead to one", "Le maire tient à rappeler la loi.", [("Le maire", "tient à rappeler", "role")]),
    ("one verb of two", "Le maire n'a pas souhaité répondre.", [("Le maire", "n'a pas souhaité répondre", "role")]),
    ("expression", "L'ONU a tiré la sonnette d'alarme.", [("L'ONU", "a tiré la sonnette d'alarme", "organisation")]),
    ("reflexive expression", "Le syndicat s'oppose à la loi.", [("Le syndicat", "s'oppose à", "organisation")]),
    ("reduced relative", "Une étude publiée en mai révèle que oui.", [("Une étude publiée", "révèle", "document")]),
    (
        "speaker before a quotation",
        "Dupont : « Nous tiendrons »\n\n« Oui », a dit Jean Dupont.",
        [("Dupont", ":", "person"), ("Jean Dupont", "a dit", "person")],
    ),
    ("any of a trade", "Des motards affirment que oui.", [("Des motards", "affirment", "unnamed")]),
    (
        "media behind a comma",
        "Il doit un million, rapportent les médias locaux.",
        [("les médias locaux", "rapportent", "media")],
    ),
    ("a place in an apposition", "La ministre, en visite à Lyon, Rhône, a promis.", [("La ministre", "a promis", "role")]),
    ("no adverb", "Le gouvernement affirme avoir gagné.", [("Le gouvernement", "affirme", "organisation")]),
]
# Words that are no cues: nouns, objects, passives, the words of others.
NOTHING = [
    ("a noun behind a possessive", "en", "The original call for funds is gone."),
    ("Secretary of State", "en", "The Secretary of State left."),
    ("a shift can't speak", "en", "The shift of voters to the candidate in 2008 felt odd."),
    ("passive without agent", "en", "Clinton was asked to leave."),
    ("direct speech", "en", "“She said so to me.”"),
    ("object before its verb", "en", "The phrase Grassley cited is old."),
    ("object of a verb behind a comma", "fr", "Le maire, furieux, quitte les pays voisins."),
    ("with at the end of the story", "en", "Critics calling for more. The man he came with"),
    ("with at the end of the sentence before", "en", "He had nothing to come with. Critics calling for more spoke."),
    ("half-term", "en", "She was a half-term senator."),
    ("states in a list", "en", "It depends on how many states you win."),
    ("a topic before a colon", "fr", "Ukraine : la guerre continue\n\nLe froid revient."),
    ("the speaker as a topic", "fr", "Poutine : comment il a réussi\n\nLe froid revient."),
    ("what somebody is compared with", "en", "He went further than Katz, called at noon and left."),
    ("counted nouns", "en", "It was blocked in 25 other states by the court."),
    ("an adjective and a noun", "en", "The senator to leave for his recent comments on guns is old."),
    ("what a book is called", "en", "It sold a book called “Women Who Work” in May."),
    ("what is cited in quotation marks", "en", "It grew, citing “the unique magic of May,” in Iowa."),
    ("who puts somebody in the lead", "en", "Mertens scored a goal, putting Belgium in the lead."),
    ("the polls", "en", "In the polls, she leads."),
    ("a claim and its participle", "en", "It is a claim not recognized there."),
    ("to have hope", "en", "There are some reasons to have hope."),
    ("what helps", "en", "It is late, which helps explain the rain."),
    ("a poll without a number", "en", "She leads in a Gallup poll."),
    ("words of one's own within the marks", "fr", "« Je pars, il le sait, et il neige. »"),
    ("what a museum saw", "en", "The museum saw 11,000 visitors."),
    ("what a company expects of somebody", "en", "The company expects much of him."),
    ("for a feast", "fr", "Pour Noël, il neige."),
    ("for a place", "fr", "Pour New York, il est tard."),
    ("an idea by which", "fr", "Une idée selon laquelle il pleut est née."),
    ("a smile", "fr", "Il sourit à la foule."),
    ("a noun", "fr", "La demande de la ville est restée sans suite."),
]


def read(linter: Linter, text: str, language: str) -> list[tuple[str, str, str]]:
    return [
        (text[one.source.start : one.source.end], text[one.cue.start : one.cue.end], one.kind)
        for one in linter.annotate(Document(text, language=language)).attributions
        if one.source and one.cue
    ]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ENGLISH], ids=[row[0] for row in ENGLISH])
def test_english(linter: Linter, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(linter, text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in FRENCH], ids=[row[0] for row in FRENCH])
def test_french(linter: Linter, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(linter, text, "fr") == expected


@pytest.mark.parametrize(("language", "text"), [row[1:] for row in NOTHING], ids=[row[0] for row in NOTHING])
def test_no_attribution(linter: Linter, language: str, text: str) -> None:
    assert read(linter, text, language) == []


@pytest.mark.parametrize("unit", ["said ", "Katz, ", "said Katz, ", "who said and ", "and said\n", "also and said "])
def test_long_runs_cost_no_more_than_their_length(linter: Linter, unit: str) -> None:
    grows_linearly(lambda text: read(linter, text, "en"), lambda number: unit * number, 10_000)


def test_a_long_run_of_openers_is_passed_once(linter: Linter) -> None:
    grows_linearly(lambda text: read(linter, text, "en"), lambda number: "but " * number + "and said " * number, 4_000)


RESOLVED = [
    ("the sentence before", "en", "Stoltenberg said so. He added that it was over.", ["Stoltenberg"]),
    ("through a chain", "en", "Katz said so. She added more. She noted the rest.", ["Katz", "Katz"]),
    ("French", "fr", "Jean Dupont a déclaré cela. « Non », a-t-il ajouté.", ["Jean Dupont"]),
    ("another person between", "en", "Stoltenberg said so. Antony Blinken left. He added that it was over.", [None]),
    ("who does something", "en", "Anna Katz left. She said that it was over.", ["Anna Katz"]),
    ("who does something, French", "fr", "Anne Dupont est partie. « Il pleut », a-t-elle dit.", ["Anne Dupont"]),
    ("who does something, and another", "en", "Anna Katz left Rita Lee. She said that it was over.", [None]),
    ("who is not the subject", "en", "It rained on Anna Katz. She said that it was over.", [None]),
    ("too far", "en", "Stoltenberg said so. It rained. It poured. It stopped. He added that it was over.", [None]),
    ("an institution before", "en", "The Pentagon said so. He added that it was over.", [None]),
    ("nobody before", "en", "He said that it was over.", [None]),
]


@pytest.mark.parametrize(("language", "text", "expected"), [row[1:] for row in RESOLVED], ids=[row[0] for row in RESOLVED])
def test_a_pronoun_counts_for_a_person_where_it_is_safe(
    linter: Linter, language: str, text: str, expected: list[str | None]
) -> None:
    found = linter.annotate(Document(text, language=language)).attributions
    shown = [text[one.speaker.start : one.speaker.end] if one.speaker else None for one in found if one.kind == "pronoun"]
    assert shown == expected
