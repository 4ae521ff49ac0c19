import { language } from "./language.ts";

export const german = language({
  people:
    "menschen?|person|mitarbeiter\\w*|kolleg(?:e|en|in|innen)|berater\\w*|team|teams|teammitglied\\w*|jemand(?:en|em)?|kundenservice|kundendienst|kundenbetreuung|support|agent(?:en|in)?|experten?|expertin|fachabteilung|abteilung|spezialist(?:en|in)?|ansprechpartner\\w*|vertrieb|sachbearbeiter\\w*|techniker\\w*|vorgesetzten?|manager|verantwortlichen?",
  matters:
    "(?:ihre?n?|deine?n?|eure?n?) (?:anfrage|frage|nachricht|anliegen|fall|gesprach|chat|daten|problem|beschwerde|unterlagen|angaben)",
  parts: {
    YOU: "sie|dich|euch|ihnen|dir",
    YOURS: "(?:YOU|das|dies|es|den fall|diesen fall|diese|MATTER)",
    SOON: "gleich|sofort|umgehend|in kurze|bald|jetzt|nun|direkt|schnellstmoglich|baldmoglichst|demnachst|zeitnah|in wenigen minuten|personlich",
  },
  adverbs: "SOON|gern|gerne|dann|auch|hiermit|mal|kurz|einfach|bereits|schon",
  facts: [
    "ich habe…PEOPLE…(?:informiert|benachrichtigt|kontaktiert|verstandigt|gebeten|gefragt|hinzugezogen|eingeschaltet)",
    "habe ich…PEOPLE…(?:informiert|benachrichtigt|kontaktiert|verstandigt|hinzugezogen|eingeschaltet)",
    "ich habe YOURS…(?:weitergeleitet|ubergeben|weitergegeben|verbunden|eskaliert)",
    "habe ich YOURS…(?:weitergeleitet|ubergeben|weitergegeben|eskaliert)",
    "MATTER…(?:wurde|ist|wird)…(?:weitergeleitet|ubergeben|weitergegeben|eskaliert)",
    "PEOPLE (?:wurde|wurden|ist|sind) (?:informiert|benachrichtigt|verstandigt|unterwegs)",
    "wahrend ich YOURS…(?:verbinde|weiterleite|ubergebe|durchstelle)",
    "(?:verbindung|weiterleitung) (?:wird|zu|mit)…(?:hergestellt|PEOPLE)",
  ],
  announcements: [
    "(?:sie|du|ihr) (?:werden|wirst|werdet) …(?:verbunden|weitergeleitet|weiterverbunden|durchgestellt)",
    "ich (?:verbinde|ubergebe) YOURS",
    "(?:verbinde|ubergebe) ich YOURS",
    "ich (?:leite|gebe|stelle|reiche) YOURS…(?:weiter|durch|an…PEOPLE)",
    "(?:leite|gebe|stelle|reiche) ich YOURS…(?:weiter|durch|an…PEOPLE)",
    "(?:ich werde|werde ich|lass mich|lassen sie mich|ich muss|ich mochte) YOURS…(?:verbinden|weiterleiten|weiterverbinden|ubergeben|durchstellen|weitergeben|eskalieren)",
    "(?:ich (?:hole|rufe|informiere|benachrichtige|kontaktiere|verstandige|bitte|frage|schalte|ziehe|sage|gebe)|(?:hole|rufe|informiere|benachrichtige|kontaktiere|verstandige|bitte|frage|schalte|ziehe|sage|gebe) ich) (?:(?:ihnen|dir|sie|dich) )?(?:(?:einen?|einem|einer|eine|unser\\w*|das|dem|den|die|ein) )?[\\w -]{0,14}?\\bPEOPLE",
    "(?:ich werde|werde ich) (?:(?:einen?|einem|einer|eine|unser\\w*|das|dem|den|die|ein) )?[\\w -]{0,14}?\\bPEOPLE…(?:informieren|benachrichtigen|kontaktieren|hinzuziehen|holen|fragen|bitten|einschalten|rufen|verstandigen)",
    "(?:ich (?:eroffne|erstelle)|habe ich|ich habe) (?:ein|das)(?: \\w+)? ticket",
    "PEOPLE…(?:wird|werden)…(?:melden|kontaktieren|ubernehmen|anrufen|in verbindung setzen|kummern|zuruckmelden|dazukommen|bei (?:ihnen|dir) sein|(?:SOON) (?:helfen|antworten)|antworten)",
    "PEOPLE…(?:meldet|melden) sich…(?:SOON|bei (?:ihnen|dir|euch))",
    "PEOPLE…(?:ubernimmt|ubernehmen|kummert sich|kommt) (?:SOON)",
    "(?:meldet|melden) sich…PEOPLE…bei (?:ihnen|dir|euch)",
    "(?:wird|werden) sich…PEOPLE…(?:melden|kummern|in verbindung setzen)",
  ],
  offers:
    "(?:wenn|falls|sobald|sofern|soll ich|sollen wir|mochten sie|mochtest du|willst du|wollen sie|darf ich|kann ich|konnte ich|auf wunsch|bei bedarf|nachdem|bevor|drucken sie|druck|klick|klicken sie|schreib|schreiben sie|sag|sagen sie|gib|geben sie|nennen sie|nenn)\\b.*",
  things:
    "apps?|websites?|webseiten?|wlan|netzwerk|seiten?|kontos?|konten|anleitung|dokumentation|hilfeseiten?|formular",
  conditions:
    "(?:wenn|falls|sofern|sobald) (?:sie|du|ihr|das|es|dies|gewunscht|notig|moglich)|auf wunsch|bei bedarf|nachdem (?:sie|du)",
  negations: "nicht|niemand|niemanden|niemals|nie|keinen?|keinem|keiner",
});
