import type { Secret } from "./secret.ts";

/** Groups of digits, apart by one or two spaces, dashes or dots of any kind. */
const groups = /\d+(?:[\s\u00a0\u2007\u2009\u202f.\-\u2010-\u2015]{1,2}\d+)*/g;
/** Most texts have too few for a card. */
const enoughDigits = /\d(?:\D{0,2}\d){13}/;
const shortest = 14;
const longest = 19;

/** The numbers of payment cards in a text, however they are typed. Their last four digits stay to be told apart. */
export function cardsIn(text: string): Secret[] {
  const found: Secret[] = [];
  if (!enoughDigits.test(text)) return found;
  for (const { 0: run, index } of text.matchAll(groups)) {
    if (!isLongEnough(run) || isPartOfMore(text, index, index + run.length)) continue;
    const parts = [...run.matchAll(/\d+/g)].map((part) => ({ digits: part[0], start: index + part.index }));
    // What a mask left of another card begins none.
    const begin = /•\s?$/.test(text.slice(Math.max(0, index - 2), index)) ? 1 : 0;
    for (let first = begin; first < parts.length; first += 1) {
      const count = cardAt(parts, first, text);
      if (count === 0) continue;
      const [start, last] = [parts[first], parts[first + count - 1]];
      if (start && last) found.push(masked(parts.slice(first, first + count)));
      first += count - 1;
    }
  }
  return found;
}

interface Part {
  digits: string;
  start: number;
}

/** How many groups from `first` on are a card; none is 0. */
function cardAt(parts: readonly Part[], first: number, text: string): number {
  let digits = "";
  if (!/^[2-6]/.test(parts[first]?.digits ?? "")) return 0;
  for (let count = 1; first + count <= parts.length; count += 1) {
    digits += parts[first + count - 1]?.digits ?? "";
    if (digits.length > longest) return 0;
    if (digits.length < shortest || !isCardNumber(digits)) continue;
    const shape = parts.slice(first, first + count).map((part) => part.digits.length);
    const isAll = first === 0 && count === parts.length;
    if ((isAll || isCardShape(shape)) && !(count === 1 && isNamedOtherwise(text, parts[first]?.start ?? 0)))
      return count;
  }
  return 0;
}

/** Issued numbers begin so and are so long (ISO/IEC 7812): what passes Luhn by accident seldom does both. */
const issued: [RegExp, number[]][] = [
  [/^4/, [16, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^(?:6011|64[4-9]|65)/, [16, 17, 18, 19]],
  [/^35(?:2[89]|[3-8])/, [16, 17, 18, 19]],
  [/^3(?:0[0-5]|09|6|[89])/, [14, 16, 17, 18, 19]],
  [/^62/, [16, 17, 18, 19]],
  [/^220[0-4]/, [16, 17, 18, 19]],
  [/^(?:50(?:18|20|38)|5893|6304|6759|676[1-3])/, [16, 17, 18, 19]],
];

const isCardNumber = (digits: string) =>
  issued.some(([begin, lengths]) => lengths.includes(digits.length) && begin.test(digits)) &&
  passesLuhn(digits);

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let fromEnd = 0; fromEnd < digits.length; fromEnd += 1) {
    const digit = Number(digits[digits.length - 1 - fromEnd]);
    const doubled = fromEnd % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** As cards are printed: in fours, American Express as 4-6-5, Diners as 4-6-4; or in one piece. */
const isCardShape = (lengths: number[]) =>
  lengths.length === 1 ||
  /^4-6-[45]$/.test(lengths.join("-")) ||
  lengths.every((length, at) => length === 4 || (at === lengths.length - 1 && length < 4));

const isLongEnough = (run: string) => run.replaceAll(/\D/g, "").length >= shortest;

/** The account after `DE89`, a telephone number after `+`, a word such as `ORD4242…`, an address of a page. */
function isPartOfMore(text: string, start: number, end: number): boolean {
  if (/[\p{L}_+]$/u.test(text.slice(Math.max(0, start - 2), start)) || /^[\p{L}_]/u.test(text.slice(end)))
    return true;
  if (/(?:^|[^\p{L}\p{N}])\p{Lu}{2}$/u.test(text.slice(Math.max(0, start - 3), start))) return true;
  const word = /\S*$/.exec(text.slice(Math.max(0, start - 500), start))?.[0] ?? "";
  return /https?:\/\//.test(word) && !word.endsWith("=");
}

/** A number that is called an order's or a parcel's right before it is one. */
const otherName = new RegExp(
  `(?:#|(?:${[
    "order|invoice|tracking|shipment|parcel|package|ticket|reference|ref|customer|serial|imei|isbn|ean",
    "bestellung|bestell|rechnung|rechnungs|auftrag|auftrags|sendung|sendungs|paket|kunden|vorgang|serien",
    "commande|facture|colis|suivi|client|r[eé]f[eé]rence",
    "pedido|factura|env[ií]o|seguimiento|cliente|referencia",
    "ordine|fattura|spedizione|pacco|tracciamento|riferimento",
    "encomenda|fatura|rastreio|refer[eê]ncia",
    "bestelling|factuur|pakket|zending|klant|referentie",
  ].join(
    "|",
  )})[\\s-]*(?:(?:no|nr|num|n[uú]m|number|nummer|num[eé]ro|n[uú]mero|numero|id|code|n[º°])\\.?)?\\s*(?:is|ist|est|es|è|é)?\\s*[:#]?)\\s*$`,
  "iu",
);

const isNamedOtherwise = (text: string, start: number) =>
  otherName.test(text.slice(Math.max(0, start - 40), start));

function masked(parts: readonly Part[]): Secret {
  const [first, last] = [parts[0], parts.at(-1)];
  const digits = parts.map((part) => part.digits).join("");
  return {
    start: first?.start ?? 0,
    end: (last?.start ?? 0) + (last?.digits.length ?? 0),
    mask: `•••• •••• •••• ${digits.slice(-4)}`,
  };
}
