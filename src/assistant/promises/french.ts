import { language } from "./language.ts";

export const french = language({
  people:
    "humaine?s?|personne|conseill\\w+|agente?s?|collegues?|membres?|equipes?|quelqu'un|responsables?|specialistes?|experte?s?|technicien\\w*|operat\\w+|service (?:client|clients|clientele|commercial|technique)|support|interlocut\\w+|collaborat\\w+|commercial|superviseur|representante?s?",
  matters:
    "(?:votre|ta|ton|vos|tes|cette|la|ce|le) (?:demande|message|question|dossier|conversation|cas|probleme|requete|reclamation|coordonnees|situation)",
  parts: {
    YOU: "vous|te|t'",
    SOON: "tout de suite|immediatement|maintenant|bientot|sous peu|rapidement|dans un instant|d'ici peu|dans quelques (?:instants|minutes)|des que possible|au plus vite|directement",
    LINK: "en (?:relation|contact|communication|lien)",
    /** "Je vous transfère le document" transfers nobody. */
    WHOM: "(?! (?:le|la|les|l'\\w+|un|une|ce|cet|cette|ces|des|votre|notre (?:lien|page|document|article|guide))\\b)",
  },
  adverbs: "SOON|donc|aussi|deja|de ce pas|bien|tout",
  facts: [
    "j'ai (?:transmis|transfere|fait suivre|remonte|envoye|partage|escalade) (?:MATTER|cela|ca)…PEOPLE",
    "(?:je l'ai|je les ai) (?:transmis|transmise|transfere|transferee)…PEOPLE",
    "j'ai (?:informe|prevenu|contacte|alerte|averti|notifie|sollicite|demande a)…PEOPLE",
    "(?:j'ai|nous avons) (?:cree|ouvert) (?:MATTER|un (?:ticket|dossier))",
    "(?:vous etes|tu es|vous allez|tu vas) (?:etre |en train d'etre )?(?:mise? LINK|transfere\\w*|connecte\\w*…PEOPLE|redirige\\w*…PEOPLE)WHOM",
    "MATTER (?:a ete|est|va etre) (?:(?:transmise?|transfere\\w*|envoye\\w*|remontee?)…PEOPLE|escalade\\w*|prise? en charge)",
    "PEOPLE (?:a|ont) ete (?:informe|prevenu|contacte|alerte|averti|notifie)\\w*",
    "PEOPLE (?:arrive|est en route)",
    "pendant que je (?:YOU) (?:mets|transfere|passe|connecte)",
    "(?:mise LINK|transfert) (?:est )?en cours",
    "je suis en train de (?:YOU) ?(?:mettre|transferer|connecter|passer)",
  ],
  announcements: [
    "je (?:YOU) ?(?:mets|met|mettrai) LINK",
    "je (?:YOU) ?(?:transfere|transfererai|connecte|connecterai)WHOM",
    "je (?:YOU) ?(?:passe|passerai|oriente|orienterai|redirige|dirige|adresse|envoie|renvoie|confie)…PEOPLE",
    "je (?:vais|dois|voudrais) (?:YOU) ?(?:mettre LINK|(?:transferer|connecter)WHOM|(?:passer|orienter|rediriger|diriger|adresser)…PEOPLE)",
    "(?:laissez-moi|laisse-moi|permettez-moi de|permets-moi de) (?:YOU) ?(?:mettre LINK|transferer|connecter|passer|rediriger…PEOPLE)",
    "(?:je|je vais|je dois) (?:transmets|transmettre|transmettrai|transfere|transferer|fais suivre|faire suivre|fais remonter|faire remonter|envoie|envoyer|communique|communiquer) (?:MATTER|cela|ca)…PEOPLE",
    "(?:je|je vais|je dois) (?:contacte|contacter|previens|prevenir|informe|informer|appelle|appeler|sollicite|solliciter|demande a|demander a|alerte|alerter|avertis|avertir|chercher|fais appel a|faire appel a)…PEOPLE",
    "(?:vous serez|tu seras|vous allez etre|tu vas etre) (?:mise? LINK|transfere\\w*|connecte\\w*|contacte\\w*|recontacte\\w*|rappele\\w*)WHOM",
    "MATTER sera (?:transmise?|transfere\\w*|envoye\\w*)",
    "PEOPLE…(?:va|vont) (?:YOU ?)?(?:contacter|recontacter|rappeler|repondre|rejoindre|prendre (?:le relais|contact|en charge)|aider|assister|revenir vers)",
    "PEOPLE…(?:YOU) ?(?:contactera|recontactera|rappellera|repondra|rejoindra|aidera|ecrira|contacteront|repondront|recontacteront)",
    "PEOPLE…(?:prendra|prendront) (?:le relais|contact|MATTER|en charge)",
    "PEOPLE…(?:reviendra|reviendront|sera|seront) (?:vers|avec|a) (?:vous|toi)",
  ],
  offers:
    "(?:si |s'il|s'ils|des que|lorsque|quand|une fois|voulez-vous|veux-tu|souhaitez-vous|souhaites-tu|desirez-vous|preferez-vous|aimeriez-vous|puis-je|dois-je|en cas|apres|avant de|cliquez|clique|appuyez|appuie|ecrivez|ecris|dites|dis-|indiquez|indique|donnez|donne|n'hesitez|n'hesite|vous pouvez|tu peux|il suffit).*",
  things: "applications?|applis?|sites?|wifi|reseau|pages?|comptes?|guides?|documentation|formulaire|liens?",
  conditions:
    "(?<!\\b(?:verifier|verifiera|voir|savoir|sait|sera|dira|dire|confirmer|demander) )si (?:vous|tu|besoin|necessaire|cela|ca|c'est)|des que vous|une fois que vous|en cas de besoin|au besoin",
  negations: "pas|jamais|personne ne|aucun|aucune",
});
