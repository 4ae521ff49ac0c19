const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** Seven digits or more, however they are grouped: telephone numbers, accounts, dates of birth. */
const longNumber = /\+?\d(?:[\s()./-]*\d){6,}/g;
/** What stands for one order, parcel or customer: "#4711", "AB-10293", "10293847". */
const reference = /#\s?\w*\d\w*|\b[A-Z]{1,5}-?\d{3,}\w*|\d{5,}/g;

/** A text with what belongs to one person taken out. */
export function masked(text: string, names: readonly string[]): string {
  const anonymous = text
    .replaceAll(email, "[email]")
    .replaceAll(longNumber, "[number]")
    .replaceAll(reference, "[number]");
  return partsOf(names).reduce((masked, name) => masked.replaceAll(wordOf(name), "[name]"), anonymous);
}

/** Whether something in a text belongs to one person, or once did. */
export const hasPersonalData = (text: string, names: readonly string[]): boolean =>
  masked(text, names) !== text || /\[(?:email|number|name)\]/.test(text);

const partsOf = (names: readonly string[]) =>
  names
    .flatMap((name) => name.split(/[\s,]+/))
    .filter((part) => part.length > 2)
    .flatMap((part) => [part, part.charAt(0).toUpperCase() + part.slice(1)]);

const wordOf = (name: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}])`, "gu");
