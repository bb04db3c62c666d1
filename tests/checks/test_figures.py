"""Figures that nobody stands behind, and their look-alikes."""

from __future__ import annotations

import time

import pytest

from lint_news import Linter
from tests.conftest import Check


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The attack left 14 dead.", ["1:17 figures/unattributed"]),
        ("en", "The plan costs $3 million.", ["1:16 figures/unattributed"]),
        ("en", "Some 139 million in Africa use it.", ["1:6 figures/unattributed"]),
        ("en", "In 2016 about 2,500 people came.", ["1:15 figures/unattributed"]),
        ("en", "Polls say 12 percent of the young are out of work.", []),
        ("fr", "L'attaque a fait 14 morts.", ["1:18 figures/unattributed"]),
        ("fr", "Le plan coûte 3 millions d'euros.", ["1:15 figures/unattributed"]),
        ("fr", "Le service compte 139 millions d'abonnés en Afrique.", ["1:19 figures/unattributed"]),
        ("fr", "En 2016, environ 2 500 personnes sont venues.", ["1:18 figures/unattributed"]),
        ("fr", "Boko Haram retient toujours environ 200 lycéennes.", ["1:37 figures/unattributed"]),
    ],
)
def test_flagged(check: Check, language: str, text: str, expected: list[str]) -> None:
    assert [line for line in check(text, language, "figures") if "unquoted" not in line] == expected


@pytest.mark.parametrize(
    ("family", "english", "french"),
    [
        ("date", "He was born on 24 February 1950.", "Il est né le 24 février 1950."),
        ("two days", "It rained on 11 and 12 December.", "Il a plu les 11 et 12 décembre 2016."),
        ("day as a name", "The 14-July attack shook Nice.", "L'attentat du 14-Juillet a frappé Nice."),
        ("year", "The 2015 voters are gone.", "Le champion du monde 2015 devant le Français Nicolas."),
        ("age", "Ann Lee, 34, is a 34-year-old nurse aged 34.", "Anne Lee, 34 ans, est une infirmière de 34 ans."),
        ("date with an abbreviation", "His Dec. 28 meeting was off.", "Sa réunion du 28 déc. n'a pas eu lieu."),
        ("one who counts", "Forbes lists 568 billionaires there.", "L'Insee dénombre 568 familles ici."),
        (
            "also, behind a source",
            "Lynn Poe said 250 people came. The hall also held 120 children.",
            "Selon Lynn Poe, 250 personnes sont venues. La salle comptait également 120 enfants.",
        ),
        ("time", "It opens at 18:30 and 9 pm.", "Il ouvre à 18h30, à 09 h 53 et à 21 heures."),
        ("time zone", "The launch came at 0953 UTC.", "Le tir a eu lieu à 09 h 53 UTC."),
        ("score", "They won 3-1 with 30 points.", "Ils ont gagné 3-1 avec 30 points."),
        ("lap time", 'He ran it in 9"81 ahead of Gatlin.', 'Il a couru en 9"81 devant Gatlin.'),
        ("ordinal", "It was his 644th goal and the 20th century.", "C'était son 644 ème but, au XXe siècle, le 20e."),
        ("century", "A house of the 17th century.", "Une maison du XIVe siècle."),
        ("address", "She lives at 1600 Pennsylvania Avenue.", "Elle habite 12 rue de la Paix, puis au 24 avenue Foch."),
        ("phone number", "Call 202-555-0143 now.", "Appelez le 01 23 45 67 89 vite."),
        ("aircraft", "An F-16 and a Boeing 737 landed.", "Un F-16 et un Boeing 737 ont atterri."),
        ("name with a number", "The G7 spoke of COVID-19.", "Le G7 a parlé du COVID-19."),
        ("article of a law", "Article 49 and section 230 apply.", "L'article 49 et la loi 1905 s'appliquent."),
        ("page", "See page 312 of volume 12.", "Voir page 312 du tome 12."),
        ("small number", "Two brothers and five shops opened.", "Deux frères et cinq cafés ont ouvert."),
        ("one of", "One of the ten judges left.", "Un des dix juges est parti."),
        ("duration", "It lasted 45 minutes and 20 days.", "Cela a duré 45 minutes et 20 jours."),
        ("past years", "It grew over the past 30 years.", "Cela a crû ces 30 dernières années."),
        ("distance", "It lies 30 km away.", "C'est à 30 km, entre 48 et 65 km par jour."),
        ("temperature", "It was 35 degrees, 95°F.", "Il faisait 35 degrés, 35 °C."),
        ("wind", "Winds of 120 km per hour blew.", "Des vents de 120 km/h ont soufflé."),
        ("compound", "A 24-point lead and a 52-point swing.", "Les moins-de-23-ans ont gagné."),
        ("whole of a part", "He won 46 of the 54 associations.", "Il a gagné 46 des 54 associations."),
        ("each of the", "He greeted each of the 12 judges.", "Il a salué chacun des 12 juges."),
        ("all of them", "He visited all 99 counties.", "Il a vu toutes les 99 communes."),
        ("what a rule demands", "A quorum of 55 countries is required.", "Il faut que 55 pays signent."),
        ("fine", "He was fined $5,000.", "Il a été condamné à 5 000 euros d'amende."),
        ("sentence's source", "Lynn Poe said 14 people died.", "Selon Lynn Poe, 14 personnes sont mortes."),
        ("quotation", "“We saw 14 dead,” Lynn Poe said.", "« On a vu 14 morts », dit Lynn Poe."),
        ("owner's document", "A Gallup poll has her at 46 percent.", "Un sondage de l'Ifop la donne à 46 %."),
        (
            "going on with a source",
            "Lynn Poe said 250 people came. Among them were 120 children.",
            "Selon Lynn Poe, 250 personnes sont venues. Parmi elles figurent 120 enfants.",
        ),
        (
            "conversion",
            "Lynn Poe said it cost 5 million euros. (A stay.) It was 5 million euros (5.5 million dollars), Lynn Poe said.",
            "Selon Lynn Poe, cela coûte 3 500 roupies (25 887 FCFA).",
        ),
        (
            "same figure with its source",
            "About 1,312 voters came.\n\nLynn Poe said 1,312 voters came.",
            "Il y avait 1 312 électeurs.\n\nSelon Lynn Poe, il y avait 1 312 électeurs.",
        ),
        (
            "headline",
            "Blast kills 14 people\n\nLynn Poe said 14 people died.",
            "Explosion : 14 morts\n\nSelon Lynn Poe, il y a 14 morts.",
        ),
        (
            "table with a source",
            "Jobs\n\nThe year in figures.\n\nMen 12 %\nWomen 14 %\n\nSource: Eurostat",
            "Emploi\n\nL'année en chiffres.\n\nHommes 12 %\nFemmes 14 %\n\nSource : Insee",
        ),
        ("body of fixed size", "She sits on a board of 24 members.", "Elle siège dans un cabinet de 24 membres."),
        ("month that is a verb", "In 3 March heats he won.", "Il l'a gagné en 3 mars d'affilée."),
        ("half a dozen", "Half a dozen voters met in half a dozen homes.", "Une demi-douzaine de voisins ont vu six maisons."),
        (
            "estimate of a named one",
            "Forbes put his wealth at about $45 billion.",
            "Forbes évalue sa fortune à 45 milliards de dollars.",
        ),
        (
            "terms of a deal",
            "Under the terms of the deal, $3 million is due.",
            "Selon les termes de l'accord, 3 millions d'euros sont dus.",
        ),
        ("votes won", "Eddie Chu was elected with 84,121 votes.", "Anne Lee a été élue avec 84 121 voix."),
        ("hand of a clock", "The board met at 9 h 45.", "Le conseil s'est réuni à 9 heures 45."),
        ("range of days", "It runs from 12 to 18 May 2016.", "Du 12 au 18 mai 2016, c'est fermé."),
        (
            "what a named poll found",
            "A Gallup poll has her ahead. She leads.\n\nOf those surveyed, 46 percent like her.",
            "Un sondage de l'Ifop la donne devant. Elle mène.\n\nChez les sondés, 46 % l'aiment.",
        ),
        (
            "count of another year",
            "The war ended in 2016. In 2002 the volcano killed 250 people.",
            "La guerre a fini en 2016. En 2002, le volcan a tué 250 personnes.",
        ),
    ],
)
def test_false_alarm_families(check: Check, family: str, english: str, french: str) -> None:
    found = {language: check(text, language, "figures") for language, text in (("en", english), ("fr", french))}
    wrong = {language: [line for line in lines if "unquoted" not in line] for language, lines in found.items()}
    assert wrong == {"en": [], "fr": []}, family


