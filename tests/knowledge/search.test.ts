import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { indexed } from "../../src/knowledge/indexed.ts";
import { createSearch } from "../../src/knowledge/search.ts";
import type { Storage } from "../../src/storage/index.ts";
import { databases, type TestDatabase } from "../support/databases.ts";
import { shops } from "./support/shops.ts";

/** What visitors ask, and the section that answers it; undefined where nothing does. */
const questions: [
  language: keyof typeof shops,
  question: string,
  answer: string | undefined,
  before?: string[],
][] = [
  ["en", "How long do I have to return a jacket?", "Returns"],
  ["en", "can i send it back if it doesn't fit", "Returns"],
  ["en", "what are the shipping costs", "Shipping"],
  ["en", "How much is delivery to Austria?", "Shipping"],
  ["en", "do you accept paypal", "Payment"],
  ["en", "Is there a warranty on the boots?", "Warranty"],
  ["en", "when are you open", "Opening hours"],
  ["en", "and to Austria?", "Shipping", ["How much does shipping cost?"]],
  ["en", "Which planet is the largest in the solar system?", undefined],
  ["en", "Hello!", undefined],
  ["en", "Thanks, that helped", undefined, ["How much does shipping cost?"]],
  ["en", "Who won the football match yesterday?", undefined],
  ["de", "Was kosten die Versandkosten nach Österreich?", "Versand"],
  ["de", "Wie lange kann ich etwas zurückgeben?", "Rückgabe"],
  ["de", "Gibt es eine Rueckgabe?", "Rückgabe"],
  ["de", "Kann ich auf Rechnung bezahlen?", "Zahlung"],
  ["de", "und nach Österreich?", "Versand", ["Was kostet der Versand?"]],
  ["de", "Wer hat gestern das Spiel gewonnen?", undefined],
  ["fr", "Combien coûte la livraison ?", "Livraison"],
  ["fr", "Comment retourner un article ?", "Retours"],
  ["fr", "Est-ce que je peux payer par carte ?", "Paiement"],
  ["fr", "Quelle est la capitale du Pérou ?", undefined],
  ["es", "¿Cuánto cuesta el envío?", "Envíos"],
  ["es", "quiero devolver un pedido", "Devoluciones"],
  ["es", "¿Puedo pagar con tarjeta?", "Pago"],
  ["es", "¿Quién ganó el partido de ayer?", undefined],
  ["pt", "Quanto custa a entrega?", "Entregas"],
  ["pt", "como posso devolver um artigo", "Devoluções"],
  ["pt", "Posso pagar com cartão?", "Pagamento"],
  ["pt", "Quem ganhou o jogo de ontem?", undefined],
  ["it", "Quanto costa la spedizione?", "Spedizioni"],
  ["it", "come faccio a restituire un articolo", "Resi"],
  ["it", "Posso pagare con carta?", "Pagamento"],
  ["it", "Chi ha vinto la partita di ieri?", undefined],
  ["nl", "Wat zijn de verzendkosten?", "Verzending"],
  ["nl", "Hoe kan ik iets retourneren?", "Retourneren"],
  ["nl", "Kan ik met iDEAL betalen?", "Betaling"],
  ["nl", "Wie heeft gisteren de wedstrijd gewonnen?", undefined],
];

describe.each(databases)("the search on $kind", ({ kind: _, create, skip }) => {
  let database: TestDatabase;
  let storage: Storage;

  beforeAll(async () => {
    if (skip) return;
    database = await create();
    storage = await database.open();
    for (const [siteKey, { title, text }] of Object.entries(shops)) {
      const article = {
        ...{ id: randomUUID(), kind: "page" as const, siteKey, title, text, url: undefined, by: "Ana" },
        ...{ state: "ready" as const, problem: undefined, fetchedAt: undefined, createdAt: 1, updatedAt: 1 },
      };
      await storage.knowledge.save(article, indexed(article));
    }
  });
  afterAll(async () => {
    await storage?.close();
    await database?.drop();
  });

  test.skipIf(skip).each(questions)(
    "%s: “%s” is answered by %s",
    async (siteKey, question, answer, before) => {
      const hits = await createSearch(storage.knowledge)({ question, siteKey, before: before ?? [] });
      const headings = hits.map(({ passage }) => passage.heading.split(" › ").at(-1));
      if (answer === undefined) expect(headings).toEqual([]);
      else expect(headings[0], headings.join(", ")).toBe(answer);
      expect(hits.length).toBeLessThanOrEqual(5);
    },
  );
});
