"""Errors in French. A placeholder takes any text; of several sentences that fit, the one with the most words counts."""

from __future__ import annotations

_USAGE = {
    # Of the command line; the English is click's
    "Error: {message}": "Erreur : {message}",
    "Try '{command}' for help.": "Pour de l’aide : {command}",
    "No such option {name}.": "option inconnue : {name}.",
    "No such option {name}. Did you mean {hint}?": "option inconnue : {name} ; vouliez-vous dire {hint} ?",
    "No such option {name}. (Did you mean one of: {hints}?)": (
        "option inconnue : {name} ; vouliez-vous dire l’une de : {hints} ?"
    ),
    "No such option: {name}": "option inconnue : {name}",
    "No such option: {name} Did you mean {hint}?": "option inconnue : {name} ; vouliez-vous dire {hint} ?",
    "No such option: {name} (Possible options: {hints})": "option inconnue : {name} ; il y a : {hints}",
    "No such command {name}.": "commande inconnue : {name}.",
    "No such command {name}. Did you mean {hint}?": "commande inconnue : {name} ; vouliez-vous dire {hint} ?",
    "No such command {name}. (Did you mean one of: {hints}?)": (
        "commande inconnue : {name} ; vouliez-vous dire l’une de : {hints} ?"
    ),
    "Missing command.": "il manque une commande.",
    "Missing argument {name}.": "il manque l’argument {name}.",
    "Missing option {name}.": "il manque l’option {name}.",
    "Option {name} requires an argument.": "l’option {name} demande une valeur.",
    "Option {name} does not take a value.": "l’option {name} ne prend pas de valeur.",
    "Invalid value: {message}": "valeur incorrecte : {message}",
    "Invalid value for {name}: {message}": "valeur incorrecte pour {name} : {message}",
    "{value} is not one of {choices}.": "{value} n’est pas l’un de {choices}.",
    "{value} is not a valid {type}.": "{value} n’est pas un {type} valable.",
    "{value} is not in the range {range}.": "{value} n’est pas dans l’intervalle {range}.",
    "integer": "nombre entier",
    "integer range": "nombre entier",
    "Got unexpected extra argument ({values})": "argument en trop : {values}",
    "Got unexpected extra arguments ({values})": "arguments en trop : {values}",
    "--unsafe goes with --fix or --diff": "--unsafe va avec --fix ou --diff",
    "--fix and --diff go without --across, --baseline, --write-baseline and --diff-base": (
        "--fix et --diff vont sans --across, --baseline, --write-baseline ni --diff-base"
    ),
    "--annotate goes without --fix, --diff and --across": "--annotate va sans --fix, --diff ni --across",
    "--annotate takes one Word file": "--annotate prend un seul fichier Word",
    "--annotate takes a Word file (.docx)": "--annotate prend un fichier Word (.docx)",
    "--annotate writes a copy: name another file than the story": (
        "--annotate écrit une copie : nommez un autre fichier que l’article"
    ),
}
_FILES = {
    # A finding of its own: comments that silence rules
    "this comment silences nothing; take it out": "ce commentaire ne masque rien ; supprimez-le",
    "no 'ignore-start' stands before this comment": "aucun « ignore-start » ne précède ce commentaire",
    "unknown comment '{form}', did you mean '{hint}'?": "commentaire inconnu « {form} » ; vouliez-vous « {hint} » ?",
    # What the system says
    "No such file or directory": "fichier ou dossier introuvable",
    "Permission denied": "permission refusée",
    "Operation not permitted": "opération interdite",
    "Is a directory": "c’est un dossier",
    "Not a directory": "ce n’est pas un dossier",
    "File exists": "le fichier existe déjà",
    "File name too long": "nom de fichier trop long",
    "No space left on device": "il n’y a plus de place sur le disque",
    "Read-only file system": "ce disque ne peut pas être écrit",
    "Input/output error": "erreur de lecture ou d’écriture",
    "Too many levels of symbolic links": "trop de liens à suivre",
    "Too many open files": "trop de fichiers ouverts",
    # What can't be read or written
    "no such file or folder": "fichier ou dossier introuvable",
    "no such file or folder: {path}": "fichier ou dossier introuvable : {path}",
    "the file is empty": "le fichier est vide",
    "the file holds no text": "le fichier ne contient aucun texte",
    "not a text file": "ce n’est pas un fichier de texte",
    "no stories in this folder (looked for {suffixes})": "aucun article dans ce dossier (cherché : {suffixes})",
    "byte {byte} is not {codec}; if the file is Windows-1252, say {option}": (
        "l’octet {byte} n’est pas de l’{codec} ; si le fichier est en Windows-1252, ajoutez {option}"
    ),
    "byte {byte} is not {codec}": "l’octet {byte} n’est pas de l’{codec}",
    "not UTF-8: byte {byte}": "pas de l’UTF-8 : octet {byte}",
    "not UTF-8": "pas de l’UTF-8",
    "lint-news fails on this story ({error}, {place}); please report it": (
        "lint-news échoue sur cet article ({error}, {place}) ; merci de le signaler"
    ),
    "can't be read: {reason}": "ne peut pas être lu : {reason}",
    "can't be written: {reason}": "ne peut pas être écrit : {reason}",
    "the file can't be written": "le fichier ne peut pas être écrit",
    "the file was changed meanwhile; nothing is written": "le fichier a changé entre-temps ; rien n’est écrit",
    "no folder to write {name} in": "pas de dossier où écrire {name}",
    "two outputs go to the same file": "deux sorties vont dans le même fichier",
    "{number} replacements can't be written in {codec}; they are left": (
        "{number} remplacements ne peuvent pas s’écrire en {codec} ; ils sont laissés"
    ),
    "{codec}, the encoding of this file, can't hold that text": (
        "{codec}, l’encodage de ce fichier, ne peut pas contenir ce texte"
    ),
    "this encoding can't be written back unchanged; save the file as UTF-8": (
        "cet encodage ne peut pas être réécrit à l’identique ; enregistrez le fichier en UTF-8"
    ),
    "unknown encoding '{name}'; try utf-8, utf-16 or windows-1252": (
        "encodage inconnu : « {name} » ; essayez utf-8, utf-16 ou windows-1252"
    ),
    "unknown encoding '{name}'; name one with --encoding": "encodage inconnu : « {name} » ; nommez-en un par --encoding",
    # Formats
    "not a Word file (.docx), or one that is cut off": "ce n’est pas un fichier Word (.docx), ou il est tronqué",
    "not a Word file: it has no word/document.xml": "ce n’est pas un fichier Word : il n’a pas de word/document.xml",
    "{name} in it is broken or encrypted": "{name} y est abîmé ou chiffré",
    "a part of the file is broken or encrypted": "une partie du fichier est abîmée ou chiffrée",
    "{name} in it has more than {size} MB": "{name} y dépasse {size} Mo",
    "the parts of the file have more than {size} MB": "les parties du fichier dépassent {size} Mo",
    "{name} in it has a document type; lint-news does not read such files": (
        "{name} y déclare un type de document (DTD) ; lint-news ne lit pas de tels fichiers"
    ),
    "{name} in it is not well-formed XML ({problem})": "{name} y est du XML mal formé ({problem})",
    "{name} in it can't be annotated ({problem})": "{name} ne peut pas y être annoté ({problem})",
    "a Word file isn't rewritten; --annotate writes a copy with comments and tracked changes": (
        "un fichier Word n’est pas réécrit ; --annotate écrit une copie avec commentaires et suivi des modifications"
    ),
    "not well-formed XML ({problem}); mend the file or export it again": (
        "XML mal formé ({problem}) ; corrigez le fichier ou exportez-le de nouveau"
    ),
    "mismatched tag": "balise fermante qui ne répond à aucune ouverte",
    "no element found": "le fichier finit trop tôt",
    "unclosed token": "balise qui ne finit pas",
    "not well-formed (invalid token)": "signe interdit à cet endroit",
    "junk after document element": "il reste quelque chose après le dernier élément",
    "duplicate attribute": "attribut donné deux fois",
    "undefined entity": "entité inconnue",
    "unclosed CDATA section": "section CDATA qui ne finit pas",
    "XML or text declaration not at start of entity": "la déclaration XML n’est pas au début",
    "the file declares entities of its own; lint-news does not read such files": (
        "le fichier déclare ses propres entités ; lint-news ne lit pas de tels fichiers"
    ),
    "unknown entity '{name}'": "entité inconnue : « {name} »",
    "not a story in XML: NITF, NewsML-G2 or XHTML was expected, not <{root}>": (
        "ce n’est pas un article en XML : NITF, NewsML-G2 ou XHTML attendu, et non <{root}>"
    ),
    "not a story in ninjs: it has no headline, no body and no description": (
        "ce n’est pas un article en ninjs : il n’a ni titre (headline), ni corps (body), ni description"
    ),
    "not JSON: {problem}": "ce n’est pas du JSON : {problem}",
    "{expected} expected": "il fallait ici {expected}",
    "a value": "une valeur",
    "a value or ]": "une valeur ou ]",
    "a key": "une clé",
    "a key or }": "une clé ou }}",
    "a colon": "deux-points",
    "a comma or the end": "une virgule ou la fin",
    "nothing more": "la fin du fichier",
    "the file ends too early": "le fichier finit trop tôt",
    "the file ends inside a string": "le fichier finit dans un texte entre guillemets",
    "unknown escape in a string": "échappement inconnu dans un texte entre guillemets",
}
_SETTLED = {
    # Options and settings
    "unknown language '{name}'; there are rules for: {others}": "langue inconnue : « {name} » ; règles pour : {others}",
    "unknown rule or topic '{name}', did you mean '{hint}'?": "règle inconnue : « {name} » ; vouliez-vous dire « {hint} » ?",
    "unknown rule or topic '{name}'": "règle ou thème inconnu : « {name} »",
    "unknown style key '{name}', did you mean '{hint}'?": "clé de style inconnue : « {name} » ; vouliez-vous dire « {hint} » ?",
    "unknown style key '{name}', known here: {others}": "clé de style inconnue : « {name} » ; il y a : {others}",
    "unknown value of style '{key}' '{name}', did you mean '{hint}'?": (
        "valeur inconnue du style « {key} » : « {name} » ; vouliez-vous dire « {hint} » ?"
    ),
    "unknown value of style '{key}' '{name}', known here: {others}": (
        "valeur inconnue du style « {key} » : « {name} » ; il y a : {others}"
    ),
    "unknown language '{name}', did you mean '{hint}'?": "langue inconnue : « {name} » ; vouliez-vous dire « {hint} » ?",
    "unknown language '{name}', known here: {others}": "langue inconnue : « {name} » ; il y a : {others}",
    "no messages in '{code}'; there are: {others}": "pas de messages en « {code} » ; il y en a en : {others}",
    "settings of lint-news must be an object": "les réglages de lint-news doivent être un objet",
    "setting '{name}' must be a list of texts": "le réglage « {name} » doit être une liste de textes",
    "setting '{name}' must be a text": "le réglage « {name} » doit être un texte",
    "setting '{name}' must be one of: {choices}": "le réglage « {name} » doit être l’un de : {choices}",
    "unknown setting '{name}'; there are: {choices}": "réglage inconnu : « {name} » ; il y a : {choices}",
    # Packages to install
    "lsp needs pygls: {command}": "lsp a besoin de pygls : {command}",
    "--annotate needs lxml: {command}": "--annotate a besoin de lxml : {command}",
    # Baseline, changed lines
    "not a baseline; write it anew with --write-baseline": (
        "ce n’est pas un état de référence ; réécrivez-le avec --write-baseline"
    ),
    "not a baseline: {problem}; write it anew with --write-baseline": (
        "ce n’est pas un état de référence : {problem} ; réécrivez-le avec --write-baseline"
    ),
    "Expecting value": "il fallait ici une valeur",
    "Expecting property name enclosed in double quotes": "il fallait ici une clé entre guillemets",
    "Expecting ',' delimiter": "il manque une virgule",
    "Expecting ':' delimiter": "il manque un deux-points",
    "Unterminated string starting at": "texte entre guillemets qui ne finit pas",
    "Extra data": "il reste quelque chose après la fin",
    "not a git repository (or any of the parent directories): .git": "ce dossier n’est pas sous git",
    "'{revision}' is no revision": "« {revision} » n’est pas une révision",
    "git can't be run: {reason}": "git ne peut pas être lancé : {reason}",
    "git: {problem}": "git : {problem}",
    "it failed": "il a échoué",
    "git has no revision '{revision}' here; fetch more of the history, or name another": (
        "git n’a pas ici de révision « {revision} » ; rapatriez plus d’historique, ou nommez-en une autre"
    ),
    # Review
    "markup stands in this place; change it in an editor": "il y a du balisage à cet endroit ; corrigez-le dans un éditeur",
    "this is what stands there": "c’est ce qui y figure",
    "no comment can silence it here; skip it, or name the rule in the configuration": (
        "aucun commentaire ne peut la masquer ici ; passez-la, ou nommez la règle dans la configuration"
    ),
    "there is nothing to go back to": "il n’y a rien à quoi revenir",
    "review needs a terminal to ask and to show; for files and pipes there is check": (
        "review a besoin d’un terminal pour demander et montrer ; pour les fichiers et les tubes, il y a check"
    ),
    "review can't read single keys on this system; there are check and check --fix": (
        "review ne peut pas lire touche par touche sur ce système ; il y a check et check --fix"
    ),
    "review goes through files; standard input is where you answer": (
        "review parcourt des fichiers ; l’entrée standard sert à répondre"
    ),
    "{name} stands in this list": "{name} figure déjà dans cette liste",
    "nothing can be added to a file written like this; add the name by hand": (
        "rien ne peut être ajouté à un fichier écrit ainsi ; ajoutez le nom à la main"
    ),
}
_YAML = {
    # Configuration and rule files
    "no such rule file or folder": "fichier ou dossier de règles introuvable",
    "no rule files (*.yaml) in this folder": "aucun fichier de règles (*.yaml) dans ce dossier",
    "no rule files (*.yaml) in this folder: {path}": "aucun fichier de règles (*.yaml) dans ce dossier : {path}",
    "not valid YAML: {problem}": "YAML incorrect : {problem}",
    "while parsing a flow node did not find expected node content": "une liste ou un texte ne finit pas",
    "while parsing a block node did not find expected node content": "il fallait ici une valeur",
    "mapping values are not allowed in this context": "deux-points interdits à cet endroit (mettez le texte entre guillemets)",
    "could not find expected ':'": "il manque un deux-points",
    "did not find expected key": "il fallait ici une clé",
    "while parsing a block mapping did not find expected key": "il fallait ici une clé",
    "while parsing a block collection did not find expected '-' indicator": "il fallait ici un tiret",
    "while scanning a simple key could not find expected ':'": "il manque un deux-points",
    "while parsing a flow sequence did not find expected ',' or ']'": "il manque une virgule ou un ]",
    "while parsing a flow mapping did not find expected ',' or '}'": "il manque une virgule ou un }}",
    "while scanning for the next token found character that cannot start any token": "signe interdit à cet endroit",
    "while scanning a quoted scalar found unexpected end of stream": "le fichier finit dans un texte entre guillemets",
    "{what} must be text, not {type}": "{what} : un texte était attendu, et non {type}",
    "{what} must be true or false": "{what} : true ou false était attendu",
    "{what} must be a whole number": "{what} : un nombre entier était attendu",
    "{what} must be a list, not {type}": "{what} : une liste était attendue, et non {type}",
    "{what} must be a mapping (key: value), not {type}": "{what} : des paires « clé: valeur » étaient attendues, et non {type}",
    "{what} is empty": "{what} : rien n’y figure",
    "{what} has no '{name}'": "{what} : il manque « {name} »",
    "'{name}'": "« {name} »",
    "text": "un texte",
    "a list": "une liste",
    "a mapping": "des paires « clé: valeur »",
    "an entry of {what}": "une entrée de {what}",
    "an entry of map '{name}'": "une entrée de la table « {name} »",
    "a key of {what}": "une clé de {what}",
    "the configuration": "la configuration",
    "the file": "le fichier",
    "an override": "une exception (« overrides »)",
    "a rule": "une règle",
    "a known name": "un nom connu",
    "a term": "un terme",
    "a language": "une langue",
    "a list's name": "le nom d’une liste",
    "a map's name": "le nom d’une table",
    "a setting's name": "le nom d’un réglage",
    "the suggestion for '{wrong}'": "la suggestion pour « {wrong} »",
    "list '{name}'": "la liste « {name} »",
    "setting '{name}'": "le réglage « {name} »",
    "unknown {what} '{value}', did you mean '{hint}'?": "« {value} » est inconnu ({what}) ; vouliez-vous dire « {hint} » ?",
    "unknown {what} '{value}', use one of: {choices}": "« {value} » est inconnu ({what}) ; il y a : {choices}",
    "unknown key '{name}', did you mean '{hint}'?": "clé inconnue : « {name} » ; vouliez-vous dire « {hint} » ?",
    "unknown key '{name}', known here: {choices}": "clé inconnue : « {name} » ; il y a ici : {choices}",
    "'{name}' stands twice in {what}; the first is on line {line}": (
        "« {name} » figure deux fois ({what}) ; la première est à la ligne {line}"
    ),
    "unknown {what} '{value}', {reason}": "« {value} » est inconnu ({what}) ; {reason}",
    "did you mean '{hint}'?": "vouliez-vous dire « {hint} » ?",
    "known here: {choices}": "il y a ici : {choices}",
    "'ways' needs two ways at least": "« ways » demande au moins deux manières",
    "'write' holds an opening and a closing mark, and may hold those inside a quotation: two or four": (
        "« write » donne un signe ouvrant et un fermant, et peut donner ceux du second rang : deux ou quatre"
    ),
    "'{first}' and '{form}' are one name; choose one of them": (
        "« {first} » et « {form} » sont le même nom ; choisissez l’un des deux"
    ),
    "'{form}' is a form of two known names; choose one that is nobody else's": (
        "« {form} » est la forme de deux noms connus ; choisissez-en une qui ne soit à personne d’autre"
    ),
    "no known name is written '{form}', did you mean '{hint}'?": (
        "aucun nom connu ne s’écrit « {form} » ; vouliez-vous dire « {hint} » ?"
    ),
    "no known name is written '{form}'; add the name to a list of your own": (
        "aucun nom connu ne s’écrit « {form} » ; ajoutez le nom à une liste à vous"
    ),
    "'{name}' chooses forms of known names; call the style key otherwise": (
        "« {name} » choisit des formes de noms connus ; nommez la clé de style autrement"
    ),
    "a style key": "une clé de style",
    "the values of style '{name}'": "les valeurs du style « {name} »",
    "value of style '{name}'": "valeur du style « {name} »",
    "style key": "clé de style",
    "language": "langue",
    "severity": "gravité",
    "level": "niveau",
    "scope": "portée",
    "kind": "nature",
    "kind of source": "nature de source",
    "problem": "problème",
    "case": "casse",
    "a rule has no 'kind'": "une règle n’a pas de « kind »",
    "'{identifier}' is no rule identifier; write topic/name, such as names/inconsistent": (
        "« {identifier} » ne peut pas nommer une règle ; écrivez thème/nom, comme names/inconsistent"
    ),
    "rule {identifier} uses the word list '{name}', which no file of language '{language}' defines": (
        "la règle {identifier} se sert de la liste « {name} », qu’aucun fichier de la langue « {language} » ne donne"
    ),
    "a rule needs at least one example under '{name}'": "une règle demande au moins un exemple sous « {name} »",
    "'{name}' is no valid pattern: {problem}": "« {name} » n’est pas un motif correct : {problem}",
    "'{wrong}' is given as its own correction": "« {wrong} » est donné comme sa propre correction",
    "'{form}' is both right and wrong in the entry of {name}; keep one": (
        "« {form} » est à la fois juste et faux dans l’entrée de {name} ; gardez l’un des deux"
    ),
    "{name} stands twice; the first is {place}: keep one of the two": (
        "{name} figure deux fois ; la première est à {place} : gardez l’une des deux"
    ),
    "'{form}' is wrong here and right at {place} ({name}): drop one": (
        "« {form} » est faux ici et juste à {place} ({name}) : ôtez l’un des deux"
    ),
    "{name} is rated '{rating}' here and '{other}' at {place}: decide on one": (
        "{name} est jugé « {rating} » ici et « {other} » à {place} : décidez-vous pour l’un"
    ),
    "'{domain}' is no domain; write it bare, such as example.org": (
        "« {domain} » n’est pas un domaine ; écrivez-le nu, comme example.org"
    ),
    "'{date}' is no date; write it as 2026-11-24": "« {date} » n’est pas une date ; écrivez-la comme 2026-11-24",
}
SENTENCES = {**_USAGE, **_FILES, **_SETTLED, **_YAML}
