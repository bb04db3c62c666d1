"""The help of commands and options in French. The English is found by its words: line breaks don't count."""

from __future__ import annotations

_PAGE = {
    "Usage:": "Usage :",
    "Options:": "Options :",
    "Commands:": "Commandes :",
    "default:": "par défaut :",
    "default: that of the locale, else en": "par défaut : celle du système, sinon en",
    "Show the version and exit.": "Dire la version, et c’est tout.",
    "Show this message and exit.": "Montrer cette page, et c’est tout.",
}
_COMMANDS = {
    "Check stories and print what an editor should look at.": "Vérifier des articles et écrire ce qui mérite un regard.",
    "Show what is settled for a story, and where.": "Montrer ce qui est réglé pour un article, et où.",
    "Serve an editor: findings as you type, quick fixes.": (
        "Servir un éditeur : observations pendant la frappe, corrections rapides."
    ),
    "List the names of stories, with their spellings and places.": (
        "Lister les noms des articles, avec leurs graphies et leurs emplacements."
    ),
    "Go through findings one at a time and decide each with a key.": (
        "Parcourir les observations une à une, chacune décidée d’une touche."
    ),
    "List who says what in each story.": "Lister qui dit quoi dans chaque article.",
    "A linter for news text: names, sources, figures, and the spelling and marks around them. \b lint-news check story.txt"
    " check one story lint-news check copy/ check every story in a folder cat story.txt | lint-news check - --language fr": (
        "Un vérificateur d’articles de presse : noms, sources, chiffres, et l’orthographe et la ponctuation autour.\n\n"
        "\b\n"
        "lint-news check article.txt      vérifier un article\n"
        "lint-news check articles/        vérifier tous les articles d’un dossier\n"
        "cat article.txt | lint-news check - --language fr"
    ),
    "Check stories and print what an editor should look at. PATH is a file, a folder (every story in it is checked) or '-' for"
    " standard input. \b Exit status: 0 nothing at or above the failing level, 1 something, 2 wrong usage, broken rules or"
    " unreadable input (the rest is still checked).": (
        "Vérifier des articles et écrire ce qui mérite un regard.\n\n"
        "PATH est un fichier, un dossier (tous ses articles sont vérifiés) ou '-' pour l’entrée standard.\n\n"
        "\b\n"
        "Code de sortie : 0 rien qui atteigne le niveau d’échec, 1 quelque chose,\n"
        "2 mauvais usage, règles abîmées ou entrée illisible (le reste est vérifié)."
    ),
    "Show what is settled for a story (or a folder), and where each value comes from. Options of check may be given, too, to"
    " see what they change.": (
        "Montrer ce qui est réglé pour un article (ou un dossier), et d’où vient chaque valeur.\n\n"
        "Des options de check peuvent être données aussi, pour voir ce qu’elles changent."
    ),
    "Serve an editor: findings as you type, quick fixes, and why a finding matters. The editor starts this command and speaks"
    " the Language Server Protocol with it; docs/editor.md has the lines for each. Each story's configuration file holds;"
    " language, rules, select, ignore and ui_language may also come from the editor's settings for the server.": (
        "Servir un éditeur : observations pendant la frappe, corrections rapides, et pourquoi une observation compte.\n\n"
        "L’éditeur lance cette commande et lui parle par le Language Server Protocol ; docs/editor.md donne les lignes pour"
        " chacun. Le fichier de configuration de chaque article vaut ; language, rules, select, ignore et ui_language peuvent"
        " aussi venir des réglages de l’éditeur pour le serveur."
    ),
    "List the names of stories: every person and organisation, spellings with counts and places, likely variants together. PATH"
    " is a file, a folder (every story in it) or '-' for standard input. With --output-format yaml the list is ready to become"
    " the newsroom's own list of known names: read it, correct it, and give it to check with --rules.": (
        "Lister les noms des articles : chaque personne et organisation, les graphies avec leur nombre et leurs emplacements,"
        " les variantes probables ensemble.\n\n"
        "PATH est un fichier, un dossier (tous ses articles) ou '-' pour l’entrée standard. Avec --output-format yaml, la liste"
        " est prête à devenir celle des noms connus de la rédaction : relisez-la, corrigez-la, et donnez-la à check par"
        " --rules."
    ),
    "Go through the findings of stories one at a time, and decide each with a key. Each decision is written into the story at"
    " once, and 'b' undoes it. PATH is a file or a folder.": (
        "Parcourir les observations des articles une à une, chacune décidée d’une touche.\n\n"
        "Chaque décision est écrite aussitôt dans l’article, et 'b' l’annule. PATH est un fichier ou un dossier."
    ),
    "List the sources of each story: their kind, how many statements are quoted or paraphrased, and where. The last line is the"
    " verdict: how many statements come from named people, from institutions, from nobody. PATH is a file, a folder (every"
    " story in it) or '-' for standard input.": (
        "Lister les sources de chaque article : leur nature, combien de déclarations sont citées ou paraphrasées, et où.\n\n"
        "La dernière ligne est le verdict : combien de déclarations viennent de personnes nommées, d’institutions, de personne."
        "\n\nPATH est un fichier, un dossier (tous ses articles) ou '-' pour l’entrée standard."
    ),
}
_OPTIONS = {
    "A folder (or file) of your own rules; may be given again.": (
        "Un dossier (ou un fichier) de vos propres règles ; peut être répété."
    ),
    "Run only this rule or topic (names/known, figures); may be given again.": (
        "N’appliquer que cette règle ou ce thème (names/known, figures) ; peut être répété."
    ),
    "Leave out this rule or topic; may be given again.": "Laisser de côté cette règle ou ce thème ; peut être répété.",
    "Also compare names between all the stories of this run.": "Comparer aussi les noms entre tous les articles donnés.",
    "Language of the stories, such as fr or en. Without it, each story's own is found.": (
        "Langue des articles, comme fr ou en. Sans cela, celle de chaque article est trouvée."
    ),
    "Encoding of files without a byte order mark.": "Encodage des fichiers sans marque d’ordre des octets.",
    "The name to show for standard input ('-').": "Le nom à montrer pour l’entrée standard ('-').",
    "Exit with status 1 if anything this grave or graver is found.": (
        "Sortir avec le code 1 si quelque chose d’au moins aussi grave est trouvé."
    ),
    "Exit with status 0 whatever is found; 2 still says that input was bad.": (
        "Sortir avec le code 0 quoi qu’il soit trouvé ; 2 dit toujours que l’entrée était mauvaise."
    ),
    "How findings are printed.": "Comment les observations sont écrites.",
    "Write the findings into a file: FORMAT:FILE besides what is printed, FILE alone instead of it; may be given again.": (
        "Écrire les observations dans un fichier : FORMAT:FILE en plus de ce qui s’affiche, FILE seul à sa place ; peut être"
        " répété."
    ),
    "Pass over named files, too, that are no stories or that the configuration excludes; for hooks that name every file.": (
        "Laisser de côté aussi les fichiers nommés qui ne sont pas des articles ou que la configuration exclut ; pour les hooks"
        " qui nomment chaque fichier."
    ),
    "Count the findings of each rule (on standard error).": "Compter les observations de chaque règle (sur l’erreur standard).",
    "Findings and errors only: no summary, no progress.": (
        "Rien que les observations et les erreurs : ni résumé ni barre d’avancement."
    ),
    "A line for each story, with its language, and the time taken.": "Une ligne par article, avec sa langue, et le temps pris.",
    "Processes; 0 for as many as pay.": "Processus ; 0 pour autant qu’il est utile.",
    "Apply the safe suggestions; what is left is reported.": "Appliquer les suggestions sûres ; ce qui reste est signalé.",
    "With --fix or --diff: apply the other suggestions, too.": "Avec --fix ou --diff : appliquer aussi les autres suggestions.",
    "Show what --fix would change, and write nothing.": "Montrer ce que --fix changerait, sans rien écrire.",
    "Write a copy of the (one) Word file with findings as comments and suggestions as tracked changes.": (
        "Écrire une copie du fichier Word (un seul) avec les observations en commentaires et les suggestions en suivi des"
        " modifications."
    ),
    "Don't obey the comments in a story that silence rules.": (
        "Ne pas suivre les commentaires d’un article qui masquent des règles."
    ),
    "Hold back the findings that this file lists.": "Retenir les observations que liste ce fichier.",
    "List the findings of this run in a file, for --baseline.": (
        "Lister les observations trouvées dans un fichier, pour --baseline."
    ),
    "Only findings on lines changed since this git revision.": (
        "Seulement les observations sur les lignes changées depuis cette révision de git."
    ),
    "The configuration file; without it, the nearest one upwards.": (
        "Le fichier de configuration ; sans cela, le plus proche en remontant."
    ),
    "Use no configuration file.": "Ne prendre aucun fichier de configuration.",
    "Language of messages.": "Langue des messages.",
    "How it is printed.": "Comment c’est écrit.",
    "Print the JSON Schema of the configuration file, for editors.": (
        "Écrire le schéma JSON du fichier de configuration, pour les éditeurs."
    ),
    "Speak over standard input and output; always so, taken for editors that say it.": (
        "Parler par l’entrée et la sortie standard ; c’est toujours le cas, accepté pour les éditeurs qui le disent."
    ),
    "Leave out names with fewer mentions in all spellings.": "Laisser de côté les noms moins cités, toutes graphies comprises.",
    "A table, JSON, or YAML to edit into a list of known names.": (
        "Un tableau, du JSON, ou du YAML à relire pour en faire une liste de noms connus."
    ),
    "The list that names are added to; it is in force while you review.": (
        "La liste à laquelle les noms s’ajoutent ; elle vaut pendant la revue."
    ),
    "How sources are printed: a table, one JSON array, or Markdown for notes.": (
        "Comment les sources sont écrites : un tableau, un tableau JSON, ou du Markdown pour des notes."
    ),
}
SENTENCES = {**_PAGE, **_COMMANDS, **_OPTIONS}