@pytest.mark.parametrize(
    ("family", "english", "french"),
    [
        ("pledge", "Lynn Poe promised to create 500 jobs.", "Lynn Poe a promis de créer 500 emplois."),
        (
            "what schoolbooks have",
            "More than 300 people were killed during World War II.",
            "Pendant la Seconde Guerre mondiale, 3 000 personnes sont mortes.",
        ),
        ("pledge without a cue", "Bob Roe pledged $3 million.", "La ville s'engage à verser 3 millions d'euros."),
        ("call for a sum", "She calls for $275 billion.", "Il réclame 3 millions d'euros."),
        ("goal", "Its goal is to cut waste to less than one percent.", "Leur objectif est de réduire de 20 % les rejets."),
        (
            "sum that somebody asked for",
            "The $3 million requested by Lynn Poe came.",
            "Les 3 millions d'euros demandés sont là.",
        ),
        ("wage in a law", "Lynn Poe backs a $15 minimum wage.", "Le 20 % de taxe demandés sont là."),
        ("tariff", "A 20% tariff on steel came in May.", "Une taxe de 20 % sur l'acier existe depuis mai."),
        ("package", "The House passed a $1.1 billion Zika funding bill.", "La loi fixe un impôt de 20 %."),
        (
            "plan of one who speaks",
            "Lynn Poe said her $350 billion, 10-year plan works.",
            "Lynn Poe dit que son plan de 3 milliards d'euros marche.",
        ),
        (
            "budget of one who speaks",
            "Lynn Poe said the $3 million budget is fine.",
            "Lynn Poe dit que le budget de 3 milliards d'euros suffit.",
        ),
        (
            "head count in a rule",
            "It is the legal minimum for firms with more than 50 workers.",
            "Le minimum vaut dès 50 salariés.",
        ),
        ("how a poll was made", "A Gallup poll surveyed 1,200 adults.", "L'Ifop a mené un sondage auprès de 1 200 adultes."),
        ("margin of error", "The Gallup poll has a margin of error of 3 percentage points.", "La marge d'erreur est de 3 %."),
        ("these, told before", "Hope came to these 24 nurses.", "Ces 128 pays ont signé."),
        (
            "few, with the article",
            "Lynn Poe spoke of the four victims.",
            "Lynn Poe a parlé des deux. Les quatre victimes étaient jeunes.",
        ),
        ("electoral votes", "Obama won 332 total electoral votes.", "Le groupe compte 332 sièges."),
        ("size of a competition", "The cup has 24 teams.", "La coupe compte 24 équipes."),
        ("field of a race", "Lee led a group of 22 riders.", "Lee mène un peloton de 38 triathlètes."),
        (
            "distance told short",
            "They ran 10 km, 40 of cycling and 5 of swimming.",
            "Il y a 1,5 km de natation, 40 de vélo et 10 de course.",
        ),
        ("films of a festival", "The festival shows 37 films.", "Le festival montre 37 films."),
        ("prize", "They won a prize of $50,000.", ""),
        ("arrears", "The school has to pay 422,000 euros in arrears.", ""),
        ("name of a number", "", "Il a joué dans le onze de départ. Elle a la cinquantaine lorsqu'elle part."),
        ("known with the article", "", "« Il y a 156 ouvriers », dit Lynn Poe. Il pense aux 156 ouvriers."),
        ("zero", "He sits at zero such endorsements.", "La politique zéro Covid dure."),
        ("under a rule", "Under the new rule, those on up to $47,476 win.", "Aux termes du plan, 20 % sont payés."),
        ("banknote", "A $500 bill is rare.", "Le billet de 500 euros est rare."),
        ("sum proposed behind it", "The 3 million dollars requested by Lynn Poe came.", "Les 100 milliards proposés sont là."),
        ("margin with its sign", "A poll of May has a margin of error of +/- 3 percentage points.", ""),
        ("poll of so many", "Poll of 1,000 likely voters taken in May.", ""),
        ("count that must be reached", "A candidate must win 1,237 delegates.", "Un candidat doit avoir 342 votes."),
        ("years ago", "Four years ago 250 people died there.", ""),
        ("channel", "The show airs on Patriot 125 weekdays.", "Elle court l'Ironman 70.3 organisé à Nice."),
        ("verb behind a number", "Of those, 43 said yes.", ""),
        ("brothers and sisters", "He is the youngest of 11 children.", "Il est le plus jeune de 11 enfants."),
        ("votes of a law", "The bill passed by 254 votes to 247.", "La loi est adoptée par 254 voix contre 247."),
        ("a day is no unit", "They were 12 Monday.", "Ils étaient douze lundi."),
        ("one of many", "He is one of 40 players.", "Elle fait partie des 40 joueurs."),
        ("another story", "Read more: Niger saves 20,000 migrants.", "Lire aussi : Niger, 20 000 migrants sauvés."),
        ("inhabitants", "The isle is home to 4,600 people.", "L'île est peuplée de 4 600 habitants."),
        ("population", "Lille has a population of 230,000 people.", "Lille a une population de 230 000 habitants."),
        ("types", "There are 18 types of it.", "Il en existe 18 types."),
        ("what a team has read", "The team reviewed 300 studies.", "L'équipe a passé au crible 300 études."),
        ("rent", "", "Les cabanes sont louées aux ouvriers pour 100 dollars."),
        (
            "price of an offer",
            "",
            "La société facture environ 5 500 dollars pour son forfait. Les frais sont fixés à 60 euros.",
        ),
        ("most that is allowed", "A crowd of 25 people or fewer may come.", "Un cortège de 25 personnes ou moins."),
        ("who is allowed", "", "Selon les règles actuelles, 50 personnes sont autorisées à entrer."),
        ("rate that is set", "The Fed raised interest rates to 4 percent.", "La Fed a relevé ses taux à 4 %."),
        ("wholly", "It is 100 percent vegan.", "C'est un régime 100 % végétalien, couvert à 100 %."),
        ("class of people", "The top 1 percent pay more.", "Je parle des 20 % de propriétaires les plus riches."),
        ("places of a known number", "In the 22 countries it rains.", "Les 22 pays du groupe ont joué un rôle."),
        ("name with a number in it", "The BBC 100 Women list is out.", "La liste BBC 100 Women est là."),
        ("order", "", "L'ordre donné de rendre 80 % des recettes tient."),
        ("threshold", "", "Tout ce qui dépasse 50 % est un succès."),
        ("under a contract", "", "En vertu d'un avenant, elle paie 3 millions d'euros."),
        ("tickets", "A season ticket will cost £289 and a child's £25.", "Les billets, de 12 à 38 euros, sont en vente."),
        ("dividend to come", "", "Le dividende sera porté à 1,15 euro par action."),
        ("forecast of his", "", "Il mise sur une baisse de 70 euros par mois."),
        ("rate of exchange", "($1 = 10.1800 Norwegian crowns)", "(1 $ = 0,92 euro)"),
        ("who speak", "Two victims testified in May.", "Trois jours après, deux victimes témoignent."),
        ("touches", "", "Elle gagne par 12 touches à 11."),
        ("measure that was signed", "Obama signed the $305 billion measure.", ""),
    ],
)
def test_figures_that_are_set_or_known(check: Check, family: str, english: str, french: str) -> None:
    found = {language: check(text, language, "figures") for language, text in (("en", english), ("fr", french))}
    assert found == {"en": [], "fr": []}, family


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # A plan's sum needs its owner; a claim about a plan, a noun that looks like a pledge, and a vague promise stay.
        ("en", "The region got a $500 annual tax credit.", ["1:18 figures/unattributed"]),
        ("en", "The city has a $3 million budget gap.", ["1:16 figures/unattributed"]),
        ("en", "The demands of 500 workers were heard.", ["1:16 figures/unattributed"]),
        ("en", "Lynn Poe promised millions of dollars.", ["1:19 figures/unquoted"]),
        ("en", "The replaced levy came with a subsidy of 1.6 billion euros.", ["1:42 figures/unattributed"]),
        ("en", "The company has added 500 jobs.", ["1:23 figures/unattributed"]),
        ("en", "Berlin backed off, with a subsidy of 3 million euros.", ["1:38 figures/unattributed"]),
        ("en", "It settled, without a fine, for laundering billions of dollars.", ["1:44 figures/unattributed"]),
        ("en", "Only 26% are upbeat. That will require work.", ["1:6 figures/unattributed"]),
        ("en", "They come from a work force of 43 million.", ["1:32 figures/unattributed"]),
        ("en", "Ethanol makes up 14 billion gallons of it.", ["1:18 figures/unattributed"]),
        ("en", "The storm ended, killing 107 or more.", ["1:26 figures/unattributed"]),
        ("en", "Some thirty people came.", ["1:6 figures/unattributed"]),
        ("en", "The word was used over one million times.", ["1:24 figures/unattributed"]),
        ("en", "The offer was rejected by Lynn Poe, who had 3 million dollars.", ["1:45 figures/unattributed"]),
        ("en", "Voters made up 45 percent of it, and they scorned Lynn Poe.", ["1:16 figures/unattributed"]),
        ("fr", "Une centaine de personnes sont venues.", ["1:5 figures/unattributed"]),
        ("fr", "Douze personnes sont venues.", ["1:1 figures/unattributed"]),
        ("fr", "L'offre de 3 millions d'euros est rejetée par le fondateur, Yves Roy.", ["1:12 figures/unattributed"]),
        ("fr", "Le ministère évalue le bilan à au moins 11 morts.", ["1:41 figures/unquoted"]),
        ("en", "He pleaded with Lynn Poe for a chest of $100 million.", ["1:41 figures/unattributed"]),
        ("en", "Her staff is large, numbering more than 700.", ["1:41 figures/unattributed"]),
        ("en", "Lynn Poe has between 700 and 900 people.", ["1:30 figures/unattributed"]),
        ("fr", "Les cas, ils en comptaient près de 200 000 en 2013.", ["1:36 figures/unattributed"]),
        ("fr", "La vallée abrite entre 150 000 et 200 000 personnes.", ["1:35 figures/unattributed"]),
        ("fr", "La ferme produira 3 000 tonnes de poulpe.", ["1:19 figures/unattributed"]),
        ("fr", "Le bilan de l'attentat de Nice est de 85 morts.", ["1:39 figures/unattributed"]),
        ("fr", "Selon l'annonce du gouvernement, 12 % sont là.", ["1:34 figures/unquoted"]),
        ("fr", "La demande de 500 ouvriers est là.", ["1:15 figures/unattributed"]),
        ("fr", "Le canal voit 1,2 milliard de tonnes par an.", ["1:15 figures/unattributed"]),
        ("fr", "La ville a reçu une prime de 3 millions d'euros.", ["1:30 figures/unattributed"]),
        ("fr", "La société vaut près de 19 milliards.", ["1:25 figures/unattributed"]),
        ("fr", "C'est une hausse de 0,5 point de pourcentage.", ["1:21 figures/unattributed"]),
        ("en", "NATO 5,000 Russian soldiers died.", ["1:6 figures/unattributed"]),
        ("en", "A World War II bomb forced 3,000 people out.", ["1:28 figures/unattributed"]),
        ("fr", "Une bombe de la Seconde Guerre mondiale a fait fuir 3 000 personnes.", ["1:53 figures/unattributed"]),
        ("en", "The share is 100 percent profitable.", ["1:14 figures/unattributed"]),
        ("en", "Ticket sales brought $3 million to the town.", ["1:22 figures/unattributed"]),
        ("en", "Tickets worth $12,500 were stolen.", ["1:15 figures/unattributed"]),
        ("en", "He lost 25 people. Or fewer came.", ["1:9 figures/unattributed"]),
        ("en", "The 40 percent in the city, the poorest, left.", ["1:5 figures/unattributed"]),
        ("en", "Photo: Lynn Poe\n\nThe flood killed 45 people in the valley.", ["3:18 figures/unattributed"]),
    ],
)
def test_look_alikes_of_those_that_pass(check: Check, language: str, text: str, expected: list[str]) -> None:
    assert check(text, language, "figures") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # A poll reaches what follows it in its paragraph, one sentence without a figure between, and no further.
        ("en", "A Gallup poll has her at 46 percent. Just 13 percent like him.", "unquoted unquoted"),
        ("en", "Kim is at 50 percent, according to the Gallup average. Lee is at 41 percent.", "unquoted unquoted"),
        ("en", "A Gallup poll has her at 46 percent. He fell. Just 13 percent like him.", "unquoted unquoted"),
        ("en", "A Gallup poll has her at 46 percent. He fell. He ran. Just 13 percent like him.", "unquoted unattributed"),
        ("en", "A Gallup poll has her at 46 percent.\n\nJust 13 percent like him.", "unquoted unattributed"),
        ("en", "A Gallup poll has her at 46 percent. It cost $5,000.", "unquoted unattributed"),
        ("fr", "Un sondage de l'Ifop la donne à 46 %. Seuls 13 % l'aiment.", "unquoted unquoted"),
        ("fr", "Un sondage de l'Ifop la donne à 46 %.\n\nSeuls 13 % l'aiment.", "unquoted unattributed"),
        # So does who gave one percentage, to the next sentence.
        ("fr", "Selon Lynn Poe, le taux était de 70 %. Il est passé à 90 %.", "unquoted unquoted"),
        ("fr", "Selon Lynn Poe, le taux était de 70 %. Il a plu. Il est passé à 90 %.", "unquoted unattributed"),
        ("fr", "Selon Lynn Poe, le taux était de 70 %. La Russie est à 90 %.", "unquoted unattributed"),
        ("fr", "Selon Lynn Poe, 70 % sont là. Le cours du pétrole a pris 6 %.", "unquoted unattributed"),
        ("fr", "Selon Lynn Poe, 70 personnes sont mortes. Mais cela signifie que 32 % sont morts.", "unquoted unquoted"),
        ("fr", "Selon Lynn Poe, 70 personnes sont mortes. Cela signifie que 32 % sont morts.", "unquoted unquoted"),
        ("en", "Lynn Poe said 70 people died. That means that 32 percent died.", "unquoted unquoted"),
        # Where a document of nobody says it, that is told of the document.
        ("fr", "Selon les estimations, 65 millions de doses sont perdues.", ""),
        ("fr", "Selon les estimations de l'Insee, 65 millions de doses sont perdues.", "unquoted"),
        ("en", "A study says that 65 million people drink.", ""),
        ("en", "A study by Yale says that 65 million people drink.", "unquoted"),
        # One of millions is no count of them.
        ("fr", "Elle fait partie des millions de femmes qui partent.", "vague"),
        # A count without its noun counts what the sentence before told.
        ("fr", "Selon l'ONU, 12 millions de gens ont fui. Plus de cinq millions sont partis loin.", "unquoted unquoted"),
        ("fr", "Selon l'ONU, 12 millions de gens ont fui.\n\nPlus de cinq millions sont partis.", "unquoted unattributed"),
        # What stands behind the comma nobody has added.
        ("en", "Net debt, Lynn Poe added, stood at 655 million pounds.", "unquoted"),
        # The agent behind an estimate vouches for it.
        ("fr", "Le projet est estimé à 11 millions d'euros par la mairie.", "unquoted"),
        ("fr", "Le projet est estimé à 11 millions d'euros par an.", "unattributed"),
        # A passive has no speaker.
        ("en", "Damage is estimated at 140 million euros.", "unattributed"),
        # What a percentage and a sum say of one thing.
        ("en", "Lynn Poe said that sales rose 3 percent. Profit rose 7 percent to $4 million.", "unquoted unquoted unquoted"),
        # A named body vouches for what it has compared.
        ("fr", "L'EIU a comparé plus de 400 prix.", "unquoted"),
        ("fr", "La pédiatre Lynn Poe revendique 6 400 signatures.", "unquoted"),
        ("fr", "Le collectif revendique 6 400 morts.", "unattributed"),
        # What takes up or counts on what was told before belongs to its source.
        ("fr", "Selon Lynn Poe, 24 personnes sont là. Onze d'entre eux sont partis et six sont morts.", "unquoted unquoted"),
        ("fr", "L'ONU estime que des paiements sont faux. Ces paiements s'élèvent à 3 millions d'euros.", "unquoted"),
        ("en", "The UN said that payments are late. These payments come to $3 million.", "unquoted"),
        ("fr", "Selon l'ONU, 12 millions de personnes ont fui. Mais 75 millions de personnes restent.", "unquoted unquoted"),
        ("en", "The UN said 12 million people fled. Some 75 million people stay.", "unquoted unquoted"),
        ("en", "The UN said 12 million people fled. In Chad 75 million people stay.", "unquoted unattributed"),
        ("fr", "Selon Yale, 3 % sont là. En Chine, 14 % sont là.", "unquoted unattributed"),
        ("fr", "Selon Yale, 24 personnes sont là. La Zambie compte aussi 240 chefs.", "unquoted unattributed"),
        # A clause that only leads to a source, or to its verb, is not its own.
        ("en", "The toll is 3,000 people, and the UN says that a million fled.", "unattributed unquoted"),
        ("fr", "Le bilan est de 3 000 personnes et l'ONU affirme qu'un million de personnes ont fui.", "unattributed unquoted"),
        ("en", "The toll is 3,000 people, and a million fled, the UN says.", "unquoted unquoted"),
        ("en", "The price was $3.6 million, the trust and the chairman, Leo Styles, said in a statement.", "unquoted"),
        ("en", "He put his own loss at about $60,000.", "unquoted"),
        ("fr", "Jeudi, 4 200 foyers étaient sans courant. Enedis, qui donne ce chiffre, espère un retour.", "unquoted"),
        ("en", "By Monday 4,200 homes were dark. Inspector Reid, who gave the figure, left.", "unquoted"),
        ("fr", "Le butin est évalué à 3 millions d'euros. Ce montant figure dans la requête du procureur Roy.", "unquoted"),
        ("fr", "Jeudi, 4 200 foyers étaient sans courant. Un chef, qui donne ce chiffre, espère un retour.", "unattributed"),
        ("fr", "Jeudi, 4 200 foyers étaient sans courant.\n\nEnedis, qui donne ce chiffre, part.", "unattributed"),
        ("fr", "Elle a cité trente et une personnes.", "unattributed"),
        # Whoever spoke tells on, and so does a sentence on the same thing behind "according to".
        ("fr", "Le Dr Roy raconte une histoire semblable. Il a vu 190 patients.", "unquoted"),
        ("en", "Dr Roe told a like story. He has 190 patients.", "unattributed"),
        ("fr", "Selon Yale, la ferme sera au sud. La ferme produira 3 000 tonnes.", "unquoted"),
        ("en", "According to Yale, the farm is new. The farm makes 3,000 cheeses.", "unquoted"),
        ("fr", "La ferme sera au sud, selon Yale. La ferme produira 3 000 tonnes.", "unattributed"),
        # The same figure elsewhere in the story.
        (
            "fr",
            "Selon Yale, cela a chuté de 51 %. Il pleut. Il vente. Il neige. Il gèle. Si cela a chuté de 51 %, c'est fini.",
            "unquoted",
        ),
        (
            "fr",
            "Selon Yale, cela a chuté de 50 %. Il pleut. Il vente. Il neige. Il gèle. Si cela a chuté de 50 %, c'est fini.",
            "unquoted unattributed",
        ),
        ("fr", "Plus de 10 millions de cas sont connus. « Avec 10 millions de cas, c'est trop », dit Rita Katz.", ""),
        ("fr", "Selon les règles, 50 personnes sont autorisées. Il pleut. Ce sont 50 personnes qui viennent.", ""),
        ("fr", "Selon le ministère, 80 % du million de résidents ont accès.", "unquoted"),
        ("fr", "Yale dit qu'il attend. Des millions de doses ont également été expédiées.", "unattributed"),
        ("en", "It rains. The same report gives the average cost as $318,000.", "unquoted"),
        ("en", "Two columns are there, the collector said. Between them they brought 3,218 people to safety.", "unquoted"),
        ("en", "They got 612 Norwegian students.", "unattributed"),
        ("fr", "FranceAgriMer avait relevé sa prévision à 2,9 millions de tonnes.", "unquoted"),
        ("fr", "AidData a calculé que la dette s'élevait à 385 milliards de dollars.", "unquoted"),
        ("fr", "Le ministre s'est défendu en expliquant que 300 personnes sont là.", "unquoted"),
        ("fr", "Selon Lynn Poe, c'est cher. Ils auraient touché près de 84 000 euros.", "unquoted"),
        ("fr", "Selon Lynn Poe, c'est cher. Ils ont touché près de 84 000 euros.", "unattributed"),
        ("fr", "Selon Lynn Poe, c'est 45 euros. Plus exactement 16 000 euros puis 29 000 euros.", "unquoted unquoted unquoted"),
        ("fr", "Il coûtera 150 millions d'euros - une somme modeste selon Lynn Poe.", "unattributed"),
        ("fr", "Il coûtera 150 millions d'euros, une somme modeste, selon Lynn Poe.", "unquoted"),
        ("fr", "Cet emploi est connu, dit Lynn Poe. Cet emploi lui aurait rapporté 3 millions d'euros.", "unquoted"),
        ("fr", "Selon Mai Fatty, il a volé 11 millions d'euros.", "unquoted"),
        ("fr", "Le Parquet de la ville évoque un bilan de 60 à 70 morts.", "unquoted"),
        ("fr", "Le vaccin protège 70 % des gens, comme le montre un essai de Yale.", "unquoted"),
        ("fr", "Les résultats, publiés dans Nature, ont montré que 32 % ont maigri.", "unquoted"),
        # A number of people that a source gives next.
        ("fr", "Douze personnes sont mortes. Le procureur a déclaré que 12 des 25 personnes sont mortes.", ""),
        # A round figure told again is the same one, for some sentences.
        ("en", "Forbes says it is $42 billion. He is worth less than $42 billion.", "unquoted"),
        ("en", "Forbes says it is $42 billion. He is worth less than $43 billion.", "unquoted unattributed"),
        ("fr", "Selon Lynn Poe, cela coûte 42 millions d'euros. La ville a payé 42 millions d'euros.", "unquoted"),
    ],
)
def test_reach_of_a_source(check: Check, language: str, text: str, expected: str) -> None:
    assert " ".join(line.rpartition("/")[2] for line in check(text, language, "figures")) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # One span, one finding: unattributed before vague, the paraphrase before vague.
        ("en", "Dozens of people died.", ["1:1 figures/unattributed"]),
        ("en", "Lynn Poe said dozens of people died.", ["1:15 figures/unquoted"]),
        ("en", "Dozens of people die\n\nIt was dark.", ["1:1 figures/vague"]),
        ("en", "Blast leaves 12 dead\n\nThe blast left 14 dead.", ["1:14 figures/inconsistent", "3:16 figures/unattributed"]),
        (
            "en",
            "Strike by 2,400 signallers\n\nSome 4,200 signallers stop.",
            ["1:11 figures/inconsistent", "3:6 figures/unattributed"],
        ),
        ("en", "Strike by 2,400 signallers\n\nSome 2,300 signallers stop.", ["3:6 figures/unattributed"]),
        ("en", "Strike by 2,400 signallers\n\nAt least 4,200 signallers stop.", ["3:10 figures/unattributed"]),
        (
            "fr",
            "Grève de 240 aiguilleurs\n\nQuelque 420 aiguilleurs cessent le travail.",
            ["1:10 figures/inconsistent", "3:9 figures/unattributed"],
        ),
        ("fr", "Une cinquante de réfugiés à Lima\n\nLe HCR dit que 54 réfugiés sont là.", ["3:16 figures/unquoted"]),
        ("fr", "Des dizaines de personnes sont mortes.", ["1:1 figures/unattributed"]),
        ("fr", "Selon Lynn Poe, des dizaines de personnes sont mortes.", ["1:17 figures/unquoted"]),
        ("fr", "Des dizaines de morts\n\nIl faisait nuit.", ["1:1 figures/vague"]),
        (
            "fr",
            "Une explosion fait 12 morts\n\nElle a fait 14 morts.",
            ["1:20 figures/inconsistent", "3:13 figures/unattributed"],
        ),
    ],
)
def test_one_finding_a_figure(check: Check, language: str, text: str, expected: list[str]) -> None:
    assert check(text, language, "figures") == expected


