const masked = "[in the chat]";

/** "password: hunter2", "Your PIN is 4711", "Passwort lautet x". */
const named =
  /\b(pass(?:word|code|phrase|wort)|kennwort|mot de passe|contraseña|senha|wachtwoord|pin|tan|otp|secret|api[ -]?key|token)\b(\s*(?:[:=]|is|lautet|ist|est|es|é|è)\s*)(["'“]?)(\S+)/giu;
/** "sk_live_…", "ghp_…", "xoxb-…", "AKIA…": keys that name their service. */
const key = /\b(?:sk|pk|rk|ghp|gho|xox[abp]|AKIA|AIza|eyJ)[A-Za-z0-9_-]{16,}[\w.-]*/g;
/** Thirteen to nineteen digits, however they are grouped. */
const card = /\b\d(?:[ -]?\d){12,18}\b/g;
const iban = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g;

/**
 * What an agent wrote, without what must not stand on a locked screen or with a carrier: passwords, keys, numbers of
 * cards and accounts. It is in the chat, to which the SMS leads.
 */
export const withoutSecrets = (text: string): string =>
  text
    .replaceAll(key, masked)
    .replaceAll(named, (_all, what: string, is: string) => `${what}${is}${masked}`)
    .replaceAll(iban, masked)
    .replaceAll(card, (number) => (isCard(number) ? masked : number));

/** By its check digit (Luhn), so that an order's number is left alone. */
function isCard(number: string): boolean {
  const digits = Array.from(number.replaceAll(/\D/g, ""), Number).reverse();
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? digit : digit * 2;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
