"""French."""

from __future__ import annotations

# A placeholder takes any text; a sentence comes before a shorter one that would also fit.
SENTENCES = {
    # Silencing, baseline
    "this comment silences nothing; take it out": "ce commentaire ne masque rien ; supprimez-le",
    "no 'ignore-start' stands before this comment": "aucun « ignore-start » ne précède ce commentaire",
    "unknown comment '{form}', did you mean '{hint}'?": "commentaire inconnu « {form} » ; vouliez-vous « {hint} » ?",
    "{number} to fix": "{number} à corriger",
    "{number} fixed": "{number} corrigée(s)",
    "{number} held back by the baseline": "{number} retenue(s) par l’état de référence",
    "{number} of the baseline no longer found": "{number} de l’état de référence ont disparu",
    # Summary of a run
    "1 finding": "1 observation",
    "{number} findings": "{number} observations",
    "1 story": "1 article",
    "{number} stories": "{number} articles",
    "{findings} in {stories}": "{findings} dans {stories}",
    "{text}, {number} unreadable": "{text}, {number} illisible(s)",
    "{files} files, {seconds} s": "{files} fichiers, {seconds} s",
    "{path}: {language}, {findings}": "{path} : {language}, {findings}",
    # Reports
    "write: {text}": "écrire : {text}",
    "why: {text}": "pourquoi : {text}",
    "write:": "écrire :",
    "“{text}”": "« {text} »",
    "News copy, checked": "Articles vérifiés",
    "error": "erreur",
    "warning": "avertissement",
    "info": "remarque",
    "Stories": "Articles",
    "Findings": "Observations",
    "Sources": "Sources",
    "Show findings on": "Observations à montrer",
    "No findings.": "Aucune observation.",
    "This story could not be read:": "Cet article n’a pas pu être lu :",
    "line {line}": "ligne {line}",
    "Skip to the stories": "Aller aux articles",
    "{shown} of {total} findings shown": "{shown} observations sur {total} affichées",
    "unreadable": "illisible",
    "Next finding: n. Previous finding: p.": "Observation suivante : n. Précédente : p.",
    "nobody": "personne",
    "person": "personne",
    "organisation": "organisation",
    "document": "document",
    "role": "fonction",
    "unnamed": "anonyme",
    "media": "médias",
    "public": "public",
    "pronoun": "pronom",
    "none": "aucune",
    # The ledger of sources
    "Source": "Source",
    "Kind": "Nature",
    "Quoted": "Citée",
    "Paraphrased": "Paraphrasée",
    "Lines": "Lignes",
    "no statements": "aucune déclaration",
    "1 statement: {parts}": "1 déclaration : {parts}",
    "{count} statements: {parts}": "{count} déclarations : {parts}",
    "{count} from 1 named person": "{count} d’une personne nommée",
    "{count} from {sources} named people": "{count} de {sources} personnes nommées",
    "{count} from 1 institution": "{count} d’une institution",
    "{count} from {sources} institutions": "{count} de {sources} institutions",
    "{count} from 1 document": "{count} d’un document",
    "{count} from {sources} documents": "{count} de {sources} documents",
    "{count} from 1 person known by a role": "{count} d’une personne connue par sa fonction",
    "{count} from {sources} people known by their roles": "{count} de {sources} personnes connues par leur fonction",
    "{count} from 1 unnamed source": "{count} d’une source anonyme",
    "{count} from {sources} unnamed sources": "{count} de {sources} sources anonymes",
    "{count} from the media in general": "{count} des médias en général",
    "{count} from social media or rumour": "{count} des réseaux sociaux ou de la rumeur",
    "{count} from 1 pronoun": "{count} d’un pronom",
    "{count} from {sources} pronouns": "{count} de {sources} pronoms",
    "{count} from nobody": "{count} de personne",
    # What can't be read or used
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
    "Permission denied": "permission refusée",
    "Is a directory": "c’est un dossier",
    "unknown encoding '{name}'; try {others}": "encodage inconnu : « {name} » ; essayez {others}",
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
    "no folder to write {name} in": "pas de dossier où écrire {name}",
    "two outputs go to the same file": "deux sorties vont dans le même fichier",
    "can't be written: {reason}": "ne peut pas être écrit : {reason}",
    # In an editor
    'write "{suggestion}"': "écrire « {suggestion} »",
    "ignore {rule} here": "ignorer {rule} ici",
    "settings of lint-news must be an object": "les réglages de lint-news doivent être un objet",
    "setting '{name}' must be a list of texts": "le réglage « {name} » doit être une liste de textes",
    "setting '{name}' must be a text": "le réglage « {name} » doit être un texte",
    "setting '{name}' must be one of: {choices}": "le réglage « {name} » doit être l’un de : {choices}",
    "unknown setting '{name}'; there are: {choices}": "réglage inconnu : « {name} » ; il y a : {choices}",
    # Review
    "{number} left": "reste {number}",
    "t take": "t adopter",
    "e type": "e écrire",
    "s skip": "s passer",
    "i ignore here": "i ignorer ici",
    "a add name": "a ajouter le nom",
    "b back": "b revenir",
    "? help": "? aide",
    "q quit": "q quitter",
    "t or Enter: write the first suggestion; a digit writes that one": (
        "t ou Entrée : écrire la première suggestion ; un chiffre écrit celle-là"
    ),
    "e: type what is to stand there": "e : taper ce qui doit y figurer",
    "s: leave it as it is for now": "s : laisser tel quel pour le moment",
    "i: put a comment before the line that silences the rule there, for good": (
        "i : mettre devant la ligne un commentaire qui y masque la règle, pour de bon"
    ),
    "a: add the name to the list of known names": "a : ajouter le nom à la liste des noms connus",
    "b: undo the last decision and go back to it": "b : annuler la dernière décision et y revenir",
    "q: quit; what was decided stays": "q : quitter ; ce qui est décidé reste",
    "write: ": "écrire : ",
    "name: ": "nom : ",
    "p person, o organisation, l place (Escape: none of it): ": "p personne, o organisation, l lieu (Échap : rien) : ",
    "{number} written": "{number} écrite(s)",
    "{number} skipped": "{number} passée(s)",
    "{number} ignored": "{number} ignorée(s)",
    "{number} names added": "{number} nom(s) ajouté(s)",
    "this key does nothing here; ? tells what the keys do": ("cette touche ne fait rien ici ; ? dit ce que font les touches"),
    "nothing decided": "rien n’est décidé",
    "to check with these names: --rules {path}, or rules: in the configuration": (
        "pour vérifier avec ces noms : --rules {path}, ou rules: dans la configuration"
    ),
    "markup stands in this place; change it in an editor": "il y a du balisage à cet endroit ; corrigez-le dans un éditeur",
    "this is what stands there": "c’est ce qui y figure",
    "no comment can silence it here; skip it, or name the rule in the configuration": (
        "aucun commentaire ne peut la masquer ici ; passez-la, ou nommez la règle dans la configuration"
    ),
    "there is nothing to go back to": "il n’y a rien à quoi revenir",
    "the file was changed meanwhile; nothing is written": "le fichier a changé entre-temps ; rien n’est écrit",
    "this encoding can't be written back unchanged; save the file as UTF-8": (
        "cet encodage ne peut pas être réécrit à l’identique ; enregistrez le fichier en UTF-8"
    ),
    "{codec}, the encoding of this file, can't hold that text": (
        "{codec}, l’encodage de ce fichier, ne peut pas contenir ce texte"
    ),
    "review needs a terminal to ask and to show; for files and pipes there is check": (
        "review a besoin d’un terminal pour demander et montrer ; pour les fichiers et les tubes, il y a check"
    ),
    "review goes through files; standard input is where you answer": (
        "review parcourt des fichiers ; l’entrée standard sert à répondre"
    ),
}