@pytest.mark.parametrize(
    ("language", "text"), [("en", "Lynn Poe said dozens of people died."), ("fr", "Des dizaines de morts.")]
)
def test_vague_figures_without_the_other_rules(language: str, text: str) -> None:
    assert [found.rule for found in Linter(select=["figures/vague"]).check_text(text, language=language)] == ["figures/vague"]


def test_the_contradicting_figure_is_shown(linter: Linter) -> None:
    (found,) = (
        found
        for found in linter.check_text("Blast kills 12 people\n\nIt left twenty-four dead.", language="en")
        if found.rule == "figures/inconsistent"
    )
    assert found.message == '"12 people" in the headline, but "twenty-four dead" in the story'
    assert [(place.region.line, place.region.column, place.message) for place in found.related] == [
        (3, 9, '"twenty-four dead" here')
    ]


_MANY = 20_000


@pytest.mark.parametrize(
    "text",
    [
        "12 dead " * _MANY,
        "14 morts et " * _MANY,
        "123 " * _MANY + "dead",
        "million " * _MANY,
        "$5 (" * _MANY,
        "12 dead\n\n" + "14 dead. " * _MANY,
        "A Gallup poll has 12 percent. " * _MANY,
        "Bob promised the 12 people 5 percent tax of $5 " * _MANY,
        "9" * 1_000_000,
        "1." + "9" * 1_000_000 + " dead",
    ],
    ids=lambda text: text[:12].strip(),
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_cost_is_linear(language: str, text: str) -> None:
    # Half a second when linear, minutes when every figure looks at every other one.
    linter = Linter(select=["figures"])
    began = time.process_time()
    linter.check_text(text, language=language)
    assert time.process_time() - began < 20


@pytest.mark.parametrize(
    ("language", "text", "severity", "match"),
    [
        ("en", "Hundreds peacefully marched.", "info", "Hundreds"),  # an adverb is nothing that is counted
        ("en", "He used thousands of photos.", "info", "thousands of photos"),
        ("en", "Thousands of people marched.", "info", "Thousands of people"),  # a look at a crowd
        ("en", "Millions of people have fled.", "warning", "Millions of people"),  # a claim
        ("en", "It lost billions.", "warning", "billions"),
        ("fr", "Elle est valorisée à près de 19 milliards.", "warning", "19 milliards"),
        ("en", "Dozens of people died.", "warning", "Dozens of people died"),
        ("en", "He takes hundreds, if not thousands of photos.", "info", "hundreds, if not thousands of photos"),
        ("fr", "On a pris des milliers de photos.", "info", "des milliers de photos"),
        ("fr", "Des milliers de manifestants sont venus.", "info", "Des milliers de manifestants"),
        ("fr", "Des millions de personnes ont fui.", "warning", "Des millions de personnes"),
        ("fr", "Elle a perdu des milliards.", "warning", "des milliards"),
        ("fr", "Des dizaines de personnes sont mortes.", "warning", "Des dizaines de personnes sont mortes"),
        ("fr", "On fait des milliers de t-shirts.", "info", "des milliers de t-shirts"),
        ("fr", "Il prend des centaines, voire des milliers de photos.", "info", "des centaines, voire des milliers de photos"),
    ],
)
def test_what_a_vague_figure_counts_decides_its_weight(
    linter: Linter, language: str, text: str, severity: str, match: str
) -> None:
    found = [d for d in linter.check_text(text, language=language) if d.rule == "figures/unattributed"]
    assert [(d.severity, text[d.span.start : d.span.end]) for d in found] == [(severity, match)]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("They put the cake at $45.", True),  # nobody with a name
        ("Forbes put his wealth, after years at sea, in the hands of 4,500 voters.", True),
        ("He will get 84,121 votes.", True),  # no election that is over
        ("About 84,000 votes were won by fraud.", True),  # a guess
    ],
)
def test_look_alikes_of_estimates_and_votes(check: Check, text: str, flagged: bool) -> None:
    assert any("unattributed" in line for line in check(text, "en", "figures")) == flagged


