/** One shop's page of help in each language, as its owner would paste it. */
export const shops = {
  en: {
    title: "Help centre of the shop",
    text: `# Help

## Returns

You may send back anything you bought within 30 days, unworn and with its label. If it does not fit, we exchange it for
another size. We refund the price to the card you paid with. Jackets can be returned at any of our shops.

## Shipping

Shipping within Germany costs €4.90 and takes two working days. Delivery to Austria costs €8.90 and takes four days.
Above €80 it is free.

## Payment

We accept credit cards, PayPal and bank transfer. Invoices are possible for companies.

## Warranty

Boots and bags come with a warranty of two years against faults of the material.

## Opening hours

Our shop in Berlin is open from Monday to Saturday, 10 am to 7 pm.`,
  },
  de: {
    title: "Hilfe",
    text: `# Hilfe

## Rückgabe

Innerhalb von 30 Tagen können Sie alles zurückgeben, ungetragen und mit Etikett. Die Rückgabefrist beginnt mit der
Lieferung. Wir erstatten den Kaufpreis.

## Versand

Der Versand kostet innerhalb Deutschlands 4,90 € und dauert zwei Werktage. Nach Österreich kostet er 8,90 €.

## Zahlung

Wir nehmen Kreditkarten, PayPal und Überweisung. Firmen bezahlen auf Rechnung.

## Öffnungszeiten

Der Laden in Berlin ist Montag bis Samstag von 10 bis 19 Uhr geöffnet.`,
  },
  fr: {
    title: "Aide",
    text: `## Retours

Vous pouvez retourner vos articles sous 30 jours, non portés et avec leur étiquette. Le remboursement se fait sur la
carte utilisée.

## Livraison

La livraison en France coûte 4,90 € et prend deux jours ouvrés.

## Paiement

Nous acceptons les cartes bancaires, PayPal et le virement.

## Horaires

Le magasin de Lyon est ouvert du lundi au samedi.`,
  },
  es: {
    title: "Ayuda",
    text: `## Devoluciones

Puede devolver sus pedidos en un plazo de 30 días, sin usar y con la etiqueta.

## Envíos

El envío a la península cuesta 4,90 € y tarda dos días laborables.

## Pago

Aceptamos tarjetas de crédito, PayPal y transferencia.

## Horario

La tienda de Madrid abre de lunes a sábado.`,
  },
  pt: {
    title: "Ajuda",
    text: `## Devoluções

Pode devolver os artigos no prazo de 30 dias, sem uso e com a etiqueta.

## Entregas

A entrega em Portugal continental custa 4,90 € e demora dois dias úteis.

## Pagamento

Aceitamos cartões de crédito, PayPal e transferência.

## Horário

A loja de Lisboa abre de segunda a sábado.`,
  },
  it: {
    title: "Aiuto",
    text: `## Resi

Gli articoli si possono restituire entro 30 giorni, non indossati e con l'etichetta.

## Spedizioni

La spedizione in Italia costa 4,90 € e richiede due giorni lavorativi.

## Pagamento

Accettiamo carte di credito, PayPal e bonifico.

## Orari

Il negozio di Milano è aperto dal lunedì al sabato.`,
  },
  nl: {
    title: "Hulp",
    text: `## Retourneren

Binnen 30 dagen kunt u alles retourneren, ongedragen en met het label.

## Verzending

Verzending binnen Nederland kost € 4,90 en duurt twee werkdagen.

## Betaling

Wij accepteren creditcards, iDEAL, PayPal en overboeking.

## Openingstijden

De winkel in Utrecht is open van maandag tot zaterdag.`,
  },
};
