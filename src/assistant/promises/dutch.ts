import { language } from "./language.ts";

export const dutch = language({
  people:
    "mens|mensen|persoon|medewerkers?|medewerkster|collega(?:'s|s)?|agent(?:en)?|team|teams|teamlid|teamgenoot|iemand|specialist(?:en)?|experts?|adviseurs?|klantenservice|afdeling|vertegenwoordigers?|ondersteuning|support|lid|leidinggevende|monteur|verkoop",
  matters:
    "(?:je|jouw|uw|de|deze) (?:vraag|bericht|verzoek|zaak|gesprek|chat|gegevens|probleem|klacht|aanvraag)",
  parts: {
    YOU: "je|u|jou|jullie",
    YOURS: "(?:dit|dat|het|deze|YOU|MATTER)",
    SOON: "nu|zo|direct|meteen|onmiddellijk|zo snel mogelijk|binnenkort|straks|dadelijk|zo meteen|zometeen|spoedig|snel|over een paar minuten|persoonlijk",
    ONE: "(?:(?:een|de|het|ons|onze|een van onze|een van de) )?[\\w -]{0,14}?\\bPEOPLE",
  },
  adverbs: "SOON|graag|even|dan|ook|alvast|er|hier|eens",
  facts: [
    "(?:ik heb|heb ik) YOURS…(?:doorgestuurd|doorgegeven|overgedragen|doorverbonden|geescaleerd)",
    "(?:ik heb|heb ik) ONE…(?:geinformeerd|gewaarschuwd|ingelicht|gevraagd|ingeschakeld|gecontacteerd|op de hoogte)",
    "(?:ik heb|heb ik) een(?: \\w+)? ticket",
    "(?:wordt|word) (?:je|u) …doorverbonden",
    "MATTER (?:wordt|is|werd) …(?:doorgestuurd|doorgegeven|overgedragen|doorgezet)",
    "PEOPLE (?:is|zijn) (?:geinformeerd|ingelicht|onderweg|op de hoogte|gewaarschuwd)",
    "terwijl ik YOURS…(?:doorverbind|verbind|overzet|overdraag)",
    "ik ben YOURS…aan het (?:doorverbinden|verbinden|overzetten)",
  ],
  announcements: [
    "(?:je|u|jullie) (?:wordt|word|worden) …(?:doorverbonden|overgezet|verbonden met ONE)",
    "(?:ik verbind|verbind ik) (?:YOU)",
    "(?:ik zet|zet ik) YOURS…(?:door|over)",
    "(?:ik (?:draag|stuur|geef|speel)|(?:draag|stuur|geef|speel) ik) YOURS…(?:over|door)…(?:aan|naar)…PEOPLE",
    "(?:ik (?:draag|stuur|geef|speel)|(?:draag|stuur|geef|speel) ik) YOURS…(?:aan|naar)…PEOPLE…(?:over|door)",
    "(?:ik (?:breng|stel)|(?:breng|stel) ik) (?:YOU) in (?:contact|verbinding)",
    "(?:ik ga|ik zal|ga ik|dan zal ik|laat me|laat mij|ik moet) YOURS…(?:doorverbinden|verbinden|overzetten|overdragen|doorsturen|doorgeven|escaleren|in contact brengen)",
    "(?:ik (?:haal|schakel|informeer|waarschuw|vraag|contacteer|roep|bel|licht|zoek|laat)|(?:haal|schakel|informeer|waarschuw|vraag|contacteer|roep|bel|licht) ik) ONE",
    "(?:ik ga|ik zal|ga ik|dan zal ik) ONE…(?:informeren|waarschuwen|vragen|inschakelen|halen|roepen|contacteren|inlichten)",
    "PEOPLE…(?:neemt|nemen) …(?:contact|over)",
    "PEOPLE…(?:komt|komen) (?:bij (?:je|u)|erbij|terug)",
    "PEOPLE…(?:zal|zullen|gaat|gaan) …(?:contact|overnemen|helpen|antwoorden|bellen|reageren|bij (?:je|u) zijn)",
    "(?:neemt|zal|komt)…PEOPLE…(?:contact|bij (?:je|u))",
    "(?:helpt|antwoordt) PEOPLE (?:je|u) SOON",
  ],
  offers:
    "(?:als|indien|wanneer|zodra|mocht|wil je|wilt u|zal ik|kan ik|mag ik|moet ik|wens|nadat|voordat|druk|klik|typ|schrijf|laat het|laat me weten|laat mij weten|zeg|geef|vertel|desgewenst|je kunt|u kunt).*",
  things: "apps?|websites?|wifi|netwerk|pagina's?|accounts?|handleiding|documentatie",
  conditions:
    "(?:als|indien|zodra|wanneer) (?:je|u|dat|het|dit|nodig|gewenst|jij)|desgewenst|indien nodig|nadat (?:je|u)",
  negations: "niet|nooit|niemand|geen",
});