@pytest.mark.parametrize(
    ("family", "language", "text", "expected"),
    [
        (
            "a poll named before",
            "en",
            "A Gallup poll found that 12 percent agree.\n\nIn the east it rained, and 15 percent disagreed.",
            {"15 percent": "info"},
        ),
        (
            "a poll named before",
            "fr",
            "Un sondage de l'Ifop montre que 12 % approuvent.\n\nIl a plu à l'est, où 15 % désapprouvent.",
            {"15 %": "info"},
        ),
        ("no poll", "en", "It rained in the east, and 15 percent disagreed.", {"15 percent": "warning"}),
        (
            "results of an election",
            "en",
            "The election is over.\n\nClinton beat him by 18 points (58 percent to 40 percent).",
            {"58 percent": "info", "40 percent": "info"},
        ),
        (
            "results of an election",
            "fr",
            "Le scrutin est clos.\n\nIl devance son rival avec 58 % contre 40 %.",
            {"58 %": "info", "40 %": "info"},
        ),
        ("those who belong to a body", "en", "The firm has 3,000 employees.", {"3,000 employees": "info"}),
        ("those who belong to a body", "fr", "Le club compte environ 300 membres.", {"300 membres": "info"}),
        ("a belonging lost", "en", "The storm killed 3,000 students.", {"3,000 students": "warning"}),
        ("those who live in a place", "fr", "La vallée abrite 3 000 personnes.", {"3 000 personnes": "info"}),
        ("a force that a body sends", "en", "The army has deployed 500 people.", {"500 people": "info"}),
        ("a force that a body sends", "fr", "L'armée a déployé 500 personnes.", {"500 personnes": "info"}),
        ("no election", "en", "The firm leads with 58 percent of the market.", {"58 percent": "warning"}),
        (
            "an answer in an interview",
            "en",
            "Q: Is it dear?\n\nA: It costs $3 million.\n\nQ: Is it late?\n\nA: It is.",
            {"$3 million": "info"},
        ),
        (
            "an answer of two paragraphs",
            "en",
            "Q: Is it dear?\n\nA: It is.\n\nIt costs $3 million.\n\nQ: Is it late?\n\nA: It is.",
            {"$3 million": "info"},
        ),
        (
            "behind an interview",
            "en",
            "Q: Is it dear?\n\nA: It is.\n\nQ: Is it late?\n\nA: It is.\n\nThe plan costs $3 million.",
            {"$3 million": "warning"},
        ),
        ("a market", "en", "Oil shares fell by 6 percent.", {"6 percent": "info"}),
        ("a market", "fr", "Le cours du pétrole a perdu 6 %.", {"6 %": "info"}),
        ("a plan", "en", "It lives on a $235 million stimulus grant.", {"$235 million": "info"}),
        ("a contract", "fr", "La ville a un contrat de 5 millions d'euros.", {"5 millions d'euros": "info"}),
        ("a unit of goods", "en", "Oil is at $90 a barrel.", {"$90": "info"}),
        ("a unit of goods", "fr", "Le pétrole est à 90 dollars le baril.", {"90 dollars": "info"}),
        ("who lives there", "fr", "Goma compte deux millions d'habitants.", {"deux millions d'habitants": "info"}),
        ("a sum that is spent", "en", "The government reallocated $81 million.", {"$81 million": "info"}),
        ("a sum that is spent", "fr", "Le ministère a débloqué 81 millions d'euros.", {"81 millions d'euros": "info"}),
        (
            "the writer's own voice",
            "en",
            "I saw it. We left. It pays us. I came back. My firm lost $3 million.",
            {"$3 million": "info"},
        ),
        (
            "a voice in quotation marks",
            "en",
            "“I saw it. We left. My firm pays us.” It lost $3 million.",
            {"$3 million": "warning"},
        ),
        (
            "what describes the speaker",
            "en",
            "Lynn Poe, who has 5,000 members, said that it is late.",
            {"5,000 members": "info"},
        ),
        (
            "what describes the speaker",
            "fr",
            "Lynn Poe, qui représente 6 500 avocats, dit qu'il est tard.",
            {"6 500 avocats": "info"},
        ),
        ("what it rests on", "fr", "Elle vaut 3 millions d'euros, d'après son dernier cycle.", {"3 millions d'euros": "info"}),
        ("what it rests on", "en", "It is worth $3 million, based on its last round.", {"$3 million": "info"}),
        ("staff of its own", "fr", "Twilio emploie 5 500 personnes.", {"5 500 personnes": "info"}),
        ("share of a vote", "fr", "Il finit troisième avec 12,6 % des voix.", {"12,6 %": "info"}),
        ("share of a vote", "en", "He came third with 12.6 percent of the vote.", {"12.6 percent": "info"}),
        ("a crowd in round numbers", "fr", "Une trentaine de manifestants sont là.", {"trentaine de manifestants": "info"}),
        ("data of people, no document", "fr", "En mai, 87 % ont vu leurs données Facebook partir.", {"87 %": "warning"}),
        (
            "users of its own",
            "fr",
            "La firme ouvre cela à ses deux milliards d'utilisateurs.",
            {"deux milliards d'utilisateurs": "info"},
        ),
        ("users of its own", "en", "The firm opens it to its two million users.", {"two million users": "info"}),
        ("a line of results", "fr", "Le scrutin est clos.\n\nEmmanuel Macron 23,86 %", {"23,86 %": "info"}),
        (
            "an estimate of nobody's",
            "fr",
            "Un sondage de l'Ifop montre que 12 % approuvent.\n\nOn estime que 15 % désapprouvent.",
            {"15 %": "warning"},
        ),
        ("a study without a name", "fr", "Une étude le dit. Or 3 500 travailleurs sont là.", {"3 500 travailleurs": "info"}),
        ("a study without a name", "fr", "Une étude a porté un test à 3 500 travailleurs.", {"3 500 travailleurs": "info"}),
        ("customers", "en", "The firm has 80,000 customers.", {"80,000 customers": "info"}),
        ("some of the injured", "en", "Two of the injured were flown out.", {"Two of the injured": "info"}),
        ("ticket sales", "en", "Ticket sales brought $3 million.", {"$3 million": "warning"}),
        ("a charge", "en", "He is accused of stealing $3 million.", {"$3 million": "info"}),
        ("a charge", "fr", "Il est accusé d'avoir volé 3 millions d'euros.", {"3 millions d'euros": "info"}),
        ("no charge", "fr", "Il a volé 3 millions d'euros.", {"3 millions d'euros": "warning"}),
        ("part of a group", "fr", "Le HCR les a transférés. Parmi eux se trouvent 230 enfants.", {"230 enfants": "info"}),
        ("subscribers", "fr", "Sa chaîne compte 250 000 abonnés.", {"250 000 abonnés": "info"}),
        (
            "a crowd that is counted next",
            "fr",
            "Des milliers de morts sont à déplorer. L'ONU dit que 92 000 personnes ont fui.",
            {"Des milliers de morts": "info"},
        ),
        (
            "a poll too far up",
            "en",
            "A Gallup poll has 12 percent for it.\n\n" + "It rained. " * 8 + "In the east, 15 percent disagreed.",
            {"15 percent": "warning"},
        ),
        ("one label", "en", "A: It costs $3 million.\n\nA: It is late.", {"$3 million": "warning"}),
    ],
)
def test_a_context_that_places_a_figure_makes_it_an_info(
    linter: Linter, family: str, language: str, text: str, expected: dict[str, str]
) -> None:
    found = [d for d in linter.check_text(text, language=language) if d.rule == "figures/unattributed"]
    assert {text[d.span.start : d.span.end]: d.severity for d in found} == expected, family


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It fell by 51 percent. That is one of the findings of a study by Yale University.", ["figures/unquoted"]),
        ("en", "It fell by 51 percent. That is one of the findings of the year.", ["figures/unattributed"]),
        ("fr", "Cela a baissé de 51 %. C'est l'une des conclusions d'une étude de l'Inserm.", ["figures/unquoted"]),
        ("fr", "Cela a baissé de 51 %. C'est l'une des surprises d'une étude de l'Inserm.", ["figures/unattributed"]),
    ],
)
def test_the_next_sentence_names_who_found_it(check: Check, language: str, text: str, expected: list[str]) -> None:
    assert [line.split()[-1] for line in check(text, language, "figures")] == expected
