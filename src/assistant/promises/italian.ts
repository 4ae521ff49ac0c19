import { language } from "./language.ts";

export const italian = language({
  people:
    "uman[oaie]|persona|operat(?:ore|rice|ori)|agent[ei]|collega|colleghi|team|squadra|qualcuno|specialist[ai]|espert[oaie]|consulent[ei]|responsabil[ei]|tecnic[oaie]|membr[oi]|assistenza|reparto|supporto|servizio clienti|addett[oaie]|commerciale|incaricat[oa]|rappresentant[ei]|staff",
  matters:
    "(?:(?:la|il) )?(?:tua|tuo|sua|suo|vostra|questa|questo) (?:richiesta|domanda|caso|messaggio|conversazione|problema|segnalazione|pratica|chat|reclamo|questione)",
  parts: {
    YOU: "ti|la|vi|le|l'",
    SOON: "subito|ora|adesso|immediatamente|a breve|tra poco|fra poco|presto|tra un attimo|al piu presto|il prima possibile|in pochi (?:minuti|istanti)|direttamente",
    CONTACT: "in (?:contatto|comunicazione|collegamento)",
    INF: "metter(?:ti|la|vi|le) CONTACT|(?:trasferir|collegar|connetter)(?:ti|la|vi|le)|(?:passar|indirizzar|reindirizzar)(?:ti|la|vi|le)…PEOPLE",
  },
  adverbs: "SOON|anche|gia|quindi|volentieri|appena",
  facts: [
    "(?:ho|abbiamo) (?:inoltrato|trasferito|passato|girato|trasmesso|inviato|segnalato|condiviso) (?:MATTER|tutto)…PEOPLE",
    "(?:ho|abbiamo) (?:avvisato|informato|contattato|avvertito|allertato|coinvolto|chiamato|notificato)…PEOPLE",
    "(?:ho|abbiamo) (?:aperto|creato) (?:un|il) ticket",
    "(?:YOU) ?(?:sto|stiamo) (?:trasferendo|collegando|connettendo|mettendo CONTACT|passando|mettendo)",
    "(?:sto|stiamo) (?:trasferendo|collegando|mettendo|passando|inoltrando|chiamando|contattando|avvisando|informando)(?:ti|la|vi)?…(?:PEOPLE|MATTER|CONTACT)",
    "MATTER (?:e stat[oa]|viene|sta venendo) (?:inoltrat|trasferit|inviat|passat|trasmess)[oa]…PEOPLE",
    "PEOPLE (?:e stat[oa]|sono stati) (?:avvisat|informat|avvertit|contattat|allertat)[oaie]",
    "PEOPLE (?:e in arrivo|sta arrivando|arriva subito)",
    "mentre (?:YOU) ?(?:metto|trasferisco|collego|passo|connetto)",
    "(?:trasferimento|collegamento) in corso",
  ],
  announcements: [
    "(?:YOU) ?(?:metto|mettero|mettiamo) CONTACT",
    "(?:YOU) ?(?:trasferisco|trasferiro|collego|colleghero|connetto|connettero)(?! (?:il|lo|gli|un|una|questo|questa)\\b)",
    "(?:YOU) ?(?:passo|passero|indirizzo|reindirizzo|affido|rimando)…PEOPLE",
    "(?:devo|provvedo a|vado a|fammi|mi permetta di|permettimi di|lascia che|lasci che) (?:INF|(?:YOU) ?(?:metta CONTACT|trasferisca|colleghi))",
    "(?:inoltro|inoltrero|trasmetto|trasmettero|passo|passero|giro|girero|segnalo|trasferisco) (?:MATTER|tutto)…PEOPLE",
    "(?:(?:contatto|contattero|avviso|avvisero|informo|informero|chiamo|chiamero|coinvolgo|coinvolgero) (?:subito |ora |adesso )?(?:un|una|uno|il|la|lo|i|gli|l'|qualcuno|subito)|(?:chiedo|chiedero|mi rivolgo) (?:a|al|alla|ai)\\b)…PEOPLE",
    "(?:faccio intervenire|faro intervenire)…PEOPLE",
    "(?:sarai|sara|verrai|verra|sarete) (?:(?:trasferit|collegat|contattat|ricontattat)[oa]|mess[oa] CONTACT)…(?:PEOPLE|SOON|$|[.!])",
    "MATTER (?:sara|verra) (?:inoltrat|trasferit|inviat|passat|trasmess)[oa]",
    "PEOPLE…(?:YOU) ?(?:contattera|rispondera|ricontattera|raggiungera|assistera|aiutera|scrivera|contatteranno|risponderanno)",
    "PEOPLE…(?:si mettera|si metteranno) CONTACT",
    "PEOPLE…(?:prendera|prenderanno) (?:in carico|il controllo|in mano|contatto)",
    "PEOPLE…(?:sara|saranno) (?:subito |presto )?(?:da|con) (?:te|lei|voi)",
  ],
  offers:
    "(?:se |quando|appena|non appena|una volta|vuoi|vuole|desidera|desideri|preferisci|preferisce|posso|devo |dopo|prima di|clicca|clicchi|premi|prema|scrivi|scriva|dimmi|mi dica|fammi sapere|mi faccia sapere|dammi|mi dia|indicami|basta).*",
  things: "applicazione|app|sito|wifi|rete|pagin[ae]|account|guida|documentazione|modulo|link|negozio",
  conditions:
    "(?<!\\b(?:verificare|controllare|vedere|sapere|sa|confermare) )se (?:vuoi|vuole|lo|preferisci|preferisce|necessario|serve|ti|per|hai|ha|desideri|desidera|occorre)|quando (?:vuoi|vuole)|(?:non )?appena (?:mi|lo)",
  negations: "non|mai|nessuno|nessun|nessuna",
});
